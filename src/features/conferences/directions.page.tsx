import { printNumber } from '../../domain/vietnamese/index.ts'
import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  FieldGroup,
  Form,
  Hidden,
  Mark,
  NumberInput,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { ConferenceFrame, type ConferenceProps } from './conference-frame.tsx'
import { conferencesWords } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'
import type { DirectionRow } from './conferences.store.ts'

type DirectionsPageProps = ConferenceProps & {
  readonly directions: readonly DirectionRow[]
  readonly nextYear: number
  readonly mayManage: boolean
  readonly again?: FormAgain | undefined
}

/** What the conference sets itself for the next year. */
export function DirectionsPage({
  frame,
  links,
  conference,
  directions,
  nextYear,
  mayManage,
  again,
  problem,
}: DirectionsPageProps) {
  const t = conferencesWords(frame.lang)
  const changing = mayManage && conference.state !== 'closed'
  const action = links.act(conference.id, deeds.directions)
  const remove: Column<DirectionRow> = {
    header: '',
    width: 'fit',
    cell: (row) => (
      <Form action={links.act(conference.id, deeds.removeDirection)} bare>
        <Hidden name="directionId" value={row.id} />
        <Button size="small" kind="quiet">
          {t.removeDirection}
        </Button>
      </Form>
    ),
  }
  return (
    <ConferenceFrame
      frame={frame}
      links={links}
      conference={conference}
      problem={problem}
      part="directions"
      lead={t.directionsLead}
    >
      {directions.length === 0 ? (
        <EmptyState title={t.noDirections} text={changing ? t.noDirectionsText : undefined} icon="target" />
      ) : (
        <DataTable
          caption={t.tabDirections}
          captionHidden
          rows={directions}
          columns={[
            {
              header: t.direction,
              width: 'wide',
              cell: (row) => (
                <>
                  {row.body} {row.illustrative ? <Mark kind="sample" /> : null}
                </>
              ),
            },
            {
              header: t.aim,
              numeric: true,
              cell: (row) => (row.aimValue === null ? '' : printNumber(row.aimValue)),
            },
            { header: t.aimUnit, cell: (row) => row.aimUnit },
            { header: t.forYear, width: 'fit', cell: (row) => row.forYear ?? '' },
            ...(changing ? [remove] : []),
          ]}
        />
      )}
      {changing ? (
        <Card title={t.addDirection}>
          <Form action={action} submitLabel={t.addDirection} {...formState(again, action)}>
            <TextArea name="body" label={t.direction} required rows={3} />
            <FieldGroup legend={t.aim} columns>
              <NumberInput name="aimValue" label={t.aim} />
              <TextInput name="aimUnit" label={t.aimUnit} hint={t.aimUnitHint} narrow />
              <NumberInput name="forYear" label={t.forYear} value={String(nextYear)} />
            </FieldGroup>
          </Form>
        </Card>
      ) : null}
    </ConferenceFrame>
  )
}
