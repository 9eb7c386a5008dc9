import { sql } from 'kysely'
import type { Reading } from '../../db/database.ts'
import type { BlocYear } from '../../scopes/scopes.store.ts'

/** What there is in a year that papers are made of. */
export type Inventory = {
  readonly drafts: readonly {
    readonly id: string
    readonly title: string
    readonly circulated: boolean
  }[]
  readonly registeredUnitIds: readonly string[]
  readonly pledge: boolean
  readonly conferences: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly heldOn: string | null
    readonly startsAt: string | null
    readonly timeText: string
    readonly state: string
    readonly tellers: number
    /** Votes counted from ballots, on screen or on paper. */
    readonly ballots: number
  }[]
  readonly midResults: boolean
  readonly yearResults: boolean
  readonly table: boolean
  readonly scores: boolean
  readonly selfScoredUnitIds: readonly string[]
  readonly proposals: readonly {
    readonly id: string
    readonly unitId: string | null
    readonly recipient: string
    readonly recipientName: string
    readonly awardName: string
  }[]
  /** Visits of announced plans that were held. */
  readonly visits: readonly {
    readonly id: string
    readonly unitId: string
    readonly planTitle: string
    readonly signed: boolean
  }[]
  readonly handover: { readonly day: string | null } | null
}

/** One query: the list of papers is opened often. */
export async function readInventory(db: Reading, year: BlocYear): Promise<Inventory> {
  const memberIds = year.members.map((unit) => unit.id)
  const ofMembers = sql`(r.bloc_id = ${year.bloc.id} or r.unit_id = any(${memberIds}::uuid[]))`
  const half = `${year.year}H1`
  const found = await sql<Inventory>`
    select
      coalesce((select json_agg(json_build_object('id', d.id, 'title', d.title,
          'circulated', d.circulated_on is not null and d.due_on is not null) order by d.created_at)
        from draft d where d.bloc_year_id = y.id and d.state <> 'withdrawn'), '[]') as drafts,
      coalesce((select json_agg(distinct g.unit_id) from registration g
        where g.bloc_year_id = y.id and g.quantity > 0), '[]') as registered_unit_ids,
      exists (select 1 from pledge p where p.bloc_year_id = y.id and p.state <> 'replaced') as pledge,
      coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'title', c.title, 'heldOn', c.held_on,
          'startsAt', c.starts_at, 'timeText', c.time_text, 'state', c.state,
          'tellers', (select count(*) from teller t where t.conference_id = c.id),
          'ballots', (select count(*) from poll p join poll_count n on n.poll_id = p.id
            where p.conference_id = c.id and p.state = 'counted' and n.source in ('box', 'paper')))
        order by c.held_on nulls last, c.created_at)
        from conference c where c.bloc_year_id = y.id), '[]') as conferences,
      exists (select 1 from result r where r.year = y.year and r.period = ${half} and r.state = 'current' and ${ofMembers})
        or exists (select 1 from narrative n where n.bloc_year_id = y.id and n.period = ${half} and n.body <> '') as mid_results,
      exists (select 1 from result r where r.year = y.year and r.period = y.year::text and r.state = 'current' and ${ofMembers})
        or exists (select 1 from narrative n where n.bloc_year_id = y.id and n.period = '' and n.body <> '') as year_results,
      exists (select 1 from score_table t where t.bloc_year_id = y.id and t.state <> 'replaced') as "table",
      exists (select 1 from score s join criterion c on c.id = s.criterion_id join score_table t on t.id = c.score_table_id
        where t.bloc_year_id = y.id and t.state <> 'replaced') as scores,
      coalesce((select json_agg(distinct s.unit_id) from score s join criterion c on c.id = s.criterion_id
        join score_table t on t.id = c.score_table_id
        where t.bloc_year_id = y.id and t.state <> 'replaced' and s.layer = 'self'), '[]') as self_scored_unit_ids,
      coalesce((select json_agg(json_build_object('id', p.id, 'unitId', p.unit_id, 'recipient', p.recipient,
          'recipientName', p.recipient_name, 'awardName', coalesce(nullif(p.printed_wording, ''), a.name_vi))
        order by a.position desc, p.rank nulls last, p.id)
        from proposal p join award a on a.code = p.award_code
        where p.bloc_year_id = y.id and p.state <> 'withdrawn'), '[]') as proposals,
      coalesce((select json_agg(json_build_object('id', v.id, 'unitId', v.unit_id, 'planTitle', k.title,
          'signed', v.signed_on is not null) order by v.held_on, v.id)
        from check_visit v join check_plan k on k.id = v.check_plan_id
        where k.bloc_year_id = y.id and k.announced_on is not null and v.state = 'held'), '[]') as visits,
      (select json_build_object('day', coalesce(h.held_on, h.given_on, h.accepted_on))
        from handover h where h.bloc_year_id = y.id) as handover
    from bloc_year y where y.id = ${year.id}`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Error('The year went away while it was being read')
  return row
}
