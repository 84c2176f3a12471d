"""Values of rows as a workbook has them: times and lengths as numbers, codes and nests as words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tipfloor.core.ground.refusal import Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.export.list.unheard import moment_title, session_title
from tipfloor.words import has, say
from tipfloor.words.joining import apart
from tipfloor.words.plain import plain
from tipfloor.words.refusing import requested_text, rule_text

TIMES = ("at", "since", "until", "planned_start", "planned_end")
DATES = ("day", "accredited_on")
"""Names of fields that are times, and dates, without saying so by their ending."""

DELEGATIONS = ("delegation", "nominated_by", "seconded_by", "proposed_by", "on_behalf_of")
CODED = ("fate", "outcome", "method", "majority", "stopped", "state", "kind", "what", "office")
"""Names of fields that hold codes: of delegations, and of what became of a thing."""


class Cells:
    """Turns values into those of cells, with the words of one meeting."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._rules = {item.value: item for item in Rule}

    def value(self, name: str, value: Any) -> Any:
        """Return the value of a field as a number, a time without its zone, or one line of text.

        Of several it has them in a row.
        """
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, str):
            return self._text(name, value)
        return apart(str(self.value(name, item)) for item in value)

    def _text(self, name: str, value: str) -> str | datetime:
        if is_time(name):
            try:
                return datetime.fromisoformat(value).replace(tzinfo=None)
            except ValueError:
                return plain(value)
        return plain(self._worded(name, value))

    def _worded(self, name: str, value: str) -> str:
        if name in DELEGATIONS:
            return self._meeting.plan.name_of(value)
        if name in ("moment", "held_in"):
            return moment_title(self._meeting, value)
        if name == "session":
            return session_title(self._meeting, value)
        if name == "rule" and value in self._rules:
            return rule_text(self._rules[value], self._meeting.plan)
        if name == "requested" and has(f"refusals.requested_{value}"):
            return requested_text(value)
        if name in CODED and has(f"export.value_{value}"):
            return say(f"export.value_{value}")
        return value


def is_length(name: str) -> bool:
    """Tell whether a field is a length in seconds."""
    return name == "seconds" or name.endswith("_seconds")


def is_time(name: str) -> bool:
    """Tell whether a field is a time or a date."""
    return name in TIMES or name in DATES or name.endswith("_at")


def is_date(name: str) -> bool:
    """Tell whether a field is a date."""
    return name in DATES
