import { type DriveState, driveStateLabels } from '../../domain/movements/index.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import {
  DataTable,
  EmptyState,
  Layout,
  LinkButton,
  Mark,
  type PageFrame,
  PageHeader,
  Tag,
  type Tone,
} from '../../ui/index.ts'
import { councilsPaths } from '../councils/councils.paths.ts'
import { drivesWords } from './drives.messages.ts'
import { drivesPaths } from './movements.paths.ts'
import type { MovementRow } from './movements.store.ts'

type DrivesPageProps = {
  readonly frame: PageFrame
  readonly drives: readonly MovementRow[]
  readonly mayLaunch: boolean
}

/** The special drives of all units. */
export function DrivesPage({ frame, drives, mayLaunch }: DrivesPageProps) {
  const t = drivesWords(frame.lang)
  const launch = mayLaunch ? (
    <LinkButton href={drivesPaths.launch} kind="primary" icon="flag">
      {t.launch}
    </LinkButton>
  ) : null
  return (
    <Layout frame={frame} title={t.title} description={t.lead}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {drives.length > 0 ? launch : null}
            <LinkButton href={councilsPaths.list} kind="quiet" icon="users">
              {t.councils}
            </LinkButton>
          </>
        }
      />
      {drives.length === 0 ? (
        <EmptyState icon="flag" title={t.empty} text={t.emptyText} action={launch} />
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={drives}
          columns={[
            {
              header: t.drive,
              width: 'wide',
              cell: (drive) => (
                <>
                  <a href={drivesPaths.show(drive.id)}>{drive.title}</a>{' '}
                  {drive.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.owner,
              cell: (drive) => drive.unitName ?? drive.blocName ?? drive.provinceName,
            },
            {
              header: t.time,
              width: 'fit',
              cell: (drive) =>
                drive.startsOn
                  ? t.timeRange(printDate(drive.startsOn), drive.endsOn ? printDate(drive.endsOn) : '…')
                  : '',
            },
            {
              header: t.state,
              width: 'fit',
              cell: (drive) => <DriveStateTag frame={frame} drive={drive} />,
            },
          ]}
        />
      )}
    </Layout>
  )
}

const tones: Readonly<Record<DriveState, Tone>> = {
  planned: 'neutral',
  launched: 'accent',
  reviewing: 'info',
  closed: 'good',
}

/** The state of a drive in a word. */
function DriveStateTag({ frame, drive }: { readonly frame: PageFrame; readonly drive: MovementRow }) {
  const state = drive.state as DriveState
  return <Tag tone={tones[state]}>{driveStateLabels[state][frame.lang]}</Tag>
}
