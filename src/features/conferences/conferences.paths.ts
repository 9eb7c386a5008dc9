import { inYearPath, inYearRoute } from '../../http/year-path.ts'

/** Deeds at a conference and at a poll, as they stand in addresses. */
export const deeds = {
  change: 'sua',
  invite: 'moi-du',
  guest: 'khach-moi',
  open: 'khai-mac',
  close: 'be-mac',
  attendance: 'diem-danh',
  confirm: 'bao-du',
  report: 'bao-cao',
  read: 'doc-bao-cao',
  adopt: 'thong-qua',
  remark: 'y-kien',
  answer: 'tra-loi',
  directions: 'phuong-huong',
  removeDirection: 'bo-phuong-huong',
  polls: 'bieu-quyet',
  tellers: 'ban-kiem-phieu',
} as const

export const pollDeeds = {
  open: 'mo',
  close: 'dong',
  vote: 'bo-phieu',
  consensus: 'thong-nhat',
  hands: 'gio-tay',
  paper: 'phieu-giay',
  discard: 'bo',
  second: 'lan-hai',
  tie: 'quyet-dinh',
  appoint: 'bo-nhiem',
} as const

/** Links of the conferences of one year, or of one council. */
export type ConferenceLinks = {
  readonly list: string
  readonly plan: string
  readonly show: (conference: string) => string
  readonly act: (conference: string, deed: string) => string
  readonly newPoll: (conference: string) => string
  readonly poll: (conference: string, poll: string) => string
  readonly pollAct: (conference: string, poll: string, deed: string) => string
}

/** Addresses of conferences and polls below a year, and the same for a council; `at` builds links, `route` the patterns. */
export const conferencesPaths = {
  route: patterns(inYearRoute('hoi-nghi'), inYearRoute('hoi-nghi')),
  at: (bloc: string, year: number | string): ConferenceLinks => {
    const root = inYearPath(bloc, year, 'hoi-nghi')
    return links(root, root)
  },
  council: {
    route: patterns('/hoi-dong/:council/hop', '/hoi-dong/hop'),
    at: (council: string): ConferenceLinks => links(`/hoi-dong/${council}/hop`, '/hoi-dong/hop'),
  },
} as const

function links(list: string, root: string): ConferenceLinks {
  const at = (...rest: readonly string[]) => [root, ...rest].join('/')
  return {
    list,
    plan: `${list}/moi`,
    show: (conference) => at(conference),
    act: (conference, deed) => at(conference, deed),
    newPoll: (conference) => at(conference, deeds.polls, 'moi'),
    poll: (conference, poll) => at(conference, deeds.polls, poll),
    pollAct: (conference, poll, deed) => at(conference, deeds.polls, poll, deed),
  }
}

function patterns(list: string, root: string) {
  const { show, act, newPoll, poll, pollAct, plan } = links(list, root)
  return {
    list,
    plan,
    show: show(':conference'),
    act: (deed: string) => act(':conference', deed),
    newPoll: newPoll(':conference'),
    poll: poll(':conference', ':poll'),
    pollAct: (deed: string) => pollAct(':conference', ':poll', deed),
  }
}
