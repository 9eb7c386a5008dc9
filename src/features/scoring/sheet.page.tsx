import type { Child } from 'hono/jsx'
import { printDecimal, type Score } from '../../domain/scoring/index.ts'
import { printDate, printNumber, printPercent } from '../../domain/vietnamese/index.ts'
import { conflictsOf, formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import type { StepBadge } from '../../steps/step-badge.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  ConflictNotice,
  DataTable,
  DefinitionList,
  FileInput,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Select,
  StateBadge,
  Tabs,
  Tag,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { scoringWords } from './scoring.messages.ts'
import type { ScoringLinks } from './scoring.paths.ts'
import { scoringTabs } from './scoring-tabs.ts'
import { sheetWords } from './sheet.messages.ts'
import { lineField } from './sheet.ts'
import type { AskedFact, KnownFact, SheetLine } from './sheet-view.ts'

/** One unit of the round, as far as the reader may see it. */
export type RoundRow = {
  readonly unitId: string
  readonly slug: string
  readonly name: string
  readonly mine: boolean
  readonly illustrative: boolean
  readonly badge: StepBadge
  /** Undefined when the reader may not see it yet. */
  readonly total: string | undefined
  readonly missing: number | undefined
  readonly evidence: number | undefined
}

type RoundPageProps = {
  readonly frame: PageFrame
  readonly year: number
  readonly links: ScoringLinks
  readonly rows: readonly RoundRow[]
  readonly sent: number
  readonly due: string | undefined
  readonly frozen: boolean
  readonly maximum: string
  readonly someHidden: boolean
}

/** The round: who has scored, sent, got it back. */
export function RoundPage({
  frame,
  year,
  links,
  rows,
  sent,
  due,
  frozen,
  maximum,
  someHidden,
}: RoundPageProps) {
  const t = sheetWords(frame.lang)
  const s = scoringWords(frame.lang)
  const mine = rows.find((row) => row.mine)
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeader
        title={t.title}
        aside={String(year)}
        lead={
          frozen
            ? [t.leadBoard(sent, rows.length), due ? ` ${t.leadDue(printDate(due))}` : '']
            : s.tableNotFrozen
        }
        actions={
          frozen && mine ? (
            <LinkButton href={links.sheet(mine.slug)} kind="primary" icon="edit">
              {t.myScore}
            </LinkButton>
          ) : frozen ? null : (
            <LinkButton href={links.table} kind="primary">
              {s.openTable}
            </LinkButton>
          )
        }
      />
      <Tabs label={s.tabs} tabs={scoringTabs(frame.lang, links, 'selfScores')} />
      <DataTable
        caption={t.title}
        captionHidden
        rows={rows}
        rowKind={(row) => (row.mine ? 'mine' : undefined)}
        note={someHidden ? s.hiddenSelf : undefined}
        columns={[
          {
            header: s.unit,
            width: 'wide',
            cell: (row) => (
              <>
                <a href={links.sheet(row.slug)}>{row.name}</a>{' '}
                {row.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          {
            header: t.state,
            width: 'fit',
            cell: (row) => <StateBadge state={row.badge.state} label={row.badge.label} />,
          },
          {
            header: t.selfTotal,
            unit: `/ ${maximum}`,
            numeric: true,
            cell: (row) => row.total ?? <span class="gu-muted">{s.hidden}</span>,
          },
          {
            header: t.missing,
            width: 'fit',
            cell: (row) => (row.missing === undefined ? '' : t.missingCount(row.missing)),
          },
          {
            header: t.evidence,
            width: 'fit',
            hideOnPhone: true,
            cell: (row) => (row.evidence === undefined ? '' : t.evidenceCount(row.evidence)),
          },
          {
            header: t.explainLink,
            width: 'fit',
            hideOnPhone: true,
            cell: (row) =>
              row.total === undefined ? '' : <a href={links.explain(row.slug)}>{t.explainLink}</a>,
          },
        ]}
      />
    </Layout>
  )
}

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

type LeafProps = {
  line: Extract<SheetLine, { kind: 'leaf' }>
  links: ScoringLinks
  slug: string
  lang: Lang
}

function LeafFields({ line, links, slug, lang }: LeafProps) {
  const t = sheetWords(lang)
  const { row } = line
  const { code } = row
  const followsRule = line.proposed !== undefined && line.points === line.proposed
  return (
    <section class="gu-sheet-line" aria-label={row.name}>
      <LeafHead line={line} lang={lang}>
        <Known facts={line.known} lang={lang} />
        <Proposal line={line} lang={lang} />
      </LeafHead>
      <div class="gu-sheet-entry">
        {line.asked.map((fact) => (
          <FactField fact={fact} lang={lang} />
        ))}
        {line.automatic && row.method?.kind === 'ownRecord' ? (
          <Hidden name={lineField.points(code)} value="" />
        ) : (
          <NumberInput
            name={lineField.points(code)}
            label={t.points}
            value={followsRule || line.points === '' ? '' : printNumber(line.points)}
            unit={`/ ${printNumber(row.maxPoints)}`}
            {...(line.proposed === undefined ? {} : { placeholder: printNumber(line.proposed) })}
          />
        )}
      </div>
      <details
        class="gu-sheet-more"
        open={line.note !== '' || line.exempt !== undefined || line.targetNotAssigned}
      >
        <summary>{t.more}</summary>
        <TextArea
          name={lineField.note(code)}
          label={t.note}
          hint={t.noteHint}
          rows={2}
          value={line.exempt ?? line.note}
        />
        <CheckboxList
          name={lineField.exempt(code)}
          label={t.exempt}
          labelHidden
          chosen={line.exempt === undefined ? [] : ['1']}
          choices={[{ value: '1', label: t.exempt, hint: t.exemptHint }]}
        />
        {line.targetNotAssigned ? <p class="gu-hint">{t.targetNotAssigned}</p> : null}
        <Evidence line={line} links={links} slug={slug} lang={lang} withdrawable />
        <FileInput name={lineField.file(code)} label={t.addEvidence} />
      </details>
    </section>
  )
}

function LeafHead({ line, lang, children }: Pick<LeafProps, 'line' | 'lang'> & { children?: Child }) {
  const t = sheetWords(lang)
  const s = scoringWords(lang)
  const { row } = line
  return (
    <div class="gu-sheet-what">
      <h4>
        <span class="gu-figure">{row.code}</span> {row.name}{' '}
        {row.side === 'normal' ? null : <Tag tone={row.side === 'bonus' ? 'good' : 'bad'}>{s[row.side]}</Tag>}
      </h4>
      <p class="gu-hint">{line.rule}</p>
      {row.note ? <p class="gu-hint">{row.note}</p> : null}
      {row.needsEvidence && line.evidence.length === 0 ? (
        <Tag tone="warning" icon="attach">
          {t.evidenceNeeded}
        </Tag>
      ) : null}
      {line.exempt === undefined ? null : <Tag tone="info">{t.exempted(line.exempt)}</Tag>}
      {children}
    </div>
  )
}

function Known({ facts, lang }: { facts: readonly KnownFact[]; lang: Lang }) {
  const t = sheetWords(lang)
  if (facts.length === 0) return null
  return (
    <ul class="gu-sheet-facts" aria-label={t.fromRecords}>
      {facts.map((fact) => (
        <li>
          {fact.href ? <a href={fact.href}>{fact.label}</a> : fact.label}: <b>{fact.value}</b>
        </li>
      ))}
    </ul>
  )
}

function FactField({ fact, lang }: { fact: AskedFact; lang: Lang }) {
  const t = sheetWords(lang)
  const common = { name: fact.field, label: fact.label }
  const text = typeof fact.value === 'string' ? fact.value : ''
  switch (fact.type) {
    case 'yesNo':
      return (
        <Select
          {...common}
          value={text}
          choices={[
            { value: 'yes', label: t.doneYes },
            { value: 'no', label: t.doneNo },
          ]}
        />
      )
    case 'checks':
      return (
        <CheckboxList
          {...common}
          choices={fact.choices ?? []}
          chosen={typeof fact.value === 'string' ? [] : fact.value}
        />
      )
    case 'places':
      return <TextInput {...common} value={text} placeholder="1; 2; 3" />
    case 'number':
      return <NumberInput {...common} value={text} />
  }
}

function Proposal({ line, lang }: Pick<LeafProps, 'line' | 'lang'>) {
  const t = sheetWords(lang)
  if (line.proposed === undefined && line.problem === '') return null
  return (
    <div class="gu-sheet-rule">
      {line.proposed === undefined ? null : <b>{t.proposedPoints(printNumber(line.proposed))}</b>}
      {[...line.steps, line.problem].filter(Boolean).map((step) => (
        <span class="gu-hint">{step}</span>
      ))}
    </div>
  )
}

function Evidence({ line, links, slug, lang, withdrawable }: LeafProps & { withdrawable?: boolean }) {
  const t = sheetWords(lang)
  if (line.evidence.length === 0) return null
  return (
    <ul class="gu-sheet-facts" aria-label={t.evidenceOf}>
      {line.evidence.map((one) => (
        <li>
          <a href={`/tep/${one.fileId}`}>{one.fileName}</a>{' '}
          {withdrawable ? (
            <Button kind="quiet" size="small" formaction={links.withdraw(slug, one.id)}>
              {t.withdraw}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
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

/** The maximum of a table as it stands in the head of a column. */
export function maximumText(maximum: string, lang: Lang): string {
  return printDecimal(maximum, lang)
}
