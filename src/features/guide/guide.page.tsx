import { type StationKey, yearStateInfo } from '../../domain/years/index.ts'
import { type Lang, nameOf } from '../../i18n/words.ts'
import {
  ButtonRow,
  Card,
  DataTable,
  Layout,
  LinkButton,
  type PageFrame,
  PageHeader,
  YearPath,
  type YearStation,
} from '../../ui/index.ts'
import { type Duty, dutiesAt, type GuideRole, guideRoles } from './duties.ts'
import { guideRoleNames, guideRoleWords, guideWords } from './guide.messages.ts'

/** The year the guide is read for. */
export type GuideYear = {
  readonly name: string
  readonly year: number
  readonly href: string
  readonly station: StationKey
  readonly stations: readonly YearStation[]
  readonly next: { readonly key: StationKey; readonly label: string } | null
  /** The reader's roles in it. */
  readonly roles: ReadonlySet<GuideRole>
  /** Where a duty is done. */
  readonly hrefOf: (duty: Duty) => string
}

type GuidePageProps = {
  readonly frame: PageFrame
  /** All stations with their names, for the overview. */
  readonly stations: readonly { readonly key: StationKey; readonly label: string }[]
  readonly year: GuideYear | undefined
  readonly others: readonly { readonly label: string; readonly href: string }[]
  readonly links: readonly { readonly label: string; readonly href: string }[]
  readonly signInHref: string
  readonly toDoHref: string
}

/** A short guide: where the year is, what is asked of the reader, what comes next. */
export function GuidePage(props: GuidePageProps) {
  const { frame, year, others, links } = props
  const t = guideWords(frame.lang)
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader title={t.title} lead={t.lead} />
      {year ? <YearPath stations={year.stations} /> : null}
      <div class="gu-split">
        <div class="gu-stack">
          {year ? <Mine year={year} lang={frame.lang} toDoHref={props.toDoHref} /> : <Stranger {...props} />}
          <Stations {...props} />
          <Card title={t.perRole} flush>
            <DataTable
              caption={t.perRole}
              captionHidden
              rows={guideRoles}
              rowKind={(role) => (year?.roles.has(role) ? 'mine' : undefined)}
              columns={[
                { header: t.perRole, cell: (role) => nameOf(guideRoleNames, role, frame.lang) },
                { header: t.who, width: 'wide', cell: (role) => t[guideRoleWords[role]] },
              ]}
            />
          </Card>
        </div>
        <aside class="gu-stack">
          {others.length > 0 ? <LinkCard title={t.otherYears} links={others} /> : null}
          <LinkCard title={t.links} links={links} />
          <Card title={t.good}>
            <ul>
              {[t.goodPaper, t.goodBehalf, t.goodNumbers, t.goodLate, t.goodMarks].map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </Card>
        </aside>
      </div>
    </Layout>
  )
}

function Mine({ year, lang, toDoHref }: { year: GuideYear; lang: Lang; toDoHref: string }) {
  const t = guideWords(lang)
  const now = dutiesAt(year.station, year.roles)
  const later = year.next ? dutiesAt(year.next.key, year.roles) : []
  return (
    <Card
      title={t.yours}
      subtitle={t.whereOf(year.name, year.year)}
      kind={now.length > 0 ? 'accent' : 'plain'}
      footer={
        <ButtonRow>
          <LinkButton href={year.href} kind="primary" icon="arrow-right">
            {t.openBoard}
          </LinkButton>
          <LinkButton href={toDoHref}>{t.allMine}</LinkButton>
        </ButtonRow>
      }
    >
      {now.length > 0 ? <DutyList duties={now} year={year} lang={lang} /> : <p>{t.yoursNone}</p>}
      {year.next && later.length > 0 ? (
        <>
          <h3>{t.yoursNext(year.next.label)}</h3>
          <DutyList duties={later} year={year} lang={lang} />
        </>
      ) : null}
    </Card>
  )
}

function DutyList({ duties, year, lang }: { duties: readonly Duty[]; year: GuideYear; lang: Lang }) {
  const t = guideWords(lang)
  return (
    <ul>
      {duties.map((duty) => (
        <li>
          <a href={year.hrefOf(duty)}>{t[duty.word]}</a>
        </li>
      ))}
    </ul>
  )
}

/** Somebody without a year: not signed in, or nobody's member yet. */
function Stranger({ frame, signInHref }: GuidePageProps) {
  const t = guideWords(frame.lang)
  return (
    <Card title={t.whereAmI}>
      {frame.user ? (
        <p>{t.noYears}</p>
      ) : (
        <>
          <p>{t.signInFirst}</p>
          <p>
            <LinkButton href={signInHref} kind="primary">
              {t.signIn}
            </LinkButton>
          </p>
        </>
      )}
    </Card>
  )
}

function Stations({ frame, stations, year }: GuidePageProps) {
  const t = guideWords(frame.lang)
  return (
    <Card title={t.stations} flush>
      <DataTable
        caption={t.stations}
        captionHidden
        rows={stations}
        rowKind={({ key }) => (key === year?.station ? 'mine' : undefined)}
        columns={[
          { header: t.station, cell: ({ label }, index) => `${index + 1}. ${label}` },
          { header: t.when, hideOnPhone: true, cell: ({ key }) => enteredWhen(key, frame.lang) },
          {
            header: t.who,
            width: 'wide',
            cell: ({ key }) => (
              <ul class="gu-plain-list">
                {dutiesAt(key).map((duty) => (
                  <li>
                    {duty.roles.map((role) => nameOf(guideRoleNames, role, frame.lang)).join(', ')}:{' '}
                    {year && duty.roles.some((role) => year.roles.has(role)) ? (
                      <a href={year.hrefOf(duty)}>{t[duty.word]}</a>
                    ) : (
                      t[duty.word]
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  )
}

function enteredWhen(key: StationKey, lang: Lang): string {
  return key === 'mid_year' ? '' : yearStateInfo[key].enteredWhen[lang]
}

function LinkCard({ title, links }: { title: string; links: readonly { label: string; href: string }[] }) {
  return (
    <Card title={title}>
      <ul class="gu-plain-list">
        {links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
