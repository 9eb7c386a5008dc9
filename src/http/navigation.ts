import { rolesIn } from '../domain/permissions/index.ts'
import { defineWords } from '../i18n/words.ts'
import type { BlocYear } from '../scopes/scopes.store.ts'
import type { NavItem, PageFrame } from '../ui/index.ts'
import { type Ask, mayHere } from './ask.ts'
import { inYearPath } from './year-path.ts'
import { closedTopics, isBelow } from './year-topics.ts'

const words = defineWords(
  {
    board: 'Năm thi đua',
    pledge: 'Giao ước',
    targets: 'Chỉ tiêu',
    scores: 'Chấm điểm',
    conferences: 'Hội nghị',
    awards: 'Khen thưởng',
    papers: 'Văn bản',
    movements: 'Phong trào',
    drafts: 'Dự thảo',
    news: 'Tin tức',
    blocs: 'Cụm, khối',
    units: 'Đơn vị',
    library: 'Văn bản chỉ đạo',
    drives: 'Đợt thi đua',
    accounts: 'Tài khoản',
    audit: 'Nhật ký',
    administrator: 'Quản trị hệ thống',
    province: 'Thi đua - Khen thưởng tỉnh',
    head: 'Trưởng khối',
    deputy: 'Phó Trưởng khối',
    secretary: 'Thư ký khối',
    leader: 'Lãnh đạo đơn vị',
    officer: 'Chuyên viên đơn vị',
    teller: 'Ban kiểm phiếu',
    council: 'Hội đồng',
    news_editor: 'Biên tập tin',
    news_approver: 'Duyệt tin',
    observer: 'Theo dõi',
    signed_in: 'Đã đăng nhập',
  },
  {
    board: 'The year',
    pledge: 'Pledge',
    targets: 'Targets',
    scores: 'Scores',
    conferences: 'Conferences',
    awards: 'Awards',
    papers: 'Papers',
    movements: 'Movements',
    drafts: 'Drafts',
    news: 'News',
    blocs: 'Blocs',
    units: 'Units',
    library: 'Guiding papers',
    drives: 'Drives',
    accounts: 'Accounts',
    audit: 'Audit',
    administrator: 'System administrator',
    province: 'Emulation office of the province',
    head: 'Head of the bloc',
    deputy: 'Deputy head of the bloc',
    secretary: 'Secretary of the bloc',
    leader: 'Leader of a unit',
    officer: 'Officer of a unit',
    teller: 'Tellers',
    council: 'Council',
    news_editor: 'News editor',
    news_approver: 'News approver',
    observer: 'Observer',
    signed_in: 'Signed in',
  },
)

/** The main menu: that of the year one is in, else that of the site. */
export function navigationOf(ask: Ask): NavItem[] {
  const here = ask.c.req.path
  const items = ask.blocYear && mayHere(ask, 'year.read') ? yearItems(ask, ask.blocYear) : siteItems(ask)
  const best = items
    .map((item) => ({ item, reach: reachOf(ask, item, here) }))
    .filter((one) => one.reach > 0)
    .sort((a, b) => b.reach - a.reach)[0]?.item
  return items.map((item) => ({ ...item, current: item === best }))
}

/** Topics of a year without a menu entry of their own, and the entry they are reached by. */
const reachedBy: Readonly<Record<string, readonly string[]>> = {
  'phong-trao': ['du-thao', 'hoat-dong'],
  'giao-uoc': ['dang-ky'],
  'chi-tieu': ['ket-qua', 'doc-bao-cao'],
  'cham-diem': [
    'bang-diem',
    'khong-tham-gia',
    'kiem-tra',
    'kien-nghi',
    'nguoi-cham',
    'tham-dinh',
    'xep-hang',
  ],
  'hoi-nghi': ['ban-giao'],
}

