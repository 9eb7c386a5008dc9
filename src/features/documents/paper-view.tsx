import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { closedBody, printedBases } from '../../domain/documents/closing.ts'
import { placeAndDate } from '../../domain/documents/dates.ts'
import {
  headingLabel,
  isCentred,
  outlineDepths,
  paragraphLabel,
  romanNumeral,
} from '../../domain/documents/headings.ts'
import { nationLines } from '../../domain/documents/layout.ts'
import type {
  Block,
  Cell,
  Column,
  Figure,
  Heading,
  HeadingLevel,
  Paper,
  Row,
  Sheet,
  Signature,
  Table,
  Words,
} from '../../domain/documents/paper.ts'
import { printedLine, printedName, signatureTable } from '../../domain/documents/signing.ts'
import { printSymbol } from '../../domain/documents/symbol.ts'
import { allBlocks, noteOf, printedRuns } from '../../domain/documents/words.ts'

/** Draws the charts of a paper: the drawing is the writers' work, the view only shows it. */
export type DrawFigure = (figure: Figure) => string

type PaperViewProps = {
  readonly paper: Paper
  readonly draw: DrawFigure
  /** Stands across the head: "Dự thảo", "Đã thu hồi". */
  readonly stamp?: string
}

/** A paper on the screen as it will be printed, always in Vietnamese. */
export function PaperView({ paper, draw, stamp }: PaperViewProps) {
  const note = noteOf(paper)
  const depths = outlineDepths(allBlocks(paper))
  const blocks = (list: readonly (Block | Sheet)[]) => <Blocks blocks={list} depths={depths} draw={draw} />
  return (
    <div class="gu-paper-desk" lang="vi">
      <article class={paper.orientation === 'landscape' ? 'gu-paper gu-paper-landscape' : 'gu-paper'}>
        {stamp ? <p class="gu-paper-stamp">{stamp}</p> : null}
        {note ? <p class="gu-paper-note">{note}</p> : null}
        <PaperHead paper={paper} />
        {printedBases(paper.bases).map((basis) => (
          <p class="gu-paper-text">
            <Text words={basis} />
          </p>
        ))}
        {blocks(closedBody(paper))}
        <PaperFoot paper={paper} />
      </article>
      {paper.annexes.map((annex, index) => (
        <article class={annex.orientation === 'landscape' ? 'gu-paper gu-paper-landscape' : 'gu-paper'}>
          {note ? <p class="gu-paper-note">{note}</p> : null}
          <p class="gu-paper-title">
            {paper.annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${romanNumeral(index + 1)}`}
            <br />
            {annex.title.toUpperCase()}
          </p>
          {blocks(annex.blocks)}
        </article>
      ))}
    </div>
  )
}

function PaperHead({ paper }: { readonly paper: Paper }) {
  const { issuer, symbol, code, name, subject, addressees } = paper
  const letter = code === 'letter'
  return (
    <header class="gu-paper-head">
      <div>
        {issuer.superior === null ? null : <p class="gu-paper-superior">{issuer.superior.toUpperCase()}</p>}
        <p class="gu-paper-issuer">{issuer.name.toUpperCase()}</p>
        {symbol === null ? null : <p class="gu-paper-symbol">{printSymbol(code, symbol)}</p>}
        {letter ? <p class="gu-paper-small">V/v {subject}</p> : null}
      </div>
      <div>
        <p class="gu-paper-issuer">{nationLines.nation}</p>
        <p class="gu-paper-motto">{nationLines.motto}</p>
        <p class="gu-paper-date">{placeAndDate(paper.place, paper.date)}</p>
      </div>
      {letter ? null : (
        <div class="gu-paper-name">
          <h2>{(name ?? '').toUpperCase()}</h2>
          <p>{subject}</p>
        </div>
      )}
      {addressees.length === 0 ? null : (
        <div class="gu-paper-addressees">
          <p>Kính gửi:</p>
          <ul>
            {addressees.map((addressee) => (
              <li>{addressee}</li>
            ))}
          </ul>
        </div>
      )}
    </header>
  )
}

function PaperFoot({ paper }: { readonly paper: Paper }) {
  const { signatures, recipients } = paper
  return (
    <footer class="gu-paper-foot">
      {signatures.kind === 'units' ? (
        <div class="gu-paper-units">
          <PaperTable table={signatureTable(signatures.rows)} />
        </div>
      ) : null}
      <div
        class={signatures.kind === 'several' ? 'gu-paper-signatures gu-paper-several' : 'gu-paper-signatures'}
      >
        {signatures.kind === 'several' ? (
          signatures.signatures.map((signature) => <Signed signature={signature} />)
        ) : (
          <>
            <Recipients recipients={recipients} />
            {signatures.kind === 'one' ? <Signed signature={signatures.signature} /> : null}
            {signatures.kind === 'units' && signatures.leader ? (
              <Signed signature={signatures.leader} />
            ) : null}
          </>
        )}
      </div>
      {signatures.kind === 'several' ? <Recipients recipients={recipients} /> : null}
    </footer>
  )
}

function Recipients({ recipients }: { readonly recipients: readonly string[] }) {
  if (recipients.length === 0) return <div />
  return (
    <div class="gu-paper-recipients">
      <p>Nơi nhận:</p>
      <ul>
        {recipients.map((recipient, index) => (
          <li>{recipient + (index === recipients.length - 1 ? '.' : ';')}</li>
        ))}
      </ul>
    </div>
  )
}

function Signed({ signature }: { readonly signature: Signature }) {
  return (
    <div class="gu-paper-signature">
      {signature.lines.map((line) => (
        <p>{printedLine(line)}</p>
      ))}
      {signature.hint ? <p class="gu-paper-hint">{signature.hint}</p> : null}
      <p class="gu-paper-signer">
        <Text words={printedName(signature)} />
      </p>
    </div>
  )
}

type Depths = ReadonlyMap<HeadingLevel, number>

function Blocks({
  blocks,
  depths,
  draw,
}: {
  readonly blocks: readonly (Block | Sheet)[]
  readonly depths: Depths
  readonly draw: DrawFigure
}): Child {
  return (
    <>
      {blocks.map((block) =>
        block.kind === 'sheet' ? (
          <Blocks blocks={block.blocks} depths={depths} draw={draw} />
        ) : (
          <OneBlock block={block} depths={depths} draw={draw} />
        ),
      )}
    </>
  )
}

function OneBlock({
  block,
  depths,
  draw,
}: {
  readonly block: Block
  readonly depths: Depths
  readonly draw: DrawFigure
}) {
  switch (block.kind) {
    case 'heading':
      return <PaperHeading heading={block} depth={depths.get(block.level) ?? 1} />
    case 'paragraph':
      return (
        <p
          class={
            block.align === 'centre'
              ? 'gu-paper-centred'
              : block.align === 'left'
                ? 'gu-paper-left'
                : 'gu-paper-text'
          }
        >
          <Text words={block.words} />
        </p>
      )
    case 'numbered':
      return (
        <p class="gu-paper-text">
          {paragraphLabel(block.level, block.number)} <Text words={block.words} />
        </p>
      )
    case 'list':
      return (
        <ul class="gu-paper-list">
          {block.items.map((item) => (
            <li>
              <Text words={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <PaperTable table={block} />
    case 'figure':
      return (
        <figure class="gu-paper-figure" role="img" aria-label={block.alternative}>
          {raw(draw(block))}
          <figcaption>{block.caption}</figcaption>
        </figure>
      )
  }
}

function PaperHeading({ heading, depth }: { readonly heading: Heading; readonly depth: number }) {
  const { level, number, title } = heading
  const label = number === null ? '' : headingLabel(level, number)
  const centred = isCentred(level)
  const inside = (
    <>
      {label}
      {centred && label !== '' ? <br /> : label === '' ? '' : ' '}
      <Text words={title} />
    </>
  )
  const name = centred ? 'gu-paper-heading gu-paper-centred' : 'gu-paper-heading'
  if (depth === 1) return <h3 class={name}>{inside}</h3>
  return depth === 2 ? <h4 class={name}>{inside}</h4> : <h5 class={name}>{inside}</h5>
}

function PaperTable({ table }: { readonly table: Table }) {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <section class="gu-paper-table" aria-label={table.caption ?? 'Bảng'} tabindex={0}>
      <table>
        {table.caption ? <caption>{table.caption}</caption> : null}
        <colgroup>
          {table.columns.map((column) => (
            <col width={`${Math.round((column.width * 100) / whole)}%`} />
          ))}
        </colgroup>
        <thead>
          {table.head.map((row) => (
            <tr>
              {row.cells.map((cell) => (
                <th scope="col" {...spanOf(cell)}>
                  <Text words={cell.words} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <TableRow row={row} columns={table.columns} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TableRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  let at = 0
  return (
    <tr class={row.strong ? 'gu-paper-strong' : undefined}>
      {row.cells.map((cell) => {
        const align = cell.align ?? columns[at]?.align ?? 'left'
        at += cell.columns ?? 1
        return (
          <td class={cellClasses[align]} {...spanOf(cell)}>
            <Text words={cell.words} />
          </td>
        )
      })}
    </tr>
  )
}

const cellClasses: Readonly<Record<Column['align'], string | undefined>> = {
  left: undefined,
  centre: 'gu-paper-centre-cell',
  right: 'gu-paper-right-cell',
}

function spanOf({ columns, rows }: Cell): { colspan?: number; rowspan?: number } {
  return { ...(columns ? { colspan: columns } : {}), ...(rows ? { rowspan: rows } : {}) }
}

/** Words with their styles; a line feed begins a new line. */
function Text({ words }: { readonly words: Words }): Child {
  return (
    <>
      {printedRuns(words).map((run) => {
        const lines = run.text.split('\n').map((line, index) => (
          <>
            {index === 0 ? null : <br />}
            {line}
          </>
        ))
        if (run.mark) return <em class="gu-paper-mark">{lines}</em>
        const inside = run.italic ? <em>{lines}</em> : lines
        return run.bold ? <strong>{inside}</strong> : inside
      })}
    </>
  )
}
