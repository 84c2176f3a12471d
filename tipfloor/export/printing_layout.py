"""The layout of what is printed for the room, in the language of Typst."""

LAYOUT = b"""
#let it = json(bytes(sys.inputs.told))
#set document(title: it.name)
#set text(lang: it.language)
#let breaking(told) = told.split(sym.zws).join(h(0.01pt))
#let head = {
  for mark in it.marks { par(text(size: 12pt, weight: "bold", fill: rgb("a01c1c"), mark)) }
  heading(text(size: 20pt, it.title))
  par(text(size: 11pt, breaking(it.meeting)))
}
#let foot = context text(size: 9pt, [#it.as_of #h(1fr)
  #counter(page).display() / #counter(page).final().first()])
#let named(points, name) = text(
  size: points, weight: "bold", hyphenate: false, par(leading: 0.5em, breaking(name)),
)
#let fitted(name, most, size) = {
  let points = most
  let widest(points) = calc.max(..name.split(" ").map(word =>
    measure(text(size: points, weight: "bold", word)).width))
  while points > 16pt and (widest(points) > size.width or
    measure(block(width: size.width, named(points, name))).height > size.height) { points -= 4pt }
  named(points, name)
}
#if it.what == "list" {
  set page(paper: it.paper, margin: 2cm, footer: foot)
  head
  par(text(size: 14pt, breaking(it.of)))
  v(0.6em)
  if it.rows.len() == 0 { par(text(size: 22pt, it.none)) }
  for row in it.rows {
    let (number, name, short) = row
    block(breakable: not short, above: 22pt, grid(
      columns: (2.4cm, 1fr),
      text(size: 26pt, fill: rgb("1f3a5f"), number),
      text(size: if short { 26pt } else { 16pt }, weight: "bold", breaking(name)),
    ))
  }
} else if it.what == "attendance" {
  set page(paper: it.paper, margin: 2cm, footer: foot)
  head
  set text(size: 11pt)
  if it.order != "" { par(text(size: 9pt, it.order)) }
  table(
    columns: (1.2cm, 1fr, 1fr, 5cm),
    align: (end + horizon, start + horizon, start + horizon, start),
    stroke: 0.5pt + rgb("808890"),
    table.header(..it.head.map(title => table.cell(fill: rgb("dce6f1"), strong(title)))),
    ..it.rows.map(row => (..row.map(breaking), v(0.9cm))).flatten(),
  )
} else {
  set page(paper: it.paper, flipped: true, margin: 1.5cm)
  for (place, name) in it.names.enumerate() {
    if place > 0 { pagebreak() }
    layout(size => {
      let plate = fitted(name, 120pt, (width: size.width, height: size.height / 2 - 2cm))
      grid(
        columns: 1fr, rows: (1fr, 1fr), align: center + horizon,
        grid.cell(
          stroke: (bottom: (paint: rgb("c0c4c8"), thickness: 0.4pt, dash: "dashed")),
          rotate(180deg, plate),
        ),
        plate,
      )
    })
  }
}
"""
"""A name plate is folded at the dashed line and stands on the table, to be read from both sides."""
