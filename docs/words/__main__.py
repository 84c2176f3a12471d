"""The catalogues compared: `python -m docs.words check` says what each language lacks or mistakes.

`begin CODE` starts a language: `tipfloor/words/CODE/language.toml` with what Babel knows of it, the
names of days and months, the signs of numbers, the plural. `out CODE FILE` writes a PO file for a
translator, whose tools show the English beside, and `in CODE FILE` reads it back.

What `check` finds: a text that is missing, that no key has any more, that asks for other facts than
the English one, that was made from an English text which was changed since, and what the language's
own spelling forbids. Its status is 1 where it finds any.

`confirm` notes that the texts which are new were made from the present English ones, in es, fr and
pt; `confirm CODE… KEY…` that those entries say what the English ones say now: in the languages
named, or in all three.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs.words.beginning import begin
from docs.words.comparing import findings
from docs.words.made_from import confirm, translated
from docs.words.po import read_po, write_po
from docs.words.texts import WHOLE, WORDS


def main(words: list[str]) -> int:
    """Do what is asked, and return the exit status."""
    match words:
        case ["begin", language]:
            path = WORDS / language / "language.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(begin(language), encoding="utf-8")
        case ["out", language, file]:
            write_po(language, Path(file))
        case ["in", language, file]:
            read_po(language, Path(file))
        case ["check", *languages]:
            found = [line for code in languages or WHOLE for line in findings(code)]
            sys.stdout.write("".join(f"{line}\n" for line in found))
            return 1 if found else 0
        case ["confirm", *named]:
            return _confirm(named)
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


def _confirm(named: list[str]) -> int:
    """Confirm entries, which have a dot in their names, in the languages named beside them."""
    keys = [name for name in named if "." in name]
    languages = [name for name in named if "." not in name] or WHOLE
    known = {language: {*translated(language)} for language in languages}
    lost = sorted({key for key in keys for texts in known.values() if key not in texts})
    if lost:
        sys.stderr.write(f"no such text is translated: {', '.join(lost)}\n")
        return 2
    for language in languages:
        confirm(language, keys)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
