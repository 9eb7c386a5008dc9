import type { FormAgain } from '../../../http/feature.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxList,
  ConfirmForm,
  FieldGroup,
  Form,
  Hidden,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  Select,
  TextInput,
} from '../../../ui/index.ts'
import { appealWords } from '../fairness/appeal.messages.ts'
import { scoringWords } from '../scoring.messages.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { appraisalWords } from './appraisal.messages.ts'
import { layersWords } from './layers.messages.ts'

type Unit = { readonly id: string; readonly name: string; readonly slug: string }

type AssignProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly units: readonly Unit[]
  readonly head: Unit | undefined
  readonly deputy: Unit | undefined
  readonly withCross: boolean
  /** The plan of checks whose teams cross-check, where there is one. */
  readonly teams: { readonly title: string; readonly href: string } | undefined
  /** Who checks each unit. */
  readonly checkers: ReadonlyMap<string, readonly string[]>
  readonly named: string
  readonly problems: readonly string[]
  readonly again?: FormAgain | undefined
}

/** Who checks whom; a proposed plan can be changed before it is saved. */
export function AssignPage({
  frame,
  links,
  units,
  head,
  deputy,
  withCross,
  checkers,
  named,
  problems,
  teams,
  again,
}: AssignProps) {
  const t = appraisalWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={t.assignTitle}
      breadcrumb={[{ label: t.title, href: links.appraisals }, { label: t.assignTitle }]}
    >
      <PageHeader title={t.assignTitle} lead={t.assignLead} />
      <div class="gu-stack">
        {again?.problem ? (
          <Alert tone="danger" live>
            {again.problem}
          </Alert>
        ) : null}
        {withCross && teams ? (
          <Alert title={layersWords(frame.lang).byTeams}>
            {layersWords(frame.lang).byTeamsText(teams.title)}{' '}
            <a href={teams.href}>{layersWords(frame.lang).openPlan}</a>
          </Alert>
        ) : null}
        {withCross && !teams ? (
          <>
            <Card title={t.assignPlan} subtitle={t.assignPlanHint}>
              <Form action={links.assign} method="get" bare>
                <Select
                  name="moi"
                  label={t.perUnit}
                  placeholder={false}
                  narrow
                  choices={[1, 2, 3].map((count) => ({ value: String(count), label: t.perUnitOf(count) }))}
                />
                <Button>{t.assignPlan}</Button>
              </Form>
            </Card>
            {problems.length > 0 ? (
              <Alert tone="warning" title={t.assignProblems}>
                <ul>
                  {problems.map((problem) => (
                    <li>{problem}</li>
                  ))}
                </ul>
              </Alert>
            ) : null}
            <Card title={t.cross}>
              <Form action={links.assign}>
                <Hidden name="layer" value="cross" />
                {units.map((unit) => (
                  <CheckboxList
                    name={`by.${unit.id}`}
                    label={t.checkedBy(unit.name)}
                    inline
                    chosen={checkers.get(unit.id) ?? []}
                    choices={units
                      .filter((one) => one.id !== unit.id)
                      .map((one) => ({ value: one.id, label: one.name }))}
                  />
                ))}
              </Form>
            </Card>
          </>
        ) : null}
        <Card title={t.namedTitle} subtitle={deputy ? t.namedByDeputy(deputy.name) : t.namedNeeded}>
          {head && !deputy ? (
            <Form action={links.assign}>
              <Hidden name="layer" value="head" />
              <Select
                name={`by.${head.id}`}
                label={t.named}
                value={named}
                choices={units
                  .filter((one) => one.id !== head.id)
                  .map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form>
          ) : null}
        </Card>
      </div>
    </Layout>
  )
}

type FinalProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly units: readonly Unit[]
  readonly criteria: readonly { readonly code: string; readonly name: string }[]
  readonly unfinished: readonly string[]
  /** Questions on points that the adoption settles. */
  readonly open: readonly string[]
  readonly again?: FormAgain | undefined
}

/** Records what the conference adopted. */
export function FinalPage({ frame, links, units, criteria, unfinished, open, again }: FinalProps) {
  const t = appraisalWords(frame.lang)
  const s = scoringWords(frame.lang)
  return (
    <Layout frame={frame} title={t.adoptTitle}>
      {again?.problem ? (
        <Alert tone="danger" live>
          {again.problem}
        </Alert>
      ) : null}
      <ConfirmForm
        {...(again ? { values: again.values, errors: again.errors } : {})}
        title={t.adoptTitle}
        action={links.final}
        consequences={[
          t.adoptWill,
          t.adoptChanges,
          ...(unfinished.length > 0 ? [t.adoptWarn(unfinished.join(', '))] : []),
          ...(open.length > 0 ? [appealWords(frame.lang).settleByConference(open.join('; '))] : []),
        ]}
        confirmLabel={t.adoptFinal}
        cancelHref={links.appraisals}
      >
        <TextInput name="how" label={t.how} hint={t.howHint} required />
        <FieldGroup legend={t.changeOf}>
          <Select
            name="unitId"
            label={t.changeUnit}
            choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
          <Select
            name="code"
            label={t.changeCode}
            choices={criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
          <NumberInput name="points" label={t.changePoints} unit={s.points} />
          <TextInput name="reason" label={s.reason} />
        </FieldGroup>
      </ConfirmForm>
    </Layout>
  )
}
