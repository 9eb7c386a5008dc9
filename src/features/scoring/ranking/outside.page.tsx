import type { OutsideFigure, RecordedFigure } from '../../../domain/ranking/index.ts'
import { printNumber } from '../../../domain/vietnamese/index.ts'
import { formState } from '../../../http/again.ts'
import type { FormAgain } from '../../../http/feature.ts'
import {
  Card,
  EmptyState,
  FieldGroup,
  Form,
  Layout,
  NumberInput,
  type PageFrame,
  PageHeader,
  TextInput,
} from '../../../ui/index.ts'
import type { ScoringLinks } from '../scoring.paths.ts'
import { rankingWords } from './ranking.messages.ts'
import { rulesWords } from './rules.messages.ts'

type OutsidePageProps = {
  readonly frame: PageFrame
  readonly links: ScoringLinks
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly figures: readonly OutsideFigure[]
  readonly recorded: readonly (RecordedFigure & { readonly source: string })[]
  readonly again?: FormAgain | undefined
}

/** What the rules of ranking ask for beyond the scores, unit by unit. */
export function OutsidePage({ frame, links, units, figures, recorded, again }: OutsidePageProps) {
  const { lang } = frame
  const t = rulesWords(lang)
  const known = new Map(recorded.map(({ code, unitId, value }) => [`${code} ${unitId}`, printNumber(value)]))
  return (
    <Layout
      frame={frame}
      title={t.outside}
      breadcrumb={[{ label: rankingWords(lang).title, href: links.ranking }, { label: t.outside }]}
    >
      <PageHeader title={t.outside} lead={t.outsideLead} />
      {figures.length === 0 ? (
        <EmptyState icon="list" title={t.outsideNone} text={t.outsideNoneText} />
      ) : (
        <Card>
          <Form {...formState(again, links.outside)} action={links.outside} cancelHref={links.ranking}>
            {figures.map(({ code, name, kind }) => (
              <FieldGroup legend={name[lang]} hint={kind === 'decision' ? t.outsidePlace : ''} columns>
                {units.map((unit) => (
                  <NumberInput
                    name={`figures.${code} ${unit.id}`}
                    label={unit.name}
                    value={known.get(`${code} ${unit.id}`) ?? ''}
                    optional
                  />
                ))}
              </FieldGroup>
            ))}
            <TextInput
              name="source"
              label={t.outsideSource}
              hint={t.outsideSourceHint}
              value={recorded[0]?.source ?? ''}
              required
            />
          </Form>
        </Card>
      )}
    </Layout>
  )
}
