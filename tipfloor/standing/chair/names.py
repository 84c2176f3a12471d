"""How the chair names delegations, offices, sessions and moments within a sentence."""

from __future__ import annotations

from tipfloor.core.plan.plan import Name
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.articles import the, the_office, within
from tipfloor.words.plain import plain
from tipfloor.words.states import forms_of


def name(meeting: Meeting, code: str) -> str:
    """Return the name of a delegation or of the office that speaks, whose forms sentences find."""
    told = meeting.plan.name_of(code)
    return Name.of(told.row, plain(told)) if isinstance(told, Name) else plain(told)


def with_article(meeting: Meeting, code: str) -> str:
    """Return a delegation or an office with its article, for words that need no other form."""
    told, language = name(meeting, code), meeting.plan.meeting.language
    forms = forms_of(told.row, language) if isinstance(told, Name) else {}
    if forms.get("the"):
        return plain(forms["the"])
    return the_office(told, language) if meeting.plan.address(code) else the(told, language)


def of(key: str, meeting: Meeting, code: str) -> str:
    """Return words on a delegation or an office, in the form that they ask for."""
    return say(key, delegation=name(meeting, code))


def titled_office(office: ElectionPlan) -> str:
    """Return the title of an office to be filled, whose forms sentences find."""
    return Name.of(office, plain(office.title))


def titled(meeting: Meeting, title: str) -> str:
    """Return the title of a session or moment as it stands within a sentence."""
    return within(plain(title), meeting.plan.meeting.language)
