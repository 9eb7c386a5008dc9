import { guidingPaperName } from '../../domain/documents/guiding-paper.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import {
  Card,
  type Definition,
  DefinitionList,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
} from '../../ui/index.ts'
import { libraryPaths } from '../library/library.paths.ts'
import { channelNames, kindNames, levelNames, movementsWords } from './movements.messages.ts'
import { type LaunchingMember, UnitLaunches } from './movements.page.tsx'
import type { movementsPaths } from './movements.paths.ts'
import type { MovementRow } from './movements.store.ts'

type MovementPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof movementsPaths>
  readonly movement: MovementRow
  readonly parent: MovementRow | undefined
  readonly members: readonly LaunchingMember[]
  readonly launches: readonly MovementRow[]
  readonly owing: readonly string[]
  readonly year: string
}

/** One movement: what it asks, since when, by which paper, and who has launched it in-house. */
export function MovementPage({
  frame,
  paths,
  movement,
  parent,
  members,
  launches,
  owing,
}: MovementPageProps) {
  const t = movementsWords(frame.lang)
  const mine = members.find((member) => member.mine && member.mayRecord && owing.includes(member.id))
  const owner = [
    nameOf(levelNames, movement.level, frame.lang),
    movement.unitName ?? movement.blocName ?? movement.provinceName,
  ].join(' · ')
  return (
    <Layout
      frame={frame}
      title={movement.title}
      breadcrumb={[{ label: t.title, href: paths.list }, { label: movement.title }]}
    >
      <PageHeader
        title={movement.title}
        eyebrow={
          <>
            {owner} {movement.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        lead={movement.launchedOn ? t.launchedOn(printDate(movement.launchedOn)) : ''}
        actions={
          mine ? (
            <LinkButton href={paths.launchUnit(mine.slug, movement.id)} kind="primary" icon="megaphone">
              {t.recordMine}
            </LinkButton>
          ) : null
        }
      />
      <div class="gu-stack-large">
        <Card title={t.details}>
          <DefinitionList
            items={[
              ...(parent
                ? [{ term: t.parent, value: <a href={paths.show(parent.id)}>{parent.title}</a> }]
                : []),
              ...movementFacts(movement, frame.lang),
            ]}
          />
        </Card>
        {members.length > 0 ? (
          <Card title={t.who}>
            <UnitLaunches
              frame={frame}
              paths={paths}
              parent={movement}
              members={members}
              launches={launches}
            />
          </Card>
        ) : null}
      </div>
    </Layout>
  )
}

/** What is known of a movement, as names and values; what is empty is left out. */
export function movementFacts(movement: MovementRow, lang: Lang): readonly Definition[] {
  const t = movementsWords(lang)
  const wording = (text: string) => <p class="gu-wording">{text}</p>
  const items: (Definition | false)[] = [
    { term: t.kind, value: nameOf(kindNames, movement.kind, lang) },
    movement.occasion !== '' && { term: t.occasion, value: movement.occasion },
    movement.theme !== '' && { term: t.theme, value: movement.theme },
    movement.startsOn !== null && { term: t.time, value: timeOf(movement, lang) },
    movement.contents !== '' && { term: t.contents, value: wording(movement.contents) },
    movement.standards !== '' && { term: t.standards, value: wording(movement.standards) },
    movement.guidingPaper !== null && {
      term: t.guidingPaper,
      value: (
        <a href={libraryPaths.show(movement.guidingPaper.id)}>
          {guidingPaperName(movement.guidingPaper, lang)}
        </a>
      ),
    },
    (movement.proofNote !== '' || movement.proofFileId !== null) && {
      term: t.proof,
      value: <ProofOf movement={movement} lang={lang} />,
    },
  ]
  return items.filter((item) => item !== false)
}

function timeOf(movement: MovementRow, lang: Lang): string {
  const t = movementsWords(lang)
  const from = movement.startsOn ? printDate(movement.startsOn) : ''
  return movement.endsOn ? t.from(from, printDate(movement.endsOn)) : t.since(from)
}

function ProofOf({ movement, lang }: { readonly movement: MovementRow; readonly lang: Lang }) {
  const t = movementsWords(lang)
  const how = [nameOf(channelNames, movement.channel, lang), movement.onBehalf ? t.onBehalf : '']
  return (
    <>
      {movement.proofNote}{' '}
      {movement.proofFileId ? <a href={`/tep/${movement.proofFileId}`}>{movement.proofFileName}</a> : null}{' '}
      <small class="gu-muted">({how.filter(Boolean).join(', ')})</small>
    </>
  )
}
