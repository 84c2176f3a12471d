"""The other names of delegations: each is that of one delegation alone, however it is typed."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.little_words import LITTLE
from tipfloor.core.plan.typed_words import key_of, tokens_of
from tipfloor.meetingfile.draft import Draft, Row
from tipfloor.meetingfile.fault import Finding, Path, spelled
from tipfloor.meetingfile.shown import found
from tipfloor.words import say


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield each other name that says nothing, or that a second delegation is called by too."""
    taken = _names_and_codes(draft)
    for place, delegation in enumerate(draft.delegations):
        for path, name in _also(delegation):
            key = key_of(tokens_of(name))
            if not set(fold_text(name).split()) - LITTLE:
                yield path, say("faults.names_nobody", found=found(name))
                continue
            owner, former = taken.setdefault(key, (place, path))
            if owner != place:
                yield path, say("faults.twice", found=found(name), place=spelled(former))


def _names_and_codes(draft: Draft) -> dict[str, tuple[int, Path]]:
    """Map what is typed for each code and each name to the first delegation that has it."""
    taken: dict[str, tuple[int, Path]] = {}
    for place, delegation in enumerate(draft.delegations):
        names = draft.names(delegation)
        for row, keys in ((delegation, ("code", "code2")), (names, tuple(names.values))):
            for key in keys:
                if text := row.text(key):
                    taken.setdefault(key_of(tokens_of(text)), (place, row.at(key)))
    return taken


def _also(delegation: Row) -> Iterator[tuple[Path, str]]:
    stated = delegation.values.get("also")
    for place, name in enumerate(stated if isinstance(stated, tuple) else ()):
        if isinstance(name, str) and name.strip():
            yield delegation.at("also", place), name.strip()
