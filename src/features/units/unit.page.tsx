import { printDate } from '../../domain/vietnamese/index.ts'
import type { Lang } from '../../i18n/words.ts'
import {
  ButtonRow,
  Card,
  DataTable,
  DefinitionList,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
  Timeline,
  type TimelineEntry,
} from '../../ui/index.ts'
import type { AwardHeld, OfficeHeld, Room, UnitCard, UnitEventRow, UnitStay } from './unit.store.ts'
import { unitsWords } from './units.messages.ts'
import { kindName } from './units.page.tsx'
import { unitsPaths } from './units.paths.ts'
import type { UnitNameRow } from './units.store.ts'

type UnitPageProps = {
  readonly frame: PageFrame
  readonly unit: UnitCard
  readonly names: readonly UnitNameRow[]
  readonly events: readonly UnitEventRow[]
  readonly stays: readonly UnitStay[]
  /** The years whose figures the reader may open, as "bloc year". */
  readonly readable: ReadonlySet<string>
  readonly offices: readonly OfficeHeld[]
  readonly awards: readonly AwardHeld[]
  readonly parts: readonly Room[]
  readonly mayManage: boolean
}

/** A unit with its whole life: names, events, blocs, offices, awards. */
export function UnitPage(props: UnitPageProps) {
  const { frame, unit, mayManage } = props
  const t = unitsWords(frame.lang)
  return (
    <Layout
      frame={frame}
      title={unit.name}
      description={unit.name}
      breadcrumb={[{ label: t.title, href: unitsPaths.list }, { label: unit.name }]}
    >
      <PageHeader
        eyebrow={`${unit.provinceName} · ${kindName(unit.kind, frame.lang)}`}
        title={unit.name}
        {...(unit.dissolvedOn ? { aside: t.endedOn(printDate(unit.dissolvedOn)) } : {})}
        actions={
          mayManage ? (
            <>
              <LinkButton href={unitsPaths.rename(unit.slug)} icon="edit">
                {t.rename}
              </LinkButton>
              <LinkButton href={unitsPaths.change(unit.slug)} icon="settings">
                {t.change}
              </LinkButton>
            </>
          ) : null
        }
      />
      <div class="gu-split">
        <div class="gu-stack">
          <Stays {...props} />
          <Awards {...props} />
          <Card title={t.life1}>
            {props.events.length > 0 ? (
              <Timeline entries={props.events.map((event) => entryOf(event, frame.lang))} />
            ) : (
              <p class="gu-muted">{t.noEvents}</p>
            )}
          </Card>
        </div>
        <div class="gu-stack">
          <About {...props} />
          <Offices {...props} />
          {props.parts.length > 0 ? <Parts {...props} /> : null}
          {mayManage && !unit.dissolvedOn ? <Reorganise frame={frame} slug={unit.slug} /> : null}
        </div>
      </div>
    </Layout>
  )
}

function About({ frame, unit, names }: UnitPageProps) {
  const t = unitsWords(frame.lang)
  const parent = unit.parentSlug ? <a href={unitsPaths.show(unit.parentSlug)}>{unit.parentName}</a> : null
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t.shortName, value: unit.shortName },
          ...(parent ? [{ term: t.parent, value: parent }] : []),
          ...(unit.foundedOn ? [{ term: t.foundedOn, value: printDate(unit.foundedOn) }] : []),
          ...(unit.fieldNames.length > 0
            ? [{ term: t.fields, value: unit.fieldNames.map((name) => <Tag>{name[frame.lang]}</Tag>) }]
            : []),
          ...(unit.aliases.length > 0 ? [{ term: t.aliases, value: unit.aliases.join('; ') }] : []),
          ...(names.length > 1 ? [{ term: t.names, value: <Names names={names} lang={frame.lang} /> }] : []),
          ...(unit.illustrative ? [{ term: '', value: <Mark kind="sample" /> }] : []),
        ]}
      />
    </Card>
  )
}

