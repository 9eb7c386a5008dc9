import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import { hasOutcome, type OutcomeState } from '../../domain/awards/index.ts'
import {
  type BoardColumn,
  boardColumns,
  type DraftProgress,
  type MemberFacts,
  type MidYear,
  type Step,
  type YearFacts,
} from '../../domain/years/index.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'
import type { RecordedVisit } from './board-checks.ts'

/** One touched cell of the board, as it lies in the records. */
export type RecordedStep = {
  readonly unitId: string
  readonly step: BoardColumn
  readonly state: 'draft' | 'sent' | 'returned' | 'accepted' | 'excused'
  readonly channel: 'screen' | 'paper' | 'file'
  readonly onBehalf: boolean
  readonly reason: string
  /** A day of its own for this unit, in place of the bloc's. */
  readonly dueOn: string | null
  readonly changedOn: string
  readonly illustrative: boolean
}

/** Everything the board and the gates look at, read in one go. */
export type YearRecords = {
  readonly steps: readonly RecordedStep[]
  readonly deadlines: Readonly<Partial<Record<BoardColumn, string>>>
  readonly drafts: Readonly<Partial<Record<string, DraftProgress>>>
  readonly proposals: readonly {
    readonly id: string
    readonly unitId: string | null
    readonly state: OutcomeState
  }[]
  readonly scoreTable: string | null
  readonly pledge: string | null
  readonly scoresShown: boolean
  readonly openAppeals: number
  readonly conferenceHeld: boolean
  readonly scoresAdopted: boolean
  readonly minutesSigned: boolean
  readonly nextHead: string | null
  readonly submissionSent: boolean
  readonly handoverDone: boolean
  /** Visits of announced plans of checks, by day; cancelled ones left out. */
  readonly visits: readonly RecordedVisit[]
}

/**
 * The records of all topics on one year as JSON text, in one query: the board is the page that is opened most. As text
 * they can be compared with what was drawn before, without being read.
 */
export async function readRecordsText(db: Reading, yearId: string): Promise<string> {
  const found = await sql<{ records: string }>`/* kept */
    select row_to_json(r)::text as records from (
      select
        coalesce((select json_agg(json_build_object('unitId', s.unit_id, 'step', s.step, 'state', s.state,
          'channel', s.channel, 'onBehalf', s.on_behalf, 'reason', s.reason, 'dueOn', s.due_on,
          'changedOn', (s.changed_at at time zone 'Asia/Ho_Chi_Minh')::date, 'illustrative', s.illustrative))
          from unit_step s where s.bloc_year_id = y.id), '[]') as steps,
        coalesce((select json_object_agg(d.step, d.due_on) from deadline d where d.bloc_year_id = y.id), '{}') as deadlines,
        coalesce((select json_object_agg(k.kind, k.progress) from (
          select d.kind, case min(array_position(array['adopted', 'circulating', 'drafting'], d.state))
            when 1 then 'adopted' when 2 then 'circulated' else 'drafted' end as progress
          from draft d where d.bloc_year_id = y.id and d.state <> 'withdrawn' group by d.kind) k), '{}') as drafts,
        coalesce((select json_agg(json_build_object('id', p.id, 'unitId', p.unit_id, 'state', p.state))
          from proposal p where p.bloc_year_id = y.id and p.state <> 'withdrawn'), '[]') as proposals,
        (select t.state from score_table t where t.bloc_year_id = y.id and t.state <> 'replaced'
          order by t.version_number desc limit 1) as "scoreTable",
        (select g.state from pledge g where g.bloc_year_id = y.id and g.state <> 'replaced'
          order by g.version_number desc limit 1) as pledge,
        exists (select 1 from ranking r join score_table t on t.id = r.score_table_id
          where t.bloc_year_id = y.id and r.layer in ('head', 'final', 'agency')) as "scoresShown",
        (select count(*)::int from appeal a join score_table t on t.id = a.score_table_id
          where t.bloc_year_id = y.id and a.kind = 'appeal' and a.state in ('sent', 'conference')) as "openAppeals",
        exists (select 1 from conference c where c.bloc_year_id = y.id and c.kind = 'year_end'
          and c.state = 'closed') as "conferenceHeld",
        exists (select 1 from ranking r join score_table t on t.id = r.score_table_id
          where t.bloc_year_id = y.id and r.layer in ('final', 'agency')) as "scoresAdopted",
        exists (select 1 from paper p where p.bloc_year_id = y.id and p.type = 'conference-minutes'
          and p.state = 'issued') as "minutesSigned",
        (select l.unit_id from leadership l where l.bloc_id = y.bloc_id and l.role = 'head' and l.for_year = y.year + 1
          and l.to_date is null) as "nextHead",
        exists (select 1 from submission s where s.bloc_year_id = y.id) as "submissionSent",
        exists (select 1 from handover h where h.bloc_year_id = y.id and h.state = 'accepted') as "handoverDone",
        coalesce((select json_agg(json_build_object('id', v.id, 'unitId', v.unit_id, 'state', v.state,
          'plannedOn', v.planned_on, 'heldOn', v.held_on, 'signedOn', v.signed_on,
          'corrections', coalesce((select json_agg(json_build_object('state', c.state, 'dueOn', c.due_on, 'body', c.body))
            from check_correction c where c.check_visit_id = v.id and v.signed_on is not null), '[]'))
          order by coalesce(v.held_on, v.planned_on), v.id)
          from check_visit v join check_plan k on k.id = v.check_plan_id
          where k.bloc_year_id = y.id and k.announced_on is not null and v.state <> 'cancelled'), '[]') as visits
      from bloc_year y where y.id = ${yearId}) r`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Error('The year went away while it was being read')
  return row.records
}

