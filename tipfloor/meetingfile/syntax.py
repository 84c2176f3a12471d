"""From text to the tables that TOML sees in it, with TOML's complaints in plain words."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from tipfloor.meetingfile.fault import Fault, FaultsFound
from tipfloor.meetingfile.lines import lines_of
from tipfloor.words import say

_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)$")

_COMPLAINTS = {
    "Expected '=' after a key": "no_equals",
    "Cannot overwrite a value": "key_twice",
    "Duplicate inline table key": "key_twice",
    "Cannot declare": "table_twice",
    "Cannot mutate immutable": "table_closed",
    "Cannot redefine namespace": "table_closed",
    "Invalid value": "no_value",
    "Invalid date": "no_date",
    "Unterminated string": "string_open",
    'Expected "\'"': "string_open",
    "Expected '\"": "string_open",
    "Expected \"'''\"": "string_open",
    "Illegal character '\\n'": "string_open",
    "Illegal character": "strange_character",
    "Found invalid character": "strange_character",
    "Unescaped": "backslash",
    "Invalid hex value": "backslash",
    "Escaped character": "backslash",
    "Unclosed array": "list_open",
    "Unclosed inline table": "inline_open",
    "Expected newline or end": "more_on_line",
    "Expected ']' at the end": "header_open",
    "Expected ']]' at the end": "header_open",
    "Invalid statement": "no_statement",
    "Invalid initial character": "no_key",
}
"""How Python's parser begins a complaint, and the words that a secretary gets instead."""


def parsed(text: str, file: str) -> dict[str, Any]:
    """Return the top table of a TOML text; raises FaultsFound with line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultsFound([_fault(str(error), text, file)]) from None
    except RecursionError:
        raise FaultsFound([Fault(file, None, "", say("faults.too_deep"))]) from None
    except ValueError:
        # Dates and numbers that Python cannot hold come without a place.
        raise FaultsFound([Fault(file, None, "", say("faults.no_number"))]) from None


def _fault(complaint: str, text: str, file: str) -> Fault:
    words = next((key for start, key in _COMPLAINTS.items() if complaint.startswith(start)), "")
    what = say(f"faults.toml_{words or 'other'}")
    position = _POSITION.search(complaint)
    if position is None:
        # Where the file ends says nothing: what was left open begins on the last line understood.
        begun = max(lines_of(text).values(), default=1)
        return Fault(file, begun, "", say("faults.toml_at_end", what=what))
    line, column = map(int, position.groups())
    return Fault(file, line, "", say("faults.toml", column=column, what=what))
