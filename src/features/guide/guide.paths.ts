export const guidePaths = {
  show: '/huong-dan',
  /** The guide seen from one of the reader's own years. */
  inYear: (bloc: string, year: number) => `/huong-dan?khoi=${bloc}&nam=${year}`,
} as const
