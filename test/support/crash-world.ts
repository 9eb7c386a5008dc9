import { type Storyteller, storyteller } from '../../seed/demo/storyteller.ts'
import { openStore } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/database.ts'
import {
  inviteMembers,
  openConference,
  planConference,
} from '../../src/features/conferences/meeting.actions.ts'
import { draftPoll, openPoll } from '../../src/features/conferences/polls.actions.ts'
import {
  adoptScoreTable,
  createScoreTable,
  freezeScoreTable,
} from '../../src/features/scoring/table/table.actions.ts'
import { sessionCookie } from './site.ts'
import { buildWorld, type World } from './world.ts'

/** Criteria of the sheet that is saved over and over. */
export const CRITERIA = ['I.1', 'I.2', 'I.3', 'I.4'] as const

const UNITS = ['Sở Công Thương', 'Sở Xây dựng', 'Sở Tài chính', 'Quỹ Đầu tư phát triển', 'Ban Dân tộc']

export type CrashWorld = {
  readonly world: World
  readonly unitIds: readonly string[]
  readonly unitSlugs: readonly string[]
  readonly conferenceId: string
  readonly polls: readonly { readonly id: string; readonly candidateIds: readonly string[] }[]
  readonly indicatorIds: readonly string[]
  /** Session cookies by sign-in name. */
  readonly cookies: ReadonlyMap<string, string>
}

/** A bloc of five units in its year: figures to enter, a frozen table to score by, and open secret polls. */
export async function prepareCrashWorld(dataDir: string, polls: number): Promise<CrashWorld> {
  const store = await openStore(readConfig({ DATA_DIR: dataDir }))
  try {
    return await prepare(store.db, polls)
  } finally {
    await store.close()
  }
}

async function prepare(db: Database, polls: number): Promise<CrashWorld> {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  const world = await buildWorld(
    { db },
    { year: Number(today.slice(0, 4)), state: 'conference', names: UNITS },
  )
  const teller = storyteller(db, { on: today, illustrative: false })
  await freezeTable(teller, world.blocYearId, today)
  const conferenceId = await openMeeting(teller, world.blocYearId, today)
  const open: CrashWorld['polls'][number][] = []
  for (let n = 0; n < polls; n++) open.push(await openSecretPoll(teller, conferenceId, world.unitIds))
  const indicators = await db
    .selectFrom('indicator')
    .select('id')
    .where('kind', '=', 'level')
    .where('partOfId', 'is', null)
    .orderBy('code')
    .limit(3)
    .execute()
  const cookies = new Map<string, string>()
  for (const name of world.unitIds.flatMap((_, index) => [`ld${index + 1}`, `cv${index + 1}`])) {
    cookies.set(name, (await sessionCookie(db, name)).split(';')[0] ?? '')
  }
  const { unitIds, unitSlugs } = world
  return {
    world,
    unitIds,
    unitSlugs,
    conferenceId,
    polls: open,
    indicatorIds: indicators.map(({ id }) => id),
    cookies,
  }
}

async function freezeTable(teller: Storyteller, blocYearId: string, today: string): Promise<void> {
  const leaf = (code: string) =>
    ({
      code,
      name: `Tiêu chí ${code}`,
      maxPoints: '100000',
      method: { kind: 'judgement', step: '1' },
    }) as const
  const table = {
    code: 'bang',
    name: 'Bảng điểm',
    maximum: '400000',
    children: [{ code: 'I', name: 'Nhiệm vụ', maxPoints: '400000', children: CRITERIA.map(leaf) }],
  }
  await teller.do('ld1', createScoreTable, { blocYearId, table })
  await teller.do('ld1', adoptScoreTable, { blocYearId, adoptedOn: today, how: 'Hội nghị' })
  await teller.do('ld1', freezeScoreTable, { blocYearId })
}

async function openMeeting(teller: Storyteller, blocYearId: string, today: string): Promise<string> {
  const { conferenceId } = await teller.do('thuky', planConference, {
    blocYearId,
    councilId: null,
    movementId: null,
    kind: 'year_end',
    title: 'Hội nghị tổng kết',
    heldOn: today,
    timeText: '',
    startsAt: null,
    place: '',
    chairName: '',
    chairTitle: '',
    secretaryName: '',
    agenda: [],
  })
  await teller.do('thuky', inviteMembers, { conferenceId })
  await teller.do('thuky', openConference, { conferenceId })
  return conferenceId
}

async function openSecretPoll(teller: Storyteller, conferenceId: string, unitIds: readonly string[]) {
  const { pollId, candidateIds } = await teller.do('thuky', draftPoll, {
    conferenceId,
    purpose: 'award',
    awardCode: 'co_ubnd_tinh',
    forYear: null,
    title: '',
    candidates: unitIds.slice(0, 2).map((unitId) => ({ unitId, name: '' })),
    seats: 2,
    form: 'yes_no',
  })
  await teller.do('thuky', openPoll, { pollId })
  return { id: pollId, candidateIds }
}
