import type { Lang } from '../i18n/words.ts'
import { importWords } from './import.messages.ts'
import type { Where } from './table.ts'
import { letterOf } from './write.ts'

/**
 * The place of a cell in words.
 *
 * @example placeWords({ sheet: 'Kết quả', row: 7, column: 6 }, 'vi') // 'Kết quả, ô F7'
 */
export function placeWords({ sheet, row, column }: Where, lang: Lang): string {
  const t = importWords(lang)
  return sheet === ''
    ? t.inLine(String(row), String(column))
    : t.inCell(sheet, `${letterOf(column - 1)}${row}`)
}
