"""The catalogues compared: `python docs/words.py check` says what each language lacks or mistakes.

`begin CODE` starts a language: `tipfloor/words/CODE/language.toml` with what Babel knows of it, the
names of days and months, the signs of numbers, the plural. `out CODE FILE` writes a PO file for a
translator, whose tools show the English beside, and `in CODE FILE` reads it back.

What `check` finds: a text that is missing, that no key has any more, that asks for other facts than
the English one, and what the language's own spelling forbids. Its status is 1 where it finds any.
"""

from __future__ import annotations

import re
import string
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli_w

from tipfloor.words.catalogues import MAY_LACK

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "tipfloor/words"
WHOLE = ("es", "fr", "pt")
"""The languages in which nothing may be missing, beside English."""

Texts = dict[str, str]
"""Texts by `room.key`."""

FORMS_OF_TIMES = ("at", "since", "till", "from", "to")
FORMS = ("the", "of", "by", "bare", *FORMS_OF_TIMES)
"""The forms of names and of times that a sentence may ask for."""

FIRST = ("desk", "chair", "timekeeper", "keys", "leading", "ask", "phases", "refusals", "export")
"""The catalogues that a translator is given first: what the desk shows, then what files have."""


def texts(language: str) -> Texts:
    """Return every text of a language, without what is only about the language itself."""
    found: Texts = {}
    for path in sorted((WORDS / language).glob("*.toml"), key=_place_of):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {f"{path.stem}.{key}": text for key, text in entries.items()}
    return found


def _place_of(path: Path) -> tuple[int, str]:
    """Return where a catalogue stands: what is about the language itself comes last."""
    name = path.stem
    place = FIRST.index(name) if name in FIRST else len(FIRST) + (name == "language")
    return place, name


def facts(text: str) -> set[str] | None:
    """Return the facts that a text asks for, without their forms; None where it cannot be read."""
    try:
        parsed = [*string.Formatter().parse(text)]
    except ValueError:
        return None
    return {name.partition(".")[0] for _, name, _, _ in parsed if name}


def forms(text: str) -> set[str]:
    """Return the forms of names that a text asks for."""
    asked = (name.partition(".")[2] for _, name, _, _ in string.Formatter().parse(text) if name)
    return {form for form in asked if form}


def findings(language: str) -> Iterator[str]:
    """Say what is wrong with a language, a line each."""
    english, own = texts("en"), texts(language)
    for key, text in english.items():
        if key not in own:
            if language in WHOLE and key not in MAY_LACK:
                yield f"{_place(language, key)}: missing: {text}"
        elif not key.startswith("language."):
            yield from _wrong(language, key, text, own[key])
    for key in own.keys() - english.keys():
        if not key.startswith("language."):
            yield f"{_place(language, key)}: no such text in English any more"


def _wrong(language: str, key: str, english: str, own: str) -> Iterator[str]:
    place = _place(language, key)
    asked, given = facts(own), facts(english)
    if asked is None and given is not None:
        yield f"{place}: a brace is not closed"
    elif asked is not None and given is not None:
        strange = asked - given
        if strange:
            yield f"{place}: asks for {', '.join(sorted(strange))}, which the English text has not"
        for form in forms(own) - {*FORMS}:
            yield f"{place}: {form} is no form of a name or a time"
    for pattern, why in SPELLING.get(language, ()):
        if pattern.search(own):
            yield f"{place}: {why}: {own}"


def _place(language: str, key: str) -> str:
    room, _, name = key.partition(".")
    return f"tipfloor/words/{language}/{room}.toml: {name}"


SPELLING = {
    "fr": (
        (re.compile(r"(?<![\u00a0\u202f:/\d ])[;!?»]"), "no no-break space before ; ! ? or »"),
        (re.compile(r" [;:!?»%]"), "a space that breaks before ; : ! ? » or %"),
        (re.compile(r"\w'\w"), "a straight apostrophe"),
    ),
    "es": (
        (re.compile(r"^[^¿]*\?$"), "a question that is not opened by ¿"),
        (re.compile(r"^[^¡]*!$"), "an exclamation that is not opened by ¡"),
    ),
}


