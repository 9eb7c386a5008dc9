import {
  barConditions,
  byPercent,
  type ClassPreset,
  classPresets,
  conditionText,
  describeRules,
  type TieBreak,
  tieBreakName,
} from '../../../domain/ranking/index.ts'
import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  DataTable,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  Tabs,
  TextInput,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { scoringTabs } from '../scoring-tabs.ts'
import { tableWords } from '../table/table.messages.ts'
import type { YearTable } from '../table/table-model.ts'
import { rankingWords } from './ranking.messages.ts'
import { rulesWords } from './rules.messages.ts'
import { classLines, formFromRules, type sourcedParts, tieChoices, tieLines } from './rules-form.ts'

type RulesPageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly table: YearTable | undefined
  readonly mayManage: boolean
  /** Filled into the form, not saved. */
  readonly preset: ClassPreset | undefined
  readonly again?: FormAgain | undefined
}

/** The rules of ranking in words, each with its basis; changed by a form while the table is a draft. */
export function RulesPage(props: RulesPageProps) {
  const { frame, links, table, mayManage } = props
  const t = rulesWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.title}
      breadcrumb={[{ label: rankingWords(frame.lang).title, href: links.ranking }, { label: t.title }]}
    >
      <PageHeader title={t.title} lead={t.lead} />
      <Tabs label={scoringWords(frame.lang).tabs} tabs={scoringTabs(frame.lang, links, 'ranking')} />
      {table ? (
        <div class="gu-stack">
          <RulesInWords table={table} lang={frame.lang} />
          {mayManage && table.state === 'draft' ? <Editor {...props} table={table} /> : null}
          {mayManage && table.state === 'adopted' ? (
            <Alert
              actions={
                <LinkButton href={links.newVersion} icon="copy">
                  {tableWords(frame.lang).newVersion}
                </LinkButton>
              }
            >
              {t.notDraft}
            </Alert>
          ) : null}
          {mayManage && table.state === 'frozen' ? <p class="gu-hint">{t.frozen}</p> : null}
        </div>
      ) : (
        <EmptyState icon="scale" title={t.noTable} text="" />
      )}
    </Layout>
  )
}

/** The rules as sentences, for whoever wants to know why a unit stands where it stands. */
export function RulesInWords({ table, lang }: { table: YearTable; lang: Lang }) {
  const t = rulesWords(lang)
  const rules = describeRules(table.rules, table.table, lang)
  return (
    <DataTable
      caption={t.inWords}
      rows={rules}
      columns={[
        {
          header: t.partColumn,
          width: 'fit',
          cell: (rule, i) => (rules[i - 1]?.part === rule.part ? '' : t[`part_${rule.part}`]),
        },
        { header: t.rule, width: 'wide', cell: (rule) => rule.text },
        { header: t.basis, cell: (rule) => rule.basis ?? <Mark kind="unverified" /> },
      ]}
    />
  )
}

type EditorProps = RulesPageProps & { readonly table: YearTable }

function Editor(props: EditorProps) {
  const { frame, links, table, preset, again } = props
  const t = rulesWords(frame.lang)
  const start = preset ? { ...table.rules, ...preset.rules, bars: withPreset(table, preset) } : table.rules
  const refused = formState(again, links.rules)
  const state = refused.values ? refused : { values: formFromRules(start) }
  return (
    <>
      <Card title={t.preset}>
        <Form action={links.rules} method="get" bare>
          <Select
            name="mau"
            label={t.presetLabel}
            hint={t.presetHint}
            value={preset?.code ?? ''}
            choices={classPresets.map((one) => ({
              value: one.code,
              label: one.name[frame.lang],
              ...(one.note ? { hint: one.note[frame.lang] } : {}),
            }))}
          />
          <Button>{t.presetUse}</Button>
        </Form>
      </Card>
      <Card title={t.edit} kind="accent">
        {preset ? (
          <Alert live>
            {t.presetUsed(preset.name[frame.lang])} {preset.note?.[frame.lang]}
          </Alert>
        ) : null}
        <Form {...state} action={links.rules} submitLabel={t.save} cancelHref={links.ranking}>
          <Hidden name="version" value={String(table.version)} />
          <Ties {...props} />
          <Classes {...props} />
          <Bars {...props} />
          <FieldGroup legend={t.part_awardFromClass} columns>
            <Select
              name="awardFrom"
              label={t.award}
              placeholder={t.awardAny}
              choices={lineChoices(frame.lang)}
            />
            <Source part="awardFromClass" lang={frame.lang} />
          </FieldGroup>
        </Form>
      </Card>
    </>
  )
}

function withPreset(table: YearTable, preset: ClassPreset) {
  const replaced = new Set(preset.rules.bars.map(({ when }) => when))
  const kept = table.rules.bars.filter((bar) => bar.effect !== 'capsClass' && !replaced.has(bar.when))
  const { sources } = preset.rules
  return [
    ...kept,
    ...preset.rules.bars.map((bar) => ({ ...bar, ...(sources?.bars ? { basis: sources.bars } : {}) })),
  ]
}

