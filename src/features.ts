import type { Database } from './db/database.ts'
import type { Auth } from './features/accounts/accounts.auth.ts'
import { accountsFeature } from './features/accounts/accounts.routes.ts'
import { activities } from './features/activities/activities.routes.ts'
import { awards } from './features/awards/awards.routes.ts'
import { blocs } from './features/blocs/blocs.routes.ts'
import { checks } from './features/checks/checks.routes.ts'
import { conferences } from './features/conferences/conferences.routes.ts'
import { councils } from './features/councils/councils.routes.ts'
import { documentsFeature } from './features/documents/documents.routes.ts'
import type { PaperPool } from './features/documents/writers/paper.pool.ts'
import { drafts } from './features/drafts/drafts.routes.ts'
import { files } from './features/files/files.routes.ts'
import { guide } from './features/guide/guide.routes.ts'
import { handovers } from './features/handovers/handovers.routes.ts'
import { library } from './features/library/library.routes.ts'
import { movements } from './features/movements/movements.routes.ts'
import { news } from './features/news/news.routes.ts'
import { pledges } from './features/pledges/pledges.routes.ts'
import { readingFeature } from './features/reading/reading.routes.ts'
import { recordResult } from './features/results/results.actions.ts'
import { results } from './features/results/results.routes.ts'
import { recomputeJob } from './features/scoring/recompute/recompute.job.ts'
import { scoring } from './features/scoring/scoring.routes.ts'
import { addIndicator } from './features/targets/indicators.actions.ts'
import { setTarget } from './features/targets/targets.actions.ts'
import { targets } from './features/targets/targets.routes.ts'
import { units } from './features/units/units.routes.ts'
import { years } from './features/years/years.routes.ts'
import type { Feature } from './http/feature.ts'
import type { Lang } from './i18n/words.ts'
import type { Job } from './jobs/jobs.ts'
import { yearWorkbook } from './spreadsheets/year-workbook.routes.ts'

/** Work that goes on after the answer was sent, of every topic. */
export function jobsOf(db: Database, now: () => Date): readonly Job[] {
  return [recomputeJob(db, now)]
}

/** Every topic of the application, in the order of the year. */
export function features(auth: Auth, papers: PaperPool): readonly Feature[] {
  const topics: readonly Feature[] = [
    accountsFeature(auth, eventName),
    units,
    blocs,
    years,
    library,
    drafts,
    movements,
    councils,
    activities,
    pledges,
    targets,
    results,
    // A confirmed figure is written by the topics that own figures, with their checks.
    readingFeature({ addIndicator, recordResult, setTarget }),
    checks,
    scoring,
    conferences,
    handovers,
    awards,
    documentsFeature(papers),
    news,
    files,
    guide,
  ]
  const all = [...topics, yearWorkbook(topics)]
  return all

  /** The audit page shows events of every topic, and only this place knows all topics. */
  function eventName(event: string, lang: Lang): string {
    return all.flatMap((feature) => feature.events[event]?.[lang] ?? [])[0] ?? ''
  }
}
