/**
 * Scoring tables, rules and scores of an emulation bloc (bảng điểm, cách chấm, điểm): exact, explained, pure.
 */
export * from './appeal.ts'
export * from './appraisal.ts'
export { type BandProblem, checkBands } from './check-bands.ts'
export { checkTable, mayFreeze } from './check-table.ts'
export * from './compare-tables.ts'
export { evaluate } from './evaluate.ts'
export {
  type Evaluation,
  type EvaluationContext,
  type EvaluationProblem,
  emptyField,
  type Field,
  type Step,
} from './evaluation.ts'
export { defaultRounding, isDecimal, type Numeric, plainText, type Rounding } from './exact.ts'
export {
  explainEvaluationProblem,
  explainStep,
  type Labels,
  recordLabels,
} from './explain.ts'
export { checkFormula } from './formula.ts'
export type { Formula } from './formula-parse.ts'
export {
  explainFormulaProblem,
  type FormulaProblem,
  type FormulaProblemCode,
} from './formula-problem.ts'
export {
  type FormulaFact,
  type FormulaFunction,
  type FormulaOperator,
  formulaFacts,
  formulaFunctions,
} from './formula-words.ts'
export * from './judges.ts'
export * from './layers.ts'
export { surveyField } from './measure.ts'
export * from './method.ts'
export * from './normalise.ts'
export { compact, explainParseProblem, type ParseProblem, Reader } from './parse.ts'
export { parseMethod } from './parse-method.ts'
export { parseTable } from './parse-table.ts'
export * from './reference.ts'
export { rescaleTable } from './rescale-table.ts'
export * from './score.ts'
export * from './score-units.ts'
export { fill, type Language, printDecimal, type Sentence, type SentenceParams } from './sentence.ts'
export * from './stated-shares.ts'
export type { StepCode } from './step-sentences.ts'
export * from './table.ts'
export * from './table-problem.ts'
