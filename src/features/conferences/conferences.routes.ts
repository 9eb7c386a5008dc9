import type { Feature } from '../../http/feature.ts'
import { councilGround, yearGround } from './conference-place.ts'
import { conferencesEvents, conferencesFaults } from './conferences.messages.ts'
import { meetingRoutes } from './meeting.routes.ts'
import { pollsFaults } from './poll-faults.messages.ts'
import { pollsEvents } from './polls.messages.ts'
import { pollRoutes } from './polls.routes.ts'

/** Conferences of a bloc's year and meetings of councils, with everything that is voted on there. */
export const conferences: Feature = {
  name: 'conferences',
  faults: (lang) => ({ ...conferencesFaults(lang), ...pollsFaults(lang) }),
  events: { ...conferencesEvents, ...pollsEvents },
  routes: [yearGround, councilGround].flatMap((ground) => [...meetingRoutes(ground), ...pollRoutes(ground)]),
}
