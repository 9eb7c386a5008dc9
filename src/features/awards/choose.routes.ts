import { type Award, type AwardCode, awardCodes, awards } from '../../domain/awards/index.ts'
import { type ChoiceMode, ruleCatalogue } from '../../domain/blocs/index.ts'
import { councilThreshold } from '../../domain/law/index.ts'
import { type Ask, param, query, yearOf } from '../../http/ask.ts'
import { type FormAgain, type Place, page, type Route, write } from '../../http/feature.ts'
import { parseForm } from '../../http/form.ts'
import { frameOf } from '../../http/frame.ts'
import { inYear } from '../../http/places.ts'
import { proposePersonForm, proposeUnitForm, proposeUnnamedForm } from './awards.forms.ts'
import { awardsWords } from './awards.messages.ts'
import type { AwardChoiceLine } from './awards.page.tsx'
import { awardsPaths } from './awards.paths.ts'
import { type AwardFacts, readFacts } from './candidates.store.ts'
import {
  blocAwards,
  type ChoiceInput,
  candidatesOf,
  ceilingOf,
  choiceRule,
  higherProposal,
  registrationHeld,
} from './choice.ts'
import { type CandidateLine, ChoosePage, type ProposeTab } from './choose.page.tsx'
import { pathsHere } from './ground.ts'
import { listProposals, type ProposalMode, type ProposalRow } from './proposals.store.ts'
import { proposeAward, proposeUnnamed } from './propose.actions.ts'
import { readAwardLaw } from './reference.ts'

/** An award of the catalogue in a year. */
const ofAward: Place = async (ask) => (awardOf(ask.c.req.param('award')) ? inYear(ask) : undefined)

const said = (ask: Ask) => awardsWords(ask.lang).saved
const next = (ask: Ask) => pathsHere(ask).choose(param(ask, 'award'))

/** Candidates of an award, and the three ways to propose. */
export const chooseRoutes: readonly Route[] = [
  page({ path: awardsPaths.route.choose, permission: 'proposal.manage', place: ofAward, show: showChoice }),
  write({
    path: awardsPaths.route.chooseAct('don-vi'),
    permission: 'proposal.manage',
    audit: 'proposal.made',
    place: ofAward,
    action: proposeAward,
    read: (ask, body) => {
      const form = parseForm(proposeUnitForm, body)
      if (!form.ok) return form
      return {
        ok: true,
        value: { ...form.value, ...common(ask), recipient: 'collective' as const, recipientName: '' },
      }
    },
    next,
    said,
    again: showChoice,
  }),
  write({
    path: awardsPaths.route.chooseAct('ca-nhan'),
    permission: 'proposal.manage',
    audit: 'proposal.made',
    place: ofAward,
    action: proposeAward,
    read: (ask, body) => {
      const form = parseForm(proposePersonForm, body)
      if (!form.ok) return form
      return {
        ok: true,
        value: { ...form.value, ...common(ask), recipient: 'person' as const, overrideReason: '' },
      }
    },
    next,
    said,
    again: showChoice,
  }),
  write({
    path: awardsPaths.route.chooseAct('chua-neu-ten'),
    permission: 'proposal.manage',
    audit: 'proposal.made_unnamed',
    place: ofAward,
    action: proposeUnnamed,
    read: (ask, body) => {
      const form = parseForm(proposeUnnamedForm, body)
      return form.ok ? { ok: true, value: { ...form.value, ...common(ask) } } : form
    },
    next,
    said: (ask, { proposalIds }) => awardsWords(ask.lang).savedMany(String(proposalIds.length)),
    again: showChoice,
  }),
]

/** What is known of each award a bloc chooses for, before anybody is chosen. */
export async function choiceLines(
  ask: Ask,
  proposals: readonly ProposalRow[],
): Promise<readonly AwardChoiceLine[]> {
  const { facts, inputOf } = await openChoice(ask, proposals)
  const year = yearOf(ask)
  return blocAwards.map((award) => {
    const input = inputOf(award)
    const ceiling = ceilingOf(input, 0)
    const suggested = candidatesOf(input)
      .filter(({ standing }) => standing === 'suggested')
      .map(({ unitId }) => nameIn(year.members, unitId))
    const rule = choiceRule({ award, year: year.year, facts })
    return {
      award,
      way: wayText(award, facts, ask),
      wayMark: rule?.rule.mark ?? 'habit',
      ceiling: ceiling.most,
      ceilingMark: ceiling.row?.mark ?? 'confirmed',
      proposed: ceiling.proposed,
      suggested,
    }
  })
}

