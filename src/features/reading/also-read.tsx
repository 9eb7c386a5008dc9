import type { Reading as Facts } from '../../domain/reading/reading.types.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import { Card, DefinitionList, type PageFrame } from '../../ui/index.ts'
import { awardStatuses, headWays, readingWords } from './reading.messages.ts'

/** Where awards and heads are entered. */
export type OtherPlaces = { readonly awards: string; readonly heads: string }

/** What else was read: shown for the person to enter where it belongs, never saved from here. */
export function AlsoRead({
  frame,
  facts,
  places,
}: {
  readonly frame: PageFrame
  readonly facts: Facts | null
  readonly places: OtherPlaces
}) {
  const t = readingWords(frame.lang)
  if (!facts) return null
  const { lang } = frame
  const awards = facts.awards.map((award, index) => ({
    anchor: `a${index}`,
    start: award.start,
    words: [
      award.recipients.join('; ') || award.count || '',
      award.kind,
      nameOf(awardStatuses, award.status, lang),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  const heads = facts.heads.map((head, index) => ({
    anchor: `h${index}`,
    start: head.start,
    words: [head.role, head.unit, head.forYear ?? '', nameOf(headWays, head.how, lang)]
      .filter(Boolean)
      .join(' · '),
  }))
  const days = [...new Set(facts.dates.map((one) => printSpan(one.iso)))].join('; ')
  const papers = facts.documents.map((one) =>
    one.date ? `${one.number} (${printDate(one.date)})` : one.number,
  )
  return (
    <Card title={t.alsoRead}>
      <DefinitionList
        items={[
          { term: t.bloc, value: facts.blocName ?? t.notFound },
          { term: t.year, value: facts.year === null ? t.notFound : String(facts.year) },
          { term: t.province, value: facts.province ?? t.notFound },
          ...(awards.length > 0
            ? [
                {
                  term: t.awards,
                  value: <Mentions lines={awards} href={places.awards} label={t.enterAwards} />,
                },
              ]
            : []),
          ...(heads.length > 0
            ? [{ term: t.heads, value: <Mentions lines={heads} href={places.heads} label={t.enterHeads} /> }]
            : []),
          ...(papers.length > 0 ? [{ term: t.documents, value: papers.join('; ') }] : []),
          ...(days ? [{ term: t.dates, value: days }] : []),
        ]}
      />
    </Card>
  )
}

type Mention = { readonly anchor: string; readonly start: number; readonly words: string }

function Mentions(props: {
  readonly lines: readonly Mention[]
  readonly href: string
  readonly label: string
}) {
  return (
    <>
      <ul class="gu-plain-list">
        {props.lines.map(({ anchor, start, words }) => (
          <li id={anchor}>
            <a href={`#s${start}`}>{words}</a>
          </li>
        ))}
      </ul>
      <a href={props.href}>{props.label}</a>
    </>
  )
}

function printSpan(iso: string): string {
  return iso
    .split('/')
    .map((day) => printDate(day))
    .join(' – ')
}
