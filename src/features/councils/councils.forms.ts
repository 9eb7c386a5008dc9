import { z } from 'zod'
import { choice, date, id, optionalDate, optionalId, optionalText, text } from '../../http/fields.ts'

const councilDuties = ['chair', 'deputy_chair', 'standing', 'secretary', 'member'] as const

export const foundForm = z.object({
  provinceId: id(),
  unitId: optionalId(),
  name: text(300),
  basis: optionalText(300),
  foundedOn: optionalDate(),
})

export const addMemberForm = z.object({
  fullName: text(120),
  position: optionalText(200),
  duty: choice(councilDuties),
  fromDate: date(),
})

export const endMemberForm = z.object({ toDate: date() })
