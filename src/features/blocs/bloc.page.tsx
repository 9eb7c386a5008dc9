import { printDate } from '../../domain/vietnamese/index.ts'
import { type YearState, yearStateInfo } from '../../domain/years/index.ts'
import { nameOf } from '../../i18n/words.ts'
import {
  Button,
  Card,
  DataTable,
  DateInput,
  DefinitionList,
  Form,
  Layout,
  LinkButton,
  Mark,
  type MarkKind,
  type PageFrame,
  PageHeader,
  Tag,
} from '../../ui/index.ts'
import { blocsWords, wayNames } from './blocs.messages.ts'
import { blocsPaths } from './blocs.paths.ts'
import type { BlocRow, BlocYearRow } from './blocs.store.ts'
import type { LeadershipRow } from './leadership.store.ts'
import type { MembershipRow } from './members.store.ts'

type BlocPageProps = {
  readonly frame: PageFrame
  readonly bloc: BlocRow
  readonly on: string
  /** Members on that day, in the bloc's order. */
  readonly members: readonly MembershipRow[]
  readonly former: readonly MembershipRow[]
  readonly leadership: readonly LeadershipRow[]
  readonly years: readonly BlocYearRow[]
  readonly may: {
    readonly manage: boolean
    readonly lead: boolean
    readonly open: boolean
    readonly readYears: boolean
  }
  readonly openYearHref: string
}

