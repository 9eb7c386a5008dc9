import { layout, textWidth } from '../../../domain/documents/layout.ts'

const { page, margin, size } = layout

/**
 * The constant part of every PDF: page, type, and one Typst function for each part of a paper. It contains no text
 * of any user. Line heights follow Times New Roman at single spacing, as the DOCX does.
 */
export const typstPreamble = `
#set page(
  width: ${page.width}mm, height: ${page.height}mm,
  margin: (top: ${margin.top}mm, bottom: ${margin.bottom}mm, left: ${margin.left}mm, right: ${margin.right}mm),
  header-ascent: 0pt,
)
#set text(
  font: "Tinos", size: ${size.body}pt, lang: "vi", region: "VN", fallback: false, hyphenate: false,
  ligatures: false, top-edge: 0.891em, bottom-edge: -0.216em, overhang: false,
)
#set par(leading: 0.6pt, spacing: ${layout.paragraphGap}pt, justify: false)
#set block(spacing: ${layout.paragraphGap}pt)
#set strong(delta: 300)
#set list(marker: [-], indent: ${layout.firstLine}mm, body-indent: 2mm, spacing: ${layout.paragraphGap}pt)
#set table(stroke: 0.5pt, inset: (x: 1.4mm, y: 0.9mm))
#set figure(numbering: none, supplement: none, gap: ${layout.paragraphGap}pt)
#show list: set par(justify: true)
#show figure: set block(below: 10pt)
#show heading: set text(size: ${size.body}pt, weight: "bold")
#show heading: set block(above: 9pt, below: ${layout.paragraphGap}pt)
#show figure.caption: set text(size: ${size.caption}pt, style: "italic")

#let band(note) = block(height: ${margin.top}mm, width: 100%, {
  context {
    let number = counter(page).get().first()
    if number > 1 { place(top + center, dy: 7.5mm, text(size: ${size.pageNumber}pt, str(number))) }
  }
  place(top + center, dy: 13.2mm, text(size: ${size.note}pt, style: "italic", fill: luma(70), note))
})
#let unbroken(body) = box(baseline: 0.216em, body)
#let rule(length) = line(length: length, stroke: 0.6pt)
#let headgrid(left, issuer, issuerrule, symbol, subject, nation, motto, mottorule, dateline) = grid(
  columns: (left, 1fr), align: center + top, row-gutter: 9pt,
  {
    issuer
    v(2pt, weak: false)
    align(center, rule(issuerrule))
  },
  {
    text(size: ${size.nation}pt, weight: "bold", nation)
    parbreak()
    v(-${layout.paragraphGap}pt)
    text(size: ${size.motto}pt, weight: "bold", motto)
    v(2pt, weak: false)
    align(center, rule(mottorule))
  },
  {
    if symbol != none { text(size: ${size.symbol}pt, symbol) }
    if subject != none { block(above: 4pt, text(size: ${size.letterSubject}pt, subject)) }
  },
  text(size: ${size.dateline}pt, style: "italic", dateline),
)
#let superior(body) = { text(size: ${size.issuer}pt, body); linebreak() }
#let agency(body) = text(size: ${size.issuer}pt, weight: "bold", body)
#let papername(name, subject, rulelength) = block(above: 16pt, below: 14pt, width: 100%, align(center, {
  set text(size: ${size.title}pt, weight: "bold")
  name
  linebreak()
  subject
  v(3pt, weak: false)
  rule(rulelength)
}))
#let addressee(body) = block(above: 14pt, below: 12pt, width: 100%, align(center, body))
#let addressees(label, items) = block(above: 14pt, below: 12pt, pad(left: 28mm, grid(
  columns: (auto, 1fr), column-gutter: 2mm, row-gutter: 3pt,
  ..items.enumerate().map(((i, item)) => (if i == 0 { label } else { [] }, item)).flatten()
)))
#let plain(body) = par(first-line-indent: (amount: ${layout.firstLine}mm, all: true), justify: true, body)
#let lefted(body) = par(justify: false, body)
#let centred(body) = block(width: 100%, align(center, body))
#let titled(level, body) = heading(level: level, pad(left: ${layout.firstLine}mm, par(justify: false, body)))
#let titledcentre(level, label, body) = heading(level: level, align(center, label + linebreak() + body))
#let caption(body) = block(above: 9pt, below: 4pt, width: 100%, sticky: true, align(center, strong(body)))
#let cell = table.cell
#let sheet(points, columns, aligns, head, rows) = {
  set text(size: points)
  set par(justify: false)
  block(above: 6pt, below: 9pt, breakable: true, table(
    columns: columns, align: aligns,
    ..if head.len() > 0 { (table.header(repeat: true, ..head),) },
    ..rows,
  ))
}
#let chart(svg, alternative, height, below) = figure(
  image(bytes(svg), format: "svg", width: 100%, height: height, fit: "contain", alt: alternative),
  caption: below, kind: "chart",
)
#let signatures(columns, items) = for row in items.chunks(columns) {
  block(above: 16pt, below: 14pt, width: 100%, breakable: false, grid(
    columns: (1fr,) * columns, column-gutter: 4mm, align: center + top, row-gutter: ${layout.signingRoom}mm,
    ..(row + (none,) * (columns - row.len())).map(s => if s != none {
      for line in s.lines { block(spacing: 1pt, text(weight: "bold", line)) }
      if s.hint != none { block(above: 2pt, text(size: 13pt, style: "italic", s.hint)) }
    }),
    ..row.map(s => text(weight: "bold", s.name)),
  ))
}
#let recipients(label, items) = block(breakable: false, {
  block(spacing: 2pt, text(size: ${size.recipientsLabel}pt, weight: "bold", style: "italic", label))
  for item in items { block(spacing: 1pt, text(size: ${size.recipients}pt, item)) }
})
#let foot(left, right) = block(above: 16pt, breakable: false, grid(
  columns: (1fr, 1.15fr), column-gutter: 4mm, align: top, left,
  if right != none { signatures(1, (right,)) },
))
#let kept(body) = block(sticky: true, body)
#let annextitle(label, title, reference) = block(width: 100%, below: 14pt, align(center, {
  block(spacing: 2pt, text(weight: "bold", label))
  block(spacing: 2pt, text(weight: "bold", title))
  block(spacing: 2pt, emph(reference))
  v(2pt, weak: false)
  rule(${Math.round(textWidth('portrait') * 0.2)}mm)
}))
`
