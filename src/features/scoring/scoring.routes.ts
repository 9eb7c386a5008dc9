import type { Feature } from '../../http/feature.ts'
import { appraisalRoutes } from './appraisal/appraisal.routes.ts'
import { appraisalPlanRoutes } from './appraisal/appraisal-plan.routes.ts'
import { appealRoutes } from './fairness/appeal.routes.ts'
import { judgesRoutes } from './fairness/judges.routes.ts'
import { recusalRoutes } from './fairness/recusal.routes.ts'
import { picturesRoutes } from './ranking/pictures.routes.ts'
import { rankingRoutes } from './ranking/ranking.routes.ts'
import { rulesRoutes } from './ranking/rules.routes.ts'
import { recomputeRoutes } from './recompute/recompute.routes.ts'
import { scoringEvents, scoringFaults } from './scoring.messages.ts'
import { explainRoutes } from './sheet/explain.routes.ts'
import { sheetRoutes } from './sheet/sheet.routes.ts'
import { tableRoutes } from './table/table.routes.ts'
import { workbookEvents } from './workbook.messages.ts'
import { workbookRoutes, yearScoreSheets } from './workbook.routes.ts'

/** The scoring table, self-scores, appraisal and ranking of a year. */
export const scoring: Feature = {
  name: 'scoring',
  routes: [
    ...workbookRoutes,
    ...tableRoutes,
    ...sheetRoutes,
    ...explainRoutes,
    ...appraisalPlanRoutes,
    ...appraisalRoutes,
    ...judgesRoutes,
    ...recusalRoutes,
    ...appealRoutes,
    ...rankingRoutes,
    ...rulesRoutes,
    ...picturesRoutes,
    ...recomputeRoutes,
  ],
  faults: scoringFaults,
  events: { ...scoringEvents, ...workbookEvents },
  yearSheets: { permission: 'year.read', sheets: yearScoreSheets },
}
