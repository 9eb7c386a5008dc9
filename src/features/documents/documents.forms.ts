import { z } from 'zod'
import {
  choice,
  date,
  optionalDate,
  optionalId,
  optionalText,
  optionalUpload,
  optionalWhole,
  text,
  upload,
  version,
} from '../../http/fields.ts'
import { signingCapacities } from './papers.actions.ts'

export const partForm = z.object({
  body: optionalText(20_000),
  ownerUnitId: optionalId(),
  version: version(),
})

/** The unit that was asked for a part writes it, but does not hand it on. */
export const ownPartForm = z.object({ body: optionalText(20_000), version: version() })

export const issueForm = z.object({
  number: optionalWhole(1, 999_999),
  symbol: optionalText(30),
  issuedOn: date(),
  place: optionalText(80),
  signerName: optionalText(120),
  signerTitle: optionalText(160),
  capacity: choice(signingCapacities),
  lawDate: optionalDate(),
  scan: optionalUpload(),
  version: version(),
})

export const withdrawForm = z.object({ reason: text(1000), withdrawnOn: date() })

export const replaceForm = z.object({ reason: text(1000) })

export const scanForm = z.object({ scan: upload() })
