import { isPeriodId } from '../../domain/vietnamese/index.ts'
import { type Ask, keyOrNone, mayHere, yearOf } from '../../http/ask.ts'
import type { FormAgain } from '../../http/feature.ts'
import { frameOf } from '../../http/frame.ts'
import { inYearPath } from '../../http/year-path.ts'
import { scopeOfYear } from '../../scopes/scopes.store.ts'
import { findStep } from '../../steps/steps.store.ts'
import { blocsPaths } from '../blocs/blocs.paths.ts'
import { yearsPaths } from '../years/years.paths.ts'
import { ConfirmPage, type OwnerChoices } from './confirm.page.tsx'
import { ReadingListPage } from './list.page.tsx'
import type { Span } from './marked-text.tsx'
import { OriginPage } from './origin.page.tsx'
import { type Choice, labelOf, periodsOf, proposalsOf, reportPeriod, type Surroundings } from './proposal.ts'
import { isOwner } from './reading.forms.ts'
import { readingWords } from './reading.messages.ts'
import { readingPaths } from './reading.paths.ts'
import {
  findReadingOfFile,
  listAliases,
  listCatalogue,
  listFields,
  listReadings,
  listStored,
  type ReadingRow,
} from './reading.store.ts'

/** Reading takes seconds; files that wait longer were interrupted. */
const LONGEST_WAIT_MS = 120_000

/** The reports of the bloc, or of the unit of the address. */
export async function showList(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const unit = year.members.find((one) => one.id === ask.scope.unitId)
  const readings = await listReadings(ask.db, year.bloc.id, unit?.id ?? null)
  const waiting = readings.filter((one) => one.state === 'waiting')
  // Files keep the real time of their coming, whatever day the site believes it is.
  const stuck = waiting.some((one) => Date.now() - one.createdAt.getTime() > LONGEST_WAIT_MS)
  if (waiting.length > 0 && !stuck) ask.c.header('refresh', '2')
  return ReadingListPage({
    frame: frameOf(ask),
    year: year.year,
    unit,
    names: new Map(year.members.map((one) => [one.id, one.shortName])),
    readings,
    linksOf: (of) => readingPaths.at(year.bloc.slug, of),
    mayWrite: mayHere(ask, 'result.write'),
    stuck,
    again,
  })
}

/** One report: to be confirmed, or what became of it. */
export async function showReport(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const reading = await findReadingOfFile(ask.db, keyOrNone(ask, 'file'))
  if (!reading?.facts) return ask.c.notFound()
  const links = readingPaths.at(year.bloc.slug, reading.year)
  if (reading.year !== year.year) return ask.c.redirect(links.one(reading.fileId), 303)
  const unit = year.members.find((one) => one.id === reading.unitId)
  const mayBloc = mayHere(ask, 'result.write', scopeOfYear(year))
  const shared = {
    frame: frameOf(ask),
    listHref: mayBloc || !unit ? links.list : links.ofUnit(unit.slug),
    year: year.year,
    unitName: unit?.name ?? '',
    reading,
    spans: spansOf(reading),
    places: {
      awards: inYearPath(year.bloc.slug, year.year, 'khen-thuong'),
      heads: blocsPaths.show(year.bloc.slug),
    },
  }
  if (reading.state !== 'to_confirm' || !mayHere(ask, 'result.write')) return OriginPage(shared)
  const around = await surroundingsOf(ask, reading)
  const proposals = proposalsOf(reading.facts, around, (index) => choiceOf(again, index)).map((one) =>
    again ? { ...one, take: Boolean(again.values[`take.${one.index}`]) } : one,
  )
  const step = unit ? await findStep(ask.db, year.id, unit.id, 'year_report') : undefined
  const of = reading.factYear
  return ConfirmPage({
    ...shared,
    links,
    proposals,
    owners: ownerChoices(ask, around, mayBloc),
    catalogue: [...new Set(around.catalogue.map(labelOf))],
    periods: periodsOf(
      year.year,
      proposals.map((one) => one.period),
    ),
    otherYear:
      of !== null && of !== year.year
        ? {
            year: of,
            exists: year.years.includes(of),
            openHref: yearsPaths.at(year.bloc.slug, year.year).openNext,
          }
        : undefined,
    mayCount:
      unit !== undefined &&
      mayHere(ask, 'report.send') &&
      (of === null || of === year.year) &&
      !['sent', 'accepted'].includes(step?.state ?? ''),
    again,
  })
}

async function surroundingsOf(ask: Ask, reading: ReadingRow): Promise<Surroundings> {
  const year = yearOf(ask)
  const unitIds = year.members.map((one) => one.id)
  const circle = { blocId: year.bloc.id, unitIds }
  const of = reading.factYear ?? year.year
  const [catalogue, aliases, fields, stored] = await Promise.all([
    listCatalogue(ask.db, year.province.id),
    listAliases(ask.db, unitIds),
    listFields(ask.db),
    listStored(ask.db, circle, Math.min(of, year.year) - 1, Math.max(of, year.year) + 1),
  ])
  const units = year.members.map(({ id, name, shortName }) => ({
    id,
    names: [name, shortName, ...aliases.filter((one) => one.unitId === id).map((one) => one.alias)],
  }))
  const period = reportPeriod(reading.text, of)
  return { year: year.year, unitId: reading.unitId, catalogue, units, fields, stored, period }
}

/** What a refused form chose for one figure. */
function choiceOf(again: FormAgain | undefined, index: number): Choice {
  const value = (field: string) => {
    const typed = again?.values[`${field}.${index}`]
    return typeof typed === 'string' && typed !== '' ? typed : undefined
  }
  const [name, owner, period, kind, figure] = ['name', 'owner', 'period', 'kind', 'figure'].map(value)
  return {
    ...(name === undefined ? {} : { name }),
    ...(owner !== undefined && isOwner(owner) ? { owner } : {}),
    ...(period !== undefined && isPeriodId(period) ? { period } : {}),
    ...(kind === 'result' || kind === 'target' ? { kind } : {}),
    ...(figure === undefined ? {} : { figure }),
  }
}

/** Units and fields whose figures whoever asks may write. */
function ownerChoices(ask: Ask, around: Surroundings, mayBloc: boolean): OwnerChoices {
  const year = yearOf(ask)
  const units = year.members
    .filter((one) => mayHere(ask, 'result.write', scopeOfYear(year, one.id)))
    .map((one) => ({ value: `unit:${one.id}`, label: one.name }))
  const fields = around.fields.map((one) => ({
    value: `field:${one.code}`,
    label: ask.lang === 'vi' ? one.nameVi : one.nameEn,
  }))
  const bloc = { value: 'bloc', label: readingWords(ask.lang).wholeBloc }
  return { units, fields: mayBloc ? [bloc, ...fields] : [] }
}

function spansOf({ facts }: ReadingRow): readonly Span[] {
  const figures = (facts?.indicators ?? []).map(
    ({ start, end }, index): Span => ({ start, end, fact: `f${index}`, kind: 'figure' }),
  )
  const awards = (facts?.awards ?? []).map(
    ({ start, end }, index): Span => ({ start, end, fact: `a${index}`, kind: 'other' }),
  )
  const heads = (facts?.heads ?? []).map(
    ({ start, end }, index): Span => ({ start, end, fact: `h${index}`, kind: 'other' }),
  )
  return [...figures, ...awards, ...heads]
}
