import type { Feature } from '../../http/feature.ts'
import { boardRoutes } from './board.routes.ts'
import { calendarRoutes } from './calendar.routes.ts'
import { moveRoutes } from './move.routes.ts'
import { stepRoutes } from './steps.routes.ts'
import { toDoRoutes } from './todos.routes.ts'
import { yearsEvents, yearsFaults } from './years.messages.ts'

/** The year of a bloc: its board, its moves, its days, and what waits for whom. */
export const years: Feature = {
  name: 'years',
  faults: yearsFaults,
  events: yearsEvents,
  routes: [...toDoRoutes, ...boardRoutes, ...moveRoutes, ...calendarRoutes, ...stepRoutes],
}