function Source({ part, lang }: { part: (typeof sourcedParts)[number]; lang: Lang }) {
  const t = rulesWords(lang)
  return (
    <TextInput name={`source.${part}`} label={t.sourceOf(t[`part_${part}`])} hint={t.sourceHint} optional />
  )
}

function Ties({ frame, table }: EditorProps) {
  const { lang } = frame
  const t = rulesWords(lang)
  const choices = tieChoices(table.table, table.rules)
  const named = (step: TieBreak) =>
    step.by === 'criterion' ? t.tieOfCriterion(step.code, step.name[lang]) : tieBreakName(step, lang)
  const group = (wanted: boolean) =>
    choices
      .filter(({ step }) => (step.by === 'criterion') === wanted)
      .map(({ value, step }) => ({ value, label: named(step) }))
  return (
    <>
      <FieldGroup legend={t.part_basis} columns>
        <Select
          name="basis"
          label={t.rankBy}
          placeholder={false}
          choices={(['percentWhenNotAssigned', 'total', 'percent'] as const).map((value) => ({
            value,
            label: t[`basis_${value}`],
          }))}
        />
        <Source part="basis" lang={lang} />
      </FieldGroup>
      <FieldGroup legend={t.ties} hint={t.tiesHint} columns>
        {Array.from({ length: tieLines }, (_, i) => (
          <Select
            name={`tie.${i}`}
            label={t.tieStep(String(i + 1))}
            placeholder={t.tieNone}
            groups={[
              { label: t.tieOther, choices: group(false) },
              { label: t.tieCriteria, choices: group(true) },
            ]}
          />
        ))}
        <Source part="tieBreaks" lang={lang} />
      </FieldGroup>
    </>
  )
}

function Classes({ frame, table }: EditorProps) {
  const { lang } = frame
  const t = rulesWords(lang)
  const unit = byPercent(table.rules) ? '%' : ''
  return (
    <>
      <FieldGroup legend={t.classes} hint={t.classesHint} columns>
        <Select
          name="classesBy"
          label={t.classesBy}
          placeholder={false}
          choices={(['percent', 'value'] as const).map((value) => ({
            value,
            label: t[`classesBy_${value}`],
          }))}
        />
        <Source part="classes" lang={lang} />
      </FieldGroup>
      {Array.from({ length: classLines }, (_, i) => (
        <FieldGroup legend={t.classLine(String(i + 1))} columns>
          <Code line={i} table={table} />
          <TextInput name={`className.${i}`} label={t.className} optional />
          <TextInput name={`classNameEn.${i}`} label={t.classNameEn} optional />
          <Select
            name={`classOp.${i}`}
            label={t.classOp}
            placeholder={false}
            narrow
            choices={[
              { value: '>=', label: t.op_from },
              { value: '>', label: t.op_above },
            ]}
          />
          <NumberInput name={`classEdge.${i}`} label={t.classEdge} unit={unit} optional />
          <NumberInput name={`classFloor.${i}`} label={t.classFloor} unit="%" optional />
          <Select
            name={`classFloorOf.${i}`}
            label={t.classFloorOf}
            placeholder={false}
            narrow
            choices={(['criteria', 'sections'] as const).map((value) => ({
              value,
              label: t[`floor_${value}`],
            }))}
          />
          <CheckboxList
            name={`classZero.${i}`}
            label={t.classZero}
            labelHidden
            choices={[{ value: '1', label: t.classZero }]}
            chosen={[]}
          />
        </FieldGroup>
      ))}
    </>
  )
}

/** The code of a class stays with its line, so that caps and earlier years still mean the same class. */
function Code({ line, table }: { line: number; table: YearTable }) {
  const code = table.rules.classes[line]?.code ?? ''
  return <Hidden name={`classCode.${line}`} value={code} />
}

function Bars({ frame }: EditorProps) {
  const { lang } = frame
  const t = rulesWords(lang)
  const effects = [
    { value: 'barred', label: t.effect_barred },
    { value: 'suspended', label: t.effect_suspended },
    ...lineChoices(lang).map(({ value, label }) => ({ value: `caps:${value}`, label: t.effect_caps(label) })),
  ]
  return (
    <FieldGroup legend={t.bars} columns>
      {barConditions.flatMap((when) => [
        <Select
          name={`barEffect.${when}`}
          label={conditionText({ when }, lang)}
          placeholder={t.effect_none}
          choices={effects}
        />,
        <TextInput
          name={`barBasis.${when}`}
          label={t.barBasis(conditionText({ when }, lang).replace(/\.$/, ''))}
          optional
        />,
      ])}
    </FieldGroup>
  )
}

function lineChoices(lang: Lang) {
  const t = rulesWords(lang)
  return Array.from({ length: classLines }, (_, i) => ({
    value: String(i),
    label: t.classLine(String(i + 1)),
  }))
}
