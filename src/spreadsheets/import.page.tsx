import type { Child } from 'hono/jsx'
import { conflictsOf, formState } from '../http/again.ts'
import type { FormAgain } from '../http/feature.ts'
import type { Lang } from '../i18n/words.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Card,
  type Column,
  ConflictNotice,
  type Crumb,
  DataTable,
  FileInput,
  Form,
  Hidden,
  Icon,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  Tag,
  TextArea,
  TextInput,
} from '../ui/index.ts'
import { importWords } from './import.messages.ts'
import { heldFields, type ImportSource } from './import-source.ts'

/** Addresses of one import. */
export type ImportLinks = {
  readonly start: string
  readonly template: string
  readonly preview: string
  readonly back: string
}

type Common = {
  readonly frame: PageFrame
  readonly title: string
  readonly aside: string
  readonly breadcrumb: readonly Crumb[]
  readonly links: ImportLinks
  readonly again: FormAgain | undefined
}

type StartProps = Common & { readonly columns: string }

/** Where an import begins: the template, a file, or pasted lines. */
export function ImportStartPage({ frame, title, aside, breadcrumb, links, columns, again }: StartProps) {
  const t = importWords(frame.lang)
  const crumbs = [...breadcrumb, { label: t.importFile }]
  return (
    <Layout frame={frame} title={title} breadcrumb={crumbs}>
      <PageHeader title={title} aside={aside} lead={t.startLead} />
      <div class="gu-stack">
        <Card title={`1. ${t.stepTemplate}`} subtitle={t.stepTemplateText}>
          <LinkButton href={links.template} icon="download" download>
            {t.downloadTemplate}
          </LinkButton>
        </Card>
        <Form
          action={links.preview}
          multipart
          submitLabel={t.preview}
          cancelHref={links.back}
          {...formState(again, links.preview.split('?')[0] ?? '')}
        >
          <Card title={`2. ${t.stepFile}`} kind="accent">
            <FileInput
              name="file"
              label={t.file}
              accept=".xlsx,.csv,.txt"
              acceptWords={t.fileWords}
              maxMegabytes={8}
            />
          </Card>
          <Card title={t.stepPaste} id="dan">
            <TextArea name="pasted" label={t.pasted} hint={t.pastedHint(columns)} rows={7} />
          </Card>
        </Form>
      </div>
    </Layout>
  )
}

/** One line of a preview. */
export type ImportLine = {
  readonly key: string
  readonly place: string
  readonly name: string
  readonly before: string
  readonly after: string
  readonly kind: 'added' | 'changed' | 'wrong'
  /** What stands in the cell, to be corrected on the page; undefined where that is no help. */
  readonly typed?: string
  /** What is wrong; the line cannot be written. */
  readonly fault?: string
  /** What looks wrong; the line may be written. */
  readonly doubts: readonly string[]
  /** A doubt that is only passed with a reason. */
  readonly asksReason: boolean
  readonly reason: string
}

/** What an import would do. */
export type ImportPreview = {
  readonly lines: readonly ImportLine[]
  /** Lines that say what is stored already, or nothing. */
  readonly same: number
  /** Lines that belong to nothing, each with its place and why. */
  readonly strays: readonly { readonly place: string; readonly sentence: string }[]
  readonly remarks: readonly string[]
  readonly stamp: string
  readonly asksChangeReason: boolean
  /** What it comes to as a whole, e.g. the sum of points. */
  readonly summary?: Child
}

type PreviewProps = Common & { readonly source: ImportSource; readonly preview: ImportPreview }

/** Lines shown; more would make the page heavy and are only counted. */
const MOST_SHOWN = 200

