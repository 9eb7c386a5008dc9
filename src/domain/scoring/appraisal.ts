import { err, ok, type Result } from '../result.ts'
import type { Layer } from './layers.ts'
import { fill, type Language, type Sentence } from './sentence.ts'

/** One unit that checks another. */
export interface CrossCheck {
  readonly checker: string
  readonly checked: string
}

/** Who holds which office in the bloc, by unit. */
export interface AppraisalRoles {
  readonly head: string
  /** A bloc may have no deputy. */
  readonly deputy?: string
  /** Named to appraise the head's unit when no deputy can; a member unit. */
  readonly named?: string
  readonly crossChecks: readonly CrossCheck[]
  /** Who stepped back from appraising whom. */
  readonly recused?: readonly { readonly appraiser: string; readonly appraised: string }[]
}

/** Who asks to appraise: a member unit, or the standing agency. */
export type Appraiser = { readonly kind: 'unit'; readonly unit: string } | { readonly kind: 'agency' }

/** Whether someone may appraise, and why. */
export interface AppraisalDecision {
  readonly allowed: boolean
  readonly reason: AppraisalReason
}

const sentences = {
  ownSelfScore: { vi: 'Đơn vị tự chấm điểm của mình.', en: 'A unit scores itself in this step.' },
  onlyOwnSelfScore: {
    vi: 'Ở bước tự chấm, chỉ chính đơn vị được chấm.',
    en: 'In the self-score only the unit itself scores.',
  },
  ownUnit: {
    vi: 'Không ai được thẩm định đơn vị của mình.',
    en: 'Nobody appraises their own unit.',
  },
  recused: {
    vi: 'Đã xin không thẩm định đơn vị này.',
    en: 'Has stepped back from appraising this unit.',
  },
  assignedChecker: {
    vi: 'Được phân công chấm chéo đơn vị này.',
    en: 'Is assigned to cross-check this unit.',
  },
  notAssignedChecker: {
    vi: 'Không được phân công chấm chéo đơn vị này.',
    en: 'Is not assigned to cross-check this unit.',
  },
  head: {
    vi: 'Trưởng khối thẩm định các đơn vị trong khối.',
    en: 'The head appraises the units of the bloc.',
  },
  deputy: { vi: 'Phó khối thẩm định cùng trưởng khối.', en: 'The deputy appraises beside the head.' },
  deputyForHead: {
    vi: 'Đơn vị trưởng khối do phó khối thẩm định.',
    en: 'The head’s unit is appraised by the deputy.',
  },
  namedForHead: {
    vi: 'Được cử thẩm định đơn vị trưởng khối.',
    en: 'Named to appraise the head’s unit.',
  },
  headNeedsDeputy: {
    vi: 'Đơn vị trưởng khối chỉ do phó khối thẩm định.',
    en: 'Only the deputy appraises the head’s unit.',
  },
  headNeedsNamed: {
    vi: 'Khối không có phó khối thẩm định được; đơn vị trưởng khối phải do đơn vị được cử thẩm định.',
    en: 'No deputy can appraise; the head’s unit is appraised by a unit named for it.',
  },
  onlyHeadOrDeputy: {
    vi: 'Bước này do trưởng khối, phó khối thực hiện.',
    en: 'This step is done by the head and the deputy.',
  },
  recordsConference: {
    vi: 'Ghi điểm đã được hội nghị khối thống nhất.',
    en: 'Records the scores the conference adopted.',
  },
  agency: { vi: 'Cơ quan thường trực thẩm định.', en: 'The standing agency appraises.' },
  onlyAgency: {
    vi: 'Bước này do cơ quan thường trực thực hiện.',
    en: 'This step is done by the standing agency.',
  },
} as const satisfies Record<string, Sentence>

/** The word for a reason of an appraisal decision. */
export type AppraisalReason = keyof typeof sentences

/** The sentence of a reason. */
export function explainAppraisal(reason: AppraisalReason, language: Language): string {
  return fill(sentences[reason], {}, language)
}

