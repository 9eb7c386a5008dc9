import type { Paper } from '../../domain/documents/paper.ts'
import { slug } from '../../domain/vietnamese/index.ts'
import type { PaperFormat } from './writers/writing.ts'

const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Whether a text names a format papers are written in. */
export function isPaperFormat(text: string): text is PaperFormat {
  return text === 'pdf' || text === 'docx'
}

/**
 * Head lines of an answer that is a file: its Vietnamese name for today's browsers, a plain one for the others.
 *
 * @example
 * fileHeaders('Báo cáo tổng kết 2022', 'pdf')['content-disposition']
 * // `attachment; filename="bao-cao-tong-ket-2022.pdf"; filename*=UTF-8''B%C3%A1o…2022.pdf`
 */
export function fileHeaders(name: string, format: PaperFormat): Record<string, string> {
  const whole = `${name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)}.${format}`
  const encoded = encodeURIComponent(whole.normalize('NFC')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${slug(name).slice(0, 100) || 'van-ban'}.${format}"; filename*=UTF-8''${encoded}`,
    'cache-control': 'private, no-store',
  }
}

/** What a paper is called as a file: type, what it is about, number. */
export function fileName(paper: Paper, about: string, year: number): string {
  const number = paper.symbol?.number ? ` số ${paper.symbol.number}` : ''
  const name = paper.name ?? 'Công văn'
  return [`${name}${number}`, about || paper.issuer.name, String(year)].join(' - ')
}
