import thresholds from '../../../seed/reference/law/council-thresholds.json' with { type: 'json' }
import instruments from '../../../seed/reference/law/instruments.json' with { type: 'json' }
import { type AwardCode, awardCodes } from '../../domain/awards/index.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { effectiveRules, pollByRules, type RuleOrigin, type RuleRow } from '../../domain/blocs/index.ts'
import {
  type CouncilThresholdRow,
  councilThreshold,
  type Instrument,
  type Mark,
} from '../../domain/law/index.ts'
import { blocPoll, councilPoll, type Poll, shares } from '../../domain/voting/index.ts'

/** What a poll takes from rules unless it is set for the one poll. */
export type PollRules = Pick<
  Poll,
  'method' | 'base' | 'passMark' | 'quorum' | 'selfVoteAllowed' | 'ties' | 'voters'
>

/** Where each of them comes from. */
export type RuleSource = {
  readonly origin: RuleOrigin | 'council'
  readonly mark: Mark
  readonly basis: Bilingual
  readonly locked: boolean
}

/** The rules in force for a poll, each with its source, and how absent members take part. */
export type PollDefaults = {
  readonly rules: PollRules
  readonly sources: Readonly<
    Record<'method' | 'base' | 'passMark' | 'quorum' | 'selfVote' | 'ties', RuleSource>
  >
  readonly absentMayWrite: boolean
  readonly standInAllowed: boolean
  readonly lowestFirst: boolean
}

/** A row of either layer as the store reads it. */
export type LayeredRow = RuleRow & { readonly blocId: string | null; readonly year: number }

/** The rules of a bloc for a poll in one of its years. */
export function blocDefaults(rows: readonly LayeredRow[], year: number): PollDefaults {
  const province = rows.filter((row) => row.blocId === null)
  const bloc = rows.filter((row) => row.blocId !== null)
  const rules = effectiveRules(province, bloc, year)
  const source = (key: keyof typeof rules): RuleSource => {
    const { origin, mark, basis, locked } = rules[key]
    return { origin, mark, basis, locked }
  }
  return {
    rules: pollByRules(rules, { purpose: 'motion', candidates: [], seats: null, order: 0 }),
    sources: {
      method: source('voting.method'),
      base: source('voting.base'),
      passMark: source('voting.pass_mark'),
      quorum: source('voting.quorum'),
      selfVote: source('voting.self_vote'),
      ties: source('voting.ties'),
    },
    absentMayWrite: rules['voting.absent'].value === 'written_opinion',
    standInAllowed: rules['voting.stand_in'].value === 'written',
    lowestFirst: rules['voting.order'].value === 'lowest_award_first',
  }
}

/** Awards whose council vote has a mark of its own also in the years before the decree that states it here. */
const ninety: readonly string[] = ['cstdtq', 'cstd_tinh']
const eighty: readonly string[] = ['cstdcs', 'co_ubnd_tinh', 'co_chinh_phu']

/**
 * What a council votes by: at least 80% or 90% of all members for the titles and flags the decree names, otherwise more
 * than half; never a rule of the bloc.
 */
export function councilDefaults(awardCode: string | null, day: string): PollDefaults {
  const stated = isAward(awardCode)
    ? councilThreshold(
        thresholds as readonly CouncilThresholdRow[],
        instruments as unknown as readonly Instrument[],
        awardCode,
        day,
      )
    : null
  const habit = (vi: string, en: string): RuleSource => ({
    origin: 'council',
    mark: 'habit',
    basis: { vi, en },
    locked: false,
  })
  const usual = habit('cách làm thường gặp của Hội đồng', 'usual practice of councils')
  const passMark = stated?.share ?? earlierMark(awardCode)
  return {
    rules: {
      ...blocPoll,
      voters: 'persons',
      passMark,
      quorum: awardCode === null ? shares.two_thirds : councilPoll.quorum,
      ties: councilPoll.ties,
    },
    sources: {
      method: usual,
      base: stated
        ? sourceOfLaw(stated)
        : habit('tính trên tổng số thành viên Hội đồng', 'counted on all members of the council'),
      passMark: stated
        ? sourceOfLaw(stated)
        : habit('chưa thấy quy định cho trường hợp này', 'no rule found for this'),
      quorum: habit(
        '2/3; 80% khi xét khen thưởng, như Hội đồng tỉnh Bắc Ninh',
        '2/3; 80% for awards, as in Bắc Ninh',
      ),
      selfVote: habit('chưa thấy quy định', 'no rule found'),
      ties: habit(
        'theo Thông tư 25/2025 của Bộ KH&CN: theo ý kiến của Chủ tịch',
        "after Circular 25/2025: the chair's own vote",
      ),
    },
    absentMayWrite: true,
    standInAllowed: true,
    lowestFirst: true,
  }
}

function sourceOfLaw(stated: { readonly mark: Mark; readonly row: CouncilThresholdRow }): RuleSource {
  const { article, instrument } = stated.row
  const name = instruments.find((one) => one.id === instrument)?.number ?? ''
  const basis = { vi: `${name}, ${article}`, en: `${name}, ${article}` }
  return { origin: 'council', mark: stated.mark, basis, locked: false }
}

function earlierMark(awardCode: string | null) {
  if (awardCode !== null && ninety.includes(awardCode)) return shares.ninety_percent
  if (awardCode !== null && eighty.includes(awardCode)) return shares.eighty_percent
  return shares.more_than_half
}

function isAward(code: string | null): code is AwardCode {
  return code !== null && (awardCodes as readonly string[]).includes(code)
}
