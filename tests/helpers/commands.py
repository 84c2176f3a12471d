"""Every command by what it does with a record; one that stands in neither list fails a test."""

from __future__ import annotations

from tests.export.reading import PLAIN
from tipfloor.forms import FORMS

READING: dict[str, list[tuple[str, ...]]] = {
    "status": [("status",), ("status", "--json")],
    "log": [("log",)],
    "verify": [("verify",)],
    "people": [("people",)],
    "export": [
        ("export", "--format", form, *scope)
        for form in PLAIN
        for scope in ((), ("--internal",))
        if FORMS[form].internal or not scope
    ],
}
"""The commands that tell of a record without writing to it, as they are asked for text."""

OTHERS = {
    *("desk", "timekeeper", "serve", "tell", "inscribe", "forget", "seal", "rehearse"),
    *("archive", "copy", "check", "roster", "names", "init", "acts", "schema", "chapters"),
    *("programme", "print", "ready", "records", "postgres"),
}
"""Those that act on a record, make another file of it, or know no record."""

READINGS = [words for several in READING.values() for words in several]
"""Every way of reading a record on the command line."""
