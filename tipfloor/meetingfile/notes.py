"""What a sound meeting file lacks in one of the meeting's languages: notes, and no faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tipfloor.core.plan.plan import WORDED, DelegationPlan, Plan
from tipfloor.core.plan.translations import Worded
from tipfloor.meetingfile.fault import Finding, Path
from tipfloor.words import say
from tipfloor.words.states import forms_of

FORMS = ("the", "of", "to", "by")
"""The forms that sentences need of a delegation's name."""


def notes(plan: Plan) -> Iterator[Finding]:
    """Yield each text, name and form that one of the meeting's languages lacks."""
    languages = plan.languages
    if len(languages) > 1:
        yield from _texts(("meeting",), plan.meeting, languages)
        yield from _texts(("rules", "texts"), plan.rules.texts, languages)
        yield from _texts(("publication",), plan.publication, languages)
        for table in WORDED:
            for place, row in enumerate(getattr(plan, table)):
                yield from _texts((table, place), row, languages)
    for place, delegation in enumerate(plan.delegations):
        yield from _delegation(("delegations", place), delegation, languages)


def _texts(path: Path, row: Worded, languages: Sequence[str]) -> Iterator[Finding]:
    fields: tuple[str, ...] = getattr(row, "worded")  # noqa: B009 - of the class, not the protocol
    others = row.translations
    for field in fields:
        if getattr(row, field) is None:
            continue
        told = {language for language, texts in others.items() if field in texts}
        given = told or {languages[0]}
        yield from _lacking((*path, field), given, languages)
        for language in sorted(given - {*languages}):
            yield (*path, field, language), say("faults.note_no_language", language=language)


def _delegation(path: Path, row: DelegationPlan, languages: Sequence[str]) -> Iterator[Finding]:
    yield from _lacking((*path, "name"), set(row.name), languages)
    bare = [
        language
        for language in languages
        if language in row.name and not forms_of(row, language).keys() >= {*FORMS}
    ]
    if bare:
        told = say("faults.note_no_forms", languages=" ".join(bare), forms=" ".join(FORMS))
        yield (*path, "forms"), told


def _lacking(path: Path, given: set[str], languages: Sequence[str]) -> Iterator[Finding]:
    lacking = [language for language in languages if language not in given]
    if lacking:
        yield path, say("faults.note_lacks", languages=" ".join(lacking))
