/** Written parts of a report, in the order of the paper. */
export const narrativeParts = [
  'context',
  'guidance',
  'results',
  'shortcomings',
  'causes',
  'tasks',
  'requests',
  'activities',
] as const
export type NarrativePart = (typeof narrativeParts)[number]

/** Levels of the yearly rating, from the best. */
export const ratingLevels = ['excellent', 'good', 'completed', 'not_completed'] as const
export type RatingLevel = (typeof ratingLevels)[number]

/** The steps of the year board that reports move. */
export const reportSteps = ['mid_report', 'year_report', 'evidence'] as const
export type ReportStep = (typeof reportSteps)[number]
