"""What came of loading a prepared list, in words: who was inscribed and who was not."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tipfloor.core.ground.event import Recorded
from tipfloor.core.list.inscription import Inscribed
from tipfloor.listfile.fault import PreparedList
from tipfloor.words import count
from tipfloor.words.joining import beside


def outcome(
    prepared: PreparedList, waited: Collection[str], recorded: Iterable[Recorded]
) -> list[str]:
    """Return a line for those inscribed, for those that waited already, and for those left out."""
    made = [item.event for item in recorded if isinstance(item.event, Inscribed)]
    inscribed = [event.delegation for event in made]
    passed = [code for code in prepared.codes if code in waited and code not in inscribed]
    groups = {
        "listfile.done": inscribed,
        "listfile.expected": [event.delegation for event in made if event.expected],
        "listfile.passed_over": passed,
        "listfile.left_out": [code for code in prepared.codes if code not in (*inscribed, *passed)],
    }
    lines = [
        count(name, len(codes), codes=beside(codes)) for name, codes in groups.items() if codes
    ]
    if prepared.dropped:
        headers = beside(prepared.dropped)
        lines.append(count("listfile.dropped", len(prepared.dropped), headers=headers))
    return lines
