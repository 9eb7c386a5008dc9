/** The right an account was given, from a day on and perhaps until a day (both included). */
export type Appointment = {
  readonly role:
    | 'administrator'
    | 'province_officer'
    | 'unit_leader'
    | 'unit_officer'
    | 'bloc_secretary'
    | 'teller'
    | 'council_chair'
    | 'council_standing'
    | 'council_secretary'
    | 'council_member'
    | 'news_editor'
    | 'news_approver'
    | 'observer'
  readonly provinceId: string | null
  readonly blocId: string | null
  readonly unitId: string | null
  readonly councilId: string | null
  /** ISO date. */
  readonly fromDate: string
  /** ISO date; null: until further notice. */
  readonly toDate: string | null
}

/** Whoever asks: an account with its appointments in force today, or the public (`accountId` null). */
export type Actor = {
  readonly accountId: string | null
  readonly name: string
  readonly appointments: readonly Appointment[]
}

/** Where a thing lies. Whatever is left out is unknown, and unknown grants nothing. */
export type Scope = {
  readonly provinceId?: string
  readonly blocId?: string
  /** The unit whose thing it is. */
  readonly unitId?: string
  readonly councilId?: string
  readonly year?: YearScope
}

/** The units that matter for rights over one year of a bloc. */
export type YearScope = {
  readonly id: string
  readonly year: number
  readonly state: string
  /** Units that hold the head's rights over this year today. */
  readonly headUnitIds: readonly string[]
  readonly deputyUnitIds: readonly string[]
  readonly memberUnitIds: readonly string[]
}

/** The public: nobody signed in. */
export const nobody: Actor = { accountId: null, name: '', appointments: [] }

/** The appointments in force on a day. */
export function inForce(appointments: readonly Appointment[], today: string): readonly Appointment[] {
  return appointments.filter((one) => one.fromDate <= today && (one.toDate === null || today <= one.toDate))
}
