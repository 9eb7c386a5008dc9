import { formState } from '../../http/again.ts'
import type { FormAgain } from '../../http/feature.ts'
import { nameOf } from '../../i18n/words.ts'
import { Card, FieldGroup, Form, Hidden, RadioGroup, TextArea, TextInput } from '../../ui/index.ts'
import type { AttendanceRow } from './attendance.store.ts'
import type { ConferenceProps } from './conference-frame.tsx'
import { conferencesWords, presenceNames } from './conferences.messages.ts'
import { deeds } from './conferences.paths.ts'

/** The line of the reader's own unit. */
export type OwnLine = AttendanceRow & { readonly unitId: string }

/** The question to a unit: who comes, or what it says in writing. Folded once it is answered. */
export function AskOfUnit({
  frame,
  links,
  conference,
  own,
  again,
}: ConferenceProps & { readonly own: OwnLine; readonly again?: FormAgain | undefined }) {
  const t = conferencesWords(frame.lang)
  const action = links.act(conference.id, deeds.confirm)
  const state = formState(again, action)
  const answered = own.presence !== 'invited' && state.values === undefined
  const form = (
    <Form action={action} submitLabel={t.confirm} {...state}>
      <Hidden name="unitId" value={own.unitId} />
      <RadioGroup
        name="presence"
        label={t.presence}
        required
        inline
        value={own.presence === 'invited' ? undefined : own.presence}
        choices={(['present', 'stand_in', 'absent'] as const).map((value) => ({
          value,
          label: nameOf(presenceNames, value, frame.lang),
        }))}
      />
      <FieldGroup legend={t.delegate} columns>
        <TextInput name="delegateName" label={t.delegate} value={own.delegateName} />
        <TextInput name="delegateTitle" label={t.delegateTitle} value={own.delegateTitle} />
      </FieldGroup>
      <TextInput name="note" label={t.note} hint={t.noteHint} value={own.note} />
      <TextArea
        name="writtenOpinion"
        label={t.opinion}
        hint={t.opinionHint}
        rows={3}
        value={own.writtenOpinion}
      />
    </Form>
  )
  return (
    <Card title={t.confirmTitle} subtitle={t.confirmLead(own.name)} kind={answered ? 'plain' : 'accent'}>
      {answered ? (
        <details>
          <summary>{t.youAre(nameOf(presenceNames, own.presence, frame.lang))}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </Card>
  )
}
