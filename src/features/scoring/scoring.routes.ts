import type { Feature } from '../../http/feature.ts'
import { appraisalRoutes } from './appraisal.routes.ts'
import { rankingRoutes } from './ranking.routes.ts'
import { recomputeRoutes } from './recompute.routes.ts'
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
    ...appraisalRoutes,
    ...rankingRoutes,
    ...recomputeRoutes,
  ],
  faults: scoringFaults,
  events: { ...scoringEvents, ...workbookEvents },
  yearSheets: { permission: 'year.read', sheets: yearScoreSheets },
}
