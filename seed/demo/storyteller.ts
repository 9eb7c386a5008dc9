import { type Action, perform } from '../../src/actions/action.ts'
import type { Database } from '../../src/db/database.ts'
import { type Actor, nobody, type Permission } from '../../src/domain/permissions/index.ts'
import { findActor } from '../../src/scopes/actors.store.ts'

/** When something was done, and whether its source document says so. */
export type Telling = {
  /** ISO date of the deed. */
  readonly on: string
  /** True: the document does not say it; what is written is marked 'minh họa'. */
  readonly illustrative: boolean
}

/**
 * Tells the demo through the same actions users call: as a named account, on a day, marked as said by the
 * document or filled in.
 */
export type Storyteller = {
  /** Performs an action; a refusal stops the demo with the sentence's code. */
  do<I, O>(who: string, spec: Action<Permission, string, I, O>, input: I): Promise<O>
  /** The same teller at another day. */
  on(date: string): Storyteller
  /** The same teller, for what the document does not say. */
  readonly filledIn: Storyteller
  /** The same teller, for what the document says. */
  readonly asSaid: Storyteller
  readonly telling: Telling
  readonly db: Database
}

/** A teller on a database, beginning on a day with what the documents say. */
export function storyteller(db: Database, telling: Telling): Storyteller {
  return {
    db,
    telling,
    on: (date) => storyteller(db, { ...telling, on: date }),
    get filledIn() {
      return storyteller(db, { ...telling, illustrative: true })
    },
    get asSaid() {
      return storyteller(db, { ...telling, illustrative: false })
    },
    do: async (who, spec, input) => {
      const outcome = await perform(spec, await contextOf(db, who, telling), input)
      if (outcome.ok) return outcome.value
      throw new Error(
        `Demo: ${who} could not do "${spec.audit}" on ${telling.on}: ${JSON.stringify(outcome.error)}`,
      )
    },
  }
}

async function contextOf(db: Database, who: string, { on, illustrative }: Telling) {
  const actor: Actor | undefined = who === '' ? nobody : await findActor(db, who, on)
  if (!actor) throw new Error(`Demo: there is no account ${who}`)
  return { db, actor, now: () => new Date(`${on}T12:00:00+07:00`), requestId: 'demo', illustrative }
}