/** What an import would do, line by line, with room to correct and to give reasons; confirming writes it. */
export function ImportPreviewPage(props: PreviewProps) {
  const { frame, title, aside, breadcrumb, links, source, preview, again } = props
  const t = importWords(frame.lang)
  const name = source.kind === 'file' ? t.fromFile(source.name) : t.fromPaste
  const labels = Object.fromEntries(preview.lines.map((line) => [`value.${line.key}`, line.name]))
  const conflicts = conflictsOf(again, labels)
  const shown = shownLines(preview.lines)
  const crumbs = [...breadcrumb, { label: t.importFile, href: links.start }, { label: t.previewTitle }]
  return (
    <Layout frame={frame} title={`${t.previewTitle}: ${title}`} breadcrumb={crumbs} wide>
      <PageHeader title={t.previewTitle} aside={aside} eyebrow={title} lead={name} />
      {conflicts.length > 0 ? <ConflictNotice by={t.somebody} at={t.justNow} fields={conflicts} /> : null}
      <div class="gu-stack">
        <Counts {...props} />
        <Strays preview={preview} lang={frame.lang} />
        <Form
          action={links.start}
          multipart
          bare
          values={again?.values ?? {}}
          errors={again?.errors ?? {}}
          {...(again?.problem ? { problem: again.problem } : {})}
        >
          {Object.entries(heldFields(source)).map(([field, value]) => (
            <Hidden name={field} value={value} />
          ))}
          <input type="hidden" name="stamp" value={preview.stamp} />
          <Unseen shown={shown} again={again} />
          {shown.length > 0 ? (
            <DataTable
              caption={t.previewTitle}
              captionHidden
              columns={lineColumns(frame.lang)}
              rows={shown}
              dense
              note={<More lines={preview.lines} shown={shown} lang={frame.lang} />}
            />
          ) : null}
          {preview.asksChangeReason ? (
            <TextInput name="changeReason" label={t.changeReason} hint={t.changeReasonHint} required />
          ) : null}
          {source.kind === 'text' ? (
            <TextArea name="pasted" label={t.pastedAgain} value={source.text} rows={6} />
          ) : null}
          <Confirm {...props} />
        </Form>
      </div>
    </Layout>
  )
}

/** What is wrong first, then what is in doubt, then the rest in the order of the file. */
function shownLines(lines: readonly ImportLine[]): readonly ImportLine[] {
  const wrong = lines.filter((line) => line.fault !== undefined)
  const doubted = lines.filter((line) => line.fault === undefined && line.doubts.length > 0)
  const rest = lines.filter((line) => line.fault === undefined && line.doubts.length === 0)
  return [...wrong, ...doubted, ...rest].slice(0, MOST_SHOWN)
}

function Counts({ frame, preview }: PreviewProps) {
  const t = importWords(frame.lang)
  const { lines, same, strays } = preview
  const count = (kind: ImportLine['kind']) => lines.filter((line) => line.kind === kind).length
  const doubted = lines.filter((line) => line.fault === undefined && line.doubts.length > 0).length
  const wrong = count('wrong') + strays.length
  return (
    <>
      <p class="gu-button-row">
        <Tag tone="good">{`${t.added}: ${count('added')}`}</Tag>
        <Tag tone="info">{`${t.changed}: ${count('changed')}`}</Tag>
        <Tag>{`${t.same}: ${same}`}</Tag>
        {doubted > 0 ? <Tag tone="warning">{`${t.doubted}: ${doubted}`}</Tag> : null}
        {wrong > 0 ? <Tag tone="bad">{`${t.wrong}: ${wrong}`}</Tag> : null}
        {preview.summary ?? null}
      </p>
      {wrong > 0 ? <Alert tone="danger">{t.faultsFirst(wrong)}</Alert> : null}
    </>
  )
}