/**
 * Who may appraise whom. Nobody their own unit; the head's unit by the deputy, else by a named unit; in the
 * cross-check only who is assigned. The adopted layer is the whole conference's act: head or deputy only
 * record it, so it covers their own units too.
 *
 * Habit of the blocs; no legal source was found for the deputy's part.
 */
export function mayAppraise(
  appraiser: Appraiser,
  appraised: string,
  layer: Layer,
  roles: AppraisalRoles,
): AppraisalDecision {
  if (layer === 'agency') {
    return appraiser.kind === 'agency' ? allowed('agency') : refused('onlyAgency')
  }
  if (appraiser.kind === 'agency') {
    return refused(
      layer === 'self' ? 'onlyOwnSelfScore' : layer === 'cross' ? 'notAssignedChecker' : 'onlyHeadOrDeputy',
    )
  }
  const { unit } = appraiser
  if (layer === 'self') return unit === appraised ? allowed('ownSelfScore') : refused('onlyOwnSelfScore')
  if (layer === 'final') {
    return unit === roles.head || unit === roles.deputy
      ? allowed('recordsConference')
      : refused('onlyHeadOrDeputy')
  }
  if (unit === appraised) return refused('ownUnit')
  if (hasRecused(unit, appraised, roles)) return refused('recused')
  return layer === 'cross' ? decideCross(unit, appraised, roles) : decideHead(unit, appraised, roles)
}

/** What is wrong with a plan of cross-checks. */
export type CrossCheckProblem =
  | { readonly code: 'checksItself'; readonly unit: string }
  | { readonly code: 'checksItsChecker'; readonly unit: string; readonly other: string }
  | { readonly code: 'notAMember'; readonly unit: string }
  | { readonly code: 'unchecked'; readonly unit: string }
  | { readonly code: 'unbalanced'; readonly least: number; readonly most: number }
  | { readonly code: 'checkerRecused'; readonly unit: string; readonly other: string }

/**
 * Everything wrong with a plan: self-checks, pairs that check each other, checkers who stepped back, units left
 * unchecked, uneven work.
 */
export function checkCrossChecks(
  units: readonly string[],
  checks: readonly CrossCheck[],
  recused: AppraisalRoles['recused'] = [],
): readonly CrossCheckProblem[] {
  const steppedBack = ({ checker, checked }: CrossCheck) =>
    recused.some((each) => each.appraiser === checker && each.appraised === checked)
  const pairs = new Set(checks.map(({ checker, checked }) => pairKey(checker, checked)))
  const members = new Set(units)
  const named = new Set(checks.flatMap(({ checker, checked }) => [checker, checked]))
  const work = units.map((unit) => checks.filter(({ checker }) => checker === unit).length)
  const least = Math.min(...work)
  const most = Math.max(...work)
  return [
    ...[...named].filter((unit) => !members.has(unit)).map((unit) => ({ code: 'notAMember' as const, unit })),
    ...checks
      .filter(({ checker, checked }) => checker === checked)
      .map(({ checker }) => ({ code: 'checksItself' as const, unit: checker })),
    ...checks
      .filter(({ checker, checked }) => checker < checked && pairs.has(pairKey(checked, checker)))
      .map(({ checker, checked }) => ({ code: 'checksItsChecker' as const, unit: checker, other: checked })),
    ...checks
      .filter(steppedBack)
      .map(({ checker, checked }) => ({ code: 'checkerRecused' as const, unit: checker, other: checked })),
    ...units
      .filter((unit) => !checks.some((check) => check.checked === unit && !steppedBack(check)))
      .map((unit) => ({ code: 'unchecked' as const, unit })),
    ...(units.length > 0 && most - least > 1 ? [{ code: 'unbalanced' as const, least, most }] : []),
  ]
}

/**
 * A balanced plan: in the order given, each unit checks the next `perUnit` ones round the circle. Everyone checks
 * and is checked equally often, nobody itself, nobody its own checker.
 *
 * @returns refused when the bloc is too small: more than twice as many units as checks each are needed
 */
