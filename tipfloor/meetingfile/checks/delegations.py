"""The delegations: codes of ISO 3166-1, names and Spanish rank."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.ground.iso3166 import ALPHA_2
from tipfloor.meetingfile.alike import folded, with_nearest
from tipfloor.meetingfile.checks.twice import repeated
from tipfloor.meetingfile.draft import Draft, Row
from tipfloor.meetingfile.fault import Finding
from tipfloor.words import say


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what stands twice, codes that no state has, and delegations without a name."""
    for key in ("code", "code2", "order_es"):
        yield from repeated(draft.delegations, key)
    for delegation in draft.delegations:
        if delegation.values.get("state"):
            yield from _state(delegation)
    yield from _names(draft)


def _state(delegation: Row) -> Iterator[Finding]:
    code, code2 = delegation.text("code"), delegation.text("code2")
    if code and code not in ALPHA_2:
        words = say("faults.code_unassigned", code=code)
        of_code2 = [three for three, two in ALPHA_2.items() if two == code2]
        yield delegation.at("code"), with_nearest(words, *_slip(code, of_code2), most=3)
    elif code2 and code2 not in ALPHA_2.values():
        yield delegation.at("code2"), say("faults.code2_unassigned", code2=code2)
    elif code and code2 and ALPHA_2[code] != code2:
        words = say("faults.code2_other", code2=code2, code=code, right=ALPHA_2[code])
        yield delegation.at("code2"), words


def _slip(code: str, of_code2: list[str]) -> tuple[str, list[str]]:
    """Compare with the code that the two letters stand for, where they stand for one."""
    return (of_code2[0], of_code2) if of_code2 else (code, list(ALPHA_2))


def _names(draft: Draft) -> Iterator[Finding]:
    names = [draft.names(delegation) for delegation in draft.delegations]
    for language in dict.fromkeys(key for row in names for key in row.values):
        yield from repeated(names, language, folded)
    languages = draft.meeting.values.get("languages") or ("",)
    own = languages[0]
    for row in names:
        if own and draft.is_sound(row.at(own)) and not row.text(own):
            yield row.at(own), say("faults.no_name", language=own)
