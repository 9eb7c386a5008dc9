import type { BlocParty, Issue, Signer, UnitParty } from '../../../domain/documents/papers/parties.ts'
import { findUnitFacts, type LeaderFacts, listLeaders, type UnitFacts } from './parties.store.ts'
import { provinceText } from './provinces.ts'
import { type Assembly, markOf, type PaperRequest } from './request.ts'
import { lowered, raised } from './wording.ts'

/** Who speaks in the papers of a year. */
export type Parties = {
  readonly bloc: BlocParty
  readonly leaders: ReadonlyMap<string, LeaderFacts>
}

/** The bloc with its head unit, and the leaders of the units. Undefined while the year has no head. */
export async function partiesOf({ db, year, request }: Assembly): Promise<Parties | undefined> {
  if (year.headUnitId === null) return undefined
  const head = await findUnitFacts(db, year.headUnitId, year.year)
  if (!head) return undefined
  const leaders = await listLeaders(db, year)
  const { name, label, headLabel } = year.bloc
  return {
    bloc: {
      name,
      label,
      headLabel,
      headUnit: { name: head.name, symbol: request.symbol || symbolOf(head) },
      superior: peoplesCommittee(year.province.name),
      place: request.place || year.province.name,
    },
    leaders: new Map(leaders.map((leader) => [leader.unitId, leader])),
  }
}

/** A unit that issues a paper in its own name. */
export function unitParty(unit: UnitFacts, { year, request }: Assembly): UnitParty {
  const { name: province } = year.province
  return {
    name: unit.name,
    superior: belowPeoplesCommittee.has(unit.kind) ? peoplesCommittee(province) : null,
    symbol: request.symbol || symbolOf(unit),
    place: request.place || province,
  }
}

/** Who signs for a unit: as typed in when the paper was issued, else as the records of the year say. */
export function signerOf(request: PaperRequest, leader: LeaderFacts | undefined): Signer {
  const typed = request.signerName !== '' || request.signerTitle !== ''
  const { name, title, capacity } = typed
    ? { name: request.signerName, title: request.signerTitle, capacity: request.capacity }
    : (leader ?? { name: '', title: '', capacity: '' })
  const illustrative = typed ? request.illustrative : (leader?.illustrative ?? false)
  const plainTitle = title || 'Thủ trưởng đơn vị'
  return {
    name: name || null,
    title: plainTitle,
    ...(isSubstitute(capacity)
      ? { onBehalf: { code: capacity, of: headTitle(plainTitle, capacity, leader) } }
      : {}),
    ...(capacity === 'Q.' ? { acting: true } : {}),
    ...markOf(illustrative && name !== ''),
  }
}

/** Title of a signer with the capacity before it: "KT. Giám đốc, Phó Giám đốc". */
export function capacityText(leader: Pick<LeaderFacts, 'title' | 'capacity'>): string {
  const title = leader.title || 'Thủ trưởng đơn vị'
  if (leader.capacity === 'Q.') return `Q. ${title}`
  if (!isSubstitute(leader.capacity)) return title
  return `${leader.capacity} ${headTitle(title, leader.capacity, undefined)}, ${title}`
}

/** Number and date for a builder. */
export function issueOf(request: PaperRequest): Issue {
  return { number: request.number, date: request.issuedOn }
}

/** Number and date for minutes, which often bear no number. */
export function minutesIssue(request: PaperRequest): Issue | null {
  return request.number === null ? null : issueOf(request)
}

/**
 * The abbreviation of a unit in the symbol of its papers: an alias that is one, else the initials of its name.
 *
 * @example
 * symbolOf({ name: 'Sở Khoa học và Công nghệ', aliases: [] }) // 'SKHCN'
 */
export function symbolOf(unit: Pick<UnitFacts, 'name' | 'aliases'>): string {
  const known = unit.aliases.find((alias) => /^\p{Lu}{2,8}$/u.test(alias))
  if (known) return known
  return unit.name
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !['và', 'các', 'của', 'tỉnh'].includes(lowered(word)))
    .map((word) => raised(word).slice(0, 1).toUpperCase())
    .join('')
}

/** "Ủy ban nhân dân tỉnh Bắc Ninh", "Ủy ban nhân dân thành phố Hà Nội". */
function peoplesCommittee(province: string): string {
  return `Ủy ban nhân dân ${provinceText(province)}`
}

const belowPeoplesCommittee = new Set([
  'department',
  'board',
  'management_board',
  'project_board',
  'national_park',
  'fund',
  'district',
  'commune',
  'school',
  'hospital',
])

type Substitute = 'KT.' | 'TL.' | 'TUQ.'

function isSubstitute(capacity: string): capacity is Substitute {
  return capacity === 'KT.' || capacity === 'TL.' || capacity === 'TUQ.'
}

/** In whose place somebody signs: a deputy for the head of the same title, others for the leader of the unit. */
function headTitle(title: string, capacity: Substitute, leader: LeaderFacts | undefined): string {
  if (capacity === 'KT.' && /^phó /i.test(title)) return raised(title.slice('Phó '.length))
  if (leader && leader.capacity === '' && leader.title !== '') return leader.title
  return 'Thủ trưởng đơn vị'
}
