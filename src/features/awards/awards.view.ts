import { awardName, awards, type OutcomeState, outcomeLabels } from '../../domain/awards/index.ts'
import type { Lang } from '../../i18n/words.ts'
import type { IconName, Tone, YearStation } from '../../ui/index.ts'
import { awardsWords } from './awards.messages.ts'
import type { ProposalRow } from './proposals.store.ts'
import { standingOf } from './way.ts'

/** A proposal, or several unnamed ones of the same award and state, as a line of a list. */
export type ProposalLine = {
  readonly proposal: ProposalRow
  /** How many unnamed proposals the line stands for; 1 otherwise. */
  readonly count: number
  readonly who: string
  /** The reader may know the name. */
  readonly named: boolean
}

/** The lines of a list; names that are withheld are told only to those who handle the proposals. */
export function linesOf(
  proposals: readonly ProposalRow[],
  lang: Lang,
  handles: boolean,
): readonly ProposalLine[] {
  const lines: ProposalLine[] = []
  const unnamed = new Map<string, number>()
  for (const proposal of proposals) {
    if (isNamed(proposal, handles)) {
      lines.push({ proposal, count: 1, who: nameOfProposal(proposal), named: true })
      continue
    }
    const key = [proposal.awardCode, proposal.printedWording, proposal.state, proposal.presentedOn].join(' ')
    const at = unnamed.get(key)
    const line = at === undefined ? undefined : lines[at]
    const count = (line?.count ?? 0) + 1
    const who = withheldName(count, lang)
    if (at === undefined) unnamed.set(key, lines.length)
    if (line && at !== undefined) lines[at] = { ...line, count, who }
    else lines.push({ proposal: withoutTraces(proposal), count, who, named: false })
  }
  return lines
}

/** True when a proposal departs from ranking, registration, vote or a bar; going over a ceiling is told apart. */
export function departs(proposal: Pick<ProposalRow, 'warnings'>): boolean {
  return proposal.warnings.some(({ code }) => code !== 'over_ceiling')
}

/** A proposal without what would give its name away: place, vote, reasons and report. */
export function withoutTraces(proposal: ProposalRow): ProposalRow {
  return {
    ...proposal,
    unitId: null,
    unitName: null,
    unitSlug: null,
    recipientName: '',
    rank: null,
    pollId: null,
    pollTitle: null,
    warnings: [],
    departureReason: '',
    overrideReason: '',
    achievement: '',
    achievementFileId: null,
    steps: proposal.steps.map((step) => ({ ...step, recordedBy: null })),
  }
}

/** Who is proposed, in words the reader may see. */
export function whoOf(proposal: ProposalRow, lang: Lang, handles: boolean): string {
  return isNamed(proposal, handles) ? nameOfProposal(proposal) : withheldName(1, lang)
}

/** The printed name of the award, and the catalogue's beside it where it differs. */
export function awardText(
  proposal: Pick<ProposalRow, 'awardCode' | 'printedWording'>,
  lang: Lang,
): { readonly name: string; readonly catalogue: string | undefined } {
  const catalogue = awards[proposal.awardCode].name
  const name = awardName(proposal.awardCode, proposal.printedWording)
  if (proposal.printedWording === '' || proposal.printedWording === catalogue.vi) {
    return { name: catalogue[lang], catalogue: undefined }
  }
  return { name, catalogue: catalogue[lang] }
}

const tones: Readonly<Record<OutcomeState, Tone>> = {
  proposed: 'info',
  submitted: 'accent',
  returned: 'warning',
  council: 'accent',
  refused: 'bad',
  granted: 'award',
  presented: 'award',
  withdrawn: 'neutral',
}

const icons: Readonly<Record<OutcomeState, IconName>> = {
  proposed: 'edit',
  submitted: 'send',
  returned: 'return',
  council: 'users',
  refused: 'close',
  granted: 'star',
  presented: 'trophy',
  withdrawn: 'crossed',
}

/** How a state is drawn and what it is called. */
export function stateLook(state: OutcomeState, lang: Lang) {
  const label = outcomeLabels[state][lang]
  return {
    tone: tones[state],
    icon: icons[state],
    label: label.charAt(0).toLocaleUpperCase('vi') + label.slice(1),
  }
}

/** The six stations of a proposal, from the list of the bloc to the ceremony. */
export function stationsOfProposal(proposal: ProposalRow, lang: Lang): readonly YearStation[] {
  const t = awardsWords(lang)
  const state = standingOf(proposal)
  const reported = proposal.achievement !== '' || proposal.achievementFileId !== null
  const skippedCouncil =
    !proposal.steps.some((step) => step.step === 'council') &&
    ['granted', 'presented', 'refused'].includes(state)
  const at = {
    proposed: reported ? 2 : 1,
    returned: 1,
    submitted: 3,
    council: 3,
    granted: 5,
    presented: 6,
    refused: 4,
    withdrawn: 0,
  }[state]
  const labels = [
    state === 'withdrawn' ? t.stationWithdrawn : t.stationProposed,
    t.stationReport,
    t.stationSubmitted,
    t.stationCouncil,
    state === 'refused' ? t.stationRefused : t.stationDecision,
    t.stationPresented,
  ]
  return labels.map((label, index) => {
    if (index === 3 && skippedCouncil) return { label, status: 'skipped' }
    if (index === 1 && at > 1 && !reported) return { label, status: 'skipped' }
    if (index === at) return { label, status: 'present' }
    if (index > at && (state === 'refused' || state === 'withdrawn')) return { label, status: 'skipped' }
    return { label, status: index < at ? 'past' : 'ahead' }
  })
}

function isNamed(proposal: ProposalRow, handles: boolean): boolean {
  if (proposal.unitId === null && proposal.recipientName === '') return false
  return handles || !proposal.nameWithheld
}

function nameOfProposal(proposal: ProposalRow): string {
  if (proposal.recipient === 'person') return proposal.recipientName
  return proposal.unitName ?? proposal.recipientName
}

function withheldName(count: number, lang: Lang): string {
  const t = awardsWords(lang)
  return count === 1 ? t.withheldOne : t.withheld(String(count))
}
