import {
  explainEvaluationProblem,
  explainStep,
  formulaFacts,
  formulaFunctions,
  printDecimal,
} from '../../../domain/scoring/index.ts'
import type { Lang } from '../../../i18n/words.ts'
import { Alert, Button, DataTable, FieldGroup, NumberInput, TextArea, TextInput } from '../../../ui/index.ts'
import { formulaWords } from './formula.messages.ts'
import { type Tried, triedFacts } from './formula-try.ts'

type FormulaFieldsProps = {
  readonly expression: string
  readonly unit: string
  readonly tried: Tried | undefined
  readonly action: string
  readonly lang: Lang
}

/** The field of a formula with its help, and a way to try it before it is saved. */
export function FormulaFields({ expression, unit, tried, action, lang }: FormulaFieldsProps) {
  const t = formulaWords(lang)
  return (
    <>
      <TextArea
        name="m.expression"
        label={t.expression}
        hint={t.expressionHint}
        value={expression}
        rows={3}
        maxlength={500}
        required
      />
      <TextInput name="m.unit" label={t.unit} hint={t.unitHint} value={unit} optional narrow />
      <Help lang={lang} />
      <FieldGroup legend={t.try} hint={t.tryHint} columns>
        {triedFacts.map((fact) => (
          <NumberInput name={`t.${fact}`} label={t[`field_${fact}`]} optional />
        ))}
        <TextInput name="t.bloc" label={t.tryBloc} placeholder="6; 8,5; 9" optional />
      </FieldGroup>
      <Outcome tried={tried} lang={lang} />
      <p>
        <Button name="thu" value="1" formaction={action} formmethod="get">
          {t.tryButton}
        </Button>
      </p>
    </>
  )
}

function Outcome({ tried, lang }: Pick<FormulaFieldsProps, 'tried' | 'lang'>) {
  const t = formulaWords(lang)
  if (tried?.evaluation) {
    return (
      <Alert tone="success" title={t.tried(printDecimal(tried.evaluation.points.toFixed(), lang))} live>
        <ol>
          {tried.evaluation.explanation.map((step) => (
            <li>{explainStep(step, lang)}</li>
          ))}
        </ol>
      </Alert>
    )
  }
  if (!tried?.problem) return null
  return (
    <Alert tone="warning" title={t.triedNothing} live>
      {explainEvaluationProblem(tried.problem, lang)}
    </Alert>
  )
}

type Name = { readonly vi: string; readonly en: string; readonly meaning: string }

function Help({ lang }: { lang: Lang }) {
  const t = formulaWords(lang)
  const names: readonly Name[] = [
    ...named(formulaFacts, (key) => t[key]),
    ...named(formulaFunctions, (key) => t[key]),
  ]
  const examples = [
    [t.exampleRatio, 'nhỏ_nhất(kết_quả ÷ chỉ_tiêu; 1) × điểm_tối_đa'],
    [t.exampleIf, 'nếu(kết_quả ≥ chỉ_tiêu; điểm_tối_đa; kết_quả ÷ chỉ_tiêu × điểm_tối_đa)'],
    [t.exampleLeader, 'kết_quả ÷ lớn_nhất_khối × điểm_tối_đa'],
    [t.exampleUnit, 'làm_tròn(kết_quả ÷ 5 tỷ đồng; 1)'],
  ] as const
  return (
    <details>
      <summary>{t.help}</summary>
      <DataTable
        caption={t.names}
        rows={names}
        columns={[
          { header: t.name, cell: (row) => <code>{row.vi}</code> },
          { header: t.english, cell: (row) => <code>{row.en}</code> },
          { header: t.meaning, width: 'wide', cell: (row) => row.meaning },
        ]}
      />
      <p>{t.examples}</p>
      <ul>
        {examples.map(([said, formula]) => (
          <li>
            {said}: <code>{formula}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function named<K extends string>(
  words: Readonly<Record<K, readonly [string, string, ...string[]]>>,
  meaning: (key: K) => string,
): readonly Name[] {
  return (Object.keys(words) as K[]).map((key) => ({
    vi: words[key][0],
    en: words[key][1],
    meaning: meaning(key),
  }))
}
