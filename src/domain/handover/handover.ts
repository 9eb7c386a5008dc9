import type { Bilingual } from '../bilingual.ts'
import type { Mark } from '../law/mark.ts'

/** One thing handed over: a paper, a book, a file, money, an open matter. */
export type HandoverItem = {
  readonly kind: HandoverItemKind
  readonly title: string
  readonly given: boolean
  readonly received: boolean
  readonly note: string | null
}

/** Kinds of things handed over with the duty of head. */
export type HandoverItemKind =
  | 'tracking_book'
  | 'founding_papers'
  | 'regulation'
  | 'score_table'
  | 'pledge'
  | 'reports'
  | 'minutes'
  | 'award_files'
  | 'common_fund'
  | 'rotating_flag'
  | 'open_matters'
  | 'other'

/** Words of the kinds. */
export const handoverItemLabels: Readonly<Record<HandoverItemKind, Bilingual>> = {
  tracking_book: { vi: 'Sổ theo dõi công tác thi đua của khối', en: "The bloc's tracking book" },
  founding_papers: {
    vi: 'Quyết định thành lập, kiện toàn, danh sách thành viên',
    en: 'Founding papers, list of members',
  },
  regulation: { vi: 'Quy chế hoạt động', en: 'Regulation' },
  score_table: { vi: 'Bảng tiêu chí chấm điểm', en: 'Score table' },
  pledge: { vi: 'Bản giao ước thi đua đã ký', en: 'Signed pledge' },
  reports: { vi: 'Báo cáo sơ kết, tổng kết', en: 'Mid-year and year-end reports' },
  minutes: { vi: 'Biên bản hội nghị, kiểm phiếu, bình xét', en: 'Minutes of conference, count and choice' },
  award_files: { vi: 'Tờ trình và hồ sơ đề nghị khen thưởng', en: 'Submission and award dossiers' },
  common_fund: { vi: 'Kinh phí chung của khối', en: 'Common fund of the bloc' },
  rotating_flag: { vi: 'Cờ luân lưu Khối trưởng', en: 'Rotating flag of the head' },
  open_matters: { vi: 'Việc còn đang giải quyết', en: 'Open matters' },
  other: { vi: 'Nội dung khác', en: 'Other' },
}

/** A proposed checklist. Reports of handovers name only the tracking book; the rest is what a year leaves behind. */
export const handoverChecklist: readonly { readonly kind: HandoverItemKind; readonly mark: Mark }[] = [
  { kind: 'tracking_book', mark: 'habit' },
  { kind: 'founding_papers', mark: 'habit' },
  { kind: 'regulation', mark: 'habit' },
  { kind: 'score_table', mark: 'habit' },
  { kind: 'pledge', mark: 'habit' },
  { kind: 'reports', mark: 'habit' },
  { kind: 'minutes', mark: 'habit' },
  { kind: 'award_files', mark: 'habit' },
  { kind: 'common_fund', mark: 'habit' },
  { kind: 'open_matters', mark: 'habit' },
]

/** A signature under the handover record, on screen or from paper. */
export type HandoverSignature = {
  readonly party: 'old_head' | 'new_head' | 'witness'
  readonly unitId: string | null
  readonly signer: string
  readonly on: string
  readonly channel: 'screen' | 'paper'
}

/** The handover of a head's duty (biên bản bàn giao) from one unit to another. */
export type Handover = {
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly fromYear: number
  readonly toYear: number
  readonly items: readonly HandoverItem[]
  readonly signatures: readonly HandoverSignature[]
}

/** Something a handover still lacks. Only missing signatures and a wrong signer keep it from being effective. */
export type HandoverLack = {
  readonly code:
    | 'old_head_unsigned'
    | 'new_head_unsigned'
    | 'signed_by_other_unit'
    | 'no_witness'
    | 'no_items'
    | 'item_not_given'
    | 'item_not_received'
  readonly title?: string
  readonly severity: 'needed' | 'advised'
}

/** What is missing, needed things first. A head that hands over to itself (re-elected) signs for both. */
export function handoverLacks(handover: Handover): readonly HandoverLack[] {
  const signedBy = (party: HandoverSignature['party']) =>
    handover.signatures.some((one) => one.party === party)
  const lack = (
    missing: boolean,
    code: HandoverLack['code'],
    severity: HandoverLack['severity'],
  ): HandoverLack[] => (missing ? [{ code, severity }] : [])
  return [
    ...lack(!signedBy('old_head'), 'old_head_unsigned', 'needed'),
    ...lack(!signedBy('new_head'), 'new_head_unsigned', 'needed'),
    ...lack(
      handover.signatures.some((one) => wrongUnit(handover, one)),
      'signed_by_other_unit',
      'needed',
    ),
    ...lack(!signedBy('witness'), 'no_witness', 'advised'),
    ...lack(handover.items.length === 0, 'no_items', 'advised'),
    ...handover.items.flatMap(({ given, received, title }): HandoverLack[] => {
      if (!given) return [{ code: 'item_not_given', title, severity: 'advised' }]
      return received ? [] : [{ code: 'item_not_received', title, severity: 'advised' }]
    }),
  ]
}

/**
 * The day the handover takes effect: the later of the two heads' signatures; null while one is missing. From this day
 * the new head has the rights over its year, see `headOf`.
 */
export function effectiveOn(handover: Handover): string | null {
  if (handoverLacks(handover).some(({ severity }) => severity === 'needed')) return null
  const days = handover.signatures.filter(({ party }) => party !== 'witness').map(({ on }) => on)
  return days.sort().at(-1) ?? null
}

/** The sentence of a lack. */
export function handoverLackText(lack: HandoverLack): Bilingual {
  const title = lack.title ?? ''
  const texts: Readonly<Record<HandoverLack['code'], Bilingual>> = {
    old_head_unsigned: { vi: 'Bên giao chưa ký.', en: 'The old head has not signed.' },
    new_head_unsigned: { vi: 'Bên nhận chưa ký.', en: 'The new head has not signed.' },
    signed_by_other_unit: {
      vi: 'Người ký không thuộc bên giao hoặc bên nhận.',
      en: 'Signed by another unit.',
    },
    no_witness: { vi: 'Chưa có người chứng kiến.', en: 'No witness has signed.' },
    no_items: { vi: 'Danh mục bàn giao còn trống.', en: 'The list of things handed over is empty.' },
    item_not_given: { vi: `Chưa giao: ${title}.`, en: `Not handed over: ${title}.` },
    item_not_received: { vi: `Chưa xác nhận đã nhận: ${title}.`, en: `Receipt not confirmed: ${title}.` },
  }
  return texts[lack.code]
}

function wrongUnit(handover: Handover, { party, unitId }: HandoverSignature): boolean {
  if (party === 'witness' || unitId === null) return false
  return unitId !== (party === 'old_head' ? handover.fromUnitId : handover.toUnitId)
}
