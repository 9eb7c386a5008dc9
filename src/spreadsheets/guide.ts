import type { Lang } from '../i18n/words.ts'
import { importWords } from './import.messages.ts'
import type { FoundTable } from './table.ts'
import type { SheetModel } from './workbook.ts'

/** How a template is filled in and sent back; `more` is what its own columns ask. */
export function guideSheet(lang: Lang, more: readonly string[]): SheetModel {
  const t = importWords(lang)
  const lines = [t.guide1, t.guide2, ...more, t.guide3, t.guide4, t.guide5]
  return {
    name: t.guide,
    title: t.guideTitle,
    columns: [
      { title: t.guideNumber, width: 6 },
      { title: t.guideWhat, width: 90 },
    ],
    rows: lines.map((line, at) => ({ cells: [String(at + 1), line] })),
    locked: true,
  }
}

/** What of a file was left out: columns that mean nothing here, and sheets that are not of the template. */
export function remarksOf(
  { strangeColumns, otherSheets }: Pick<FoundTable<string>, 'strangeColumns' | 'otherSheets'>,
  lang: Lang,
  ownSheets: readonly string[] = [],
): readonly string[] {
  const t = importWords(lang)
  const own = new Set([...ownSheets, importWords('vi').guide, importWords('en').guide])
  const theirs = otherSheets.filter((name) => !own.has(name))
  return [
    ...(strangeColumns.length > 0 ? [t.strangeColumns(strangeColumns.join(', '))] : []),
    ...(theirs.length > 0 ? [t.otherSheets(theirs.join(', '))] : []),
  ]
}
