import type { Bilingual } from '../bilingual.ts'
import type { PollMethod } from './poll.ts'

/** A way in which the published result would tell how somebody voted. */
export type SecrecyRisk = {
  readonly code: 'too_few_voters' | 'channel_too_small'
  readonly channel: 'all' | 'screen' | 'paper'
  readonly voters: number
  readonly atLeast: number
}

/** Below this many voters a count tells too much. A habit of this product, not a rule of law. */
export const fewestSecretVoters = 5

/**
 * Warns before opening when so few vote that the result would reveal votes: in the whole poll, or in one of two
 * channels counted apart (a single voter on screen beside paper ballots).
 */
export function secrecyRisks(
  method: PollMethod,
  voters: { readonly screen: number; readonly paper: number },
  atLeast: number = fewestSecretVoters,
): readonly SecrecyRisk[] {
  if (method !== 'secret' && method !== 'paper') return []
  const all = voters.screen + voters.paper
  if (all < atLeast) return [{ code: 'too_few_voters', channel: 'all', voters: all, atLeast }]
  return (['screen', 'paper'] as const)
    .filter((channel) => voters[channel] > 0 && voters[channel] < atLeast)
    .map((channel) => ({ code: 'channel_too_small', channel, voters: voters[channel], atLeast }))
}

/** The sentence of a risk. */
export function secrecyRiskText(risk: SecrecyRisk): Bilingual {
  if (risk.code === 'too_few_voters') {
    return {
      vi: `Chỉ có ${risk.voters} người bỏ phiếu: kết quả có thể cho biết ai bỏ phiếu thế nào. Nên biểu quyết công khai.`,
      en: `Only ${risk.voters} vote: the result may reveal who voted how. Consider an open vote.`,
    }
  }
  const vi = risk.channel === 'screen' ? 'trên màn hình' : 'bằng phiếu giấy'
  const en = risk.channel === 'screen' ? 'on screen' : 'on paper'
  return {
    vi: `Chỉ có ${risk.voters} phiếu ${vi}: nếu công bố riêng, kết quả có thể làm lộ phiếu. Chỉ công bố số chung.`,
    en: `Only ${risk.voters} ballots ${en}: counted apart they may reveal votes. Publish the joint figures only.`,
  }
}
