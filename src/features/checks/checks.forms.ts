import { z } from 'zod'
import {
  choice,
  date,
  flag,
  id,
  ids,
  manyUploads,
  optionalDate,
  optionalId,
  optionalText,
  optionalUpload,
  text,
  version,
  whole,
} from '../../http/fields.ts'
import { signingCapacities } from './minutes.actions.ts'

/** An hour of the day ("8:00"), kept as "08:00"; null when left empty. */
function clock() {
  return optionalText(5).transform((value, context) => {
    if (value === '') return null
    if (/^([01]?\d|2[0-3]):[0-5]\d$/.test(value)) return value.padStart(5, '0')
    context.addIssue({ code: 'custom', message: 'time_unreadable' })
    return z.NEVER
  })
}

const plan = {
  title: text(300),
  purpose: optionalText(2000),
  contents: optionalText(6000),
  startsOn: optionalDate(),
  endsOn: optionalDate(),
  basis: optionalText(500),
  scoresCross: flag(),
  file: optionalUpload(),
}

export const addPlanForm = z.object(plan)
export const revisePlanForm = z.object({ ...plan, version: version() })
export const adoptForm = z.object({ teams: whole(1, 50) })

/** Rows of persons that a team's form shows. */
export const PERSON_ROWS = 10

const rows = <T extends z.ZodType>(field: T) => z.record(z.string(), field).default({})

const team = {
  name: text(120),
  leadingUnitId: id(),
  units: ids(),
  personName: rows(optionalText(150)),
  personTitle: rows(optionalText(200)),
  personUnit: rows(optionalText(36)),
  personDuty: rows(optionalText(20)),
}

const duties = ['leader', 'secretary', 'member'] as const

type TypedTeam = z.output<z.ZodObject<typeof team>>

/** A form with rows of persons as a team; a row without a name is nobody. */
function teamOf({ units, personName, personTitle, personUnit, personDuty, ...rest }: TypedTeam) {
  return {
    ...rest,
    unitIds: units,
    persons: Object.keys(personName)
      .filter((row) => personName[row] !== '')
      .map((row) => ({
        name: personName[row] ?? '',
        title: personTitle[row] ?? '',
        unitId: personUnit[row] || rest.leadingUnitId,
        duty: duties.find((duty) => duty === personDuty[row]) ?? ('member' as const),
      })),
  }
}

export const addTeamForm = z.object(team).transform(teamOf)
export const reviseTeamForm = z
  .object({ ...team, version: version() })
  .transform(({ version: opened, ...rest }) => ({ ...teamOf(rest), version: opened }))

/** A grid: a line a unit. */
export const scheduleForm = z
  .object({
    team: rows(optionalId()),
    plannedOn: rows(optionalDate()),
    plannedAt: rows(clock()),
    place: rows(optionalText(300)),
    reason: optionalText(1000),
  })
  .transform(({ team: teams, plannedOn, plannedAt, place, reason }) => ({
    reason,
    visits: Object.keys(teams).map((unitId) => ({
      unitId,
      teamId: teams[unitId] ?? null,
      plannedOn: plannedOn[unitId] ?? null,
      plannedAt: plannedAt[unitId] ?? null,
      place: place[unitId] ?? '',
    })),
  }))

const changeReason = optionalText(1000)

export const recordForm = z.object({
  heldOn: date(),
  heldFrom: clock(),
  heldTo: clock(),
  place: optionalText(300),
  attendedTeam: optionalText(4000),
  attendedUnit: optionalText(4000),
  contents: optionalText(8000),
  changeReason,
  version: version(),
})

export const cancelForm = z.object({ reason: optionalText(1000) })

export const observeForm = z.object({
  kind: choice(['strength', 'shortcoming']),
  body: text(4000),
  criterionCode: optionalText(60),
  indicatorId: optionalId(),
  changeReason,
})

export const dropForm = z.object({ changeReason })
export const askForm = z.object({ body: text(4000), dueOn: date(), changeReason })
export const opinionForm = z.object({ opinion: optionalText(6000), changeReason })
export const answerForm = z.object({ answer: text(6000), files: manyUploads() })
export const settleForm = z.object({ decision: choice(['settle', 'return']), verdict: optionalText(2000) })

export const signForm = z.object({
  signerName: text(120),
  signerTitle: text(160),
  capacity: choice(signingCapacities),
})
export const paperForm = signForm.extend({ signedOn: date(), scan: optionalUpload() })
