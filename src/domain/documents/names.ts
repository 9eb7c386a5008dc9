/** Titles and degrees that may not stand before the name of a signer in a civil paper (Nghị định 30/2020/NĐ-CP). */
const beforeName =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|CN|KS|BS|DS|Kỹ sư|Bác sĩ|Thạc sĩ|Tiến sĩ|Phó Giáo sư|Giáo sư|Ông|Bà|Đồng chí|Đ\/c|NGND|NGƯT|AHLĐ)(?:\s*[.:]\s*|\s+|(?=,))[\s,]*)+/iu

/**
 * The name of a person as papers print it, without title, form of address or degree.
 *
 * @example
 * nameWithoutTitle('PGS.TS. Trần Văn Mẫu') // 'Trần Văn Mẫu'
 */
export function nameWithoutTitle(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, ' ')
  const bare = trimmed.replace(beforeName, '')
  return bare === '' ? trimmed : bare
}
