/** Addresses of stored files. */
export const filesPaths = {
  route: '/tep/:file',
  show: (fileId: string) => `/tep/${fileId}`,
} as const