/** A bloc: who sits in it on a day, who leads it, its years and where it comes from. */
export function BlocPage(props: BlocPageProps) {
  const { frame, bloc, years, may } = props
  const t = blocsWords(frame.lang)
  const [newest] = years
  return (
    <Layout
      frame={frame}
      title={bloc.name}
      description={bloc.name}
      breadcrumb={[{ label: t.title, href: blocsPaths.list }, { label: bloc.shortName }]}
    >
      <PageHeader
        eyebrow={
          <>
            {t.provinceTitle(bloc.provinceName)}{' '}
            {bloc.certainty === 'inferred' ? <Mark kind="guess" /> : null}{' '}
            {bloc.illustrative ? <Mark kind="sample" /> : null}
          </>
        }
        title={bloc.name}
        actions={
          <>
            {newest && may.readYears ? (
              <LinkButton href={`/khoi/${bloc.slug}/nam`} kind="primary" icon="arrow-right">
                {t.enterYear(newest.year)}
              </LinkButton>
            ) : null}
            {may.open ? (
              <LinkButton href={props.openYearHref} {...(newest ? {} : { kind: 'primary' })} icon="plus">
                {t.openYear}
              </LinkButton>
            ) : null}
            {may.manage ? (
              <LinkButton href={blocsPaths.change(bloc.slug)} icon="edit">
                {t.change}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div class="gu-split">
        <div class="gu-stack">
          <Members {...props} />
          <Leaders {...props} />
        </div>
        <div class="gu-stack">
          <Years {...props} />
          <About {...props} />
        </div>
      </div>
    </Layout>
  )
}

function Members({ frame, bloc, on, members, former, may }: BlocPageProps) {
  const t = blocsWords(frame.lang)
  return (
    <Card
      title={t.membersOn(printDate(on))}
      aside={
        may.manage ? (
          <LinkButton href={blocsPaths.members(bloc.slug)} size="small" icon="users">
            {t.manageMembers}
          </LinkButton>
        ) : null
      }
      footer={
        <div class="gu-filter gu-filter-one">
          <Form action={blocsPaths.show(bloc.slug)} method="get" bare>
            <DateInput name="ngay" label={t.seeOn} value={on} />
            <Button>{t.see}</Button>
          </Form>
        </div>
      }
      flush
    >
      <DataTable
        caption={t.membersOn(printDate(on))}
        captionHidden
        rows={members}
        empty={t.noMembers}
        columns={[
          {
            header: t.unit,
            width: 'wide',
            cell: (member, index) => (
              <>
                {index + 1}. <a href={`/don-vi/${member.unitSlug}`}>{member.unitName}</a>{' '}
                {member.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          { header: t.from, width: 'fit', cell: (member) => printDate(member.fromDate) },
          { header: t.basis, cell: (member) => member.basis, hideOnPhone: true },
        ]}
      />
      {former.length > 0 ? (
        <DataTable
          caption={t.formerMembers}
          rows={former}
          rowKind={() => 'muted'}
          columns={[
            {
              header: t.unit,
              width: 'wide',
              cell: (one) => <a href={`/don-vi/${one.unitSlug}`}>{one.unitName}</a>,
            },
            {
              header: t.term,
              width: 'fit',
              cell: (one) => `${printDate(one.fromDate)} – ${one.toDate ? printDate(one.toDate) : t.present}`,
            },
            { header: t.basis, cell: (one) => one.basis, hideOnPhone: true },
          ]}
        />
      ) : null}
    </Card>
  )
}

function Leaders({ frame, bloc, leadership, may }: BlocPageProps) {
  const t = blocsWords(frame.lang)
  return (
    <Card
      title={t.leadershipTitle}
      aside={
        may.lead ? (
          <LinkButton href={blocsPaths.leadership(bloc.slug)} size="small" icon="flag">
            {t.setLeadership}
          </LinkButton>
        ) : null
      }
      flush
    >
      <DataTable
        caption={t.leadershipTitle}
        captionHidden
        rows={leadership}
        rowKind={(row) => (row.toDate ? 'muted' : undefined)}
        empty={t.noLeadership}
        columns={[
          { header: t.year, width: 'fit', cell: (row) => row.forYear },
          { header: t.role, cell: (row) => (row.role === 'head' ? bloc.headLabel : bloc.deputyLabel) },
          {
            header: t.unit,
            width: 'wide',
            cell: (row) => (
              <>
                <a href={`/don-vi/${row.unitSlug}`}>{row.unitName}</a>{' '}
                {row.illustrative ? <Mark kind="sample" /> : null}
                {row.personName ? (
                  <div class="gu-muted">{[row.personName, row.personTitle].filter(Boolean).join(', ')}</div>
                ) : null}
              </>
            ),
          },
          { header: t.how, cell: (row) => nameOf(wayNames, row.how, frame.lang) },
          {
            header: t.term,
            width: 'fit',
            cell: (row) => `${printDate(row.fromDate)}${row.toDate ? ` – ${printDate(row.toDate)}` : ''}`,
          },
          { header: t.basis, cell: (row) => row.basis, hideOnPhone: true },
        ]}
      />
    </Card>
  )
}

function Years({ frame, bloc, years, may }: BlocPageProps) {
  const t = blocsWords(frame.lang)
  return (
    <Card title={t.years}>
      {years.length === 0 ? <p class="gu-muted">{t.noYears}</p> : null}
      <ul class="gu-todo-list gu-tight">
        {years.map((year) => (
          <li>
            {may.readYears ? (
              <a href={`/khoi/${bloc.slug}/${year.year}`}>{year.year}</a>
            ) : (
              <span>{year.year}</span>
            )}
            <Tag tone={year.state === 'closed' ? 'neutral' : 'accent'}>
              {yearStateInfo[year.state as YearState].label[frame.lang]}
            </Tag>
            {may.readYears ? <a href={blocsPaths.rules.at(bloc.slug, year.year)}>{t.rules}</a> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function About({ frame, bloc }: BlocPageProps) {
  const t = blocsWords(frame.lang)
  const mark = bloc.foundingDecisionMark as MarkKind
  return (
    <Card title={t.about}>
      <DefinitionList
        items={[
          { term: t.label, value: bloc.label },
          ...(bloc.kind ? [{ term: t.kind, value: bloc.kind }] : []),
          ...(bloc.foundedOn ? [{ term: t.foundedOn, value: printDate(bloc.foundedOn) }] : []),
          ...(bloc.foundingDecision
            ? [
                {
                  term: t.foundingDecision,
                  value: (
                    <>
                      {bloc.foundingDecision} <Mark kind={mark} />
                    </>
                  ),
                },
              ]
            : []),
          ...(bloc.dissolvedOn ? [{ term: t.dissolvedOn, value: printDate(bloc.dissolvedOn) }] : []),
          ...(bloc.aliases.length > 0 ? [{ term: t.aliases, value: bloc.aliases.join('; ') }] : []),
        ]}
      />
    </Card>
  )
}
