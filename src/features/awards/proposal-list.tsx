import type { Lang } from '../../i18n/words.ts'
import { nameOf } from '../../i18n/words.ts'
import { type Choice, type Column, DataTable, Mark, Tag, useLang } from '../../ui/index.ts'
import { awardsWords, modeNames } from './awards.messages.ts'
import type { OriginPaths } from './awards.paths.ts'
import { awardText, departs, type ProposalLine, stateLook } from './awards.view.ts'
import type { ProposalRow } from './proposals.store.ts'
import { standingOf } from './way.ts'

/** Proposals as a table: award, who, on what grounds, how far. */
export function ProposalTable({ lines, paths }: { lines: readonly ProposalLine[]; paths: OriginPaths }) {
  const lang = useLang()
  const t = awardsWords(lang)
  const columns: Column<ProposalLine>[] = [
    {
      header: t.recipient,
      width: 'wide',
      cell: ({ proposal, who }) => (
        <>
          <a href={paths.show(proposal.id)}>{who}</a> <IllustrativeMark of={proposal} />
          {proposal.recipient === 'person' && proposal.unitName ? (
            <div class="gu-muted">{proposal.unitName}</div>
          ) : null}
        </>
      ),
    },
    { header: t.state, width: 'fit', cell: ({ proposal }) => <StateTag of={proposal} /> },
    { header: t.award, width: 'wide', cell: ({ proposal }) => <AwardName of={proposal} /> },
    { header: t.basis, width: 'wide', cell: ({ proposal }) => <Grounds of={proposal} /> },
  ]
  return (
    <DataTable
      caption={t.proposals}
      captionHidden
      columns={columns}
      rows={lines}
      rowKind={({ proposal }) =>
        proposal.state === 'granted' ? 'award' : proposal.state === 'withdrawn' ? 'muted' : undefined
      }
    />
  )
}

/** Printed name of an award, the catalogue's under it where it differs. */
export function AwardName({ of }: { of: Pick<ProposalRow, 'awardCode' | 'printedWording'> }) {
  const lang = useLang()
  const { name, catalogue } = awardText(of, lang)
  return (
    <>
      {name}
      {catalogue ? <div class="gu-muted">{catalogue}</div> : null}
    </>
  )
}

/** How far a proposal is, in shape, word and colour. */
export function StateTag({ of }: { of: ProposalRow }) {
  const { tone, icon, label } = stateLook(standingOf(of), useLang())
  return (
    <Tag tone={tone} icon={icon}>
      {label}
    </Tag>
  )
}

/** Marks what the source documents do not say. */
export function IllustrativeMark({ of }: { of: { readonly illustrative: boolean } }) {
  return of.illustrative ? <Mark kind="sample" /> : null
}

/** How a submission or an answer may have come. */
export function channelChoices(lang: Lang): readonly Choice[] {
  const t = awardsWords(lang)
  return [
    { value: 'paper', label: t.channelPaper },
    { value: 'file', label: t.channelFile },
    { value: 'screen', label: t.channelScreen },
  ]
}

/** How units may have been chosen. */
export function modeChoices(lang: Lang): readonly Choice[] {
  return Object.keys(modeNames).map((mode) => ({
    value: mode,
    label: sentenceCase(nameOf(modeNames, mode, lang)),
  }))
}

/** First letter large. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function Grounds({ of }: { of: ProposalRow }) {
  const lang = useLang()
  const t = awardsWords(lang)
  const parts = [nameOf(modeNames, of.mode, lang)]
  if (of.rank !== null) parts.unshift(t.rank(String(of.rank)))
  return (
    <>
      {sentenceCase(parts.join(', '))}
      {departs(of) ? <div class="gu-muted">{t.departs}</div> : null}
      {of.overrideReason ? <div class="gu-muted">{t.overridden}</div> : null}
    </>
  )
}
