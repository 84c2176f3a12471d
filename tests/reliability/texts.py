"""Values that a field may be given: those that people type, and those that nobody should."""

from __future__ import annotations

from random import Random

LONGEST = 4200

ORDINARY = (
    "x",
    "A minister has a flight to catch",
    "El micrófono falló; se repite la intervención",
    "Paragraph 4, second line",
    "Réserve de la délégation",
    "the floor, \u00e0 nouveau",
)

HOSTILE = (
    "",
    " ",
    "\0",
    "a\0b",
    "\x1b[2J\x1b[31mred",
    "line\nafter line\r\nand\rmore",
    "tab\there\vand\ffeed",
    "\u202eright to left\u202c",
    "\u2066isolate\u2069 \u200f\u200e\u061c",
    "zero\u200bwidth\u200djoin\ufeffmark",
    "\ud800",
    "lone \udcff low",
    "\ufffe\uffff \U0001ffff",
    "\x01\x02\x08\x0b\x1f\x7f\x80\x9f",
    "\u2028separator\u2029",
    "e" + "\u0301" * 300,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 20,
    "\ufdfa" * 100,
    '=HYPERLINK("x")',
    "+1+1",
    "@SUM(A1)",
    "-2+3|cmd",
    "<script>&amp;]]></script><!--",
    "{delegation} {0} %s %(x)s $name",
    "[bold red]markup[/] [@click=app.quit]x[/]",
    "#set page() $ x $ `raw` *_ \\ // /*",
    '"; DROP TABLE events; --',
    "word " * 100,
    "W" * 500,
    "\u0130\u0131\u1e9e\ufb03",
    "\u0661\u0662\u0663",
    "null",
)

NUMBERS = (0, -1, 1, 2, 31, 1000, 86_400, 2**31, 2**63, 10**30, -(2**63))
FIGURES = (0.001, 0.0005, 1e-300, 1e300, -1.0, 3.5, 59.9999, 3600.0, float("inf"), float("nan"))

DATES = (
    "2024-02-05",
    "2024-02-29",
    "2023-02-29",
    "0001-01-01",
    "0001-01-02",
    "9999-12-31",
    "9999-12-30",
    "10000-01-01",
    "2024-13-01",
    "-0001-01-01",
    "tomorrow",
)

TIMES = (
    "10:00",
    "00:00",
    "23:59:59.999",
    "24:00",
    "23:59:60",
    "11:00:00.0000001",
    "0001-01-01T00:00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.999",
    "9999-12-31T23:59:59-12:00",
    "2024-03-10T02:30:00",
    "2024-11-03T01:30:00",
    "2024-02-05T11:00:00Z",
    "1970-01-01T00:00:00",
    "2024-02-30T10:00",
    "99:99",
    "x",
)


def text(chance: Random, hostile: float) -> str:
    """Return a text, so often one that nobody should type."""
    if chance.random() >= hostile:
        return chance.choice(ORDINARY)
    found = chance.choice(HOSTILE)
    if chance.random() < 0.15:
        found += chance.choice(HOSTILE)
    if chance.random() < 0.05:
        found = (found or "x") * (LONGEST // max(1, len(found)))
    return found
