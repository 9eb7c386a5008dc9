import type { Paper } from '../../../domain/documents/paper.ts'
import { buildHandoverMinutes } from '../../../domain/documents/papers/handover-minutes.ts'
import type { Participant } from '../../../domain/documents/papers/meeting.ts'
import { findHandoverFacts, type HandoverFacts } from './handover.store.ts'
import { minutesIssue, partiesOf } from './parties.ts'
import { type Assembly, linesOf, markOf, stated, writtenLines, writtenOr } from './request.ts'
import { counted, nameAndCapacity } from './wording.ts'

/** Biên bản bàn giao with the danh mục hồ sơ. */
export async function assembleHandoverMinutes(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const handover = await findHandoverFacts(db, year.id, year.year)
  if (!parties || !handover?.heldOn) return undefined
  const person = (text: string, unitId: string): readonly Participant[] => {
    const leader = parties.leaders.get(unitId)
    if (text !== '') return [{ ...nameAndCapacity(text), ...markOf(handover.illustrative) }]
    return leader && leader.name !== ''
      ? [{ name: leader.name, capacity: leader.title, ...markOf(leader.illustrative) }]
      : []
  }
  return buildHandoverMinutes({
    bloc: parties.bloc,
    issue: minutesIssue(request),
    year: year.year,
    meeting: { date: handover.heldOn, opened: null, closed: null, venue: handover.place },
    giver: { unitName: handover.fromUnit, persons: person(handover.givenBy, handover.fromUnitId) },
    taker: { unitName: handover.toUnit, persons: person(handover.acceptedBy, handover.toUnitId) },
    witness: witnessOf(handover),
    openWork: [
      ...(handover.openProposals === 0
        ? []
        : [
            stated(
              `Chờ kết quả đối với ${counted(handover.openProposals)} đề nghị khen thưởng.`,
              handover.illustrative,
            ),
          ]),
      ...linesOf(handover.note).map((line) => stated(line, handover.illustrative)),
      ...writtenLines(request, 'open_work'),
    ],
    items: handover.items.map(({ title, quantity, note }) => ({
      name: title,
      quantity,
      note,
      ...markOf(handover.illustrative),
    })),
    recipients: writtenOr(request, 'recipients', [
      'Bên giao',
      'Bên nhận',
      'Các đơn vị thành viên',
      'Lưu: VT',
    ]),
  })
}

/** "Bùi Thị B, Chuyên viên Sở Nội vụ": a person; a name alone may be an office. */
function witnessOf({ witness, illustrative }: HandoverFacts) {
  if (witness === '') return null
  const { name, capacity } = nameAndCapacity(witness)
  if (capacity === '') return { unitName: name, persons: [] }
  return { unitName: capacity, persons: [{ name, capacity, ...markOf(illustrative) }] }
}
