"""The layout of the PDF, in the language of Typst."""

LAYOUT = b"""
#let it = json(bytes(sys.inputs.told))
#let breaking(told) = told.split(sym.zws).join(h(0.01pt))
#let words(parts) = for part in parts {
  let told = breaking(part.text)
  if part.language == "" { told } else { text(lang: part.language, told) }
}
#set document(title: it.name, keywords: (it.sealed, it.seal))
#set text(lang: it.language, size: 10.5pt)
#set par(leading: 0.6em, spacing: 0.9em)
#set page(
  paper: it.paper,
  margin: (x: 2.3cm, y: 2.4cm),
  header: text(size: 8pt, [#breaking(it.header) #h(1fr) #strong(it.marked.join(" "))]),
  footer: context text(size: 8pt, align(right,
    it.page.at(0) + counter(page).display() + it.page.at(1)
      + str(counter(page).final().first()) + it.page.at(2))),
)
#show title: set text(size: 20pt, fill: rgb("1f3a5f"))
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading: set text(fill: rgb("1f3a5f"))
#show outline.entry.where(level: 1): set block(above: 0.9em)
#show figure: set block(breakable: true)
#show figure.caption: set block(sticky: true)
#show figure.caption: set text(size: 9pt)
#show figure.where(kind: table): set figure(supplement: none, numbering: none)
#show figure.where(kind: table): set figure.caption(position: top)
#for mark in it.marked { par(text(size: 12pt, weight: "bold", fill: rgb("a01c1c"), mark)) }
#if it.masthead.len() > 0 { align(right, for line in it.masthead { par(words(line)) }) }
#if it.logo != none { image(bytes(it.logo.data), format: it.logo.kind, height: 2cm, alt: it.name) }
#if it.body.len() > 0 { v(1em); par(text(size: 13pt, words(it.body))) }
#title(words(it.title))
#for line in it.lines { par(text(size: 12pt, words(line))) }
#if it.masthead.len() > 0 { pagebreak(weak: true) }
#if it.contents != "" { v(1em); outline(title: it.contents); pagebreak(weak: true) }
#let number = counter("paragraphs")
#let told(block) = {
  words(block.text)
  for (place, note) in block.notes.enumerate() {
    if place > 0 { super[, ] }
    footnote(words(note))
  }
}
#let bars(block) = figure(
  kind: image, supplement: none, numbering: none, caption: block.title, alt: block.told,
  grid(
    columns: (34%, 1fr, 14%), inset: 2pt, align: (start, start + horizon, end),
    ..block.rows.map(row => (
      text(size: 8pt, breaking(row.at(0))),
      rect(width: row.at(1) * 100%, height: 0.8em, fill: rgb("2f5f8f")),
      text(size: 8pt, row.at(2)),
    )).flatten(),
  ),
)
#let item(block) = {
  told(block)
  if block.items.len() > 0 { list(..block.items.map(told)) }
}
#let shown(block) = {
  if block.kind == "together" {
    let above = if block.parts.len() > 1 { 20pt } else { 0.9em }
    std.block(breakable: false, above: above, for part in block.parts { shown(part) })
  } else if block.kind == "heading" { heading(level: block.level, words(block.text)) }
  else if block.kind == "items" { list(..block.items.map(item)) }
  else if block.kind == "bars" { bars(block) }
  else if block.kind == "lines" { par(block.lines.map(breaking).join(linebreak())) }
  else if block.kind == "paragraph" {
    if block.at("numbered", default: false) {
      number.step()
      let made = par[#context number.display("1.")#h(0.6em)#told(block)]
      if block.leads { std.block(sticky: true, made) } else { made }
    } else if block.at("leads", default: false) { std.block(sticky: true, par(told(block))) }
    else { par(told(block)) }
  } else {
    set text(size: 8.5pt)
    let made = table(
      columns: block.widths.map(width => width * 1fr),
      align: block.right.map(right => if right { end } else { start }),
      inset: (x: 4pt, y: 3.2pt),
      stroke: (x: none, y: 0.4pt + rgb("bfc7d1")),
      table.header(..block.head.map(breaking).map(title =>
        table.cell(fill: rgb("dce6f1"), strong(title)))),
      ..block.rows.map(row => row.map(words)).flatten(),
    )
    let caption = words(block.caption)
    if block.caption.len() > 0 { figure(kind: table, caption: caption, made) } else { made }
  }
}
#for block in it.blocks { shown(block) }
#par(text(size: 8pt, it.sealed))
#par(text(size: 6pt, it.seal.split(";").join([;#h(0.01pt)])))
"""
"""Its data are JSON, so that no text of a record is markup.

A figure breaks over pages only where it is told to: else it prints its last rows one over another.
Words break at spacing that is not seen: a space of no width is part of the letter before it in all
text taken from the file, wherever that letter stands.
"""
