import type { Feature } from '../../http/feature.ts'
import { blocRoutes } from './bloc.routes.ts'
import { blocsEvents, blocsFaults } from './blocs.messages.ts'
import { ruleRoutes } from './rules.routes.ts'

/** Blocs: their members and heads through time, and their rules. */
export const blocs: Feature = {
  name: 'blocs',
  faults: blocsFaults,
  events: blocsEvents,
  routes: [...blocRoutes, ...ruleRoutes],
}
