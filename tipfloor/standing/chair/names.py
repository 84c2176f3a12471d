"""How the chair names delegations, offices, sessions and moments within a sentence."""

from __future__ import annotations

from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.articles import the, within
from tipfloor.words.plain import plain
from tipfloor.words.states import forms_of


def name(meeting: Meeting, code: str) -> str:
    """Return a delegation with its article, or the office of an address."""
    told = plain(meeting.plan.name_of(code))
    if meeting.plan.address(code):
        return say("chair.office", office=told)
    row, language = meeting.plan.delegation(code), meeting.plan.meeting.language
    forms = forms_of(row, language) if row else {}
    return plain(forms["the"]) if forms.get("the") else the(told, language)


def titled(meeting: Meeting, title: str) -> str:
    """Return the title of a session or moment as it stands within a sentence."""
    return within(plain(title), meeting.plan.meeting.language)


def listed(names: list[str]) -> str:
    """Return names in a row."""
    *former, last = names
    return say("chair.and").join([", ".join(former), last]) if former else last
