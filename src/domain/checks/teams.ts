import { err, ok, type Result } from '../result.ts'
import { type CrossCheck, type CrossCheckProblem, checkCrossChecks } from '../scoring/appraisal.ts'
import { fill, type Language, type Sentence } from '../scoring/sentence.ts'

/** A team (đoàn kiểm tra) as it is proposed: its units, the first of them leading, and the units it visits. */
export interface ProposedTeam {
  readonly leader: string
  readonly units: readonly string[]
  readonly visits: readonly string[]
}

/** A proposed division of the work, with what could not be kept. */
export interface TeamProposal {
  readonly teams: readonly ProposedTeam[]
  /** Pairs of units that check each other where there are too few teams to avoid it. */
  readonly problems: readonly CrossCheckProblem[]
}

/** Why no division is possible. */
export type TeamRefusal = { readonly code: 'tooFewTeams' | 'moreTeamsThanUnits'; readonly units: number }

/** The fewest teams with which nobody checks its own checker. */
export const FEWEST_TEAMS = 3

/** Units of a team seen in practice: three or four. */
const USUAL_SIZE = 4

/**
 * A usual number of teams for a bloc: of about four units each, and at least three so that nobody checks its own
 * checker. A bloc of two has two, each checking the other.
 *
 * @example usualTeamCount(12) // 3
 */
export function usualTeamCount(units: number): number {
  return Math.min(units, Math.max(FEWEST_TEAMS, Math.round(units / USUAL_SIZE)))
}

/**
 * Divides the units, in the order given, into teams that differ by one unit at most; each team visits the units of the
 * next one round the circle. So every unit is visited once, no team has more than one visit more than another, and
 * nobody visits itself. With three teams or more nobody is visited by a unit it visits itself; with two this cannot be
 * avoided, and the proposal says so pair by pair.
 *
 * @param leaders units that should lead a team where they sit in one, first named first (head, deputy)
 * @returns refused with fewer than two teams (a team would visit itself) and with more teams than units
 */
export function proposeTeams(
  units: readonly string[],
  teamCount: number,
  leaders: readonly string[] = [],
): Result<TeamProposal, TeamRefusal> {
  if (teamCount < 2) return err({ code: 'tooFewTeams', units: units.length })
  if (teamCount > units.length) return err({ code: 'moreTeamsThanUnits', units: units.length })
  const groups = divide(units, teamCount)
  const teams = groups.map((group, at) => {
    const leader = leaders.find((unit) => group.includes(unit)) ?? group[0] ?? ''
    return {
      leader,
      units: [leader, ...group.filter((unit) => unit !== leader)],
      visits: groups[(at + 1) % groups.length] ?? [],
    }
  })
  return ok({ teams, problems: checkCrossChecks(units, crossChecksOf(teams)) })
}

/** Which unit checks which: every unit of a team those the team visits. */
export function crossChecksOf(
  teams: readonly Pick<ProposedTeam, 'units' | 'visits'>[],
): readonly CrossCheck[] {
  return teams.flatMap(({ units, visits }) =>
    visits.flatMap((checked) => units.map((checker) => ({ checker, checked }))),
  )
}

const refusals: Readonly<Record<TeamRefusal['code'], Sentence>> = {
  tooFewTeams: {
    vi: 'Cần ít nhất hai đoàn: một đoàn gồm mọi đơn vị sẽ tự kiểm tra mình.',
    en: 'At least two teams are needed: one team of all units would check itself.',
  },
  moreTeamsThanUnits: {
    vi: 'Khối có {units} đơn vị nên không chia được nhiều đoàn hơn thế.',
    en: 'The bloc has {units} units, so there cannot be more teams than that.',
  },
}

/** The sentence of a refusal. */
export function explainTeamRefusal({ code, units }: TeamRefusal, language: Language): string {
  return fill(refusals[code], { units: String(units) }, language)
}

/** Consecutive groups of nearly equal size; the larger ones stand first. */
function divide(units: readonly string[], count: number): readonly (readonly string[])[] {
  const size = Math.floor(units.length / count)
  const larger = units.length % count
  return Array.from({ length: count }, (_, at) => {
    const from = at * size + Math.min(at, larger)
    return units.slice(from, from + size + (at < larger ? 1 : 0))
  })
}
