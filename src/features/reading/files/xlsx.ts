import { LONGEST_TEXT } from '../../../files/limits.ts'
import { FileRefused } from '../../../files/refusal.ts'
import { readWorkbook } from '../../../spreadsheets/read.ts'

/** The text of a workbook: one line for each row, cells parted by tabs, numbers in Vietnamese print. */
export function xlsxText(bytes: Uint8Array): string {
  const lines: string[] = []
  let size = 0
  for (const sheet of readWorkbook(bytes)) {
    for (const { cells } of sheet.rows) {
      const line = cells
        .map((cell) => (cell.fault ? '' : cell.text))
        .join('\t')
        .replace(/\t+$/, '')
      size += line.length
      if (size > LONGEST_TEXT) throw new FileRefused('too-much-inside')
      lines.push(line)
    }
    lines.push('')
  }
  return lines.join('\n')
}
