"""A language begun: what Babel knows of its days, months, numbers, lists and plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import tomli_w

from tipfloor.words.when import FORMS

OF_NAMES = ("the", "of", "to", "by", "bare")
SORTS = ("", "speaker_", "office_")
"""The forms that sentences ask of names, and the names: delegations, who speaks, what is filled."""


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
        **{f"form_{sort}{form}": "{name}" for sort in SORTS for form in OF_NAMES},
        **{f"time_{form}": "{time}" for form in FORMS},
        **{f"day_{form}": "{when}" for form in FORMS},
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