export function planCrossChecks(
  units: readonly string[],
  perUnit: number,
): Result<readonly CrossCheck[], { readonly code: 'tooFewUnits'; readonly needed: number }> {
  const needed = 2 * perUnit + 1
  if (units.length < needed) return err({ code: 'tooFewUnits', needed })
  return ok(
    units.flatMap((checker, i) =>
      Array.from({ length: perUnit }, (_, k) => ({
        checker,
        checked: units[(i + k + 1) % units.length] ?? checker,
      })),
    ),
  )
}

const problemSentences: Record<CrossCheckProblem['code'] | 'tooFewUnits', Sentence> = {
  checksItself: { vi: '{=unit} chấm chéo chính mình.', en: '{=unit} cross-checks itself.' },
  checksItsChecker: {
    vi: '{=unit} và {=other} chấm chéo lẫn nhau.',
    en: '{=unit} and {=other} cross-check each other.',
  },
  notAMember: { vi: '{=unit} không thuộc khối.', en: '{=unit} is no member of the bloc.' },
  unchecked: { vi: '{=unit} chưa có đơn vị chấm chéo.', en: '{=unit} has nobody to cross-check it.' },
  unbalanced: {
    vi: 'Phân công không đều: đơn vị ít nhất chấm {least}, nhiều nhất chấm {most}.',
    en: 'The work is uneven: from {least} to {most} checks per unit.',
  },
  checkerRecused: {
    vi: '{=unit} không tham gia chấm {=other}; cần phân công đơn vị khác.',
    en: '{=unit} stepped back from checking {=other}; somebody else is needed.',
  },
  tooFewUnits: {
    vi: 'Cần ít nhất {needed} đơn vị để không đơn vị nào chấm chéo lẫn nhau.',
    en: 'At least {needed} units are needed so that none check each other.',
  },
}

/** The sentence of a problem with a plan; `nameOf` gives the unit's name. */
export function explainCrossCheckProblem(
  problem: CrossCheckProblem | { readonly code: 'tooFewUnits'; readonly needed: number },
  language: Language,
  nameOf: (unit: string) => string = (unit) => unit,
): string {
  const { code, ...rest } = problem
  const params = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      typeof value === 'string' ? nameOf(value) : String(value),
    ]),
  )
  return fill(problemSentences[code], params, language)
}

/**
 * Whether nobody inside the bloc can appraise a unit: head and deputy are the unit itself, are missing, or stepped
 * back. The province's officer then does.
 */
export function lacksAppraiser(appraised: string, roles: AppraisalRoles): boolean {
  const offices = [roles.head, roles.deputy, roles.named].filter((unit) => unit !== undefined)
  return !offices.some((unit) => mayAppraise({ kind: 'unit', unit }, appraised, 'head', roles).allowed)
}

function decideCross(unit: string, appraised: string, roles: AppraisalRoles): AppraisalDecision {
  const assigned = roles.crossChecks.some(({ checker, checked }) => checker === unit && checked === appraised)
  return assigned ? allowed('assignedChecker') : refused('notAssignedChecker')
}

function decideHead(unit: string, appraised: string, roles: AppraisalRoles): AppraisalDecision {
  if (appraised !== roles.head) {
    if (unit === roles.head) return allowed('head')
    return unit === roles.deputy ? allowed('deputy') : refused('onlyHeadOrDeputy')
  }
  const deputyCan = roles.deputy !== undefined && !hasRecused(roles.deputy, appraised, roles)
  if (deputyCan) return unit === roles.deputy ? allowed('deputyForHead') : refused('headNeedsDeputy')
  return unit === roles.named ? allowed('namedForHead') : refused('headNeedsNamed')
}

function hasRecused(appraiser: string, appraised: string, roles: AppraisalRoles): boolean {
  return roles.recused?.some((each) => each.appraiser === appraiser && each.appraised === appraised) ?? false
}

function allowed(reason: AppraisalReason): AppraisalDecision {
  return { allowed: true, reason }
}

function refused(reason: AppraisalReason): AppraisalDecision {
  return { allowed: false, reason }
}

function pairKey(checker: string, checked: string): string {
  return JSON.stringify([checker, checked])
}
