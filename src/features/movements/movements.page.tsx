import type { ChainNode } from '../../domain/movements/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Card,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  StateBadge,
  type Tab,
  Tabs,
  Tag,
  withoutMark,
} from '../../ui/index.ts'
import { kindNames, levelNames, movementsWords } from './movements.messages.ts'
import { type movementsPaths, provinceMovementsPaths } from './movements.paths.ts'
import type { MovementRow } from './movements.store.ts'

/** A member unit, and what the reader may do for it. */
export type LaunchingMember = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly mine: boolean
  readonly mayRecord: boolean
}

type MovementsPageProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof movementsPaths>
  readonly tabs: readonly Tab[]
  readonly chain: readonly ChainNode<MovementRow>[]
  readonly launches: readonly MovementRow[]
  /** Empty for readers from outside: who has launched is the bloc's own matter. */
  readonly members: readonly LaunchingMember[]
  readonly blocLabel: string
  readonly mayLaunchBloc: boolean
  readonly mayLaunchProvince: boolean
}

/** The movements of a year as a chain: province, bloc, units. */
export function MovementsPage(props: MovementsPageProps) {
  const { frame, paths, tabs, chain, mayLaunchBloc, mayLaunchProvince } = props
  const t = movementsWords(frame.lang)
  const launched = blocMovements(chain).length > 0
  const actions = (
    <>
      {mayLaunchBloc ? (
        <LinkButton href={paths.launchBloc} kind={launched ? 'secondary' : 'primary'} icon="megaphone">
          {t.launchBloc}
        </LinkButton>
      ) : null}
      {mayLaunchProvince ? (
        <LinkButton href={provinceMovementsPaths.launch} icon="megaphone">
          {t.launchProvince}
        </LinkButton>
      ) : null}
    </>
  )
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader title={t.title} lead={t.lead} actions={chain.length > 0 ? actions : null} />
      <Tabs label={t.views} tabs={tabs} />
      {chain.length === 0 ? (
        <EmptyState icon="megaphone" title={t.empty} text={t.emptyText} action={actions} />
      ) : (
        <div class="gu-stack-large">
          <MyLaunch {...props} />
          <Chain {...props} nodes={chain} top />
        </div>
      )}
    </Layout>
  )
}

/** What is asked of the reader's own unit. */
function MyLaunch({ frame, paths, chain, launches, members }: MovementsPageProps) {
  const t = movementsWords(frame.lang)
  const yearly = blocMovements(chain).find((movement) => movement.kind === 'yearly')
  const owing = members.filter(
    (member) =>
      member.mine &&
      member.mayRecord &&
      !launches.some((launch) => launch.unitId === member.id && launch.parentId === yearly?.id),
  )
  if (!yearly) return null
  return (
    <>
      {owing.map((member) => (
        <Card kind="accent" title={t.recordMineTitle(member.name)} subtitle={t.recordMineText}>
          <LinkButton href={paths.launchUnit(member.slug, yearly.id)} kind="primary" icon="megaphone">
            {t.recordMine}
          </LinkButton>
        </Card>
      ))}
    </>
  )
}

function blocMovements(nodes: readonly ChainNode<MovementRow>[]): readonly MovementRow[] {
  return nodes.flatMap((node) => [
    ...(node.movement.level === 'bloc' ? [node.movement] : []),
    ...blocMovements(node.takenUpBy),
  ])
}

function Chain({
  nodes,
  top,
  ...props
}: MovementsPageProps & { readonly nodes: readonly ChainNode<MovementRow>[]; readonly top?: boolean }) {
  if (nodes.length === 0) return null
  return (
    <ol class={top ? 'gu-chain' : undefined}>
      {nodes.map((node) => (
        <li class={node.movement.level === 'bloc' ? 'gu-chain-bloc' : undefined}>
          <Node {...props} node={node} />
          <Chain {...props} nodes={node.takenUpBy} />
        </li>
      ))}
    </ol>
  )
}