function Names({ names, lang }: { names: readonly UnitNameRow[]; lang: Lang }) {
  const t = unitsWords(lang)
  return (
    <ul class="gu-links">
      {names.map((one) => (
        <li>
          {one.name}{' '}
          <small class="gu-muted">
            {one.validFrom.startsWith('0001') ? t.fromStart : t.since(printDate(one.validFrom))}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Stays({ frame, unit, stays, readable }: UnitPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Card title={t.members} flush>
      <DataTable
        caption={t.members}
        captionHidden
        rows={stays}
        rowKind={(stay) => (stay.toDate ? 'muted' : undefined)}
        empty={t.noBlocs}
        columns={[
          {
            header: t.blocs,
            width: 'wide',
            cell: (stay) => (
              <>
                <a href={`/khoi/${stay.blocSlug}`}>{stay.blocName}</a>{' '}
                {stay.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          {
            header: t.from,
            width: 'fit',
            cell: (stay) =>
              `${printDate(stay.fromDate)} – ${stay.toDate ? printDate(stay.toDate) : t.present}`,
          },
          {
            header: t.figures,
            cell: (stay) => (
              <>
                {stay.years.map((year) => (
                  <>
                    {readable.has(`${stay.blocSlug} ${year}`) ? (
                      <a href={`/khoi/${stay.blocSlug}/${year}/ket-qua/${unit.slug}`}>{year}</a>
                    ) : (
                      year
                    )}{' '}
                  </>
                ))}
              </>
            ),
          },
          { header: t.basis, cell: (stay) => stay.basis, hideOnPhone: true },
        ]}
      />
    </Card>
  )
}

function Awards({ frame, awards }: UnitPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Card title={t.awards} kind={awards.length > 0 ? 'award' : 'plain'} flush>
      <DataTable
        caption={t.awards}
        captionHidden
        rows={awards}
        empty={t.noAwards}
        columns={[
          { header: t.year, width: 'fit', cell: (award) => award.year },
          {
            header: t.award,
            width: 'wide',
            cell: (award) => (
              <>
                {award.printedWording || (frame.lang === 'vi' ? award.awardVi : award.awardEn)}{' '}
                {award.illustrative ? <Mark kind="sample" /> : null}
              </>
            ),
          },
          {
            header: t.decision,
            cell: (award) =>
              [award.decisionNumber, award.decidedOn ? printDate(award.decidedOn) : '', award.decidedBy]
                .filter(Boolean)
                .join(' · '),
          },
        ]}
      />
    </Card>
  )
}

function Offices({ frame, offices }: UnitPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Card title={t.offices}>
      {offices.length === 0 ? <p class="gu-muted">{t.noOffices}</p> : null}
      <ul class="gu-links">
        {offices.map((office) => (
          <li>
            <a href={`/khoi/${office.blocSlug}`}>
              {office.forYear}: {office.role === 'head' ? office.headLabel : office.deputyLabel},{' '}
              {office.blocName}
            </a>
            {office.personName ? (
              <small class="gu-muted">
                {[office.personName, office.personTitle].filter(Boolean).join(', ')}
              </small>
            ) : null}
            {office.illustrative ? <Mark kind="sample" /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Parts({ frame, parts }: UnitPageProps) {
  const t = unitsWords(frame.lang)
  return (
    <Card title={t.parts}>
      <ul class="gu-links">
        {parts.map((part) => (
          <li>
            <a href={unitsPaths.show(part.slug)}>{part.name}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Reorganise({ frame, slug }: { frame: PageFrame; slug: string }) {
  const t = unitsWords(frame.lang)
  return (
    <Card title={t.end}>
      <ButtonRow>
        <LinkButton href={unitsPaths.merge(slug)} size="small">
          {t.merge}
        </LinkButton>
        <LinkButton href={unitsPaths.split(slug)} size="small">
          {t.splitUnit}
        </LinkButton>
        <LinkButton href={unitsPaths.dissolve(slug)} size="small">
          {t.dissolve}
        </LinkButton>
      </ButtonRow>
    </Card>
  )
}

function entryOf(event: UnitEventRow, lang: Lang): TimelineEntry {
  const t = unitsWords(lang)
  const other = event.otherName ?? ''
  const titles = {
    founded: t.eventFounded,
    renamed: t.eventRenamedPlain,
    merged_into: event.passive ? t.eventTookIn(other) : t.eventMergedInto(other),
    split_from: event.passive ? t.eventSplitOff(other) : t.eventSplitFrom(other),
    dissolved: t.eventDissolved,
  }
  return {
    title: event.otherSlug ? (
      <a href={unitsPaths.show(event.otherSlug)}>{titles[event.kind]}</a>
    ) : (
      titles[event.kind]
    ),
    time: printDate(event.happenedOn),
    datetime: event.happenedOn,
    text: [event.note, event.basis].filter(Boolean).join(' · '),
    icon: event.kind === 'founded' ? 'flag' : event.kind === 'renamed' ? 'edit' : 'swap',
  }
}
