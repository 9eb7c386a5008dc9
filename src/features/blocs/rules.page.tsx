import {
  type EffectiveRules,
  type RuleKey,
  type RuleOrigin,
  type RuleType,
  ruleCatalogue,
  ruleKeys,
} from '../../domain/blocs/index.ts'
import type { FormAgain } from '../../http/feature.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  Card,
  CheckboxList,
  DataTable,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  LinkButton,
  Mark,
  NumberInput,
  type PageFrame,
  PageHeader,
  RadioGroup,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import { blocsWords } from './blocs.messages.ts'
import { blocsPaths } from './blocs.paths.ts'

type RulesPageProps = {
  readonly frame: PageFrame
  readonly eyebrow: string
  readonly title: string
  readonly lead: string
  readonly rules: EffectiveRules
  /** Where a rule is changed; without it nothing can be changed here. */
  readonly changeHref?: (key: RuleKey) => string
}

/** Every rule in force with its value, who set it, and how well it is founded. */
export function RulesPage({ frame, eyebrow, title, lead, rules, changeHref }: RulesPageProps) {
  const t = blocsWords(frame.lang)
  return (
    <Layout frame={frame} title={title}>
      <PageHeader eyebrow={eyebrow} title={title} lead={lead} />
      <Card flush>
        <DataTable
          caption={title}
          captionHidden
          rows={ruleKeys}
          columns={[
            { header: t.rule, width: 'wide', cell: (key) => capital(ruleCatalogue[key].label[frame.lang]) },
            { header: t.value, cell: (key) => <b>{valueText(key, rules[key].value, frame.lang)}</b> },
            {
              header: t.origin,
              width: 'fit',
              cell: (key) => (
                <>
                  <Tag tone={rules[key].origin === 'default' ? 'neutral' : 'info'}>
                    {originText(rules[key].origin, frame.lang)}
                  </Tag>{' '}
                  {rules[key].locked ? (
                    <Tag tone="warning" icon="lock">
                      {t.locked}
                    </Tag>
                  ) : null}
                  {rules[key].blocSetAside ? <div class="gu-muted">{t.setAside}</div> : null}
                </>
              ),
            },
            {
              header: t.basis,
              width: 'wide',
              cell: (key) => (
                <>
                  {rules[key].basis[frame.lang]} <Mark kind={rules[key].mark} />
                </>
              ),
            },
            ...(changeHref
              ? [
                  {
                    header: t.changeRule,
                    width: 'fit' as const,
                    cell: (key: RuleKey) =>
                      rules[key].locked ? (
                        ''
                      ) : (
                        <LinkButton href={changeHref(key)} size="small">
                          {t.changeRule}
                        </LinkButton>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </Layout>
  )
}

type RulePageProps = {
  readonly frame: PageFrame
  readonly eyebrow: string
  readonly ruleKey: RuleKey
  readonly rules: EffectiveRules
  readonly action: string
  readonly dropAction: string
  readonly back: string
  readonly again?: FormAgain | undefined
}

/** Changes one rule of a bloc. */
export function RulePage({ frame, eyebrow, ruleKey, rules, action, dropAction, back, again }: RulePageProps) {
  const t = blocsWords(frame.lang)
  const title = t.changeRuleTitle(ruleCatalogue[ruleKey].label[frame.lang])
  const now = rules[ruleKey]
  return (
    <Layout frame={frame} title={title}>
      <PageHeader
        eyebrow={eyebrow}
        title={title}
        lead={`${t.ruleNow}: ${valueText(ruleKey, now.value, frame.lang)}`}
      />
      <div class="gu-stack">
        <Card>
          <Form
            action={action}
            submitLabel={t.save}
            cancelHref={back}
            {...(now.locked ? { disabledBecause: t.locked } : {})}
            {...(again?.action === action ? again : {})}
          >
            <RuleField type={ruleCatalogue[ruleKey].type} value={now.value} frame={frame} />
            <TextInput name="basis" label={t.ruleBasis} hint={t.ruleBasisHint} optional />
          </Form>
        </Card>
        {now.origin === 'bloc' ? (
          <Card>
            <Form
              action={dropAction}
              submitLabel={t.dropRule}
              {...(again?.action === dropAction ? again : {})}
            />
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

function RuleField({ type, value, frame }: { type: RuleType; value: unknown; frame: PageFrame }) {
  const t = blocsWords(frame.lang)
  switch (type.kind) {
    case 'boolean':
      return (
        <RadioGroup
          name="value"
          label={t.value}
          value={String(value)}
          choices={[
            { value: 'true', label: t.yes },
            { value: 'false', label: t.no },
          ]}
        />
      )
    case 'integer':
      return <NumberInput name="value" label={t.value} value={String(value)} required />
    case 'choice':
      return (
        <RadioGroup
          name="value"
          label={t.value}
          value={String(value)}
          choices={Object.entries(type.options).map(([key, word]) => ({
            value: key,
            label: word[frame.lang],
          }))}
        />
      )
    case 'list':
      return (
        <FieldGroup legend={t.order}>
          {Object.entries(type.options).map(([key, word]) => {
            const at = (value as readonly string[]).indexOf(key)
            return (
              <NumberInput
                name={`value.${key}`}
                label={word[frame.lang]}
                value={at < 0 ? '' : String(at + 1)}
              />
            )
          })}
        </FieldGroup>
      )
  }
}

type ProvinceRulesPageProps = {
  readonly frame: PageFrame
  readonly province: string
  readonly rules: EffectiveRules
  readonly year: number
  /** The rule whose form is open. */
  readonly chosen: RuleKey | null
  readonly again?: FormAgain | undefined
}

/** The province's own layer. */
export function ProvinceRulesPage({ frame, province, rules, year, chosen, again }: ProvinceRulesPageProps) {
  const t = blocsWords(frame.lang)
  if (chosen === null) {
    return (
      <RulesPage
        frame={frame}
        eyebrow={t.provinceTitle(province)}
        title={t.provinceRules}
        lead={t.provinceRulesLead}
        // The province may also change what it has locked itself.
        rules={
          Object.fromEntries(ruleKeys.map((key) => [key, { ...rules[key], locked: false }])) as EffectiveRules
        }
        changeHref={(key) => `${blocsPaths.provinceRules}?muc=${key}`}
      />
    )
  }
  const title = t.changeRuleTitle(ruleCatalogue[chosen].label[frame.lang])
  return (
    <Layout frame={frame} title={title}>
      <PageHeader eyebrow={t.provinceTitle(province)} title={title} lead={t.provinceRulesLead} />
      <Card>
        <Form
          action={blocsPaths.provinceRules}
          submitLabel={t.setForProvince}
          cancelHref={blocsPaths.provinceRules}
          {...again}
        >
          <Hidden name="key" value={chosen} />
          <RuleField type={ruleCatalogue[chosen].type} value={rules[chosen].value} frame={frame} />
          <FieldGroup legend={t.term} columns>
            <TextInput name="fromYear" label={t.fromYear} value={String(year)} narrow required />
            <TextInput name="toYear" label={t.toYear} narrow optional />
          </FieldGroup>
          <CheckboxList name="locked" label={t.lock} labelHidden choices={[{ value: '1', label: t.lock }]} />
          <TextInput name="basis" label={t.ruleBasis} hint={t.ruleBasisHint} />
        </Form>
      </Card>
    </Layout>
  )
}

/** A rule's value in words. */
function valueText(key: RuleKey, value: unknown, lang: Lang): string {
  const t = blocsWords(lang)
  const { type } = ruleCatalogue[key]
  if (type.kind === 'boolean') return value === true ? t.yes : t.no
  if (type.kind === 'integer') return String(value)
  const words = (option: unknown) => type.options[String(option)]?.[lang] ?? ''
  return Array.isArray(value) ? value.map(words).join(' → ') : words(value)
}

function originText(origin: RuleOrigin, lang: Lang): string {
  const t = blocsWords(lang)
  return { default: t.originDefault, province: t.originProvince, bloc: t.originBloc }[origin]
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
