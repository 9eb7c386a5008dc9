import type { Score } from '../../../domain/scoring/index.ts'
import { printNumber, printPercent } from '../../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import type { Lang } from '../../../i18n/words.ts'
import { SpreadsheetBar } from '../../../spreadsheets/bar.tsx'
import type { StepBadge } from '../../../steps/step-badge.ts'
import {
  Alert,
  Button,
  Card,
  ConflictNotice,
  DataTable,
  DefinitionList,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  RadioGroup,
  StateBadge,
  Tabs,
  TextArea,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { sheetWords } from './sheet.messages.ts'
import { lineField } from './sheet.ts'
import { Evidence, LeafFields } from './sheet-line.page.tsx'
import type { SheetLine } from './sheet-view.ts'

/** The form of the sheet, for the button beside it. */
const SHEET_FORM = 'bang-cham'

export type SheetPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly unit: { readonly name: string; readonly slug: string; readonly illustrative: boolean }
  readonly lines: readonly SheetLine[]
  readonly score: Score
  readonly badge: StepBadge
  readonly stepState: string | undefined
  readonly returnedBecause: string
  readonly stamp: string
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  /** The reader enters for a unit that is not theirs. */
  readonly onBehalf: boolean
  readonly again?: FormAgain | undefined
}

/** The self-score of a unit: every criterion with its rule, figures, points, note and evidence. */
export function SheetPage(props: SheetPageProps) {
  const { frame, links, unit, score, badge, stepState, mayWrite, again } = props
  const t = sheetWords(frame.lang)
  const s = scoringWords(frame.lang)
  const sent = stepState === 'sent' || stepState === 'accepted'
  return (
    <Layout
      frame={frame}
      title={t.sheetTitle(unit.name)}
      breadcrumb={[{ label: t.title, href: links.sheets }, { label: unit.name }]}
    >
      <PageHeader
        title={t.sheetTitle(unit.name)}
        aside={String(props.year)}
        eyebrow={
          <>
            <StateBadge state={badge.state} label={badge.label} />
            {unit.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={sent ? t.sheetLeadSent : mayWrite ? `${t.sheetLead} ${t.pointsAuto}` : t.sheetLeadRead}
        actions={
          <LinkButton href={links.explain(unit.slug)} icon="info">
            {t.explainLink}
          </LinkButton>
        }
      />
      <Tabs label={s.tabs} tabs={scoringTabs(frame.lang, links, 'selfScores')} />
      <SpreadsheetBar
        file={links.explainFile(unit.slug)}
        fill={mayWrite && !sent ? links.fill(unit.slug) : undefined}
      />
      {props.returnedBecause ? (
        <Alert tone="warning" title={t.returned}>
          {props.returnedBecause}
        </Alert>
      ) : null}
      {again?.differences?.length ? (
        <ConflictNotice
          by={s.conflictBy}
          at={s.conflictAt}
          fields={conflictsOf(again, labelsOf(props.lines, frame.lang))}
        />
      ) : null}
      <div class="gu-split">
        <div>{mayWrite && !sent ? <WritableSheet {...props} /> : <ReadOnlySheet {...props} />}</div>
        <div class="gu-stack gu-sheet-side">
          <Totals score={score} lang={frame.lang} />
          {mayWrite && !sent ? (
            <Button form={SHEET_FORM} icon="check" full>
              {t.save}
            </Button>
          ) : null}
          {mayWrite && !sent ? <SendCard {...props} /> : null}
          {props.mayDecide && sent ? <DecideCard {...props} /> : null}
        </div>
      </div>
    </Layout>
  )
}

function WritableSheet({ frame, links, unit, lines, stamp, onBehalf, again }: SheetPageProps) {
  const t = sheetWords(frame.lang)
  const action = links.sheet(unit.slug)
  return (
    <Form
      {...formState(again, action)}
      id={SHEET_FORM}
      action={action}
      multipart
      submitLabel={t.save}
      cancelHref={links.sheets}
    >
      <Hidden name="stamp" value={stamp} />
      <ChannelChoice onBehalf={onBehalf} lang={frame.lang} />
      <div class="gu-sheet">
        {lines.map((line) =>
          line.kind === 'group' ? (
            <GroupLine line={line} lang={frame.lang} />
          ) : (
            <LeafFields line={line} links={links} slug={unit.slug} lang={frame.lang} />
          ),
        )}
      </div>
    </Form>
  )
}

function ChannelChoice({ onBehalf, lang }: { onBehalf: boolean; lang: Lang }) {
  const t = sheetWords(lang)
  if (!onBehalf) return <Hidden name="channel" value="screen" />
  return (
    <RadioGroup
      name="channel"
      label={t.channel}
      value="paper"
      inline
      choices={[
        { value: 'paper', label: t.paper },
        { value: 'file', label: t.file },
        { value: 'screen', label: t.screen },
      ]}
    />
  )
}

function GroupLine({ line, lang }: { line: Extract<SheetLine, { kind: 'group' }>; lang: Lang }) {
  const s = scoringWords(lang)
  const text = (
    <>
      <span class="gu-figure">{line.code}</span> {line.name}
    </>
  )
  return (
    <div class="gu-sheet-group">
      {line.depth === 0 ? <h2>{text}</h2> : <h3>{text}</h3>}
      <span class="gu-figure">
        {line.points ? <b>{line.points}</b> : null} / {line.max} {s.points}
      </span>
      {line.notes.map((note) => (
        <p class="gu-hint">{note}</p>
      ))}
    </div>
  )
}

function ReadOnlySheet({ frame, lines, links, unit }: SheetPageProps) {
  const t = sheetWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <DataTable
      caption={t.tree}
      captionHidden
      rows={lines}
      rowKind={(line) => (line.kind === 'group' ? 'group' : undefined)}
      columns={[
        {
          header: s.criterion,
          width: 'wide',
          cell: (line) =>
            line.kind === 'group' ? (
              <b>
                {line.code} {line.name}
              </b>
            ) : (
              <>
                <span class="gu-figure">{line.row.code}</span> {line.row.name}
                <div class="gu-muted">{line.rule}</div>
                {line.note ? (
                  <div>
                    {t.noteOf}: {line.note}
                  </div>
                ) : null}
                <Evidence line={line} links={links} slug={unit.slug} lang={frame.lang} />
              </>
            ),
        },
        {
          header: s.maximum,
          numeric: true,
          width: 'fit',
          cell: (line) => (line.kind === 'group' ? line.max : printNumber(line.row.maxPoints)),
        },
        {
          header: t.points,
          numeric: true,
          width: 'fit',
          cell: (line) =>
            line.kind === 'group' ? (
              <b>{line.points}</b>
            ) : line.exempt === undefined ? (
              pointsText(line.points)
            ) : (
              s.notAssigned
            ),
        },
      ]}
    />
  )
}

function pointsText(points: string): string {
  return points === '' ? '–' : printNumber(points)
}

/** Sums and completeness of a score, kept apart: a total of 0 may be complete. */
export function Totals({ score, lang }: { score: Score; lang: Lang }) {
  const t = sheetWords(lang)
  const { due, scored } = score.completeness
  return (
    <Card title={t.totals}>
      <DefinitionList
        items={[
          { term: t.total, value: <b class="gu-figure">{printNumber(score.total)}</b> },
          { term: t.normal, value: printNumber(score.normal) },
          ...(score.bonus.eq(0) ? [] : [{ term: t.bonus, value: printNumber(score.bonus) }]),
          ...(score.penalty.eq(0) ? [] : [{ term: t.penalty, value: printNumber(score.penalty) }]),
          { term: t.reachable, value: printNumber(score.reachable) },
          ...(score.percent
            ? [{ term: t.percent, value: printPercent(score.percent, { decimals: 2 }) }]
            : []),
          { term: t.complete, value: t.completeOf(scored, due) },
        ]}
      />
    </Card>
  )
}

function SendCard({ frame, links, unit, score, stepState, lines, onBehalf, again }: SheetPageProps) {
  const t = sheetWords(frame.lang)
  const normal = new Set(
    lines.flatMap((line) => (line.kind === 'leaf' && line.row.side === 'normal' ? [line.row.code] : [])),
  )
  const missing = score.completeness.missing.filter((code) => normal.has(code))
  const action = links.send(unit.slug)
  return (
    <Card
      title={t.sendTitle}
      kind="accent"
      subtitle={missing.length === 0 ? t.sendReady : t.sendMissing(missing.length)}
    >
      <Form
        {...formState(again, action)}
        action={action}
        submitLabel={stepState === 'returned' ? t.sendAgain : t.send}
        {...(missing.length > 0 ? { disabledBecause: t.sendMissing(missing.length) } : {})}
      >
        <ChannelChoice onBehalf={onBehalf} lang={frame.lang} />
      </Form>
    </Card>
  )
}

function DecideCard({ frame, links, unit, stepState, again }: SheetPageProps) {
  const t = sheetWords(frame.lang)
  const back = links.giveBack(unit.slug)
  return (
    <Card title={t.decideTitle} kind="accent">
      <div class="gu-stack">
        {stepState === 'sent' ? <Form action={links.accept(unit.slug)} submitLabel={t.accept} /> : null}
        <Form {...formState(again, back)} action={back} bare>
          <TextArea name="reason" label={t.giveBackReason} hint={t.giveBackHint} rows={2} required />
          <Button>{t.giveBack}</Button>
        </Form>
      </div>
    </Card>
  )
}

/** Labels of the fields of a sheet, for what another person changed. */
export function labelsOf(lines: readonly SheetLine[], lang: Lang): Readonly<Record<string, string>> {
  const t = sheetWords(lang)
  return Object.fromEntries(
    lines.flatMap((line) =>
      line.kind === 'group'
        ? []
        : [
            [lineField.points(line.row.code), `${line.row.code} ${line.row.name}`],
            [lineField.note(line.row.code), `${line.row.code}, ${t.note}`],
          ],
    ),
  )
}

/** What a reader sees who may not see this unit's points yet. */
export function HiddenSheetPage({
  frame,
  links,
  unit,
  badge,
  because,
}: Pick<SheetPageProps, 'frame' | 'links' | 'unit' | 'badge'> & { because: string }) {
  const t = sheetWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.sheetTitle(unit.name)}
      breadcrumb={[{ label: t.title, href: links.sheets }, { label: unit.name }]}
    >
      <PageHeader
        title={t.sheetTitle(unit.name)}
        eyebrow={<StateBadge state={badge.state} label={badge.label} />}
      />
      <Tabs label={scoringWords(frame.lang).tabs} tabs={scoringTabs(frame.lang, links, 'selfScores')} />
      <Alert>{because}</Alert>
    </Layout>
  )
}