function Node({ node, ...props }: MovementsPageProps & { readonly node: ChainNode<MovementRow> }) {
  const { frame, paths, members, launches, blocLabel, mayLaunchBloc } = props
  const t = movementsWords(frame.lang)
  const { movement } = node
  const ofProvince = movement.level === 'province' || movement.level === 'central'
  return (
    <div class="gu-chain-node">
      <div class="gu-chain-head">
        <Tag tone={movement.level === 'bloc' ? 'accent' : 'neutral'}>
          {movement.level === 'bloc'
            ? blocLabel
            : movement.level === 'province'
              ? movement.provinceName
              : nameOf(levelNames, movement.level, frame.lang)}
        </Tag>
        <h3>
          <a href={paths.show(movement.id)}>{movement.title}</a>
        </h3>
        {movement.illustrative ? <Mark kind="sample" /> : null}
      </div>
      <p class="gu-muted">
        {[
          nameOf(kindNames, movement.kind, frame.lang),
          movement.launchedOn ? t.launchedOn(printDate(movement.launchedOn)) : '',
          movement.proofNote,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {ofProvince && node.takenUpBy.length === 0 && mayLaunchBloc ? (
        <p>
          <LinkButton href={`${paths.launchBloc}?phong-trao=${movement.id}`} size="small">
            {t.takeUp}
          </LinkButton>
        </p>
      ) : null}
      {movement.level === 'bloc' && members.length > 0 ? (
        <UnitLaunches
          frame={frame}
          paths={paths}
          parent={movement}
          members={members}
          launches={launches.filter((launch) => launch.parentId === movement.id)}
        />
      ) : null}
    </div>
  )
}

type UnitLaunchesProps = {
  readonly frame: PageFrame
  readonly paths: ReturnType<typeof movementsPaths>
  readonly parent: MovementRow
  readonly members: readonly LaunchingMember[]
  readonly launches: readonly MovementRow[]
}

/** Every member with its in-house launch, or with the place where it is still missing. */
export function UnitLaunches({ frame, paths, parent, members, launches }: UnitLaunchesProps) {
  const t = movementsWords(frame.lang)
  const done = members.filter((member) => launches.some((launch) => launch.unitId === member.id))
  return (
    <>
      <p>
        <strong>{t.unitsDone(String(done.length), String(members.length))}</strong>
      </p>
      <ul class="gu-chain-units">
        {members.map((member) => {
          const launch = launches.find((one) => one.unitId === member.id)
          const classes = [
            'gu-chain-unit',
            launch ? '' : 'gu-chain-owing',
            member.mine ? 'gu-chain-mine' : '',
          ]
          return (
            <li class={classes.filter(Boolean).join(' ')}>
              <strong>{member.shortName}</strong>
              {launch ? (
                <LaunchState frame={frame} launch={launch} href={paths.show(launch.id)} />
              ) : (
                <StateBadge state="waiting" label={t.unitWaiting} />
              )}
              {!launch && member.mayRecord ? (
                <a href={paths.launchUnit(member.slug, parent.id)}>{t.record}</a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function LaunchState({
  frame,
  launch,
  href,
}: {
  readonly frame: PageFrame
  readonly launch: MovementRow
  readonly href: string
}) {
  const t = movementsWords(frame.lang)
  const day = launch.launchedOn ? printDate(launch.launchedOn) : ''
  const state = launch.channel === 'paper' ? 'by_paper' : launch.onBehalf ? 'on_behalf' : 'done'
  return (
    <>
      <a href={href}>
        <StateBadge state={state} label={t.unitDone(day)} />
      </a>
      {launch.proofNote || launch.onBehalf || launch.illustrative ? (
        <small>
          {[
            launch.illustrative ? withoutMark(launch.proofNote) : launch.proofNote,
            launch.onBehalf ? t.onBehalf : '',
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {launch.illustrative ? <Mark kind="sample" /> : null}
        </small>
      ) : null}
    </>
  )
}
