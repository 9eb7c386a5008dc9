/**
 * Measures of Nghị định 30/2020/NĐ-CP, Phụ lục I, where it leaves a range the value chosen here. Millimetres and
 * points. Type sizes of issuer, subject, body, căn cứ and nơi nhận: unverified, known from use.
 */
export const layout = {
  /** A4. */
  page: { width: 210, height: 297 },
  /** Decree: top and bottom 20–25, left 30–35, right 15–20. */
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  size: {
    /** Quốc hiệu, 12–13, capitals, bold. */
    nation: 12,
    /** Tiêu ngữ, 13–14, bold. */
    motto: 13,
    /** Superior and issuing agency, 12–13, capitals. */
    issuer: 12,
    /** "Số:", 13. */
    symbol: 13,
    /** Place and date, 13–14, italic. */
    dateline: 13,
    /** Subject of a letter under its number, 12–13. */
    letterSubject: 12,
    /** Name of type and trích yếu, 13–14, bold. */
    title: 14,
    /** Body, căn cứ, signature, 13–14. */
    body: 14,
    /** Page number, 13–14. */
    pageNumber: 13,
    /** Label "Nơi nhận", 12, bold italic. */
    recipientsLabel: 12,
    /** List of nơi nhận, 11. */
    recipients: 11,
    /** Tables; wide ones are printed small. */
    table: 12,
    tableSmall: 11,
    caption: 12,
    /** Note on illustrative or unverified data, in the top margin. */
    note: 10,
  },
  /** First line of a paragraph, decree 10–12,7 mm. */
  firstLine: 12.7,
  /** Gap between paragraphs in points, decree at least 6. */
  paragraphGap: 6,
  /** Width of the left column of the head; the right part belongs to quốc hiệu. */
  headLeft: { portrait: 67, landscape: 102 },
  /** Room to sign by hand above the name. */
  signingRoom: 24,
  /** Font of the printed page; the PDF embeds Tinos, which has the same metrics. */
  font: 'Times New Roman',
} as const

/** Width in millimetres that text has on a sheet. */
export function textWidth(orientation: 'portrait' | 'landscape'): number {
  const sheet = orientation === 'portrait' ? layout.page.width : layout.page.height
  return sheet - layout.margin.left - layout.margin.right
}

/** The two lines at the top right of every paper. */
export const nationLines = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} as const
