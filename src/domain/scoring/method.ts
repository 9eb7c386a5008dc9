import type { Numeric } from './exact.ts'
import { factsOfFormula, formulaComparesUnits } from './formula.ts'

/** A plain decimal text in JSON data: `"2.5"`. Points, limits and edges of a rule are written so. */
export type Decimal = string

/**
 * What a rule looks at.
 *
 * - `result`: the figure as it stands (already a percentage, or a count);
 * - `share`: part ÷ whole in percent;
 * - `attainment`: result ÷ target in percent;
 * - `averageRank`: mean of the places given by several departments.
 */
export type Measure = 'result' | 'share' | 'attainment' | 'averageRank'

/** One band of a band rule; an edge belongs to the band unless it is declared strict. */
export interface Band {
  readonly from?: Decimal
  readonly fromStrict?: boolean
  readonly to?: Decimal
  readonly toStrict?: boolean
  readonly points: Decimal
}

/** One part of a rule that scores the bloc's own record (sổ theo dõi của khối). */
export type RecordPart =
  | { readonly as: 'base'; readonly points: Decimal }
  | { readonly as: 'share'; readonly record: string; readonly of: string; readonly points: Decimal }
  | { readonly as: 'flag'; readonly record: string; readonly points: Decimal }
  | { readonly as: 'minusEach'; readonly record: string; readonly points: Decimal }

/** Result over plan times the maximum (tính theo tỷ lệ). */
export interface RatioMethod {
  readonly kind: 'ratio'
  readonly of: 'share' | 'attainment'
}

/** So many percent of the plan give one point, up to a cap (bao nhiêu % kế hoạch được 1 điểm). */
export interface PointsPerPercentMethod {
  readonly kind: 'pointsPerPercent'
  readonly of: Measure
  readonly percentPerPoint: Decimal
  readonly cap?: Decimal
}

/** Half the maximum for reaching the target, the rest by distance to the leader of the bloc (so với đơn vị dẫn đầu). */
export interface LeaderRelativeMethod {
  readonly kind: 'leaderRelative'
}

/** A result without a target, against the highest result of the units without target. */
export interface NoTargetRelativeMethod {
  readonly kind: 'noTargetRelative'
}

/** Positives of a sample times points (kiểm tra ngẫu nhiên). */
export interface SamplingMethod {
  readonly kind: 'sampling'
  readonly sampleSize: Decimal
  readonly pointPerPositive: Decimal
}

/**
 * Bands (khung điểm). A value on an edge two bands claim gets the `doubleEdge` points: the source tables
 * contain such edges, so the choice is declared, never left to the order of the lines.
 */
export interface BandsMethod {
  readonly kind: 'bands'
  readonly of: Measure
  readonly bands: readonly Band[]
  readonly otherwise: Decimal
  readonly doubleEdge: 'higher' | 'lower'
}

/** Full points on one side of an edge, otherwise something else (usually nothing). */
export interface ThresholdMethod {
  readonly kind: 'threshold'
  readonly of: Measure
  readonly op: '>=' | '>' | '<=' | '<'
  readonly edge: Decimal
  readonly points?: Decimal
  readonly otherwise?: Decimal
}

/** At or above an average (so với bình quân) of the bloc, or one given from outside such as the city's. */
export interface AgainstAverageMethod {
  readonly kind: 'againstAverage'
  readonly of: Measure
  readonly average: 'bloc' | 'given'
  readonly points?: Decimal
  readonly below?: Decimal
}

/** Full points unless something happened (không để xảy ra vi phạm). */
export interface NoIncidentMethod {
  readonly kind: 'noIncident'
}

/** Count times points, up to a cap. */
export interface DirectMethod {
  readonly kind: 'direct'
  readonly pointPerUnit: Decimal
  readonly cap?: Decimal
}

/** Praise adds, criticism takes away, within two limits (cộng / trừ). */
export interface PlusMinusMethod {
  readonly kind: 'plusMinus'
  readonly plus: Decimal
  readonly minus: Decimal
  readonly lowest: Decimal
  readonly highest: Decimal
}

/** Points by place: `given` from outside, or placed among the units by a measure. Places past the list get nothing. */
export interface RankPointsMethod {
  readonly kind: 'rankPoints'
  readonly by: 'given' | Measure
  readonly better: 'higher' | 'lower'
  readonly points: readonly Decimal[]
}

/** Points for flags received (thưởng điểm cờ thi đua); the total of a unit may pass the table's maximum. */
export interface FlagBonusMethod {
  readonly kind: 'flagBonus'
  readonly flags: Readonly<Record<string, Decimal>>
  readonly several: 'highest' | 'sum'
}

/** Judged by people within the maximum, in steps if declared (chấm trong khung). */
export interface JudgementMethod {
  readonly kind: 'judgement'
  readonly step?: Decimal
}

/** Done or not done (đạt / không đạt). */
export interface YesNoMethod {
  readonly kind: 'yesNo'
  readonly yes?: Decimal
  readonly no?: Decimal
}

/** Bonus per case (điểm thưởng). */
export interface BonusMethod {
  readonly kind: 'bonus'
  readonly pointPerUnit: Decimal
}

/** Penalty per case (điểm trừ); gives points at or below zero. */
export interface PenaltyMethod {
  readonly kind: 'penalty'
  readonly pointPerUnit: Decimal
}

/** No evidence, no points: every named paper must be there before the inner rule counts. */
export interface PreconditionMethod {
  readonly kind: 'precondition'
  readonly needs: readonly string[]
  readonly rule: Method
}

