import { isCalendarDate } from '../../../domain/documents/dates.ts'
import type { Paper } from '../../../domain/documents/paper.ts'
import { buildCommentSummary, type DraftComment } from '../../../domain/documents/papers/comment-summary.ts'
import { buildReminder } from '../../../domain/documents/papers/reminder.ts'
import { addDays } from '../../../domain/vietnamese/index.ts'
import { boardColumnInfo } from '../../../domain/years/index.ts'
import { debtsOf } from './duties.ts'
import { issueOf, partiesOf, signerOf } from './parties.ts'
import { type Assembly, markOf, stated, writtenOr } from './request.ts'
import { findDraftFacts, listOpinions, type OpinionFacts, readDuties } from './setup.store.ts'
import { raised } from './wording.ts'

/** Báo cáo tổng hợp ý kiến góp ý: what the members said to a draft that was sent round. */
export async function assembleCommentSummary(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request } = assembly
  const parties = await partiesOf(assembly)
  const draft = request.draftId === null ? undefined : await findDraftFacts(db, request.draftId)
  if (!parties || !draft?.circulatedOn || !draft.dueOn) return undefined
  const opinions = await listOpinions(db, draft.id)
  const commented = new Set(opinions.filter((one) => !one.agrees).map((one) => one.unitId))
  const agreed = new Set(opinions.filter((one) => one.agrees).map((one) => one.unitId))
  const members = year.members.map((unit) => ({ ...unit, statement: stated(unit.name, unit.illustrative) }))
  return buildCommentSummary({
    bloc: parties.bloc,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    draft: draft.title,
    sent: draft.circulatedOn,
    deadline: draft.dueOn,
    agreeing: members.filter(({ id }) => agreed.has(id) && !commented.has(id)).map((unit) => unit.statement),
    silent: members.filter(({ id }) => !agreed.has(id) && !commented.has(id)).map((unit) => unit.statement),
    silenceCountsAs: draft.silenceMeans === 'agrees' ? 'coi như nhất trí' : 'coi như không có ý kiến',
    comments: members.flatMap((unit) =>
      opinions
        .filter((one) => one.unitId === unit.id && !one.agrees)
        .map((one) => commentOf(one, unit.name, unit.illustrative)),
    ),
    recipients: writtenOr(request, 'recipients', ['Các đơn vị thành viên', 'Lưu: VT']),
  })
}

function commentOf(opinion: OpinionFacts, unitName: string, illustrative: boolean): DraftComment {
  const partly = opinion.answer === 'partly' ? 'một phần' : ''
  return {
    unitName,
    place: opinion.passage,
    comment: opinion.body,
    accepted: opinion.answer === null ? null : opinion.answer !== 'rejected',
    reason: [partly, opinion.answerReason].filter((part) => part !== '').join('; '),
    ...markOf(opinion.illustrative || illustrative),
  }
}

/** Công văn đôn đốc to one unit, or to all that owe something on the day. */
export async function assembleReminder(assembly: Assembly): Promise<Paper | undefined> {
  const { db, year, request, today } = assembly
  const parties = await partiesOf(assembly)
  if (!parties) return undefined
  const day = request.issuedOn ?? today
  const debts = debtsOf(year, await readDuties(db, year.id), day)
  const wanted = debts.filter(({ unitId }) => request.unitId === null || unitId === request.unitId)
  if (wanted.length === 0) return undefined
  const names = new Map(year.members.map((unit) => [unit.id, unit]))
  const [typedDeadline = ''] = writtenOr(request, 'deadline', [])
  const [contact = ''] = writtenOr(request, 'contact', [])
  return buildReminder({
    bloc: parties.bloc,
    year: year.year,
    issue: issueOf(request),
    signer: signerOf(request, parties.leaders.get(year.headUnitId ?? '')),
    owed: wanted.flatMap(({ unitId, owed }) =>
      owed.map((step) => ({
        unitName: names.get(unitId)?.name ?? '',
        what: raised(boardColumnInfo[step.column].thing.vi) + (step.returned ? ' (trả lại để bổ sung)' : ''),
        due: step.due,
        ...markOf(names.get(unitId)?.illustrative ?? false),
      })),
    ),
    deadline: isCalendarDate(typedDeadline) ? typedDeadline : addDays(day, 7),
    contact: contact || parties.bloc.headUnit.name,
    recipients: writtenOr(request, 'recipients', ['Như trên', 'Lưu: VT']),
  })
}
