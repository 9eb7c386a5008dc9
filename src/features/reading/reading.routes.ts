import { perform } from '../../actions/action.ts'
import type { FieldFault } from '../../actions/failure.ts'
import { goSaying } from '../../http/answer.ts'
import { type Ask, contextOf, keyOrNone, mayHere, yearOf } from '../../http/ask.ts'
import {
  type Feature,
  type FormAgain,
  handled,
  type Place,
  page,
  type Route,
  write,
} from '../../http/feature.ts'
import { commonFaults } from '../../http/fields.messages.ts'
import { type FormBody, parseForm } from '../../http/form.ts'
import { inYear, inYearOfUnit } from '../../http/places.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { confirmReportWith, type Writers } from './confirm.actions.ts'
import { dropReport, keepReports, moveReport } from './reading.actions.ts'
import { readConfirmForm, uploadForm } from './reading.forms.ts'
import { readingEvents, readingFaults, readingWords } from './reading.messages.ts'
import { readingPaths } from './reading.paths.ts'
import { showList, showReport } from './reading.show.ts'
import { findReadingOfFile, listReadings } from './reading.store.ts'
import { readReports } from './reading.work.ts'

const { route } = readingPaths

/** A report of the bloc of the address; rights are those over its unit, or over the bloc's year. */
const atReport: Place = async (ask) => {
  const place = await inYear(ask)
  const reading = await findReadingOfFile(ask.db, keyOrNone(ask, 'file'))
  if (!place?.blocYear || !reading?.facts || reading.blocId !== place.blocYear.bloc.id) return undefined
  return { blocYear: place.blocYear, scope: scopeOfYear(place.blocYear, reading.unitId ?? undefined) }
}

/** Reports as files: handed in, read, confirmed by a person. */
export function readingFeature(writers: Writers): Feature {
  return {
    name: 'reading',
    faults: readingFaults,
    events: readingEvents,
    routes: [
      ...listRoutes(inYear, route.list),
      ...listRoutes(inYearOfUnit, route.ofUnit),
      handled({
        path: route.goOn,
        permission: 'result.write',
        audit: 'report.read',
        place: inYear,
        handle: goOn,
        again: showList,
      }),
      page({ path: route.one, permission: 'result.read', place: atReport, show: showReport }),
      write({
        path: route.one,
        permission: 'result.write',
        audit: 'report.confirmed',
        place: atReport,
        action: confirmReportWith(writers),
        read: (ask, body) => {
          const form = readConfirmForm(body)
          return form.ok ? { ok: true, value: { ...form.value, fileId: keyOrNone(ask, 'file') } } : form
        },
        next: (ask) => linksOf(ask).one(keyOrNone(ask, 'file')),
        said: (ask, { saved }) => readingWords(ask.lang).savedSaid(saved),
        again: showReport,
      }),
      write({
        path: route.move,
        permission: 'result.write',
        audit: 'report.moved',
        place: atReport,
        action: moveReport,
        read: (ask, body) => ({
          ok: true,
          value: { fileId: keyOrNone(ask, 'file'), year: Number(body.texts.year) || 0 },
        }),
        next: (ask, { year }) => readingPaths.at(yearOf(ask).bloc.slug, year).one(keyOrNone(ask, 'file')),
        said: (ask, { year }) => readingWords(ask.lang).moved(year),
        again: showReport,
      }),
      write({
        path: route.drop,
        permission: 'result.write',
        audit: 'report.dropped',
        place: atReport,
        action: dropReport,
        read: (ask) => ({ ok: true, value: { fileId: keyOrNone(ask, 'file') } }),
        next: (ask) => listHref(ask),
        said: (ask) => readingWords(ask.lang).droppedSaid,
        again: showReport,
      }),
    ],
  }
}

function listRoutes(place: Place, path: string): readonly Route[] {
  return [
    page({ path, permission: 'result.write', place, show: showList }),
    handled({
      path,
      permission: 'result.write',
      audit: 'reports.kept',
      place,
      handle: takeIn,
      again: showList,
    }),
  ]
}

/** Keeps the files; one is read at once, several while the list shows how far it is. */
async function takeIn(ask: Ask, body: FormBody): Promise<Response | FormAgain> {
  const again = { action: ask.c.req.path, values: {}, errors: {} }
  const form = parseForm(uploadForm, body)
  const files = form.ok ? form.value.files : []
  const blocYearId = yearOf(ask).id
  const kept = await perform(keepReports, contextOf(ask), {
    blocYearId,
    unitId: ask.scope.unitId ?? null,
    files,
  })
  if (!kept.ok) {
    const fault = kept.error.fields?.files ?? kept.error
    return { ...again, errors: { files: sentenceOf(ask, fault) } }
  }
  const { fileIds, refused } = kept.value
  const t = readingWords(ask.lang)
  const sentences = refused.map((fault) => sentenceOf(ask, fault)).join(' ')
  const text = [t.kept(fileIds.length), sentences ? t.notTaken(sentences) : ''].filter(Boolean).join(' ')
  const kind = refused.length > 0 ? 'warning' : 'success'
  const [only] = fileIds
  if (fileIds.length > 1 || !only) {
    readOn(ask, fileIds)
    return goSaying(ask.c, ask.c.req.path, { kind, text })
  }
  await readReports(contextOf(ask), fileIds)
  const reading = await findReadingOfFile(ask.db, only)
  const next = reading?.facts
    ? readingPaths.at(yearOf(ask).bloc.slug, reading.year).one(only)
    : ask.c.req.path
  return goSaying(ask.c, next, { kind, text })
}

/** Goes on with files whose reading was interrupted. */
async function goOn(ask: Ask): Promise<Response> {
  const all = await listReadings(ask.db, yearOf(ask).bloc.id, null)
  readOn(
    ask,
    all.filter((one) => one.state === 'waiting').map((one) => one.fileId),
  )
  return goSaying(ask.c, linksOf(ask).list, { kind: 'info', text: readingWords(ask.lang).wentOn })
}

/** Reads without keeping the request waiting; what fails stays "waiting" and can be read again. */
function readOn(ask: Ask, fileIds: readonly string[]): void {
  readReports(contextOf(ask), fileIds).catch((error: unknown) => {
    const entry = {
      level: 'error',
      message: 'reading reports',
      requestId: ask.requestId,
      error: String(error),
    }
    process.stderr.write(`${JSON.stringify(entry)}\n`)
  })
}

function sentenceOf(ask: Ask, { code, params = [] }: FieldFault): string {
  const known: Readonly<Record<string, unknown>> = { ...commonFaults(ask.lang), ...readingFaults(ask.lang) }
  const word = known[code] ?? known.something_refused
  return typeof word === 'function' ? String(word(...params)) : String(word)
}

function linksOf(ask: Ask) {
  const year = yearOf(ask)
  return readingPaths.at(year.bloc.slug, year.year)
}

function listHref(ask: Ask): string {
  const unit = yearOf(ask).members.find((one) => one.id === ask.scope.unitId)
  return unit && !mayHere(ask, 'result.write', scopeOfYear(yearOf(ask)))
    ? linksOf(ask).ofUnit(unit.slug)
    : linksOf(ask).list
}
