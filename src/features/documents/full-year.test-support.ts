import { sql } from 'kysely'
import type { World } from '../../../test/support/world.ts'
import type { Database } from '../../db/database.ts'

/** What tests refer to by key. */
export type FullYear = {
  readonly draftId: string
  readonly launchId: string
  readonly conferenceId: string
  readonly flagPollId: string
  readonly flagProposalId: string
  readonly checkVisitId: string
}

/**
 * A whole year of the world's bloc, put down row by row: comments on a draft, registration, targets, pledge,
 * results, scores, two conferences, counted votes, proposals, handover. The third unit is illustrative.
 */
export async function fillYear(db: Database, world: World): Promise<FullYear> {
  const { blocYearId, year, unitIds, provinceId, blocId } = world
  const [first, second, third, fourth] = unitIds
  const run = async (query: ReturnType<typeof sql>): Promise<string> => {
    const { rows } = await query.execute(db)
    return (rows[0] as { id?: string } | undefined)?.id ?? ''
  }

  await run(
    sql`update bloc set founding_decision = 'Quyết định số 123/QĐ-UBND về thành lập khối' where id = ${blocId}`,
  )
  await run(
    sql`update leadership set person_name = 'TS. Nguyễn Văn Mẫu', person_title = 'Giám đốc' where unit_id = ${first}`,
  )
  await run(sql`insert into unit_alias (unit_id, alias) values (${second}, 'SXD')`)

  const draftId = await run(sql`
    insert into draft (bloc_year_id, kind, title, state, circulated_on, due_on, silence_means, adopted_on, adopted_how)
    values (${blocYearId}, 'regulation', 'Quy chế hoạt động của Khối', 'adopted', ${`${year}-01-05`}, ${`${year}-01-15`},
      'agrees', ${`${year}-01-20`}, 'writing') returning id`)
  await run(
    sql`insert into draft_comment (draft_id, unit_id, agrees, said_on) values (${draftId}, ${first}, true, ${`${year}-01-06`})`,
  )
  await run(sql`
    insert into draft_comment (draft_id, unit_id, passage, body, answer, answer_reason, said_on)
    values (${draftId}, ${second}, 'Điều 5', 'Quy định rõ số đơn vị phải có mặt.', 'partly', 'bổ sung khoản 2', ${`${year}-01-07`}),
      (${draftId}, ${third}, 'Điều 8', 'Lùi hạn gửi bảng điểm.', 'rejected', 'hạn do tỉnh quy định', ${`${year}-01-08`})`)

  await run(sql`
    insert into registration (bloc_year_id, unit_id, kind, award_code, quantity, note)
    values (${blocYearId}, ${first}, 'collective', 'co_ubnd_tinh', 1, ''), (${blocYearId}, ${first}, 'personal', 'cstdcs', 6, ''),
      (${blocYearId}, ${first}, 'initiative', null, 2, 'Số hóa hồ sơ cấp phép')`)
  const output = await run(sql`
    insert into indicator (code, name, unit_of_measure, field_code)
    values ('gtsx', 'Giá trị sản xuất công nghiệp', 'tỷ đồng', (select code from field_of_work order by position limit 1)) returning id`)
  const files = await run(
    sql`insert into indicator (code, name, unit_of_measure, direction) values ('qua-han', 'Tỷ lệ hồ sơ quá hạn', '%', 'down') returning id`,
  )
  await run(sql`
    insert into target (indicator_id, year, unit_id, kind, value, set_by, basis)
    values (${output}, ${year}, ${first}, 'at_least', 1334.251, 'people_committee', 'Kế hoạch 45/KH-UBND')`)
  await run(sql`
    insert into target (indicator_id, year, unit_id, kind, strict, value, illustrative)
    values (${files}, ${year}, ${third}, 'at_most', true, 5, true)`)
  await run(sql`
    insert into result (indicator_id, year, period, unit_id, value, is_estimate, comparisons)
    values (${output}, ${year}, ${String(year)}, ${first}, 1400.5, true,
      ${JSON.stringify([{ kind: 'previous_year', direction: 'up', percent: '5.4', base: `năm ${year - 1}` }])}::jsonb)`)
  await run(
    sql`insert into result (indicator_id, year, period, unit_id, value) values (${output}, ${year}, ${`${year}H1`}, ${first}, 650)`,
  )
  await run(sql`
    insert into result (indicator_id, year, period, unit_id, value, illustrative)
    values (${files}, ${year}, ${String(year)}, ${third}, 7, true)`)
  await run(sql`
    insert into narrative (bloc_year_id, unit_id, part, body)
    values (${blocYearId}, null, 'context', 'Năm có nhiều thay đổi về tổ chức bộ máy.'),
      (${blocYearId}, null, 'shortcomings', 'Một số báo cáo gửi chậm.'), (${blocYearId}, ${second}, 'causes', 'Thiếu người phụ trách.'),
      (${blocYearId}, null, 'requests', 'Tỉnh sớm ban hành khung điểm.'), (${blocYearId}, ${first}, 'context', 'Sở có 62 công chức.')`)
  await run(
    sql`insert into narrative (bloc_year_id, unit_id, part, period, body) values (${blocYearId}, null, 'guidance', ${`${year}H1`}, 'Giao ban hằng quý.')`,
  )
  const activity = await run(sql`
    insert into activity (bloc_year_id, kind, title, held_on, place)
    values (${blocYearId}, 'sport', 'Hội thao của khối', ${`${year}-05-19`}, 'Nhà thi đấu tỉnh') returning id`)
  await run(sql`
    insert into activity_part (activity_id, unit_id, people, contribution)
    values (${activity}, ${first}, 20, 5000000), (${activity}, ${second}, 15, 2500000)`)
  await run(sql`
    insert into movement (province_id, level, bloc_id, year, title, launched_on)
    values (${provinceId}, 'bloc', ${blocId}, ${year}, 'Cải cách hành chính', ${`${year}-02-10`})`)

  const pledge = await run(sql`
    insert into pledge (bloc_year_id, title, preamble, contents, state, signed_on)
    values (${blocYearId}, 'Giao ước thi đua', 'Phát huy kết quả năm trước.',
      ${'I. Thực hiện nhiệm vụ chính trị\n- Hoàn thành chỉ tiêu được giao.\nII. Phong trào thi đua\n- Phát động đến từng phòng.\n- Gửi báo cáo đúng hạn.'},
      'signed', ${`${year}-02-14`}) returning id`)
  await run(sql`
    insert into pledge_signature (pledge_id, unit_id, signer_name, signer_title, capacity, signed_on, channel)
    values (${pledge}, ${first}, 'Nguyễn Văn Mẫu', 'Giám đốc', '', ${`${year}-02-14`}, 'screen'),
      (${pledge}, ${second}, 'Trần Thị Mẫu', 'Phó Giám đốc', 'KT.', ${`${year}-02-14`}, 'paper'),
      (${pledge}, ${third}, 'Phạm Văn Mẫu', 'Giám đốc', '', ${`${year}-02-15`}, 'paper')`)

  const table = await run(sql`
    insert into score_table (bloc_year_id, title, total, state, adopted_on)
    values (${blocYearId}, 'Bảng tiêu chí chấm điểm', 100, 'frozen', ${`${year}-03-01`}) returning id`)
  const criterion = (
    parent: string | null,
    position: number,
    code: string,
    name: string,
    points: number,
    side = 'normal',
  ) =>
    run(sql`
      insert into criterion (score_table_id, parent_id, position, code, name, max_points, side)
      values (${table}, ${parent}, ${position}, ${code}, ${name}, ${points}, ${side}) returning id`)
  const group = await criterion(null, 0, 'I', 'Nhiệm vụ chính trị', 70)
  const targets = await criterion(group, 0, 'I.1', 'Hoàn thành chỉ tiêu', 50)
  const reform = await criterion(group, 1, 'I.2', 'Cải cách hành chính', 20)
  const movement = await criterion(null, 1, 'II', 'Phong trào thi đua', 30)
  const points: readonly (readonly [string, string, readonly [string, string, string]])[] = [
    [first, 'self', ['49.5', '20', '28']],
    [first, 'final', ['49', '19.5', '28']],
    [second, 'self', ['48', '19', '27']],
    [second, 'final', ['48', '19', '27']],
    [third, 'self', ['45', '18', '25']],
    [third, 'final', ['45', '18', '25']],
  ]
  for (const [unit, layer, [a, b, c]] of points) {
    await run(sql`
      insert into score (criterion_id, unit_id, layer, points, reason, illustrative)
      values (${targets}, ${unit}, ${layer}, ${a}, '', ${unit === third}), (${reform}, ${unit}, ${layer}, ${b}, 'theo kết quả công bố', false),
        (${movement}, ${unit}, ${layer}, ${c}, '', false)`)
  }
  await run(sql`
    insert into ranking (score_table_id, layer, rows, fingerprint)
    values (${table}, 'final', ${JSON.stringify([
      { unitId: first, rank: 1, total: '96.5' },
      { unitId: second, rank: 2, total: '94' },
      { unitId: third, rank: 3, total: '88' },
    ])}::jsonb, 'x')`)

  const launchId = await run(sql`
    insert into conference (province_id, bloc_year_id, kind, title, held_on, time_text, place, state)
    values (${provinceId}, ${blocYearId}, 'launch', 'Hội nghị ký giao ước thi đua', ${`${year}-02-14`}, '8 giờ 30', 'Hội trường', 'invited')
    returning id`)
  const conferenceId = await run(sql`
    insert into conference (province_id, bloc_year_id, kind, title, held_on, starts_at, place, chair_name, chair_title,
      secretary_name, state, report_adopted, conclusion)
    values (${provinceId}, ${blocYearId}, 'year_end', 'Hội nghị tổng kết công tác thi đua, khen thưởng', ${`${year}-11-20`}, '14:00',
      'Hội trường Sở Công Thương', 'Nguyễn Văn Mẫu', 'Giám đốc Sở Công Thương, Trưởng khối', 'Phan Thị Mẫu, Chánh Văn phòng',
      'closed', true, 'Giao thư ký hoàn thiện biên bản.') returning id`)
  await run(sql`
    insert into agenda_item (conference_id, position, title, presenter)
    values (${conferenceId}, 1, 'Báo cáo tổng kết', 'Trưởng khối'), (${conferenceId}, 2, 'Bình xét thi đua', '')`)
  await run(sql`
    insert into attendance (conference_id, unit_id, delegate_name, delegate_title, presence, note)
    values (${conferenceId}, ${first}, 'Nguyễn Văn Mẫu', 'Giám đốc', 'present', ''),
      (${conferenceId}, ${second}, 'Trần Thị Mẫu', 'Phó Giám đốc', 'stand_in', 'giấy ủy quyền'),
      (${conferenceId}, ${third}, '', '', 'present', ''), (${conferenceId}, ${fourth}, '', '', 'absent', 'họp tại trung ương')`)
  await run(sql`
    insert into attendance (conference_id, guest, delegate_title, presence)
    values (${conferenceId}, 'Đại diện Sở Nội vụ', '', 'present')`)
  await run(
    sql`insert into remark (conference_id, unit_id, body, taken_up, answer) values (${conferenceId}, ${second}, 'Bổ sung kết quả chỉnh trang đô thị.', true, '')`,
  )
  await run(
    sql`insert into direction (conference_id, position, body) values (${conferenceId}, 1, 'Đổi mới nội dung phong trào')`,
  )
  await run(sql`
    insert into teller (conference_id, name, unit_id, duty)
    values (${conferenceId}, 'Lê Thị Mẫu', ${second}, 'head'), (${conferenceId}, 'Đỗ Văn Mẫu', ${third}, 'member')`)

  const flagPollId = await poll(db, conferenceId, {
    purpose: 'award',
    award: 'co_ubnd_tinh',
    title: 'Đề nghị tặng Cờ thi đua của UBND tỉnh',
    method: 'secret',
    source: 'box',
    votes: [
      [first, 3],
      [second, 1],
    ],
    taken: [first],
  })
  await poll(db, conferenceId, {
    purpose: 'head',
    award: null,
    title: 'Bầu Trưởng khối',
    method: 'hands',
    source: 'hands',
    votes: [[second, 3]],
    taken: [second],
    forYear: year + 1,
  })

  const flagProposalId = await run(sql`
    insert into proposal (bloc_year_id, award_code, printed_wording, recipient, unit_id, mode, poll_id, rank, achievement)
    values (${blocYearId}, 'co_ubnd_tinh', 'Cờ thi đua của UBND tỉnh Bắc Ninh', 'collective', ${first}, 'vote_among_top', ${flagPollId}, 1,
      'Hoàn thành vượt mức các chỉ tiêu.') returning id`)
  await run(sql`
    insert into proposal (bloc_year_id, award_code, recipient, unit_id, mode, rank, departure_reason, illustrative)
    values (${blocYearId}, 'bang_khen_chu_tich_tinh', 'collective', ${third}, 'score', 3, 'Đơn vị xếp thứ 2 đã có Bằng khen năm trước', true)`)
  await run(sql`
    insert into award_record (province_id, unit_id, recipient_name, award_code, year, decision_number, decided_on, decided_by)
    values (${provinceId}, ${first}, 'Sở Công Thương', 'bang_khen_chu_tich_tinh', ${year - 2}, '99/QĐ-UBND', ${`${year - 1}-01-10`}, 'Chủ tịch UBND tỉnh')`)
  await run(sql`
    insert into rating (unit_id, year, subject, level, decided_by, decision)
    values (${first}, ${year}, 'unit', 'good', 'UBND tỉnh', 'Quyết định 12')`)

  const checkPlanId = await run(sql`
    insert into check_plan (bloc_year_id, title, announced_on)
    values (${blocYearId}, 'Kế hoạch kiểm tra chéo', ${`${year}-10-10`}) returning id`)
  const checkTeamId = await run(sql`
    insert into check_team (check_plan_id, name, leading_unit_id) values (${checkPlanId}, 'Đoàn số 1', ${first}) returning id`)
  await run(sql`
    insert into check_team_unit (check_team_id, unit_id) values (${checkTeamId}, ${first}), (${checkTeamId}, ${second})`)
  const checkVisitId = await run(sql`
    insert into check_visit (check_plan_id, check_team_id, unit_id, state, held_on, held_from, contents, opinion)
    values (${checkPlanId}, ${checkTeamId}, ${fourth}, 'held', ${`${year}-11-08`}, '08:00', 'Hồ sơ minh chứng', '') returning id`)
  await run(sql`
    insert into check_correction (check_visit_id, body, due_on)
    values (${checkVisitId}, 'Bổ sung văn bản phát động.', ${`${year}-11-20`})`)

  const handover = await run(sql`
    insert into handover (bloc_year_id, to_year, from_unit_id, to_unit_id, held_on, place, witness, given_by, accepted_by, state)
    values (${blocYearId}, ${year + 1}, ${first}, ${second}, ${`${year}-12-30`}, 'Sở Công Thương', 'Bùi Thị Mẫu, Sở Nội vụ',
      'Nguyễn Văn Mẫu, Giám đốc', '', 'given') returning id`)
  await run(sql`
    insert into handover_item (handover_id, position, title, quantity)
    values (${handover}, 1, 'Quy chế hoạt động', '01 bản giấy'), (${handover}, 2, 'Bản giao ước đã ký', '01 bản')`)
  await run(sql`
    insert into deadline (bloc_year_id, step, due_on)
    values (${blocYearId}, 'registration', ${`${year}-03-15`}), (${blocYearId}, 'self_score', ${`${year}-11-15`})`)
  await run(sql`
    insert into unit_step (bloc_year_id, unit_id, step, state, reason)
    values (${blocYearId}, ${first}, 'registration', 'accepted', ''), (${blocYearId}, ${first}, 'self_score', 'sent', ''),
      (${blocYearId}, ${second}, 'registration', 'accepted', ''), (${blocYearId}, ${second}, 'self_score', 'returned', 'thiếu minh chứng')`)
  return { draftId, launchId, conferenceId, flagPollId, flagProposalId, checkVisitId }
}