async function showChoice(ask: Ask, again?: FormAgain) {
  const award = awardOf(param(ask, 'award')) ?? awards.co_ubnd_tinh
  const year = yearOf(ask)
  const proposals = await listProposals(ask.db, { blocYearId: year.id })
  const { facts, inputOf, law } = await openChoice(ask, proposals)
  const input = inputOf(award.code)
  const rule = choiceRule(input)
  return ChoosePage({
    frame: frameOf(ask),
    year: year.year,
    paths: pathsHere(ask),
    award,
    tab: tabOf(ask, award, again),
    rule,
    ruleText: wayText(award.code, facts, ask),
    usualMode: rule ? usualModes[rule.mode] : 'consensus',
    ceiling: ceilingOf(input, 0),
    threshold: councilThreshold(law.thresholds, law.instruments, award.code, ask.today),
    ranked: facts.ranked,
    lines: candidateLines(ask, input, proposals),
    units: year.members,
    today: ask.today,
    again,
  })
}

const usualModes: Readonly<Record<ChoiceMode, ProposalMode>> = {
  by_score: 'score',
  by_vote: 'vote',
  vote_among_top_n: 'vote_among_top',
}

function candidateLines(
  ask: Ask,
  input: ChoiceInput,
  proposals: readonly ProposalRow[],
): readonly CandidateLine[] {
  const t = awardsWords(ask.lang)
  const held = registrationHeld(input)
  const told = candidatesOf(input).map((one) => ({
    ...one,
    reasons: one.reasons.filter(({ code }) => held || code !== 'not_registered'),
  }))
  const candidates = new Map(told.map((one) => [one.unitId, one]))
  return input.facts.ranking.map(({ unitId, rank, score }) => {
    const higher = higherProposal(input, unitId)
    const here = proposals.some(
      (one) =>
        one.unitId === unitId &&
        one.awardCode === input.award &&
        one.state !== 'withdrawn' &&
        one.recipient === 'collective',
    )
    const already = here ? t.already : higher ? t.higher(awards[higher].shortName) : undefined
    const candidate = candidates.get(unitId) ?? { unitId, standing: 'possible' as const, reasons: [] }
    return {
      candidate,
      name: nameIn(yearOf(ask).members, unitId),
      rank,
      score,
      votes: votesOf(input, unitId),
      already,
    }
  })
}

function votesOf(input: ChoiceInput, unitId: string): CandidateLine['votes'] {
  const polls = input.facts.polls.filter((poll) => poll.awardCode === input.award && poll.state === 'counted')
  const votes = polls
    .flatMap((poll) => poll.candidates.filter((candidate) => candidate.unitId === unitId))
    .at(-1)
  if (!votes || votes.votes === null || votes.base === null) return undefined
  return { votes: votes.votes, base: votes.base }
}

async function openChoice(ask: Ask, proposals: readonly ProposalRow[]) {
  const year = yearOf(ask)
  const facts = await readFacts(ask.db, year)
  const law = await readAwardLaw()
  const inputOf = (award: AwardCode): ChoiceInput => ({
    award,
    year: year.year,
    units: year.members.length,
    province: year.province.name,
    facts,
    ceilings: law.ceilings,
    proposals,
    date: ask.today,
  })
  return { facts, law, inputOf }
}

function wayText(award: AwardCode, facts: AwardFacts, ask: Ask): string {
  const rule = choiceRule({ award, year: yearOf(ask).year, facts })
  const { type } = ruleCatalogue['choice.province_flag']
  if (!rule || type.kind === 'boolean' || type.kind === 'integer') return ''
  const text = type.options[rule.mode]?.[ask.lang] ?? ''
  return rule.mode === 'vote_among_top_n' ? `${text} (${rule.topN})` : text
}

function tabOf(ask: Ask, award: Award, again: FormAgain | undefined): ProposeTab {
  const wanted = again?.action.split('/').at(-1) ?? query(ask, 'cach')
  const collective = award.recipients.includes('collective')
  const person = award.recipients.includes('person')
  if (wanted === 'ca-nhan' && person) return 'ca-nhan'
  if (wanted === 'chua-neu-ten' && collective) return 'chua-neu-ten'
  return collective ? 'don-vi' : 'ca-nhan'
}

function common(ask: Ask): { readonly blocYearId: string; readonly awardCode: AwardCode } {
  return { blocYearId: yearOf(ask).id, awardCode: awardOf(param(ask, 'award'))?.code ?? 'co_ubnd_tinh' }
}

function awardOf(code: string | undefined): Award | undefined {
  const known = awardCodes.find((one) => one === code)
  return known && awards[known]
}

function nameIn(members: readonly { readonly id: string; readonly name: string }[], unitId: string): string {
  return members.find((member) => member.id === unitId)?.name ?? ''
}
