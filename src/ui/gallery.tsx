import * as sample from './gallery.content.ts'
import { FormsGallery } from './gallery-forms.tsx'
import { iconNames } from './icon.tsx'
import {
  Alert,
  Avatar,
  BarList,
  Button,
  ButtonRow,
  Card,
  type Column,
  ColumnChart,
  ColumnSpark,
  ConfirmForm,
  DataTable,
  DefinitionList,
  EmptyState,
  Icon,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Pagination,
  ProgressBar,
  Stat,
  StateBadge,
  Tabs,
  Tag,
  Timeline,
  YearBoard,
  YearPath,
} from './index.ts'

const { words } = sample

/** Every component on one page, to look at and to check by machine. */
export function Gallery({ frame = sample.frame }: { frame?: PageFrame }) {
  return (
    <Layout
      frame={frame}
      title={words.title}
      breadcrumb={[{ label: words.home, href: '/' }, { label: words.title }]}
    >
      <div class="gu-stack-large">
        <BoardGallery />
        <PartsGallery />
        <TablesGallery />
        <FormsGallery />
      </div>
    </Layout>
  )
}

function BoardGallery() {
  return (
    <>
      <PageHeader
        eyebrow={words.eyebrow}
        title={words.boardTitle}
        aside={words.boardAside}
        lead={words.lead}
        actions={
          <>
            <LinkButton href="#lich" icon="calendar">
              {words.calendar}
            </LinkButton>
            <LinkButton href="#don-doc" icon="megaphone">
              {words.remind}
            </LinkButton>
          </>
        }
      />
      <YearPath
        stations={sample.stations}
        lacks={sample.lacks}
        nextLabel={words.nextLabel}
        deadline={words.deadline}
        action={
          <LinkButton href="#chuyen" kind="primary" icon="arrow-right">
            {words.moveOn}
          </LinkButton>
        }
      />
      <div class="gu-stack-large">
        <Card title={words.board} subtitle={words.boardSubtitle} flush>
          <YearBoard caption={words.board} steps={sample.boardSteps} rows={sample.boardRows} />
        </Card>
        <YearPath stations={sample.skippedStations} lacks={[]} />
      </div>
    </>
  )
}

function PartsGallery() {
  return (
    <div class="gu-stack-large">
      <div class="gu-split">
        <div class="gu-stack">
          <Card
            title={words.award}
            kind="award"
            aside={
              <Tag tone="award" icon="star">
                {words.award}
              </Tag>
            }
          >
            <p>{words.awardText}</p>
            <DefinitionList items={sample.definitions} />
          </Card>
          <Card title={words.mine} level={2}>
            <Timeline entries={sample.timeline} />
          </Card>
        </div>
        <div class="gu-stack">
          <Card kind="accent" title={words.mine}>
            <h3>{words.mineTitle}</h3>
            <p class="gu-muted">{words.mineText}</p>
            <LinkButton href="#mo" kind="primary" full>
              {words.openTarget}
            </LinkButton>
          </Card>
          <Card>
            <ProgressBar label={words.board} figure="71/96" parts={sample.progress} total={96} withKey />
          </Card>
          <Card title={words.mine}>
            <BarList items={sample.ranking} from={900} label={words.mine} />
          </Card>
          <Card title={sample.chart.title}>
            <ColumnChart
              label={sample.chart.label}
              columns={sample.chart.columns}
              legend={sample.chart.legend}
            />
            <ColumnSpark label={sample.chart.label} columns={sample.chart.columns} />
          </Card>
        </div>
      </div>
      <div class="gu-grid">
        <Stat label={words.board} value="71/96" note={<Mark kind="sample" />} />
        <Stat
          label={words.mineTitle}
          value="9.105,326"
          unit="ha"
          note={<Mark kind="unverified" />}
          href="#so"
        />
        <Stat label={words.calendar} value="107,29" unit="%" note={<Mark kind="habit" />} />
        <Stat label={words.calendar} value="972,50" note={<Mark kind="guess" />} />
      </div>
      <SmallParts />
    </div>
  )
}

