import { type Share, shareLabels } from '../../domain/voting/index.ts'
import type { Lang } from '../../i18n/words.ts'
import { Card, Mark, type MarkKind, Tag } from '../../ui/index.ts'
import { conferencesWords } from './conferences.messages.ts'

export type QuorumProps = {
  readonly lang: Lang
  readonly quorum: {
    readonly members: number
    readonly have: number
    readonly written: number
    readonly needed: number | null
    readonly met: boolean
    readonly recorded: boolean
    readonly share: Share | null
    readonly mark: MarkKind
    readonly basis: string
  }
}

/** Whether enough members take part, by which rule, and how sure that rule is. */
export function Quorum({ lang, quorum }: QuorumProps) {
  const t = conferencesWords(lang)
  const { members, have, written, needed, met, recorded, share, mark, basis } = quorum
  return (
    <Card title={t.quorum}>
      {recorded ? (
        <p>
          <strong>{t.quorumLine(String(have), String(members))}</strong>
          {written > 0 ? `, ${t.quorumWritten(String(written))}` : ''}
          {needed === null ? null : (
            <>
              {', '}
              {t.quorumNeeded(String(needed), shareName(share, lang))}:{' '}
              <Tag tone={met ? 'good' : 'warning'}>{met ? t.quorumMet : t.quorumMissed}</Tag>
            </>
          )}
        </p>
      ) : (
        <p>{t.quorumNotRecorded}</p>
      )}
      <p class="gu-hint">
        {basis} <Mark kind={mark} />
      </p>
    </Card>
  )
}

/** A share in words, or as a fraction where it has no name. */
export function shareName(share: Share | null, lang: Lang): string {
  if (share === null) return ''
  const { numerator, denominator, strictly } = share
  const half = numerator * 2 === denominator && strictly
  if (half) return shareLabels.more_than_half[lang]
  if (numerator * 3 === denominator * 2) return shareLabels.two_thirds[lang]
  if (numerator * 10 === denominator * 8) return shareLabels.eighty_percent[lang]
  if (numerator * 10 === denominator * 9) return shareLabels.ninety_percent[lang]
  return `${numerator}/${denominator}`
}
