import { z } from 'zod'
import { choice, date, id, optionalDate, optionalId, optionalText, text, version } from '../../http/fields.ts'

export const unitKinds = [
  'department',
  'board',
  'management_board',
  'project_board',
  'national_park',
  'fund',
  'central_agency',
  'assembly_office',
  'party_body',
  'mass_organisation',
  'enterprise',
  'district',
  'commune',
  'school',
  'hospital',
  'office',
  'room',
  'other',
] as const

export const foundForm = z.object({
  provinceId: id(),
  kind: choice(unitKinds),
  name: text(200),
  shortName: text(80),
  parentId: optionalId(),
  foundedOn: optionalDate(),
  basis: optionalText(300),
})

export const renameForm = z.object({
  name: text(200),
  shortName: text(80),
  from: date(),
  basis: optionalText(300),
  version: version(),
})