function Strays({ preview, lang }: { readonly preview: ImportPreview; readonly lang: Lang }) {
  const t = importWords(lang)
  const { strays, remarks } = preview
  return (
    <>
      {strays.length > 0 ? (
        <Card title={t.strays}>
          <ul>
            {strays.slice(0, MOST_SHOWN).map(({ place, sentence }) => (
              <li>
                <b>{place}</b>: {sentence}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {remarks.length > 0 ? (
        <Alert tone="info" title={t.remarks}>
          {remarks.join(' ')}
        </Alert>
      ) : null}
    </>
  )
}

function lineColumns(lang: Lang): readonly Column<ImportLine>[] {
  const t = importWords(lang)
  return [
    {
      header: t.item,
      width: 'wide',
      cell: (line) => (
        <>
          {line.name}
          <div class="gu-muted">{line.place}</div>
          <LineFields line={line} lang={lang} />
        </>
      ),
    },
    { header: t.before, cell: (line) => line.before || <span class="gu-muted">{t.nothingBefore}</span> },
    {
      header: t.after,
      cell: (line) => (line.kind === 'wrong' ? <del>{line.after}</del> : <b>{line.after}</b>),
    },
    { header: t.check, width: 'fit', cell: (line) => <LineState line={line} lang={lang} /> },
  ]
}

function LineState({ line, lang }: { readonly line: ImportLine; readonly lang: Lang }) {
  const t = importWords(lang)
  if (line.fault !== undefined) return <Tag tone="bad">{t.wrong}</Tag>
  if (line.doubts.length > 0) return <Tag tone="warning">{t.doubted}</Tag>
  return (
    <Tag tone={line.kind === 'added' ? 'good' : 'info'}>{line.kind === 'added' ? t.added : t.changed}</Tag>
  )
}

/** What is wrong or in doubt about a line, with room to correct it or to say why it stands. */
function LineFields({ line, lang }: { readonly line: ImportLine; readonly lang: Lang }) {
  const t = importWords(lang)
  const { key, fault, doubts, typed } = line
  if (fault === undefined && doubts.length === 0) return null
  return (
    <>
      {[...(fault === undefined ? [] : [fault]), ...doubts].map((sentence) => (
        <p class="gu-note">
          <Icon name="warning" size={14} /> {sentence}
        </p>
      ))}
      {typed === undefined ? null : (
        <TextInput name={`mended.${key}`} label={t.mendLabel} value={typed} narrow />
      )}
      {line.asksReason ? <TextInput name={`reason.${key}`} label={t.reason} value={line.reason} /> : null}
    </>
  )
}

/** What was typed for lines that are right by now, or not shown. */
function Unseen({
  shown,
  again,
}: {
  readonly shown: readonly ImportLine[]
  readonly again: FormAgain | undefined
}) {
  const asked = new Set(
    shown.flatMap((line) => [
      ...(line.typed !== undefined && (line.fault !== undefined || line.doubts.length > 0)
        ? [`mended.${line.key}`]
        : []),
      ...(line.asksReason ? [`reason.${line.key}`] : []),
    ]),
  )
  const kept = Object.entries(again?.values ?? {}).filter(
    ([name, value]) => /^(mended|reason)\./.test(name) && !asked.has(name) && typeof value === 'string',
  )
  return (
    <>
      {kept.map(([name, value]) => (
        <Hidden name={name} value={String(value)} />
      ))}
    </>
  )
}

function More(props: {
  readonly lines: readonly ImportLine[]
  readonly shown: readonly ImportLine[]
  readonly lang: Lang
}) {
  const { lines, shown, lang } = props
  const t = importWords(lang)
  const rest = lines.length - shown.length
  if (rest <= 0) return null
  const wrong = lines.filter((line) => line.fault !== undefined).length - shown.length
  return <>{wrong > 0 ? t.moreWrong(wrong) : t.more(rest)}</>
}

function Confirm({ frame, links, preview }: PreviewProps) {
  const t = importWords(frame.lang)
  const { lines, strays } = preview
  const wrong = lines.filter((line) => line.fault !== undefined).length + strays.length
  const because = wrong > 0 ? t.faultsLeft(wrong) : lines.length === 0 ? t.confirmNothing : undefined
  return (
    <>
      {because === undefined ? <p class="gu-hint">{t.allOrNothing}</p> : null}
      <ButtonRow>
        <Button kind="primary" icon="check" {...(because ? { disabledBecause: because } : {})}>
          {t.confirm(lines.length)}
        </Button>
        <Button formaction={links.preview}>{t.checkAgain}</Button>
        <LinkButton href={links.start} kind="quiet">
          {t.otherFile}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
