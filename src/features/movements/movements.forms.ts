import { z } from 'zod'
import {
  choice,
  date,
  id,
  optionalDate,
  optionalId,
  optionalText,
  optionalUpload,
  text,
  version,
  whole,
} from '../../http/fields.ts'

const movementText = {
  title: text(300),
  occasion: optionalText(300),
  theme: optionalText(300),
  contents: optionalText(8000),
  standards: optionalText(8000),
  startsOn: optionalDate(),
  endsOn: optionalDate(),
  guidingPaperId: optionalId(),
}

/** A file or a paper proves the launch; the way it came in follows from that. */
const proof = {
  launchedOn: date(),
  file: optionalUpload(),
  note: optionalText(500),
}

/** A file was uploaded, a paper was named, or it was only typed in. */
function channelOf(form: { readonly file: unknown; readonly note: string }): 'screen' | 'paper' | 'file' {
  if (form.file) return 'file'
  return form.note === '' ? 'screen' : 'paper'
}

export const launchProvinceForm = z
  .object({
    ...movementText,
    ...proof,
    provinceId: id(),
    level: choice(['central', 'province']),
    kind: choice(['yearly', 'themed']),
    year: whole(1990, 2200),
  })
  .transform((form) => ({ ...form, parentId: null, channel: channelOf(form) }))

export const launchBlocForm = z
  .object({
    ...movementText,
    ...proof,
    parentId: optionalId(),
    kind: choice(['yearly', 'themed', 'special']),
  })
  .transform((form) => ({ ...form, channel: channelOf(form) }))

export const launchUnitForm = z
  .object({ ...proof, parentId: optionalId(), title: optionalText(300) })
  .transform((form) => ({ ...form, channel: channelOf(form) }))

export const launchDriveForm = z
  .object({
    ...movementText,
    ownerUnitId: optionalId(),
    provinceId: id(),
    councilId: optionalId(),
    year: whole(1990, 2200),
    launchedOn: optionalDate(),
    file: optionalUpload(),
    note: optionalText(500),
  })
  .transform((form) => ({ ...form, parentId: null, channel: channelOf(form) }))

export const reviseDriveForm = z.object({ ...movementText, councilId: optionalId(), version: version() })

/** Names, one a line. */
export const participantsForm = z.object({
  kind: choice(['collective', 'person']),
  groupName: optionalText(200),
  names: text(8000).transform((typed) =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
})

export const reportForm = z.object({
  report: optionalText(20_000),
  reportedOn: date(),
  file: optionalUpload(),
  channel: choice(['screen', 'paper', 'file']),
})

export const ownReportForm = z
  .object({ report: optionalText(20_000), file: optionalUpload() })
  .transform((form) => ({ ...form, channel: 'screen' as const, ofParticipant: true }))

export const checkForm = z.object({ checkOn: date(), team: text(300), findings: text(8000) })

export const adviseForm = z.object({ advice: choice(['commend', 'not']), reason: optionalText(2000) })

export const moveForm = z.object({
  to: choice(['planned', 'launched', 'reviewing', 'closed']),
  on: date(),
  reason: optionalText(1000),
})
