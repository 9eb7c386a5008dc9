import { classPresets, outsideFigures } from '../../../domain/ranking/index.ts'
import { err, ok } from '../../../domain/result.ts'
import { type Ask, mayHere, query, yearOf } from '../../../http/ask.ts'
import { type FormAgain, page, type Route, write } from '../../../http/feature.ts'
import { type FormBody, parseForm } from '../../../http/form.ts'
import { inYear } from '../../../http/places.ts'
import { linksOf } from '../links.ts'
import { outsideForm, rulesForm } from '../scoring.forms.ts'
import { scoringPaths } from '../scoring.paths.ts'
import { scoringFrame } from '../scoring-frame.ts'
import { findTable } from '../table/table.store.ts'
import { saveOutsideFigures } from './outside.actions.ts'
import { OutsidePage } from './outside.page.tsx'
import { listOutsideFigures } from './outside.store.ts'
import { saveRankingRules } from './rules.actions.ts'
import { rulesWords } from './rules.messages.ts'
import { RulesPage } from './rules.page.tsx'

const { route } = scoringPaths
const manage = 'score_table.manage'

export const rulesRoutes: readonly Route[] = [
  page({ path: route.rules, permission: 'year.read', place: inYear, show: showRules }),
  write({
    path: route.rules,
    permission: manage,
    audit: 'ranking_rules.saved',
    place: inYear,
    action: saveRankingRules,
    read: readRules,
    next: (ask) => linksOf(ask).rules,
    said: (ask) => rulesWords(ask.lang).saved,
    again: showRules,
  }),
  page({ path: route.outside, permission: 'ranking.freeze', place: inYear, show: showOutside }),
  write({
    path: route.outside,
    permission: 'ranking.freeze',
    audit: 'ranking_figures.saved',
    place: inYear,
    action: saveOutsideFigures,
    read: readOutside,
    next: (ask) => linksOf(ask).ranking,
    said: (ask) => rulesWords(ask.lang).outsideSaved,
    again: showOutside,
  }),
]

async function showRules(ask: Ask, again?: FormAgain) {
  return RulesPage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    table: await findTable(ask.db, yearOf(ask).id),
    mayManage: mayHere(ask, manage),
    preset: classPresets.find(({ code }) => code === query(ask, 'mau')),
    again,
  })
}

async function showOutside(ask: Ask, again?: FormAgain) {
  const year = yearOf(ask)
  const table = await findTable(ask.db, year.id)
  const frozen = table?.state === 'frozen' ? table : undefined
  return OutsidePage({
    frame: scoringFrame(ask),
    links: linksOf(ask),
    units: year.members,
    figures: frozen ? outsideFigures(frozen.rules) : [],
    recorded: frozen ? await listOutsideFigures(ask.db, frozen.id) : [],
    again,
  })
}

function readOutside(ask: Ask, body: FormBody) {
  const form = parseForm(outsideForm, body)
  return form.ok ? ok({ ...form.value, blocYearId: yearOf(ask).id }) : err(form.error)
}

function readRules(ask: Ask, body: FormBody) {
  const form = parseForm(rulesForm, body)
  return form.ok ? ok({ ...form.value, blocYearId: yearOf(ask).id }) : err(form.error)
}
