import { drawableText } from '../../../charts/printable.ts'
import { lineWidth, longestLineWidth } from '../../../charts/tinos.ts'
import { layout, nationLines, textWidth } from '../../../domain/documents/layout.ts'
import type { Paper } from '../../../domain/documents/paper.ts'

const { size } = layout

/**
 * Lengths in millimetres of the rules of the head (Nghị định 30/2020/NĐ-CP, Phụ lục I): under tiêu ngữ as long as
 * its text, under issuer and trích yếu between a third and a half of the line above.
 */
export function ruleLengths(paper: Paper): {
  readonly motto: number
  readonly issuer: number
  readonly subject: number
} {
  const issuer = drawableText(paper.issuer.name.toUpperCase())
  const subjectWidth = textWidth(paper.orientation)
  return {
    motto: rounded(lineWidth(nationLines.motto, size.motto, 'bold')),
    issuer: rounded(longestLineWidth(issuer, size.issuer, 'bold', layout.headLeft[paper.orientation]) * 0.42),
    subject: rounded(longestLineWidth(drawableText(paper.subject), size.title, 'bold', subjectWidth) * 0.36),
  }
}

function rounded(mm: number): number {
  return Math.round(mm * 100) / 100
}
