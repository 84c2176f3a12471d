"""Figures of who spoke in words: what a row of them is called."""

from __future__ import annotations

from datetime import date

from tipfloor.core.reckoning.statistics import Cut, Figures
from tipfloor.core.reckoning.unspoken import Unspoken
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.subjects import subject_named
from tipfloor.words.times import date_of


def figures_name(meeting: Meeting, cut: Cut, figures: Figures) -> str:
    """Return what some figures are of: a delegation or office, a topic, a session, or a day."""
    plan, key = meeting.plan, figures.key
    if cut == "delegation":
        return plan.name_of(key)
    if cut == "topic":
        return subject_named(key, plan) if figures.outside else key or say("statistics.no_topic")
    if cut == "day":
        return date_of(date.fromisoformat(key))
    place = plan.moment_index.get(key) if figures.outside else None
    planned = None if figures.outside else plan.session(key)
    if planned:
        return planned.title
    return key if place is None else plan.moments[place].title


def unspoken_name(meeting: Meeting, item: Unspoken) -> str:
    """Return the name of a delegation that has not spoken, with how else it was heard."""
    notes = [
        say(f"statistics.note_{note}")
        for note, holds in (
            ("left", not item.present),
            ("in_writing", item.in_writing),
            ("spoken_for", item.spoken_for),
        )
        if holds
    ]
    name = meeting.plan.name_of(item.code)
    if not notes:
        return name
    return say("statistics.name_and_notes", name=name, notes=beside(notes))
