import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../db/database.ts'
import type { Observation, VisitRecord } from './visit-record.ts'

/** A visit, or undefined when there is none of this key. */
export async function findVisit(db: Reading, visitId: string): Promise<VisitRecord | undefined> {
  const found = await sql<VisitRecord>`
    select v.id, p.bloc_year_id, b.name as bloc_name, y.year, p.id as plan_id, p.title as plan_title, p.basis, p.announced_on,
      t.id as team_id, t.name as team_name, t.leading_unit_id, ${nameOf('t.leading_unit_id')} as leading_unit_name,
      (select slug from unit where id = t.leading_unit_id) as leading_unit_slug,
      (select json_agg(x.unit_id order by x.unit_id <> t.leading_unit_id, x.unit_id) from check_team_unit x
        where x.check_team_id = t.id) as team_unit_ids,
      (select json_agg(${nameOf('x.unit_id')} order by x.unit_id <> t.leading_unit_id, ${nameOf('x.unit_id')})
        from check_team_unit x where x.check_team_id = t.id) as team_units,
      coalesce((select json_agg(json_build_object('unit', ${nameOf('m.unit_id')}, 'name', m.name, 'title', m.title,
        'duty', m.duty) order by m.position) from check_team_member m where m.check_team_id = t.id), '[]') as persons,
      v.unit_id, ${nameOf('v.unit_id')} as unit_name, u.slug as unit_slug, v.planned_on, ${clock('v.planned_at')} as planned_at,
      v.place, v.state, v.moved_from, v.reason, v.held_on, ${clock('v.held_from')} as held_from,
      ${clock('v.held_to')} as held_to, v.attended_team, v.attended_unit, v.contents, v.opinion, v.change_reason,
      v.minutes_version, v.signed_on, v.version, v.illustrative,
      coalesce((select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'body', o.body,
          'criterionCode', o.criterion_code, 'criterionName', ${criterionName('o.criterion_code', 'y.id')},
          'indicatorId', o.indicator_id, 'indicatorName', i.name) order by o.kind, o.created_at, o.id)
        from check_observation o left join indicator i on i.id = o.indicator_id
        where o.check_visit_id = v.id), '[]') as observations,
      coalesce((select json_agg(json_build_object('id', c.id, 'body', c.body, 'dueOn', c.due_on, 'state', c.state,
          'answer', c.answer, 'answeredOn', c.answered_on, 'answeredOnBehalf', c.answered_on_behalf, 'verdict', c.verdict,
          'settledOn', c.settled_on, 'settledByName', a.name, 'version', c.version,
          'files', coalesce((select json_agg(json_build_object('fileId', f.id, 'fileName', f.name) order by l.added_at)
            from check_correction_file l join file f on f.id = l.file_id where l.check_correction_id = c.id), '[]'))
          order by c.due_on, c.created_at, c.id)
        from check_correction c left join accounts."user" a on a.id = c.settled_by
        where c.check_visit_id = v.id), '[]') as corrections,
      coalesce((select json_agg(json_build_object('id', m.id, 'versionNumber', m.version_number, 'content', m.content,
          'fingerprint', m.fingerprint, 'changeReason', m.change_reason,
          'signatures', coalesce((select json_agg(json_build_object('party', s.party, 'unitId', s.unit_id,
              'signerName', s.signer_name, 'signerTitle', s.signer_title, 'capacity', s.capacity,
              'signedOn', s.signed_on, 'channel', s.channel, 'scanFileId', s.scan_file_id,
              'recordedByName', a.name, 'illustrative', s.illustrative) order by s.recorded_at)
            from check_signature s left join accounts."user" a on a.id = s.recorded_by
            where s.check_minutes_id = m.id), '[]')) order by m.version_number desc)
        from check_minutes m where m.check_visit_id = v.id), '[]') as minutes
    from check_visit v
    join check_plan p on p.id = v.check_plan_id
    join check_team t on t.id = v.check_team_id
    join bloc_year y on y.id = p.bloc_year_id
    join bloc b on b.id = y.bloc_id
    join unit u on u.id = v.unit_id
    where v.id = ${visitId}`.execute(db)
  return found.rows[0]
}

/** What signed minutes say of a unit's criteria: seen beside the lines of the score table. */
export async function listSignedObservations(
  db: Reading,
  blocYearId: string,
  unitId: string,
): Promise<readonly (Observation & { readonly visitId: string; readonly heldOn: string })[]> {
  const found = await sql<Observation & { visitId: string; heldOn: string }>`
    select o.id, o.kind, o.body, o.criterion_code, ${criterionName('o.criterion_code', 'p.bloc_year_id')} as criterion_name,
      o.indicator_id, i.name as indicator_name, v.id as visit_id, v.held_on
    from check_observation o
    join check_visit v on v.id = o.check_visit_id and v.unit_id = ${unitId} and v.signed_on is not null
    join check_plan p on p.id = v.check_plan_id and p.bloc_year_id = ${blocYearId}
    left join indicator i on i.id = o.indicator_id
    order by v.held_on, o.kind, o.created_at`.execute(db)
  return found.rows
}

/** The name a unit bore in the year; an expression for queries that call the year `y`. */
function nameOf(column: string): RawBuilder<unknown> {
  return sql`(
    select name from unit_name where unit_id = ${sql.ref(column)} and valid_from <= make_date(y.year, 12, 31)
    order by valid_from desc limit 1)`
}

function criterionName(code: string, year: string): RawBuilder<unknown> {
  return sql`(
    select c.name from criterion c join score_table s on s.id = c.score_table_id
    where s.bloc_year_id = ${sql.ref(year)} and s.state <> 'replaced' and c.code = ${sql.ref(code)}
    order by s.version_number desc limit 1)`
}

function clock(column: string): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(column)}, 'HH24:MI')`
}