/** The same, read. */
export async function readRecords(db: Reading, year: Pick<BlocYear, 'id'>): Promise<YearRecords> {
  return JSON.parse(await readRecordsText(db, year.id)) as YearRecords
}

/** What the gates look at. */
export function factsOf(year: BlocYear, records: YearRecords): YearFacts {
  const { drafts, scoreTable, pledge, proposals } = records
  return {
    headUnitId: year.headUnitId,
    members: memberFacts(year, records),
    drafts: {
      regulation: drafts.regulation ?? 'missing',
      scoreTable:
        scoreTable === 'adopted' || scoreTable === 'frozen' ? 'adopted' : (drafts.score_table ?? 'missing'),
      pledge: pledge === 'signing' || pledge === 'signed' ? 'adopted' : (drafts.pledge ?? 'missing'),
    },
    scoreTableFrozen: scoreTable === 'frozen',
    midYear: year.midYear as MidYear,
    scoresShown: records.scoresShown,
    openAppeals: records.openAppeals,
    conferenceHeld: records.conferenceHeld,
    scoresAdopted: records.scoresAdopted,
    minutesSigned: records.minutesSigned,
    nextHeadChosen: records.nextHead !== null,
    proposals: proposals.map(({ id, unitId, state }) => ({ id, unitId, hasOutcome: hasOutcome(state) })),
    proposalsFixed: proposals.length > 0 || records.submissionSent,
    submissionSent: records.submissionSent,
    // A unit that goes on leading has nobody to hand over to.
    handoverDone: records.handoverDone || (records.nextHead !== null && records.nextHead === year.headUnitId),
  }
}

/** Every member with all steps of the year, touched or not. */
export function memberFacts(year: Pick<BlocYear, 'members'>, records: YearRecords): readonly MemberFacts[] {
  const touched = new Map(records.steps.map((step) => [`${step.unitId} ${step.step}`, step]))
  const proposed = new Set(records.proposals.map((proposal) => proposal.unitId))
  return year.members.map(({ id: unitId }) => ({
    unitId,
    steps: Object.fromEntries(
      boardColumns.map((column) => {
        const step = touched.get(`${unitId} ${column}`)
        const due = step?.dueOn ?? records.deadlines[column] ?? null
        if (step) return [column, { ...stateOf(step), due }]
        return [
          column,
          column === 'achievement_report' ? unasked(proposed, unitId, due) : { state: 'none', due },
        ]
      }),
    ),
  }))
}

/** Only a proposed unit owes an achievement report; until somebody is proposed nobody is late with it. */
function unasked(proposed: ReadonlySet<string | null>, unitId: string, due: string | null): Step {
  if (proposed.has(unitId)) return { state: 'none', due }
  return { state: proposed.size > 0 ? 'not_asked' : 'none', due: null }
}

const states = {
  draft: 'draft',
  sent: 'sent',
  returned: 'returned',
  accepted: 'done',
  excused: 'absence_noted',
} as const

function stateOf(step: RecordedStep): Omit<Step, 'due'> {
  return {
    state: states[step.state],
    channel: step.channel === 'paper' ? 'paper' : step.onBehalf ? 'on_behalf' : 'screen',
    // The day of acceptance says nothing about the day of sending: only what still waits can be called late.
    doneOn: step.state === 'sent' ? step.changedOn : null,
  }
}