function SmallParts() {
  return (
    <Card title={words.title}>
      <div class="gu-stack">
        <ButtonRow>
          <Button kind="primary">{words.moveOn}</Button>
          <Button icon="download">{words.calendar}</Button>
          <Button kind="quiet">{words.remind}</Button>
          <Button kind="danger" icon="trash">
            {words.remind}
          </Button>
          <Button size="small">{words.calendar}</Button>
          <Button kind="primary" disabledBecause={words.disabled}>
            {words.moveOn}
          </Button>
        </ButtonRow>
        <p>
          <StateBadge state="done" /> <StateBadge state="late" label={words.disabled} />{' '}
          <StateBadge state="absence_noted" /> <StateBadge state="not_asked" /> <Tag>{words.calendar}</Tag>{' '}
          <Tag tone="good" icon="check">
            {words.calendar}
          </Tag>{' '}
          <Tag tone="bad">{words.calendar}</Tag> <Tag tone="info">{words.calendar}</Tag>{' '}
          <Tag tone="warning">{words.calendar}</Tag> <Avatar initials="TC" />{' '}
          <Avatar initials="NH" size="small" />
        </p>
        <p>
          {iconNames.map((name) => (
            <>
              <Icon name={name} size={24} />{' '}
            </>
          ))}
        </p>
        <div>
          <Alert tone="info" title={words.remind}>
            {words.lead}
          </Alert>
          <Alert tone="warning">{words.mineText}</Alert>
          <Alert tone="danger" title={words.moveOn}>
            {words.disabled}
          </Alert>
        </div>
        <EmptyState
          title={words.mine}
          text={words.mineText}
          icon="target"
          action={
            <LinkButton href="#them" kind="primary" icon="plus">
              {words.openTarget}
            </LinkButton>
          }
        />
      </div>
    </Card>
  )
}

const targetColumns: readonly Column<sample.TargetRow>[] = [
  { header: words.columns.target, width: 'wide', cell: (row) => row.name, total: words.columns.total },
  { header: words.columns.measure, cell: (row) => row.unit, hideOnPhone: true },
  { header: words.columns.assigned, numeric: true, group: words.columns.year, cell: (row) => row.assigned },
  {
    header: words.columns.result,
    numeric: true,
    group: words.columns.year,
    cell: (row) => row.result,
    total: '84',
  },
  {
    header: words.columns.rate,
    unit: '%',
    numeric: true,
    group: words.columns.year,
    cell: (row) => row.rate,
  },
  {
    header: words.columns.verdict,
    width: 'fit',
    cell: (row) =>
      row.mark ? <Mark kind={row.mark} /> : row.state === 'over' ? <StateBadge state="done" /> : null,
  },
]

const scoreColumns: readonly Column<sample.ScoreRow>[] = [
  { header: words.columns.unit, width: 'wide', cell: (row) => row.unit },
  { header: words.columns.rank, numeric: true, cell: (row) => row.rank },
  ...['I', 'II', 'III', 'IV'].map((part, index) => ({
    header: part,
    unit: words.columns.points,
    numeric: true,
    cell: (row: sample.ScoreRow) => row.scores[index],
  })),
  {
    header: words.columns.total,
    unit: words.columns.points,
    numeric: true,
    cell: (row) => <b>{row.total}</b>,
  },
]

function TablesGallery() {
  return (
    <div class="gu-stack-large">
      <Tabs
        label={words.title}
        tabs={[
          { label: words.board, href: '#1', current: true },
          { label: words.mine, href: '#2', count: 4 },
          { label: words.calendar, href: '#3' },
        ]}
      />
      <DataTable
        caption={words.board}
        columns={targetColumns}
        rows={sample.targets}
        rowKind={(row) => (row.parent ? 'group' : undefined)}
        note={<Mark kind="sample" />}
      />
      <Card title={words.award} flush>
        <DataTable
          caption={words.award}
          captionHidden
          dense
          columns={scoreColumns}
          rows={sample.scores}
          rowKind={(row) => (row.mine ? 'mine' : row.award ? 'award' : undefined)}
        />
      </Card>
      <Pagination page={2} pages={7} hrefOf={(page) => `?trang=${page}`} />
      <ConfirmForm
        title={words.moveOn}
        action="/chuyen"
        consequences={[words.lead, words.deadline]}
        irreversible
        confirmLabel={words.moveOn}
        cancelHref="#"
      />
    </div>
  )
}
