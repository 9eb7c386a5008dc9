import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSite } from '../../../test/support/site.ts'
import { buildWorld } from '../../../test/support/world.ts'
import { castBallot } from './ballots.actions.ts'
import { readBox, readRoll } from './box.store.ts'
import { closePoll } from './counts.actions.ts'
import { inviteMembers, openConference, planConference } from './meeting.actions.ts'
import { draftPoll, openPoll } from './polls.actions.ts'
import { findCounts } from './polls.store.ts'
import { recount } from './recount.ts'

type Choice = 'for' | 'against' | 'abstain'

describe('the secrecy of a ballot', async () => {
  const site = await openSite('2026-11-29')
  const world = await buildWorld(site, { state: 'conference' })
  const { conferenceId } = await site.did('thuky', planConference, {
    blocYearId: world.blocYearId,
    councilId: null,
    movementId: null,
    kind: 'year_end',
    title: 'Hội nghị tổng kết',
    heldOn: '2026-11-29',
    timeText: '',
    startsAt: null,
    place: '',
    chairName: '',
    chairTitle: '',
    secretaryName: '',
    agenda: [],
  })
  await site.did('thuky', inviteMembers, { conferenceId })
  await site.did('thuky', openConference, { conferenceId })

  const open = async () => {
    const drafted = await site.did('thuky', draftPoll, {
      conferenceId,
      purpose: 'award',
      awardCode: 'co_ubnd_tinh',
      forYear: null,
      title: '',
      candidates: world.unitIds.slice(0, 2).map((unitId) => ({ unitId, name: '' })),
      seats: 2,
      form: 'yes_no',
    })
    await site.did('thuky', openPoll, { pollId: drafted.pollId })
    return drafted
  }
  const vote = (leader: string, pollId: string, stances: Record<string, Choice>) =>
    site.act(leader, castBallot, { pollId, stances })

  it('holds one row a poll on either side, and nothing by which the two could be joined', async () => {
    const columns = await sql<{ at: string; type: string }>`
      select table_schema || '.' || table_name || '.' || column_name as at, udt_name as type
      from information_schema.columns where table_schema in ('roll', 'box') order by 1`.execute(site.db)
    expect(columns.rows.map(({ at, type }) => [at, type])).toEqual([
      ['box.box.ballots', '_text'],
      ['box.box.poll_id', 'uuid'],
      ['roll.roll.entitled', 'int4'],
      ['roll.roll.poll_id', 'uuid'],
      ['roll.roll.voted', '_uuid'],
      ['roll.roll.voters', '_uuid'],
    ])
    const others = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('roll', 'box') and c.relkind in ('r', 'v', 'm', 'S') order by 1`.execute(site.db)
    expect(others.rows.map(({ name }) => name)).toEqual(['box', 'roll'])
  })

  it('shows the same whatever the order in which the units voted', async () => {
    const seen = async (order: readonly number[]) => {
      const { pollId, candidateIds } = await open()
      const [a = '', b = ''] = candidateIds
      const ballots: readonly Record<string, Choice>[] = [
        { [a]: 'for' },
        { [b]: 'against', [a]: 'for' },
        {},
        { [b]: 'for' },
      ]
      for (const n of order) await vote(`ld${n + 1}`, pollId, ballots[n] ?? {})
      const plain = (text: string) => text.replaceAll(a, 'A').replaceAll(b, 'B')
      return { roll: await readRoll(site.db, pollId), box: (await readBox(site.db, pollId)).map(plain) }
    }
    const first = await seen([0, 1, 2, 3])
    expect(first.box).toHaveLength(4)
    expect(await seen([3, 1, 0, 2])).toEqual(first)
    expect(await seen([2, 3, 1, 0])).toEqual(first)
  })

  it('gives each list in its own sorted order, so that places do not correspond', async () => {
    const { pollId, candidateIds } = await open()
    const [a = ''] = candidateIds
    await vote('ld4', pollId, { [a]: 'for' })
    await vote('ld1', pollId, {})
    const roll = await readRoll(site.db, pollId)
    const box = await readBox(site.db, pollId)
    expect(roll?.voted).toEqual([...(roll?.voted ?? [])].sort())
    expect(box).toEqual([...box].sort())
  })

  it('leaves a ballot nowhere but in the box: not in the audit, nor in any other table', async () => {
    const { pollId, candidateIds } = await open()
    const [a = '', b = ''] = candidateIds
    await vote('ld3', pollId, { [a]: 'against', [b]: 'for' })
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
      site.db,
    )
    const found: string[] = []
    for (const { name } of tables.rows) {
      const rows = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(
        site.db,
      )
      const tells = (line: string) =>
        line.includes(a) && (line.includes('against') || line.includes(world.unitIds[2]))
      if (rows.rows.some(({ line }) => tells(line))) found.push(name)
    }
    expect(found).toEqual(['box.box'])
    const traces = await sql<{ line: string }>`
      select concat_ws(' ', event, entity, entity_id, before, after, reason) as line from audit.entry
      where event = 'ballot.cast' and entity_id = ${pollId}`.execute(site.db)
    expect(traces.rows.map(({ line }) => line.trim())).toEqual([`ballot.cast poll ${pollId}`])
  })

  it('cannot be undone by the row versions of the database: both sides are one row, last written together', async () => {
    const { pollId, candidateIds } = await open()
    for (const n of [1, 2, 3]) await vote(`ld${n}`, pollId, { [candidateIds[0] ?? '']: 'for' })
    const versions = await sql<{ side: string; xmin: string }>`
      select 'roll' as side, xmin::text as xmin from roll.roll where poll_id = ${pollId}
      union all select 'box', xmin::text from box.box where poll_id = ${pollId}`.execute(site.db)
    expect(versions.rows).toHaveLength(2)
    expect(new Set(versions.rows.map(({ xmin }) => xmin)).size).toBe(1)
  })

  it('takes one ballot of a unit that sends several at once', async () => {
    const { pollId, candidateIds } = await open()
    const [a = '', b = ''] = candidateIds
    const outcomes = await Promise.all([a, b, a, b, a].map((id) => vote('ld2', pollId, { [id]: 'for' })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = outcomes.flatMap((one) => (one.ok ? [] : [one.error.code]))
    expect(new Set(refused)).toEqual(new Set(['ballot_already_voted']))
    expect(await readBox(site.db, pollId)).toHaveLength(1)
  })

  it('accepts none late and loses none in time when voting and closing cross', async () => {
    for (let round = 0; round < 8; round++) {
      const { pollId, candidateIds } = await open()
      const choice = { [candidateIds[round % 2] ?? '']: 'for' } as const
      const votes = [1, 2, 3, 4].map((n) => () => vote(`ld${n}`, pollId, choice))
      const close = () => site.act('thuky', closePoll, { pollId })
      const deeds: (() => Promise<{ ok: boolean }>)[] = [
        ...votes.slice(0, round % 5),
        close,
        ...votes.slice(round % 5),
      ]
      const outcomes = await Promise.all(deeds.map((deed) => deed()))
      const closed = outcomes[round % 5]
      expect(closed?.ok).toBe(true)
      const accepted = outcomes.filter(({ ok }) => ok).length - 1
      const [count] = await findCounts(site.db, [pollId])
      expect(count?.returned).toBe(accepted)
      expect((await readRoll(site.db, pollId))?.voted).toHaveLength(accepted)
      expect(await readBox(site.db, pollId)).toHaveLength(accepted)
      expect(await recount(site.db, pollId)).toMatchObject({ ok: true })
    }
  })

  it('does not let the roll be wider than the members, nor a stranger be marked on it', async () => {
    const { pollId } = await open()
    const stranger = sql`update roll.roll set voted = voted || uuidv7() where poll_id = ${pollId}`.execute(
      site.db,
    )
    await expect(stranger).rejects.toMatchObject({ constraint: 'roll_only_voters' })
    const narrow = sql`update roll.roll set entitled = 1 where poll_id = ${pollId}`.execute(site.db)
    await expect(narrow).rejects.toMatchObject({ constraint: 'roll_within_members' })
  })
})
