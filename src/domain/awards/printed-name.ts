import { type AwardCode, awards } from './catalogue.ts'

/**
 * The name of an award as papers of the case print it: the wording of the source where it differs, else the catalogue's.
 *
 * @example
 * awardName('bang_khen_chu_tich_tinh', 'Bằng khen của UBND tỉnh') // 'Bằng khen của UBND tỉnh'
 */
export function awardName(code: AwardCode, printed: string | null): string {
  const wording = printed?.trim() ?? ''
  return wording === '' ? awards[code].name.vi : wording
}

/**
 * The award a printed name means, or null. Papers say "Bằng khen của UBND tỉnh" for what its chair gives, and "Cờ thi
 * đua" of "UBND tỉnh Bắc Ninh" for the flag of the province; the wording stays beside the code.
 */
export function awardByPrintedName(printed: string): AwardCode | null {
  const text = printed.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** The most telling patterns first: "bằng khen của thủ tướng" before "bằng khen". */
const patterns: readonly (readonly [RegExp, AwardCode])[] = [
  [/^cờ (thi đua )?(của )?(chính phủ|cp)/, 'co_chinh_phu'],
  [/^cờ (thi đua )?.*(ubnd|ủy ban nhân dân|uỷ ban nhân dân|tỉnh)/, 'co_ubnd_tinh'],
  [/^bằng khen .*thủ tướng/, 'bang_khen_thu_tuong'],
  [/^bằng khen .*(ubnd|ủy ban nhân dân|uỷ ban nhân dân|tỉnh)/, 'bang_khen_chu_tich_tinh'],
  [/^(danh hiệu )?["“]?(tập thể lao động xuất sắc|ttlđxs)/, 'tap_the_lao_dong_xuat_sac'],
  [/^(danh hiệu )?["“]?(tập thể lao động tiên tiến|ttlđtt)/, 'ttldtt'],
  [/^(danh hiệu )?["“]?(chiến s[ĩỹ] thi đua toàn quốc|cstđtq)/, 'cstdtq'],
  [/^(danh hiệu )?["“]?(chiến s[ĩỹ] thi đua (cấp )?tỉnh|cstđ (cấp )?tỉnh)/, 'cstd_tinh'],
  [/^(danh hiệu )?["“]?(chiến s[ĩỹ] thi đua (cấp )?cơ sở|cstđcs)/, 'cstdcs'],
  [/^(danh hiệu )?["“]?(lao động tiên tiến|lđtt)/, 'ldtt'],
  [/^giấy khen/, 'giay_khen'],
]
