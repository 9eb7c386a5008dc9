/**
 * Codes of the types of administrative papers in number and symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III).
 * Mark: unverified — the list is known from use, not read in the decree itself.
 */
export const typeCodes = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
} as const

/** A code that is printed in the symbol ("129/BC-SCT"). */
export type TypeCode = keyof typeof typeCodes

/**
 * What a paper is by its symbol: a coded type; `letter`, a công văn, whose symbol has no code and which has no
 * name of type; or `form`, a bản or bảng (bản giao ước, bảng tự chấm) outside the list of types.
 */
export type PaperCode = TypeCode | 'letter' | 'form'