/** Scored from what the bloc recorded itself: reports on time, attendance, pledge signed, launch in the house. */
export interface OwnRecordMethod {
  readonly kind: 'ownRecord'
  readonly parts: readonly RecordPart[]
}

/** A fixed deduction when recorded duties were not met, such as no launch, no pledge, no registration. */
export interface DeductionMethod {
  readonly kind: 'deduction'
  readonly points: Decimal
  readonly duties: readonly string[]
  readonly when: 'any' | 'all'
}

/**
 * A formula the table's authors wrote themselves, for what no other rule covers ({@link checkFormula}). Its points
 * are held between 0 and the maximum, so it has no place on the penalty side.
 */
export interface FormulaMethod {
  readonly kind: 'formula'
  readonly expression: string
  /** Unit of result, target and what the bloc reached: "tỷ đồng"; without it they are bare numbers. */
  readonly unit?: string
}

/** A scoring rule as plain data. */
export type Method =
  | RatioMethod
  | PointsPerPercentMethod
  | LeaderRelativeMethod
  | NoTargetRelativeMethod
  | SamplingMethod
  | BandsMethod
  | ThresholdMethod
  | AgainstAverageMethod
  | NoIncidentMethod
  | DirectMethod
  | PlusMinusMethod
  | RankPointsMethod
  | FlagBonusMethod
  | JudgementMethod
  | YesNoMethod
  | BonusMethod
  | PenaltyMethod
  | PreconditionMethod
  | OwnRecordMethod
  | DeductionMethod
  | FormulaMethod

/** The word for a kind of rule. */
export type MethodKind = Method['kind']

/**
 * What is known about one unit and one leaf. Only what the rule asks for need be there ({@link factsNeeded});
 * what is absent is absent, never zero.
 */
export interface Facts {
  /** Numerator of a share: done, positive, on time. */
  readonly part?: Numeric
  /** Denominator of a share: assigned, due, in all. */
  readonly whole?: Numeric
  /** The figure reached. */
  readonly result?: Numeric
  /** The figure asked for; `null` when the unit was given none but has a result. */
  readonly target?: Numeric | null
  /** An average given from outside, such as the city's. */
  readonly average?: Numeric
  /** How many: positives of a sample, incidents, cases. */
  readonly count?: Numeric
  /** Times praised. */
  readonly plusCount?: Numeric
  /** Times criticised. */
  readonly minusCount?: Numeric
  /** Place given from outside, from 1. */
  readonly rank?: number
  /** Places given by several departments. */
  readonly ranks?: readonly number[]
  /** Done (đạt) or not. */
  readonly done?: boolean
  /** Points a judge gives. */
  readonly judged?: Numeric
  /** Codes of flags received. */
  readonly flags?: readonly string[]
  /** Codes of the papers at hand. */
  readonly evidence?: readonly string[]
  /** The bloc's own record: counts and yes / no by code. */
  readonly record?: Readonly<Record<string, Numeric | boolean>>
}

/** All kinds of rule, in the order an editor offers them. */
export const methodKinds = [
  'ratio',
  'pointsPerPercent',
  'leaderRelative',
  'noTargetRelative',
  'sampling',
  'bands',
  'threshold',
  'againstAverage',
  'noIncident',
  'direct',
  'plusMinus',
  'rankPoints',
  'flagBonus',
  'judgement',
  'yesNo',
  'bonus',
  'penalty',
  'precondition',
  'ownRecord',
  'deduction',
  'formula',
] as const satisfies readonly MethodKind[]

/**
 * The facts a rule asks for, so that a form shows exactly these fields.
 *
 * @example factsNeeded({ kind: 'ratio', of: 'share' }) // ['part', 'whole']
 */
export function factsNeeded(method: Method): readonly (keyof Facts)[] {
  switch (method.kind) {
    case 'ratio':
    case 'pointsPerPercent':
    case 'bands':
    case 'threshold':
      return factsOfMeasure(method.of)
    case 'againstAverage':
      return method.average === 'given'
        ? [...factsOfMeasure(method.of), 'average']
        : factsOfMeasure(method.of)
    case 'leaderRelative':
      return ['result', 'target']
    case 'noTargetRelative':
      return ['result']
    case 'sampling':
    case 'noIncident':
    case 'direct':
    case 'bonus':
    case 'penalty':
      return ['count']
    case 'plusMinus':
      return ['plusCount', 'minusCount']
    case 'rankPoints':
      return method.by === 'given' ? ['rank'] : factsOfMeasure(method.by)
    case 'flagBonus':
      return ['flags']
    case 'judgement':
      return ['judged']
    case 'yesNo':
      return ['done']
    case 'precondition':
      return ['evidence', ...factsNeeded(method.rule)]
    case 'ownRecord':
    case 'deduction':
      return ['record']
    case 'formula':
      return factsOfFormula(method)
  }
}

/** Whether the rule compares units with each other, so that one unit's result moves the points of others. */
export function comparesUnits(method: Method): boolean {
  switch (method.kind) {
    case 'leaderRelative':
    case 'noTargetRelative':
      return true
    case 'againstAverage':
      return method.average === 'bloc'
    case 'rankPoints':
      return method.by !== 'given'
    case 'precondition':
      return comparesUnits(method.rule)
    case 'formula':
      return formulaComparesUnits(method)
    default:
      return false
  }
}

function factsOfMeasure(measure: Measure): readonly (keyof Facts)[] {
  switch (measure) {
    case 'result':
      return ['result']
    case 'share':
      return ['part', 'whole']
    case 'attainment':
      return ['result', 'target']
    case 'averageRank':
      return ['ranks']
  }
}
