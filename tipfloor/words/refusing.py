"""Refusals in words: what is refused, the rule behind it, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping

from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.ground.instant import countdown
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import RequestRefused
from tipfloor.core.plan.plan import Name, Plan
from tipfloor.core.plan.rules import RuleTexts
from tipfloor.words import count, has, language, say
from tipfloor.words.articles import opening, the
from tipfloor.words.capacities import capacity_text
from tipfloor.words.joining import beside
from tipfloor.words.offered import interlude_text
from tipfloor.words.plain import plain
from tipfloor.words.sentences import sentence_of
from tipfloor.words.times import span

COUNTED = {
    "back_dated_too_far": "seconds",
    "extension_used": "seconds",
    "names_waiting": "number",
    "no_such_place": "places",
    "not_all": "number",
    "replies_used": "allowed",
    "turns_used": "allowed",
}
"""The refusals that speak of a number of things, with the fact that is the number."""


def explain(refused: Refused, plan: Plan) -> str:
    """Return one or two sentences for the chair's desk about an act that was refused."""
    return opening(_explained(refused, plan.spoken_in(language())))


def _explained(refused: Refused, plan: Plan) -> str:
    if isinstance(refused, NotAll):
        return "\n".join([*_places(refused, plan), count("refusals.not_all", len(refused.places))])
    facts = facts_of(refused, plan)
    rule = rule_text(refused.rule, plan)
    code = refused.code
    if not has(f"refusals.{code}"):
        return say("refusals.other", code=plain(code), rule=rule)
    if code in COUNTED:
        number = int(refused.facts[COUNTED[code]])
        facts.pop("number", None)
        return count(f"refusals.{code}", number, rule=rule, **facts)
    if code == "left_open":
        return say("refusals.left_open", left=left_text(refused.facts))
    if code == "floor_taken" and not refused.facts.get("left"):
        code = "floor_taken_open"
    return say(f"refusals.{code}", rule=rule, **facts)


def _places(refused: NotAll, plan: Plan) -> list[str]:
    """Return a line for each delegation of a prepared list that cannot be inscribed."""
    return [
        say("refusals.not_all_place", place=place, why=explain(why, plan))
        for place, why in refused.places
    ]


def rule_text(rule: Rule, plan: Plan) -> str:
    """Return a rule as the meeting file words it, in the program's own words otherwise."""
    plan = plan.spoken_in(language())
    worded = rule.value in RuleTexts.__struct_fields__
    own = getattr(plan.rules.texts, rule.value) if worded else None
    if own:
        return _sentence(plain(own))
    return say(f"refusals.rule_{rule.value}", limit=span(plan.rules.limit_seconds * 1000))


def refused_request(event: RequestRefused, plan: Plan) -> str:
    """Return what the chair can tell a delegation whose request was refused."""
    plan = plan.spoken_in(language())
    delegation = plain(plan.name_of(event.delegation))
    said = [
        _sentence(say(sentence_of(event), delegation=delegation)),
        rule_text(event.rule, plan),
    ]
    offer = f"refusals.offer_{event.requested}"
    if has(offer):
        said.append(say(offer, delegation=delegation))
    if event.reason:
        said.append(_sentence(say("refusals.reason", reason=plain(event.reason))))
    return " ".join(said)


def left_text(counted: Mapping[str, object]) -> str:
    """Return in words how much a meeting leaves open, of each kind."""
    parts = [_left(kind, int(str(number))) for kind, number in counted.items()]
    return beside(parts)


def _left(kind: str, number: int) -> str:
    key = f"refusals.left_{kind}"
    return count(key, number) if has(key) else f"{plain(kind)} {number}"


def requested_text(requested: str) -> str:
    """Return in words what was asked for, its code where there are none."""
    key = f"refusals.requested_{requested}"
    return say(key) if has(key) else plain(requested)


def fate_text(fate: str) -> str:
    """Return in words what became of a recommendation, its code where there are none."""
    key = f"recommendations.fate_{fate}"
    return say(key) if has(key) else plain(fate)


def _fact(fact: str, plan: Plan) -> object:
    """Return a text of a refusal in the plan's language; a name still knows its forms.

    Several names or titles are a row of them, as the language joins them.
    """
    several = fact.split(", ")
    if fact not in plan.said and len(several) > 1 and all(one in plan.said for one in several):
        return tuple(plain(plan.said[one]) for one in several)
    told = plain(plan.said.get(fact, fact))
    return Name.of(fact.row, told) if isinstance(fact, Name) else told


def facts_of(refused: Refused, plan: Plan) -> dict[str, object]:
    """Return the facts of a refusal as people read them."""
    facts: dict[str, object] = {
        name: _fact(fact, plan) if isinstance(fact, str) else fact
        for name, fact in refused.facts.items()
        if name not in ("left", "requested")
    }
    if isinstance(name := facts.get("delegation"), str):
        facts["delegation"] = the(name, plan.meeting.language)
    if "left" in refused.facts:
        facts["left"] = span(countdown(int(refused.facts["left"])) * 1000)
    for name in ("capacity", "noted"):
        if name in refused.facts:
            code = str(refused.facts.get("of", ""))
            facts[name] = capacity_text(str(refused.facts[name]), code, plan)
    if "requested" in refused.facts:
        facts["requested"] = requested_text(str(refused.facts["requested"]))
    if "what" in refused.facts:
        facts["what"] = interlude_text(str(refused.facts["what"]))
    if "fate" in refused.facts:
        facts["fate"] = fate_text(str(refused.facts["fate"]))
    return facts


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
