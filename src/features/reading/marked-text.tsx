/** A stretch of the text that something was read from. */
export type Span = {
  readonly start: number
  readonly end: number
  /** Where its fact stands on the page, without "#". */
  readonly fact: string
  readonly kind: 'figure' | 'other'
}

/** The text of a report with the words marked that facts came from; each mark leads to its fact. */
export function MarkedText({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  return (
    <div class="gu-read-text">
      {piecesOf(text, spans).map(({ words, span, anchors }) => (
        <>
          {anchors.map((start) => (
            <span id={`s${start}`} class="gu-anchor" />
          ))}
          {span ? (
            <mark class={span.kind === 'figure' ? 'gu-read-mark' : 'gu-read-mark gu-read-other'}>
              <a href={`#${span.fact}`}>{words}</a>
            </mark>
          ) : (
            words
          )}
        </>
      ))}
    </div>
  )
}

/** A piece of the text between two ends of spans. */
export type Piece = {
  readonly words: string
  /** The span it belongs to: of several, the one that begins last, which is the narrowest as a rule. */
  readonly span: Span | undefined
  /** Offsets of the spans that begin here. */
  readonly anchors: readonly number[]
}

/** Cuts a text at the ends of its spans, so that spans may overlap; the pieces together are the text. */
export function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const pieces: Piece[] = []
  const open: Span[] = []
  let next = 0
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1]
    if (to === undefined) break
    const anchors = new Set<number>()
    for (let span = sorted[next]; span && span.start <= from; span = sorted[++next]) {
      if (span.start === from) anchors.add(span.start)
      open.push(span)
    }
    for (let at = open.length - 1; at >= 0; at--) if ((open[at]?.end ?? 0) <= from) open.splice(at, 1)
    pieces.push({ words: text.slice(from, to), span: open.at(-1), anchors: [...anchors] })
  }
  return pieces
}
