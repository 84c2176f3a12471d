"""A record as it stood when a file was made from it, by what the file says of its own making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as renewed

from msgspec.structs import replace

from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.fold import fold
from tipfloor.core.ground.event import Recorded
from tipfloor.export.narrowing import NotInMeeting
from tipfloor.export.seal import Seal
from tipfloor.export.snapshot import Scope, Snapshot, snapshot_of
from tipfloor.words import languages


class NotOfRecord(Exception):
    """A seal that no file of the record can have."""


def made_again(history: Sequence[Recorded], seal: Seal, today: Snapshot) -> Snapshot:
    """Return the snapshot from which a file was made. Raises NotOfRecord.

    Of people it has what is agreed today: names are kept apart from the record's rows.
    """
    earlier = tuple(history[: seal.position])
    try:
        # In a language that is not here the words are others, and the figures the same.
        language = seal.language if seal.language in languages() else None
        now = seal.now(earlier[-1].event.at)
        scope = replace(seal.scope, language=language)
        if scope.since and not 0 < scope.since.position <= len(earlier):
            raise NotOfRecord(seal)
        snapshot = snapshot_of(
            as_of(fold(earlier), now),
            now,
            earlier,
            scope=scope,
            digest=seal.digest,
            where=today.where,
            people=today.people,
            folders=today.folders,
        )
    except (NotInMeeting, OverflowError) as error:
        raise NotOfRecord(str(error)) from error
    return renewed(snapshot, program=seal.program)


def at_position(history: Sequence[Recorded], position: int, today: Snapshot) -> Snapshot:
    """Return the snapshot of a record as it stood at an earlier position, whenever that was."""
    earlier = tuple(history[:position])
    return snapshot_of(
        fold(earlier),
        earlier[-1].event.at,
        earlier,
        scope=Scope(),
        digest=today.digest,
        where=today.where,
        people=today.people,
    )
