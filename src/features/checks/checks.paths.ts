import { inYearPath, inYearRoute } from '../../http/year-path.ts'

const topic = 'kiem-tra'

/** Addresses of the checks of a year; `route` the patterns, `at` the links. */
export const checksPaths = {
  route: {
    checks: inYearRoute(topic),
    addPlan: inYearRoute(topic, 'ke-hoach-moi'),
    plan: inYearRoute(topic, 'ke-hoach', ':plan'),
    revisePlan: inYearRoute(topic, 'ke-hoach', ':plan', 'sua'),
    announce: inYearRoute(topic, 'ke-hoach', ':plan', 'thong-bao'),
    discardPlan: inYearRoute(topic, 'ke-hoach', ':plan', 'bo'),
    propose: inYearRoute(topic, 'ke-hoach', ':plan', 'phan-cong'),
    addTeam: inYearRoute(topic, 'ke-hoach', ':plan', 'doan-moi'),
    team: inYearRoute(topic, 'ke-hoach', ':plan', 'doan', ':team'),
    removeTeam: inYearRoute(topic, 'ke-hoach', ':plan', 'doan', ':team', 'bo'),
    schedule: inYearRoute(topic, 'ke-hoach', ':plan', 'lich'),
    visit: inYearRoute(topic, 'cuoc', ':visit'),
    record: inYearRoute(topic, 'cuoc', ':visit', 'ket-qua'),
    cancel: inYearRoute(topic, 'cuoc', ':visit', 'huy'),
    observe: inYearRoute(topic, 'cuoc', ':visit', 'nhan-xet'),
    dropObservation: inYearRoute(topic, 'cuoc', ':visit', 'nhan-xet', ':observation', 'bo'),
    ask: inYearRoute(topic, 'cuoc', ':visit', 'yeu-cau'),
    dropCorrection: inYearRoute(topic, 'cuoc', ':visit', 'yeu-cau', ':correction', 'bo'),
    answer: inYearRoute(topic, 'cuoc', ':visit', 'yeu-cau', ':correction', 'tra-loi'),
    settle: inYearRoute(topic, 'cuoc', ':visit', 'yeu-cau', ':correction', 'ket-luan'),
    opinion: inYearRoute(topic, 'cuoc', ':visit', 'y-kien'),
    sign: inYearRoute(topic, 'cuoc', ':visit', 'ky', ':unit'),
    paper: inYearRoute(topic, 'cuoc', ':visit', 'ban-giay', ':unit'),
  },
  at: (bloc: string, year: number) => {
    const path = (...rest: readonly string[]) => inYearPath(bloc, year, topic, ...rest)
    const plan = (id: string, ...rest: readonly string[]) => path('ke-hoach', id, ...rest)
    const visit = (id: string, ...rest: readonly string[]) => path('cuoc', id, ...rest)
    return {
      checks: path(),
      addPlan: path('ke-hoach-moi'),
      plan: (id: string) => plan(id),
      revisePlan: (id: string) => plan(id, 'sua'),
      announce: (id: string) => plan(id, 'thong-bao'),
      discardPlan: (id: string) => plan(id, 'bo'),
      propose: (id: string) => plan(id, 'phan-cong'),
      addTeam: (id: string) => plan(id, 'doan-moi'),
      team: (id: string, team: string) => plan(id, 'doan', team),
      removeTeam: (id: string, team: string) => plan(id, 'doan', team, 'bo'),
      schedule: (id: string) => plan(id, 'lich'),
      visit: (id: string) => visit(id),
      record: (id: string) => visit(id, 'ket-qua'),
      cancel: (id: string) => visit(id, 'huy'),
      observe: (id: string) => visit(id, 'nhan-xet'),
      dropObservation: (id: string, observation: string) => visit(id, 'nhan-xet', observation, 'bo'),
      ask: (id: string) => visit(id, 'yeu-cau'),
      dropCorrection: (id: string, correction: string) => visit(id, 'yeu-cau', correction, 'bo'),
      answer: (id: string, correction: string) => visit(id, 'yeu-cau', correction, 'tra-loi'),
      settle: (id: string, correction: string) => visit(id, 'yeu-cau', correction, 'ket-luan'),
      opinion: (id: string) => visit(id, 'y-kien'),
      sign: (id: string, unit: string) => visit(id, 'ky', unit),
      paper: (id: string, unit: string) => visit(id, 'ban-giay', unit),
      other: (...rest: readonly string[]) => inYearPath(bloc, year, ...rest),
    }
  },
} as const

/** Links of one year. */
export type CheckLinks = ReturnType<typeof checksPaths.at>
