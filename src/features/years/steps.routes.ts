import { ok, type Result } from '../../domain/result.ts'
import { printDate } from '../../domain/vietnamese/index.ts'
import { type BoardColumn, boardColumns } from '../../domain/years/index.ts'
import { type Ask, mayHere, param, yearOf } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { type FieldFaults, parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import type { MemberUnit } from '../../scopes/scopes.store.ts'
import { readerOf } from './board.routes.ts'
import { boardOf } from './board.ts'
import { memberFacts, readRecords } from './facts.store.ts'
import { decideStep, receivePaper } from './steps.actions.ts'
import { pastOfStep, type StepPast } from './steps.store.ts'
import { type PastEntry, type StepLine, StepPage, UnitYearPage } from './unit.page.tsx'
import { decideForm, paperForm } from './years.forms.ts'
import { yearsWords } from './years.messages.ts'
import { yearsPaths } from './years.paths.ts'

const { route } = yearsPaths

/** Below a year, a member unit of the address; rights are those over the year. */
const atUnit: Place = async (ask) => {
  const place = await inYear(ask)
  return place?.blocYear?.members.some((one) => one.slug === ask.c.req.param('unit')) ? place : undefined
}

/** One step of it. */
const atStep: Place = async (ask) => {
  const step = ask.c.req.param('step') ?? ''
  return (boardColumns as readonly string[]).includes(step) ? atUnit(ask) : undefined
}

export const stepRoutes: readonly Route[] = [
  page({ path: route.unit, permission: 'year.read', place: atUnit, show: showUnit }),
  page({ path: route.step, permission: 'year.read', place: atStep, show: showStep }),
  write({
    path: route.decide,
    permission: 'step.decide',
    audit: 'step.decided',
    place: atStep,
    action: decideStep,
    read: (ask, body) => withStep(ask, parseForm(decideForm, body)),
    next: (ask) => linksOf(ask).unit(param(ask, 'unit')),
    said: (ask) => yearsWords(ask.lang).decided,
    again: showStep,
  }),
  write({
    path: route.paper,
    permission: 'step.decide',
    audit: 'step.paper_received',
    place: atStep,
    action: receivePaper,
    read: (ask, body) => withStep(ask, parseForm(paperForm, body)),
    next: (ask) => linksOf(ask).unit(param(ask, 'unit')),
    said: (ask) => yearsWords(ask.lang).received,
    again: showStep,
  }),
]

function linksOf(ask: Ask) {
  const { bloc, year } = yearOf(ask)
  return yearsPaths.at(bloc.slug, year)
}

function memberOf(ask: Ask): MemberUnit {
  const member = yearOf(ask).members.find((one) => one.slug === param(ask, 'unit'))
  if (!member) throw new Error('The place of this route lets only members in')
  return member
}

function withStep<T>(ask: Ask, form: Result<T, FieldFaults>) {
  if (!form.ok) return form
  return ok({
    ...form.value,
    blocYearId: yearOf(ask).id,
    unitId: memberOf(ask).id,
    step: param(ask, 'step') as BoardColumn,
  })
}

async function linesOf(ask: Ask): Promise<readonly StepLine[]> {
  const year = yearOf(ask)
  const member = memberOf(ask)
  const t = yearsWords(ask.lang)
  const records = await readRecords(ask.db, year)
  const index = year.members.findIndex((one) => one.id === member.id)
  const cells = boardOf(year, records, readerOf(ask)).rows[index]?.cells ?? []
  const steps = memberFacts(year, records)[index]?.steps ?? {}
  const channels = { screen: t.byScreen, paper: t.byPaper, file: t.byFile }
  return boardColumns.map((column, at) => {
    const touched = records.steps.find((one) => one.unitId === member.id && one.step === column)
    return {
      column,
      cell: cells[at] ?? { state: 'not_asked' },
      due: steps[column]?.due ?? null,
      channel: touched
        ? [channels[touched.channel], touched.onBehalf ? t.behalfChannel : ''].filter(Boolean).join(', ')
        : '',
      changedOn: touched?.changedOn ?? null,
      reason: touched?.reason ?? '',
    }
  })
}

async function showUnit(ask: Ask) {
  const year = yearOf(ask)
  const member = memberOf(ask)
  const { headLabel, deputyLabel } = year.bloc
  return UnitYearPage({
    frame: frameOf(ask),
    unit: member.name,
    slug: member.slug,
    year: year.year,
    office: member.id === year.headUnitId ? headLabel : member.id === year.deputyUnitId ? deputyLabel : '',
    lines: await linesOf(ask),
    links: linksOf(ask),
    mayDecide: mayHere(ask, 'step.decide'),
  })
}

async function showStep(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const member = memberOf(ask)
  const step = param(ask, 'step') as BoardColumn
  const line = (await linesOf(ask)).find((one) => one.column === step)
  if (!line) throw new Error('The place of this route lets only known steps in')
  const past = await pastOfStep(ask.db, year.id, member.id, step)
  return StepPage({
    frame: frameOf(ask),
    unit: member.name,
    slug: member.slug,
    year: year.year,
    today: ask.today,
    line,
    past: past.map((one) => entryOf(one, ask)),
    links: linksOf(ask),
    mayDecide: mayHere(ask, 'step.decide'),
    again,
  })
}

function entryOf(past: StepPast, ask: Ask): PastEntry {
  const t = yearsWords(ask.lang)
  const paper = past.event === 'step.paper_received'
  const decisions: Readonly<Record<string, string>> = {
    accept: t.accept,
    return: t.returnIt,
    excuse: t.excuse,
    extend: t.extend,
  }
  const received =
    typeof past.after?.receivedOn === 'string' ? `${t.receivedOn}: ${printDate(past.after.receivedOn)}` : ''
  return {
    title: paper ? t.eventPaper : (decisions[String(past.after?.decision)] ?? t.eventDecided),
    time: past.happenedAt.toLocaleString('vi-VN', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'short',
    }),
    who: past.by,
    text: [received, past.reason].filter(Boolean).join(' · '),
    icon: paper ? 'paper' : 'check',
    scanHref: typeof past.after?.scanId === 'string' ? `/tep/${past.after.scanId}` : null,
  }
}