type CountedPoll = {
  readonly purpose: string
  readonly award: string | null
  readonly title: string
  readonly method: string
  readonly source: string
  readonly votes: readonly (readonly [string, number])[]
  readonly taken: readonly string[]
  readonly forYear?: number
}

/** A counted vote of four members of whom three took part. */
async function poll(db: Database, conferenceId: string, counted: CountedPoll): Promise<string> {
  const { purpose, award, title, method, source, votes, taken, forYear } = counted
  const one = async (query: ReturnType<typeof sql>) =>
    ((await query.execute(db)).rows[0] as { id: string }).id
  const pollId = await one(sql`
    insert into poll (conference_id, purpose, award_code, for_year, title, method, pass_mark, state)
    values (${conferenceId}, ${purpose}, ${award}, ${forYear ?? null}, ${title}, ${method},
      ${JSON.stringify({ numerator: 1, denominator: 2, strictly: true })}::jsonb, 'counted') returning id`)
  const candidates = []
  for (const [unitId, count] of votes) {
    const id = await one(
      sql`insert into candidate (poll_id, unit_id) values (${pollId}, ${unitId}) returning id`,
    )
    candidates.push({ id, unitId, votes: { for: count, against: 3 - count, abstain: 0 }, count })
  }
  const outcome = {
    base: 4,
    needed: 3,
    candidates: candidates.map(({ id, votes: given, count }) => ({
      id,
      votes: given,
      percent: String(count * 25),
      passes: count >= 3,
      result: count >= 3 ? 'taken' : 'not_passed',
      reasons: [],
    })),
  }
  const takenIds = candidates.filter(({ unitId }) => taken.includes(unitId)).map(({ id }) => id)
  await sql`
    insert into poll_count (poll_id, source, entitled, present, issued, returned, valid, invalid, outcome, taken)
    values (${pollId}, ${source}, 4, 3, 3, 3, 3, 0, ${JSON.stringify(outcome)}::jsonb, ${takenIds}::uuid[])`.execute(
    db,
  )
  return pollId
}
