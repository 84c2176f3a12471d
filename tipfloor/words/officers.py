"""An officer in the chair, in words: the delegation where there is one, and the office."""

from __future__ import annotations

from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.stage import Presiding
from tipfloor.words import say
from tipfloor.words.plain import plain


def officer_text(officer: Presiding, plan: Plan) -> str:
    """Return an officer such as "Mexico (Chair)", the office alone where nobody holds it."""
    office = say(f"chair.office_{officer.office}")
    if officer.delegation is None:
        return office
    name = plain(plan.name_of(officer.delegation))
    return say("chair.officer", delegation=name, office=office)


def office_first(officer: Presiding, plan: Plan) -> str:
    """Return an officer such as "Chair, Mexico", of which a narrow place cuts the name."""
    office = say(f"chair.office_{officer.office}")
    if officer.delegation is None:
        return office
    return say(
        "chair.office_first", delegation=plain(plan.name_of(officer.delegation)), office=office
    )