/** How much of the present address an entry stands for; 0: it leads elsewhere. */
function reachOf(ask: Ask, item: NavItem, here: string): number {
  const year = ask.blocYear
  const root = year ? inYearPath(year.bloc.slug, year.year) : ''
  const topic = root && item.href.startsWith(`${root}/`) ? item.href.slice(root.length + 1) : ''
  const covered = [item.href, ...(reachedBy[topic] ?? []).map((other) => `${root}/${other}`)]
  const found = covered.filter((href) => here === href || here.startsWith(`${href}/`))
  return Math.max(0, ...found.map((href) => href.length))
}

function yearItems(ask: Ask, year: BlocYear): NavItem[] {
  const t = words(ask.lang)
  const at = (...rest: string[]) => inYearPath(year.bloc.slug, year.year, ...rest)
  const closed = closedTopics(ask)
  const items = [
    { label: t.board, href: at() },
    { label: t.movements, href: at('phong-trao') },
    { label: t.pledge, href: at('giao-uoc') },
    { label: t.targets, href: at('chi-tieu') },
    { label: t.scores, href: at('cham-diem') },
    { label: t.conferences, href: at('hoi-nghi') },
    { label: t.awards, href: at('khen-thuong') },
    { label: t.papers, href: at('van-ban') },
    { label: t.news, href: at('tin-tuc') },
  ]
  return items.filter(({ href }) => !isBelow(closed, at(), href))
}

function siteItems(ask: Ask): NavItem[] {
  const t = words(ask.lang)
  const takesPart = ask.actor.appointments.length > 0
  const items: NavItem[] = [
    ...(takesPart ? [{ label: t.board, href: '/nam-thi-dua' }] : []),
    { label: t.news, href: '/tin-tuc' },
    { label: t.blocs, href: '/khoi' },
    { label: t.units, href: '/don-vi' },
    { label: t.drives, href: '/dot-thi-dua' },
    { label: t.awards, href: '/khen-thuong' },
    { label: t.library, href: '/van-ban-chi-dao' },
  ]
  if (mayHere(ask, 'account.manage', {})) items.push({ label: t.accounts, href: '/quan-tri/tai-khoan' })
  if (mayHere(ask, 'audit.read', {})) items.push({ label: t.audit, href: '/nhat-ky' })
  return items
}

/** What the signed-in person is here, in words. */
export function roleLabelOf(ask: Ask): string {
  const t = words(ask.lang)
  const roles = rolesIn(ask.actor, ask.scope)
  const labels = ask.blocYear?.bloc
  if (roles.has('head')) return labels?.headLabel ?? t.head
  if (roles.has('deputy')) return labels?.deputyLabel ?? t.deputy
  const named = [
    'secretary',
    'province',
    'council',
    'teller',
    'news_approver',
    'news_editor',
    'observer',
  ] as const
  const found = named.find((role) => roles.has(role))
  if (found) return t[found]
  const appointments = ask.actor.appointments.map((one) => one.role)
  if (appointments.includes('unit_leader')) return t.leader
  if (appointments.includes('unit_officer')) return t.officer
  if (appointments.includes('administrator')) return t.administrator
  if (appointments.includes('province_officer')) return t.province
  return t.signed_in
}

/** The years of the bloc one can switch to, staying on the same topic where it has one. */
export function yearChoices(ask: Ask, year: BlocYear): NonNullable<PageFrame['bloc']>['years'] {
  return yearsOpenTo(ask, year).map((one) => ({
    year: one,
    href: mayHere(ask, 'year.read')
      ? inYearPath(year.bloc.slug, one)
      : inYearPath(year.bloc.slug, one, 'tin-tuc'),
    current: one === year.year,
  }))
}

/** A unit reads the years it was a member in; whoever else reads this year reads the bloc's other years too. */
function yearsOpenTo(ask: Ask, year: BlocYear): readonly number[] {
  const reads = (memberUnitIds: readonly string[], one: number) =>
    mayHere(ask, 'year.read', {
      ...ask.scope,
      year: { id: '', year: one, state: '', headUnitIds: [], deputyUnitIds: [], memberUnitIds },
    })
  const open = year.years.filter((one) => one === year.year || reads(year.unitsByYear?.[one] ?? [], one))
  return open.length > 0 ? open : year.years
}
