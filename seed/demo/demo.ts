import type pg from 'pg'
import type { Database } from '../../src/db/database.ts'
import { DEMO_PASSWORD, type DemoAccount, enterAccount, install } from './cast.ts'
import { tellOnce, withoutWaiting } from './once.ts'
import { tellBacKan2020 } from './stories/bac-kan-2020.ts'
import { enterBacNinh } from './stories/bac-ninh.ts'
import { tellBacNinh2022 } from './stories/bac-ninh-2022.ts'
import { tellBacNinh2026 } from './stories/bac-ninh-2026.ts'
import { tellHaGiang2020 } from './stories/ha-giang-2020.ts'
import { tellHaNam2021 } from './stories/ha-nam-2021.ts'
import { tellHoaBinh2021 } from './stories/hoa-binh-2021.ts'
import { storyteller } from './storyteller.ts'

/**
 * Tells the demo through the same actions users call: the five source documents, and a year under way.
 * Does nothing on a database that has accounts already; a telling that was cut short is begun anew.
 *
 * @param writing the connections it is told on: others than `db` when they need not wait for the disk.
 */
export async function loadDemo(
  db: Database,
  say: (line: string) => void,
  writing: Database = db,
): Promise<void> {
  const told = await tellOnce(db, () => tell(writing, say))
  if (told === 'in_use') say('Dữ liệu mẫu nạp dở đã có người dùng: giữ nguyên, không nạp lại.')
}

/** The same for a program that has just started: quick, as what is lost in between is told again. */
export async function loadDemoQuickly(
  { db, connection }: { readonly db: Database; readonly connection: pg.PoolConfig },
  say: (line: string) => void,
): Promise<void> {
  await withoutWaiting(connection, (writing) => loadDemo(db, say, writing))
}

async function tell(db: Database, say: (line: string) => void): Promise<void> {
  const teller = storyteller(db, { on: '2020-01-02', illustrative: false })
  say('Đang nạp dữ liệu mẫu…')
  const cast = await install(teller.on('2019-12-01'), 'Bắc Ninh')
  await enterAccount(
    teller.on('2019-12-01'),
    cast,
    { username: 'tinh', name: 'Cán bộ Thi đua - Khen thưởng tỉnh Bắc Ninh (minh họa)' },
    'province_officer',
    { provinceId: cast.provinces.get('Bắc Ninh') ?? '' },
  )
  const bacNinh = await enterBacNinh(teller, cast)
  await tellBacNinh2022(teller, bacNinh)
  await tellBacKan2020(teller, cast)
  await tellHaNam2021(teller, cast)
  await tellHaGiang2020(teller, cast)
  await tellHoaBinh2021(teller, cast)
  await tellBacNinh2026(teller, cast, bacNinh)
  printAccounts(cast.accounts, say)
}

function printAccounts(accounts: readonly DemoAccount[], say: (line: string) => void): void {
  say(`Tài khoản mẫu, mật khẩu chung: ${DEMO_PASSWORD}`)
  for (const { username, who } of accounts) say(`  ${username.padEnd(16)} ${who}`)
}
