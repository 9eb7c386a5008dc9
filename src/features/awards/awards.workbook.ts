import { awardName, outcomeLabels } from '../../domain/awards/index.ts'
import { type Ask, yearOf } from '../../http/ask.ts'
import type { CellContent, SheetModel, SheetRow } from '../../spreadsheets/workbook.ts'
import { linesOf, type ProposalLine } from './awards.view.ts'
import { groundOf, rightsHere } from './ground.ts'
import { listProposals } from './proposals.store.ts'
import { standingOf } from './way.ts'
import { workbookWords } from './workbook.messages.ts'

/** The proposals of a year as a sheet; names that are withheld on the page are withheld here. */
export async function yearAwardSheets(ask: Ask): Promise<readonly SheetModel[]> {
  const { origin } = await groundOf(ask)
  const proposals = await listProposals(ask.db, origin)
  const lines = linesOf(proposals, ask.lang, rightsHere(ask).manage)
  if (lines.length === 0) return []
  const { bloc, year } = yearOf(ask)
  const t = workbookWords(ask.lang)
  return [
    {
      name: t.sheet,
      title: t.title(bloc.name, String(year)),
      columns: [
        { title: t.number, width: 5 },
        { title: t.who, width: 42 },
        { title: t.award, width: 40 },
        { title: t.count, width: 9, kind: 'figure' },
        { title: t.rank, width: 7, kind: 'figure' },
        { title: t.state, width: 18 },
        { title: t.decision, width: 18 },
        { title: t.decidedOn, width: 13, kind: 'day' },
      ],
      rows: lines.map((line, at) => rowOf(line, at, ask)),
      orientation: 'landscape',
    },
  ]
}

function rowOf({ proposal, who, count }: ProposalLine, at: number, { lang }: Ask): SheetRow {
  const day = (on: string | null): CellContent => (on ? { day: on } : '')
  return {
    cells: [
      String(at + 1),
      who,
      awardName(proposal.awardCode, proposal.printedWording),
      { figure: String(count) },
      proposal.rank === null ? '' : { figure: String(proposal.rank) },
      outcomeLabels[standingOf(proposal)][lang],
      proposal.decisionNumber,
      day(proposal.decidedOn),
    ],
  }
}
