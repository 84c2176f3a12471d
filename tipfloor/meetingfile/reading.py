"""Reading a meeting file: either a whole plan or every fault that can be found."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path
from typing import Any

from tipfloor.core.ground.value import Unfit
from tipfloor.core.plan.plan import Plan
from tipfloor.meetingfile import checks, shape
from tipfloor.meetingfile.draft import Draft
from tipfloor.meetingfile.fault import Fault, FaultsFound, Finding, plain, spelled
from tipfloor.meetingfile.flags import with_flags
from tipfloor.meetingfile.lines import line_of, lines_of
from tipfloor.meetingfile.notes import notes
from tipfloor.meetingfile.source import read_source
from tipfloor.meetingfile.syntax import parsed
from tipfloor.meetingfile.wording import with_texts
from tipfloor.words import say

MOST_FAULTS = 200
"""Faults told at once: beyond these the file is another file, and nobody reads on."""


def read_plan(path: Path) -> Plan:
    """Read a meeting file; raises FaultsFound, and nothing else, where it is at fault."""
    return _whole(path, read_source(path).text)


def notes_of(path: Path, plan: Plan) -> list[Fault]:
    """Return what a meeting file lacks in a language, by line. Raises FaultsFound."""
    text = read_source(path).text
    return _located(islice(notes(plan), MOST_FAULTS + 1), plain(str(path)), text)


def _whole(path: Path, text: str) -> Plan:
    """Return the plan of a text with the images that lie beside it. Raises FaultsFound."""
    file = plain(str(path))
    plan, findings = with_flags(plan_of(text, file), path.parent)
    if findings:
        raise FaultsFound(_located(findings, file, text))
    return plan


def plan_of(text: str, file: str) -> Plan:
    """Read the text of a meeting file; faults name it as `file`. Raises FaultsFound."""
    data, of_texts = with_texts(shape.with_tuples(parsed(text, file)))
    plan, refused = _modelled(data)
    draft = Draft(data, [error["loc"] for error in refused])
    findings = chain(of_texts, shape.findings(refused), checks.findings(draft))
    first = list(islice(findings, MOST_FAULTS + 1))
    if plan is None or first:
        raise FaultsFound(_located(first, file, text))
    return plan


def _modelled(data: dict[str, Any]) -> tuple[Plan | None, list[Any]]:
    try:
        return Plan.model_validate(data), []
    except Unfit as unfit:
        return None, [*unfit.faults]


def _located(findings: Iterable[Finding], file: str, text: str) -> list[Fault]:
    lines = lines_of(text)
    found = [Fault(file, line_of(lines, path), spelled(path), words) for path, words in findings]
    if len(found) <= MOST_FAULTS:
        return found
    return [*found[:MOST_FAULTS], Fault(file, None, "", say("faults.many", number=MOST_FAULTS))]
