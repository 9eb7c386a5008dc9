import type { Feature } from '../../http/feature.ts'
import { checksEvents, checksFaults } from './faults.messages.ts'
import { planRoutes } from './plans.routes.ts'
import { visitRoutes } from './visits.routes.ts'

/** Checks on the spot: plans, teams, visits, minutes, corrections. */
export const checks: Feature = {
  name: 'checks',
  faults: checksFaults,
  events: checksEvents,
  routes: [...planRoutes, ...visitRoutes],
}
