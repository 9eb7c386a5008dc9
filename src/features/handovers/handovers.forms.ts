import { z } from 'zod'
import {
  choice,
  date,
  id,
  optionalDate,
  optionalId,
  optionalText,
  optionalUpload,
  version,
} from '../../http/fields.ts'

const texts = (longest: number) => z.record(z.string(), optionalText(longest)).default({})

/** Lines of the list by number; a line without a title is left out. */
export const draftForm = z.object({
  toUnitId: optionalId(),
  conferenceId: optionalId(),
  heldOn: optionalDate(),
  place: optionalText(300),
  witness: optionalText(300),
  note: optionalText(3000),
  title: texts(300),
  quantity: texts(120),
  itemNote: texts(300),
  fileId: z.record(z.string(), optionalId()).default({}),
  version: version(),
})

export const giveForm = z.object({
  handoverId: id(),
  channel: choice(['screen', 'paper']),
  givenOn: date(),
  givenBy: optionalText(150),
  file: optionalUpload(),
})
export const acceptForm = z.object({ handoverId: id(), acceptedOn: date(), acceptedBy: optionalText(150) })
export const signedForm = z.object({
  handoverId: id(),
  signedOn: date(),
  givenBy: optionalText(150),
  acceptedBy: optionalText(150),
  file: optionalUpload(),
})
export const leaderForm = z.object({
  role: choice(['head', 'deputy']),
  unitId: id(),
  how: choice(['rotation', 'appointed']),
  fromDate: date(),
  basis: optionalText(300),
  personName: optionalText(150),
  personTitle: optionalText(200),
})
