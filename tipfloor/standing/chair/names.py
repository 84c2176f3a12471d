"""How the chair names delegations, offices, sessions and moments within a sentence."""

from __future__ import annotations

from tipfloor.core.plan.plan import Name
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.articles import the, within
from tipfloor.words.plain import plain
from tipfloor.words.states import forms_of


def name(meeting: Meeting, code: str) -> str:
    """Return a delegation's name, whose forms sentences find, or the office of an address."""
    told = plain(meeting.plan.name_of(code))
    if meeting.plan.address(code):
        return say("chair.office", office=told)
    row = meeting.plan.delegation(code)
    return Name.of(row, told) if row else told


def with_article(meeting: Meeting, code: str) -> str:
    """Return a delegation with its article, for words that need no other form, or an office."""
    row, language = meeting.plan.delegation(code), meeting.plan.meeting.language
    told = name(meeting, code)
    forms = forms_of(row, language) if row else {}
    return plain(forms["the"]) if forms.get("the") else the(told, language) if row else told


def of(key: str, meeting: Meeting, code: str) -> str:
    """Return words on a delegation, in the form they ask for, or on an office, which has none."""
    behind = "_office" if meeting.plan.address(code) else ""
    return say(f"{key}{behind}", delegation=name(meeting, code))


def titled(meeting: Meeting, title: str) -> str:
    """Return the title of a session or moment as it stands within a sentence."""
    return within(plain(title), meeting.plan.meeting.language)
