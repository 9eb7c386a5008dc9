const root = '/hoi-dong'

/** Councils of units and provinces. */
export const councilsPaths = {
  list: root,
  found: `${root}/moi`,
  show: (councilId: string) => `${root}/${councilId}`,
  addMember: (councilId: string) => `${root}/${councilId}/thanh-vien`,
  endMember: (councilId: string, memberId: string) => `${root}/${councilId}/thanh-vien/${memberId}/thoi`,
} as const

export const councilsRoutes = {
  list: root,
  found: `${root}/moi`,
  show: `${root}/:council`,
  addMember: `${root}/:council/thanh-vien`,
  endMember: `${root}/:council/thanh-vien/:member/thoi`,
} as const
