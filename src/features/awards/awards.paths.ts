import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const topic = 'khen-thuong'

/** Addresses of proposals and of the award record; `route` holds the patterns, the others build links. */
export const awardsPaths = {
  records: '/khen-thuong',
  addRecord: '/khen-thuong/ghi-them',
  removeRecord: (record: string) => `/khen-thuong/bo/${record}`,
  overview: '/khen-thuong/tong-hop',
  route: {
    list: inYearRoute(topic),
    choose: inYearRoute(topic, 'de-nghi', ':award'),
    act: (deed: string) => inYearRoute(topic, deed),
    chooseAct: (deed: string) => inYearRoute(topic, 'de-nghi', ':award', deed),
    show: inYearRoute(topic, 'ho-so', ':proposal'),
    showAct: (deed: string) => inYearRoute(topic, 'ho-so', ':proposal', deed),
    submit: inYearRoute(topic, 'trinh'),
    outcome: inYearRoute(topic, 'ket-qua'),
    present: inYearRoute(topic, 'trao'),
    drive: '/dot-thi-dua/:movement/khen-thuong',
    driveShow: '/dot-thi-dua/:movement/khen-thuong/ho-so/:proposal',
    driveAct: (deed: string) => `/dot-thi-dua/:movement/khen-thuong/${deed}`,
    driveShowAct: (deed: string) => `/dot-thi-dua/:movement/khen-thuong/ho-so/:proposal/${deed}`,
    removeRecord: '/khen-thuong/bo/:record',
  },
  /** Below a year of a bloc. */
  at: (bloc: string, year: number | string) => originPaths(inYearPath(bloc, year, topic)),
  /** Below a special drive. */
  ofDrive: (movement: string) => originPaths(`/dot-thi-dua/${movement}/${topic}`),
} as const

/** Addresses below the page of proposals of a year or of a drive. */
export type OriginPaths = ReturnType<typeof originPaths>

function originPaths(list: string) {
  return {
    list,
    choose: (award: string) => `${list}/de-nghi/${award}`,
    chooseAct: (award: string, deed: string) => `${list}/de-nghi/${award}/${deed}`,
    show: (proposal: string) => `${list}/ho-so/${proposal}`,
    showAct: (proposal: string, deed: string) => `${list}/ho-so/${proposal}/${deed}`,
    submit: `${list}/trinh`,
    outcome: `${list}/ket-qua`,
    present: `${list}/trao`,
    act: (deed: string) => `${list}/${deed}`,
  }
}
