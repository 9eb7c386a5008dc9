import { z } from 'zod'
import {
  choice,
  date,
  flag,
  optionalText,
  optionalUpload,
  optionalWhole,
  text,
  version,
} from '../../http/fields.ts'
import { capacities } from './pledges.actions.ts'

export const draftForm = z.object({
  title: text(300),
  preamble: optionalText(6000),
  contents: text(20_000),
  version: version(),
})

export const changeForm = z.object({
  title: text(300),
  preamble: optionalText(6000),
  contents: text(20_000),
  reason: optionalText(1000),
  basis: optionalText(500),
  adopted: flag(),
})

export const signForm = z.object({
  signerName: text(120),
  signerTitle: text(160),
  capacity: choice(capacities),
})

export const paperForm = signForm.extend({ signedOn: date(), scan: optionalUpload() })

export const closeForm = z.object({ reason: optionalText(1000) })

const counts = z.record(z.string(), optionalWhole(0, 100_000)).default({})

export const registrationForm = z.object({
  collective: counts,
  collectiveReached: counts,
  personal: counts,
  personalReached: counts,
  initiatives: optionalWhole(0, 100_000),
  initiativesReached: optionalWhole(0, 100_000),
  initiativesNote: optionalText(4000),
  channel: choice(['screen', 'paper', 'file']),
  version: version(),
})

export const sendForm = z.object({ channel: choice(['screen', 'paper', 'file']) })
export const returnForm = z.object({ reason: optionalText(1000) })
