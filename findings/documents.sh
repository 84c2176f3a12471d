#!/bin/sh
# typst 0.15.2 (Python package), pypdf 7.1.1, Python 3.11.
#
# Expected: a captioned table that is higher than its page goes on on the next one, as the same
# table without a caption does; or at least typst says that it does not fit.
# Behaviour: the figure is not broken over pages unless told to. Its last rows are set at one place
# near the foot, one over another, without an error or a warning, and text taken from the file has
# every row, so that a test by text passes. `show figure: set block(breakable: true)` mends it.
#
# Prints how many rows stand at one height in both; ends with 1 once that is otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat > "$folder/rows.py" <<'PY'
import io

import typst
from pypdf import PdfReader

TABLE = """
#figure(caption: [Rows], kind: table,
  table(columns: 1, ..range(120).map(n => [row #n])))
"""
BREAKABLE = "#show figure: set block(breakable: true)\n"


def heights(layout):
    reader = PdfReader(io.BytesIO(typst.compile(layout.encode(), format="pdf")))
    found = []

    def seen(text, current, matrix, font, size):
        if text.startswith("row"):
            found.append(round(current[5] + matrix[5], 1))

    for page in reader.pages:
        page.extract_text(visitor_text=seen)
    return len(reader.pages), found


pages, places = heights(TABLE)
more_pages, others = heights(BREAKABLE + TABLE)
most = max(map(places.count, places))
print(f"as it is: {pages} page(s), {most} rows at one height")
print(f"breakable: {more_pages} page(s), {max(map(others.count, others))} rows at one height")
raise SystemExit(0 if pages == 1 and most > 10 and more_pages > 1 else 1)
PY
"$folder/venv/bin/python" "$folder/rows.py"
