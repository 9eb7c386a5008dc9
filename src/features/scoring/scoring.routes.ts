import type { Feature } from '../../http/feature.ts'
import { appealRoutes } from './appeal.routes.ts'
import { appraisalRoutes } from './appraisal.routes.ts'
import { appraisalPlanRoutes } from './appraisal-plan.routes.ts'
import { explainRoutes } from './explain.routes.ts'
import { judgesRoutes } from './judges.routes.ts'
import { picturesRoutes } from './pictures.routes.ts'
import { rankingRoutes } from './ranking.routes.ts'
import { recomputeRoutes } from './recompute.routes.ts'
import { recusalRoutes } from './recusal.routes.ts'
import { rulesRoutes } from './rules.routes.ts'
import { scoringEvents, scoringFaults } from './scoring.messages.ts'
import { sheetRoutes } from './sheet.routes.ts'
import { tableRoutes } from './table.routes.ts'
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
