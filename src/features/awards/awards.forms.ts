import { z } from 'zod'
import { awardCodes } from '../../domain/awards/index.ts'
import {
  choice,
  date,
  flag,
  id,
  ids,
  optionalDate,
  optionalId,
  optionalText,
  optionalUpload,
  text,
  version,
  whole,
} from '../../http/fields.ts'
import { outcomes } from './outcome.actions.ts'
import { proposalModes } from './proposals.store.ts'

const channels = ['screen', 'paper', 'file'] as const

/** A tick that must be set: what follows cannot be taken back. */
const confirmed = flag().refine((ticked) => ticked, 'confirm_needed')

const chosen = ids().refine((keys) => keys.length > 0, 'choice_required')

const howProposed = {
  printedWording: optionalText(200),
  mode: choice(proposalModes),
  departureReason: optionalText(1000),
  proposedOn: date(),
}

export const proposeUnitForm = z.object({
  unitId: id(),
  overrideReason: optionalText(1000),
  nameWithheld: flag(),
  ...howProposed,
})

export const proposePersonForm = z.object({
  unitId: optionalId(),
  recipientName: text(200),
  ...howProposed,
})

export const proposeUnnamedForm = z.object({
  count: whole(1, 50),
  overrideReason: optionalText(1000),
  ...howProposed,
})

export const proposeParticipantForm = z.object({
  participantId: id(),
  awardCode: choice(awardCodes),
  ...howProposed,
})

export const nameForm = z.object({
  unitId: id(),
  mode: choice(proposalModes),
  departureReason: optionalText(1000),
  keepUnnamed: flag(),
})

export const withdrawForm = z.object({ reason: text(1000), on: date() })

export const achievementForm = z.object({
  achievement: optionalText(20_000),
  file: optionalUpload(),
  channel: choice(channels),
  send: flag(),
  version: version(),
})

export const submitForm = z.object({
  sentOn: date(),
  addressee: text(300),
  number: optionalText(80),
  channel: choice(channels),
  scan: optionalUpload(),
  leftOutReason: optionalText(1000),
  note: optionalText(1000),
  proposalIds: chosen,
  confirmed,
})

export const outcomeForm = z.object({
  proposalIds: chosen,
  outcome: choice(outcomes),
  on: date(),
  number: optionalText(80),
  issuer: optionalText(200),
  reason: optionalText(1000),
  unitId: optionalId(),
  channel: choice(channels),
  file: optionalUpload(),
  confirmed,
})

export const presentForm = z.object({
  proposalIds: chosen,
  presentedOn: date(),
  presentedAt: text(300),
  channel: choice(channels),
  confirmed,
})

export const recordForm = z.object({
  unitId: optionalId(),
  recipientName: optionalText(200),
  awardCode: choice(awardCodes),
  printedWording: optionalText(200),
  year: whole(1945, 2200),
  decisionNumber: optionalText(80),
  decidedOn: optionalDate(),
  decidedBy: optionalText(200),
  source: optionalText(300),
})

export const removeRecordForm = z.object({ reason: text(1000) })
