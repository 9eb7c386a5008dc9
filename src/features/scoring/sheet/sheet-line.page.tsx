import type { Child } from 'hono/jsx'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import {
  Button,
  CheckboxList,
  FileInput,
  Hidden,
  NumberInput,
  Select,
  Tag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { sheetWords } from './sheet.messages.ts'
import { lineField } from './sheet.ts'
import type { AskedFact, KnownFact, SheetLine } from './sheet-view.ts'

type LeafProps = {
  line: Extract<SheetLine, { kind: 'leaf' }>
  links: ScoringLinks
  slug: string
  lang: Lang
}

/** One criterion to be scored: rule, figures, points, note and evidence. */
export function LeafFields({ line, links, slug, lang }: LeafProps) {
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

/** The files beside a criterion. */
export function Evidence({ line, links, slug, lang, withdrawable }: LeafProps & { withdrawable?: boolean }) {
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
