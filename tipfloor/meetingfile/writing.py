"""Writing meeting files: a whole plan as TOML, or other delegations in a file that stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import tomli_w
from msgspec.structs import asdict

from tipfloor.core.ground.fields import Table
from tipfloor.core.ground.value import defaults
from tipfloor.core.plan.plan import WORDED, DelegationPlan, Plan
from tipfloor.core.plan.translations import IN_OTHERS
from tipfloor.meetingfile.lines import lines_of

LONGEST = 1_000
"""Characters of a text on one line; a longer one goes on over several."""

WIDEST = 100
"""Characters of a line of a list."""

_LONG_TEXT = re.compile(rf'^([A-Za-z0-9_.-]+ = )"(.{{{LONGEST},}})"$', re.MULTILINE)
_SIGN = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|[^\\]")


def toml_of(plan: Plan) -> str:
    """Return a plan as the text of a meeting file, without what is not stated."""
    stated = _builtin(plan)
    for row in stated["delegations"]:
        for key in ("also", "forms"):
            if not row[key]:
                del row[key]
    _state_languages(stated["meeting"])
    _state_languages(stated["rules"]["texts"])
    _state_languages(stated["publication"])
    for table in WORDED:
        for row in stated[table]:
            _state_languages(row)
    return _dumped(stated)


def _state_languages(row: dict[str, Any]) -> None:
    """Put a row's texts in several languages where a meeting file has them."""
    others = row.pop(IN_OTHERS)
    for field in dict.fromkeys(field for texts in others.values() for field in texts):
        row[field] = {key: told[field] for key, told in others.items() if field in told}


def with_delegations(text: str, delegations: Sequence[DelegationPlan]) -> str:
    """Return a meeting file's text with these delegations in place of its own.

    All other lines stay as they are, comments included; where that cannot be done safely the whole
    file is written anew, with the same content. The text must be TOML.
    """
    rows = [_stated(row) for row in delegations]
    wanted = {**tomllib.loads(text), "delegations": rows}
    edited = _edited(text, "\n".join(_table(row) for row in rows))
    try:
        kept = tomllib.loads(edited) == wanted
    except tomllib.TOMLDecodeError:
        kept = False
    return edited if kept else _dumped(wanted)


def _builtin(table: Table) -> dict[str, Any]:
    """Return a table of the meeting file as TOML's reader gives it, without what is not stated."""
    stated = {name: value for name, value in asdict(table).items() if value is not None}
    return {name: _written(value) for name, value in stated.items()}


def _written(value: Any) -> Any:
    if isinstance(value, Table):
        return _builtin(value)
    return [_written(item) for item in value] if isinstance(value, tuple) else value


def _edited(text: str, tables: str) -> str:
    """Put tables where the first delegation stands, and take every former one away."""
    lines = text.split("\n")
    stretches = list(_stretches(text, lines))
    if not stretches:
        return f"{text.rstrip()}\n\n{tables}"
    for start, end in reversed(stretches[1:]):
        del lines[start:end]
    start, end = stretches[0]
    lines[start:end] = tables.rstrip("\n").split("\n")
    return "\n".join(lines)


def _stretches(text: str, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where delegations stand: first line and the line behind, from 0.

    Blank lines and comments before another table belong to that table.
    """
    begins: int | None = None
    found = sorted((line - 1, path[0] == "delegations") for path, line in lines_of(text).items())
    for line, delegation in [*found, (len(lines), False)]:
        if delegation and begins is None:
            begins = line
        elif not delegation and begins is not None:
            end = line
            while lines[end - 1].strip() == "" or lines[end - 1].lstrip().startswith("#"):
                end -= 1
            yield begins, end
            begins = None


def _stated(row: DelegationPlan) -> dict[str, Any]:
    """Return what a delegation states, as TOML's reader gives it."""
    unsaid = defaults(DelegationPlan)
    stated = _builtin(row).items()
    return {name: value for name, value in stated if getattr(row, name) != unsaid.get(name)}


def _table(row: dict[str, Any]) -> str:
    """Return one delegation as people write it, its names on lines of their own."""
    names = tomli_w.dumps(row["name"]).splitlines()
    others = {key: value for key, value in row.items() if key not in ("name", "also", "forms")}
    stated = _dumped(others) + "".join(f"name.{line}\n" for line in names)
    stated += "".join(
        f"forms.{key} = {_inline(forms)}\n" for key, forms in row.get("forms", {}).items()
    )
    return f"[[delegations]]\n{stated}{_list('also', row.get('also', []))}"


def _inline(texts: dict[str, str]) -> str:
    """Return texts by key as a table on one line."""
    parts = (tomli_w.dumps({key: text}).rstrip("\n") for key, text in texts.items())
    return f"{{ {', '.join(parts)} }}"


def _list(key: str, texts: Sequence[str]) -> str:
    """Return a list of texts on one line, or on several where it is too long for one."""
    quoted = [tomli_w.dumps({"": text}).removeprefix('"" = ').rstrip("\n") for text in texts]
    line = f"{key} = [{', '.join(quoted)}]\n"
    if not texts or len(line) <= WIDEST:
        return line if texts else ""
    lines = [""]
    for text in quoted:
        if lines[-1] and len(f"{lines[-1]} {text},") > WIDEST:
            lines.append("")
        lines[-1] += f"  {text}," if not lines[-1] else f" {text},"
    return "\n".join([f"{key} = [", *lines, "]\n"])


def _dumped(data: dict[str, Any]) -> str:
    return _LONG_TEXT.sub(_folded, tomli_w.dumps(data))


def _folded(found: re.Match[str]) -> str:
    """Write a long text over several lines; a backslash at a line's end joins it to the next."""
    lines = [""]
    for sign in _SIGN.findall(found[2]):
        if len(lines[-1]) < LONGEST:
            lines[-1] += sign
        else:  # what begins a line must not be blank, or the line before would swallow it
            lines.append("\\u0020" if sign == " " else sign)
    return f'{found[1]}"""\\\n' + "\\\n".join(lines) + '"""'
