import { ButtonRow, LinkButton, useLang } from '../ui/index.ts'
import { importWords } from './import.messages.ts'
import type { ImportLinks } from './import.page.tsx'

type BarProps = {
  /** The page as a workbook. */
  readonly file: string
  /** Where figures are brought in; undefined for those who only read. */
  readonly fill?: ImportLinks | undefined
}

/** What one can do with a spreadsheet on a page: template, import, pasting, export. */
export function SpreadsheetBar({ file, fill }: BarProps) {
  const t = importWords(useLang())
  return (
    <ButtonRow>
      {fill ? (
        <>
          <LinkButton href={fill.template} kind="quiet" size="small" icon="download" download>
            {t.downloadTemplate}
          </LinkButton>
          <LinkButton href={fill.start} kind="quiet" size="small" icon="upload">
            {t.importFile}
          </LinkButton>
          <LinkButton href={`${fill.start}#dan`} kind="quiet" size="small" icon="paper">
            {t.paste}
          </LinkButton>
        </>
      ) : null}
      <LinkButton href={file} kind="quiet" size="small" icon="download" download>
        {t.exportFile}
      </LinkButton>
    </ButtonRow>
  )
}