def begin(language: str) -> str:
    """Return the catalogue `language.toml` of a language, as Babel has it."""
    from babel import Locale

    locale = Locale.parse(language)
    days, months = locale.days["format"]["wide"], locale.months["format"]["wide"]
    symbols = locale.number_symbols
    symbols = symbols.get("latn", symbols)
    lists = locale.list_patterns["standard"]
    known = {
        "name": locale.get_display_name(language),
        **{f"weekday_{number + 1}": days[number] for number in range(7)},
        **{f"month_{number}": months[number] for number in range(1, 13)},
        "date": _pattern(locale.date_formats["full"].pattern),
        "time": _pattern(locale.time_formats["short"].pattern),
        "decimal": symbols["decimal"],
        "percent": locale.percent_formats[None].pattern.replace("#,##0", "{number}"),
        "list_two": _put(lists["2"], "{former}", "{last}"),
        "list_last": _put(lists["end"], "{former}", "{last}"),
        "plural": plural(language),
        "half_am": locale.day_periods["format"]["wide"].get("am", ""),
        "half_pm": locale.day_periods["format"]["wide"].get("pm", ""),
        "date_and_time": _put(str(locale.datetime_formats["full"]), "{time}", "{date}"),
        "day_first": "1",
        **{f"form_{form}": "{name}" for form in ("the", "of", "to", "by", "bare")},
        **{f"time_{form}": "{time}" for form in FORMS_OF_TIMES},
        **{f"day_{form}": "{when}" for form in FORMS_OF_TIMES},
        "words_till": "{words}",
        "span": "{start.from} \N{EN DASH} {end.to}",
        "span_on_day": "{day}, {span}",
        **dict(_lengths(locale)),
    }
    head = "# From Babel, to be put right by hand where the body has other habits.\n"
    return head + tomli_w.dumps(known)


def _lengths(locale: Any) -> Iterator[tuple[str, str]]:
    """Give the words for lengths of time, in each category that a number of them can have."""
    from babel.units import format_unit

    for unit in ("hour", "minute", "second"):
        for number in range(199, -1, -1):
            category = locale.plural_form(number)
            text = format_unit(number, f"duration-{unit}", locale=locale)
            ending = "" if category == "other" else f"_{category}"
            yield f"{unit}s{ending}", text.replace(str(number), "{number}")


def _put(pattern: str, first: str, second: str) -> str:
    """Return a pattern of CLDR for two things as a text with facts."""
    return pattern.replace("'", "").replace("{0}", first).replace("{1}", second)


def plural(language: str) -> str:
    """Return the categories of 0 to 199 as runs: from 100 on they are those of the last two digits.

    A million has a category of its own in some languages; nothing is counted so far.
    """
    from babel import Locale

    rule = Locale.parse(language).plural_form
    runs: list[tuple[str, int]] = []
    for number in range(200):
        if runs and runs[-1][0] == rule(number):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((rule(number), 1))
    return " ".join(f"{category}*{times}" for category, times in runs)


def _pattern(pattern: str) -> str:
    """Return a pattern of CLDR as a text with facts."""
    fields = {
        "EEEE": "{weekday}",
        "MMMM": "{month}",
        "d": "{day}",
        "y": "{year}",
        "HH": "{hour}",
        "H": "{hour}",
        "h": "{hour}",
        "mm": "{minute}",
        "a": "",
    }
    pattern = pattern.replace("M月", "MMMM")  # the name of the month has the sign of months
    parts = re.findall(r"'[^']*'|EEEE|MMMM|HH|mm|[dyHha]|.", pattern)
    made = "".join(fields.get(part, part.strip("'")) for part in parts)
    return made.replace("\u202f", "").strip()


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
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


def write_po(language: str, path: Path) -> None:
    """Write the texts of a language for a translator, each with its key as context."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po as written

    own, catalog = texts(language), Catalog(locale=language, project="tipfloor")
    for key, english in texts("en").items():
        catalog.add(english, own.get(key, ""), context=key)
    with path.open("wb") as target:
        written(target, catalog, width=0)


def read_po(language: str, path: Path) -> None:
    """Take a translator's texts over into the catalogues; what is not translated stays missing."""
    from babel.messages.pofile import read_po as read

    with path.open("rb") as source:
        catalog = read(source, locale=language)
    rooms: dict[str, Texts] = {}
    for message in catalog:
        if message.context and message.string and not message.fuzzy:
            room, _, name = str(message.context).partition(".")
            rooms.setdefault(room, {})[name] = str(message.string)
    for room, entries in rooms.items():
        file = WORDS / language / f"{room}.toml"
        file.parent.mkdir(exist_ok=True)
        former = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        if {**former, **entries} != former:
            file.write_text(tomli_w.dumps({**former, **entries}), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
