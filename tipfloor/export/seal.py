"""The seal of a file: from which rows of the record, as at when, of what and by which program.

It is one word that every form carries, and all that is needed to make the file again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.export.narrowing import Chosen
from tipfloor.export.snapshot import Scope, Since, Snapshot
from tipfloor.forms import Public, Reader

SEAL = re.compile(
    rb"tipfloor=(?P<program>[\w.+-]{1,80});form=(?P<form>[a-z0-9]{1,20});language=(?P<language>[a-z]{2,3})"
    rb";scope=(?P<scope>public|internal|(?:publication|timekeeping)(?:\+times)?);sessions=(?P<sessions>[a-z0-9_+-]{0,21000})"
    rb";days=(?P<days>[0-9+-]{0,400})(?:;since=(?P<since>\d{1,9}\+\d{1,15}))?;at=(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})Z"
    rb";after=(?P<after>\d{1,15});position=(?P<position>\d{1,9});digest=(?P<digest>[0-9a-f]{64})"
    rb";sum=(?P<sum>[0-9a-f]{8})(?![0-9a-f])"
)
"""A seal among the bytes of a file; `sum` is of all that stands before it, against a slip."""

BEGUN = re.compile(rb"tipfloor=[\w.+-]{1,80};form=")
"""How a seal begins, whole or not."""

LONGEST = 22_000
"""Bytes of a seal at most: that of a part of very many sessions."""


class Seal(Struct, frozen=True):
    """What a file says of its own making; `after` is milliseconds since the last of its rows."""

    program: str
    form: str
    language: str
    scope: Scope
    at: datetime
    after: int
    position: int
    digest: str

    def __str__(self) -> str:
        at = self.at.astimezone(UTC).replace(tzinfo=None)
        told = (
            f"tipfloor={self.program};form={self.form};language={self.language}"
            f";scope={self.reader}{'+times' if self.scope.times else ''}"
            f";sessions={'+'.join(self.part.sessions)};days={'+'.join(self.part.days)}{self._since}"
            f";at={at.isoformat(timespec='milliseconds')}Z;after={self.after}"
            f";position={self.position};digest={self.digest}"
        )
        return f"{told};sum={_sum(told.encode())}"

    @property
    def internal(self) -> bool:
        """Whether the file is an internal one."""
        return self.scope.internal

    @property
    def part(self) -> Chosen:
        """The part of the meeting that the file has."""
        return self.scope.part

    @property
    def reader(self) -> Reader:
        """For whom the file is."""
        return self.scope.reader_of(self.form)

    @property
    def _since(self) -> str:
        since = self.scope.since
        return f";since={since.position}+{since.after}" if since else ""

    def now(self, last: Instant) -> Instant:
        """Return the instant at which the file was made, reckoned from that of its last row."""
        return as_at(self.at, last, self.after)


def as_at(utc: datetime, last: Instant, after: int) -> Instant:
    """Return the instant so many milliseconds after another, with a wall clock's own label."""
    return replace(last.plus(after), utc=utc)


def seal_of(snapshot: Snapshot, form: str) -> Seal:
    """Return the seal of a file in a form."""
    scope, now = snapshot.scope, snapshot.now
    if form == "csv" and snapshot.whole.floor is None:
        now = snapshot.made_from  # of a table nothing but a remark under way goes on with time
    return Seal(
        program=snapshot.program,
        form=form,
        language=snapshot.language,
        scope=replace(scope, language=snapshot.language),
        at=now.utc,
        after=now.since(snapshot.made_from),
        position=len(snapshot.history),
        digest=snapshot.digest,
    )


def seals_in(data: bytes) -> tuple[dict[Seal, None], int]:
    """Return the seals that some bytes hold, each once in their order, and how many are broken."""
    found: dict[Seal, None] = {}
    sound = 0
    for match in SEAL.finditer(data):
        if match["sum"].decode() != _sum(match[0].rpartition(b";")[0]):
            continue
        parts = {
            name: value.decode("ascii", "replace")
            for name, value in match.groupdict(default=b"").items()
        }
        try:
            at = datetime.fromisoformat(parts["at"]).replace(tzinfo=UTC)
            at.astimezone(UTC) + timedelta(days=1)
        except (ValueError, OverflowError):
            continue
        sound += 1
        sessions, days = (
            tuple(filter(None, parts[key].split("+"))) for key in ("sessions", "days")
        )
        found[
            Seal(
                program=parts["program"],
                form=parts["form"],
                language=parts["language"],
                scope=_scope(parts, Chosen(sessions, days)),
                at=at,
                after=int(parts["after"]),
                position=int(parts["position"]),
                digest=parts["digest"],
            )
        ] = None
    return found, len(BEGUN.findall(data)) - sound


def _scope(parts: Mapping[str, str], part: Chosen) -> Scope:
    """Return what a seal says of its scope; a former program made no publication."""
    reader, _, times = parts["scope"].partition("+")
    position, _, after = parts["since"].partition("+")
    public: dict[str, Public] = {"publication": "publication", "public": "timekeeping"}
    return Scope(
        internal=reader == "internal",
        part=part,
        language=parts["language"],
        reader=None if reader == "internal" else public.get(reader, "timekeeping"),
        times=bool(times),
        since=Since(int(position), int(after)) if position else None,
    )


def _sum(told: bytes) -> str:
    return sha256(told).hexdigest()[:8]
