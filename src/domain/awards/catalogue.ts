import type { Bilingual } from '../bilingual.ts'

/** Codes of the titles and awards a bloc of departments handles. */
export const awardCodes = [
  'ldtt',
  'ttldtt',
  'giay_khen',
  'cstdcs',
  'tap_the_lao_dong_xuat_sac',
  'bang_khen_chu_tich_tinh',
  'cstd_tinh',
  'co_ubnd_tinh',
  'bang_khen_thu_tuong',
  'cstdtq',
  'co_chinh_phu',
] as const

/** Code of a title or an award. */
export type AwardCode = (typeof awardCodes)[number]

/** Whom an award honours. */
export type Recipient = 'collective' | 'person' | 'household'

/** The level that decides. */
export type AwardLevel = 'government' | 'province' | 'unit'

/** Flag (cờ thi đua), title (danh hiệu), certificate of merit (bằng khen), letter of commendation (giấy khen). */
export type AwardKind = 'flag' | 'title' | 'certificate' | 'letter'

/** A title (danh hiệu thi đua) or an award (hình thức khen thưởng) of the catalogue. */
export type Award = {
  readonly code: AwardCode
  readonly name: Bilingual
  readonly shortName: string
  readonly kind: AwardKind
  readonly recipients: readonly Recipient[]
  readonly level: AwardLevel
  readonly decidedBy: Bilingual
  /** Place from the lowest to the highest; polls are taken in this order. */
  readonly order: number
  /** Whether a bloc proposes it by choosing among its members. */
  readonly chosenByBloc: boolean
}

const chairOfProvince: Bilingual = {
  vi: 'Chủ tịch UBND tỉnh',
  en: 'Chair of the provincial People’s Committee',
}
const primeMinister: Bilingual = { vi: 'Thủ tướng Chính phủ', en: 'Prime Minister' }
const headOfUnit: Bilingual = { vi: 'Thủ trưởng cơ quan, đơn vị', en: 'Head of the agency' }

/** The catalogue: Luật Thi đua, khen thưởng 06/2022/QH15; who decides as of Nghị định 152/2025/NĐ-CP. */
export const awards: Readonly<Record<AwardCode, Award>> = {
  ldtt: {
    code: 'ldtt',
    name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
    shortName: 'LĐTT',
    kind: 'title',
    recipients: ['person'],
    level: 'unit',
    decidedBy: headOfUnit,
    order: 10,
    chosenByBloc: false,
  },
  ttldtt: {
    code: 'ttldtt',
    name: { vi: 'Tập thể lao động tiên tiến', en: 'Advanced collective' },
    shortName: 'TTLĐTT',
    kind: 'title',
    recipients: ['collective'],
    level: 'unit',
    decidedBy: headOfUnit,
    order: 20,
    chosenByBloc: false,
  },
  giay_khen: {
    code: 'giay_khen',
    name: { vi: 'Giấy khen', en: 'Letter of commendation' },
    shortName: 'Giấy khen',
    kind: 'letter',
    recipients: ['collective', 'person', 'household'],
    level: 'unit',
    decidedBy: headOfUnit,
    order: 30,
    chosenByBloc: false,
  },
  cstdcs: {
    code: 'cstdcs',
    name: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Emulation fighter at grassroots level' },
    shortName: 'CSTĐCS',
    kind: 'title',
    recipients: ['person'],
    level: 'unit',
    decidedBy: headOfUnit,
    order: 40,
    chosenByBloc: false,
  },
  tap_the_lao_dong_xuat_sac: {
    code: 'tap_the_lao_dong_xuat_sac',
    name: { vi: 'Tập thể lao động xuất sắc', en: 'Excellent collective' },
    shortName: 'TTLĐXS',
    kind: 'title',
    recipients: ['collective'],
    level: 'province',
    decidedBy: chairOfProvince,
    order: 50,
    chosenByBloc: false,
  },
  bang_khen_chu_tich_tinh: {
    code: 'bang_khen_chu_tich_tinh',
    name: { vi: 'Bằng khen của Chủ tịch UBND tỉnh', en: 'Certificate of merit of the provincial chair' },
    shortName: 'Bằng khen tỉnh',
    kind: 'certificate',
    recipients: ['collective', 'person', 'household'],
    level: 'province',
    decidedBy: chairOfProvince,
    order: 60,
    chosenByBloc: true,
  },
  cstd_tinh: {
    code: 'cstd_tinh',
    name: { vi: 'Chiến sĩ thi đua cấp tỉnh', en: 'Emulation fighter of the province' },
    shortName: 'CSTĐ tỉnh',
    kind: 'title',
    recipients: ['person'],
    level: 'province',
    decidedBy: chairOfProvince,
    order: 70,
    chosenByBloc: false,
  },
  co_ubnd_tinh: {
    code: 'co_ubnd_tinh',
    name: { vi: 'Cờ thi đua của UBND tỉnh', en: 'Emulation flag of the provincial People’s Committee' },
    shortName: 'Cờ tỉnh',
    kind: 'flag',
    recipients: ['collective'],
    level: 'province',
    decidedBy: chairOfProvince,
    order: 80,
    chosenByBloc: true,
  },
  bang_khen_thu_tuong: {
    code: 'bang_khen_thu_tuong',
    name: { vi: 'Bằng khen của Thủ tướng Chính phủ', en: 'Certificate of merit of the Prime Minister' },
    shortName: 'Bằng khen Thủ tướng',
    kind: 'certificate',
    recipients: ['collective', 'person'],
    level: 'government',
    decidedBy: primeMinister,
    order: 90,
    chosenByBloc: false,
  },
  cstdtq: {
    code: 'cstdtq',
    name: { vi: 'Chiến sĩ thi đua toàn quốc', en: 'National emulation fighter' },
    shortName: 'CSTĐTQ',
    kind: 'title',
    recipients: ['person'],
    level: 'government',
    decidedBy: primeMinister,
    order: 100,
    chosenByBloc: false,
  },
  co_chinh_phu: {
    code: 'co_chinh_phu',
    name: { vi: 'Cờ thi đua của Chính phủ', en: 'Emulation flag of the Government' },
    shortName: 'Cờ Chính phủ',
    kind: 'flag',
    recipients: ['collective'],
    level: 'government',
    decidedBy: primeMinister,
    order: 110,
    chosenByBloc: true,
  },
}
