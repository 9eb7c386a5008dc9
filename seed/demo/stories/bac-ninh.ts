import { type Cast, type CastBloc, type CastUnit, enterAccount, enterBloc, enterUnits } from '../cast.ts'
import type { Storyteller } from '../storyteller.ts'

export const PROVINCE = 'Bắc Ninh'
export const OFFICER = 'tinh'

/** Bắc Ninh's bloc and its units, as both of its years need them. */
export type BacNinh = {
  readonly bloc: CastBloc
  readonly of: (key: string) => CastUnit
  /** The twelve members of 2022, the four that the source names first. */
  readonly members2022: readonly CastUnit[]
}

/** The bloc with its twelve members of 2022; four of them are named by the source document. */
export async function enterBacNinh(teller: Storyteller, cast: Cast): Promise<BacNinh> {
  const begin = teller.on('2022-01-04')
  const units = await enterUnits(begin, cast, OFFICER, PROVINCE, [
    {
      key: 'stttt',
      kind: 'department',
      name: 'Sở Thông tin và Truyền thông',
      shortName: 'Sở TT&TT',
      fields: ['information'],
      said: true,
    },
    {
      key: 'sct',
      kind: 'department',
      name: 'Sở Công thương',
      shortName: 'Sở Công thương',
      fields: ['industry_trade'],
      said: true,
    },
    {
      key: 'qdtpt',
      kind: 'fund',
      name: 'Quỹ đầu tư phát triển',
      shortName: 'Quỹ ĐTPT',
      fields: ['finance'],
      said: true,
    },
    {
      key: 'kcn',
      kind: 'management_board',
      name: 'Ban Quản lý các KCN tỉnh',
      shortName: 'Ban QL các KCN',
      fields: ['industrial_zones'],
      said: true,
    },
    {
      key: 'skhdt',
      kind: 'department',
      name: 'Sở Kế hoạch và Đầu tư',
      shortName: 'Sở KH&ĐT',
      fields: ['planning'],
      said: false,
    },
    {
      key: 'stc',
      kind: 'department',
      name: 'Sở Tài chính',
      shortName: 'Sở Tài chính',
      fields: ['finance'],
      said: false,
    },
    {
      key: 'snnptnt',
      kind: 'department',
      name: 'Sở Nông nghiệp và Phát triển nông thôn',
      shortName: 'Sở NN&PTNT',
      fields: ['agriculture'],
      said: false,
    },
    {
      key: 'stnmt',
      kind: 'department',
      name: 'Sở Tài nguyên và Môi trường',
      shortName: 'Sở TN&MT',
      fields: ['environment'],
      said: false,
    },
    {
      key: 'sgtvt',
      kind: 'department',
      name: 'Sở Giao thông vận tải',
      shortName: 'Sở GTVT',
      fields: ['transport'],
      said: false,
    },
    {
      key: 'sxd',
      kind: 'department',
      name: 'Sở Xây dựng',
      shortName: 'Sở Xây dựng',
      fields: ['construction'],
      said: false,
    },
    {
      key: 'skhcn',
      kind: 'department',
      name: 'Sở Khoa học và Công nghệ',
      shortName: 'Sở KH&CN',
      fields: ['science'],
      said: false,
    },
    {
      key: 'ctk',
      kind: 'central_agency',
      name: 'Cục Thống kê tỉnh',
      shortName: 'Cục Thống kê',
      fields: ['statistics'],
      said: false,
    },
  ])
  const of = (key: string) => units[key] as CastUnit
  const members2022 = Object.keys(units).map(of)
  const bloc = await enterBloc(
    begin,
    cast,
    OFFICER,
    PROVINCE,
    {
      name: 'Khối thi đua các sở, ban, ngành tham mưu và quản lý Nhà nước về kinh tế, kỹ thuật',
      shortName: 'Khối Kinh tế - Kỹ thuật',
      kind: 'Kinh tế - Kỹ thuật',
      aliases: ['Khối thi đua các cơ quan quản lý Nhà nước về kinh tế, kỹ thuật'],
    },
    members2022.map((unit, index) => ({ unit, said: index < 4 })),
    '2021-01-01',
  )
  const at = { blocId: bloc.id }
  await enterAccount(
    begin,
    cast,
    { username: 'thuky', name: 'Thư ký khối Kinh tế - Kỹ thuật Bắc Ninh (minh họa)' },
    'bloc_secretary',
    at,
  )
  await enterAccount(
    begin,
    cast,
    { username: 'kiemphieu', name: 'Ban kiểm phiếu khối Kinh tế - Kỹ thuật (minh họa)' },
    'teller',
    at,
  )
  await enterAccount(
    begin,
    cast,
    { username: 'theodoi', name: 'Người theo dõi khối (minh họa)' },
    'observer',
    at,
  )
  await enterAccount(begin, cast, { username: 'bientap', name: 'Biên tập tin (minh họa)' }, 'news_editor', at)
  await enterAccount(begin, cast, { username: 'duyettin', name: 'Duyệt tin (minh họa)' }, 'news_approver', at)
  await enterAccount(
    begin,
    cast,
    { username: 'truongkhoi', name: 'Lãnh đạo Sở Công Thương, Trưởng khối 2026 (minh họa)' },
    'unit_leader',
    { unitId: of('sct').id },
  )
  await enterAccount(
    begin,
    cast,
    { username: 'phokhoi', name: 'Lãnh đạo Sở KH&CN, Phó Trưởng khối 2026 (minh họa)' },
    'unit_leader',
    { unitId: of('skhcn').id },
  )
  await enterAccount(
    begin,
    cast,
    { username: 'lanhdao', name: 'Lãnh đạo Sở Xây dựng (minh họa)' },
    'unit_leader',
    { unitId: of('sxd').id },
  )
  await enterAccount(
    begin,
    cast,
    { username: 'chuyenvien', name: 'Chuyên viên Sở Xây dựng (minh họa)' },
    'unit_officer',
    { unitId: of('sxd').id },
  )
  await enterAccount(
    begin,
    cast,
    { username: 'quydautu', name: 'Chuyên viên Quỹ Đầu tư phát triển (minh họa)' },
    'unit_officer',
    { unitId: of('qdtpt').id },
  )
  return { bloc, of, members2022 }
}
