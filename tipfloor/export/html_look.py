"""The look of the HTML document, on a screen and in print."""

LOOK = """
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3 { color: #1f3a5f; line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.9rem; } h2 { font-size: 1.35rem; margin-top: 2rem; } h3 { font-size: 1.1rem; }
a { color: #1f4f8f; }
a.number { color: inherit; text-decoration: none; }
a:focus-visible { outline: 3px solid #1f4f8f; outline-offset: 2px; }
.mark { color: #a01c1c; font-weight: bold; }
.masthead { text-align: right; }
.body, .below { font-size: 1.1rem; margin: 0.2rem 0; }
.logo { height: 4rem; }
nav ol { list-style: none; padding: 0; } nav .level-2 { padding-left: 1.5rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.9rem; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; break-after: avoid; }
th, td { border-bottom: 1px solid #bfc7d1; padding: 0.25rem 0.4rem; text-align: left;
  vertical-align: top; }
thead th { background: #dce6f1; } tbody th { font-weight: normal; }
.long, caption { overflow-wrap: anywhere; }
th.right, td.right { text-align: right; }
tr { break-inside: avoid; }
:target { background: #fff3c4; }
svg { width: 100%; height: auto; }
footer { border-top: 1px solid #bfc7d1; margin-top: 2rem; font-size: 0.85rem; }
.seal { font-size: 0.7rem; }
@media (max-width: 32rem) {
  table { font-size: 0.7rem; } th, td { padding: 0.2rem 0.1rem; hyphens: auto; }
  thead th { overflow-wrap: anywhere; }
}
@page { size: SIZE; margin: 2.2cm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  nav { break-inside: avoid; break-after: page; }
  .leads { break-after: avoid; }
  li, footer { break-inside: avoid; }
  main > h2:first-child { margin-top: 0; }
}
"""
