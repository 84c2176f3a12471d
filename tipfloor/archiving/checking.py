"""Checking an archive: every part against the manifest, the record's chain, and the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from tipfloor.archivefile import LARGEST, MANIFEST, PLAN, RECORD, Parts, opened
from tipfloor.core.ground.typed import body_left
from tipfloor.jsontext import read_json
from tipfloor.meetingfile import FaultsFound
from tipfloor.meetingfile.reading import plan_of
from tipfloor.proceedings import Proceedings
from tipfloor.store import StoreFault
from tipfloor.store.chain import checked
from tipfloor.store.in_memory import InMemoryStore


class Finding(NamedTuple):
    """Something that is not as the archive says: a code, and the part or position that it is of."""

    code: str
    what: str = ""


class Check(NamedTuple):
    """What is wrong with an archive, nothing where it is sound, its parts, and its form."""

    found: list[Finding]
    parts: int
    internal: bool


def check(path: Path) -> Check:
    """Check an archive.

    Raises NotARecord and StoreFault for what cannot be read as an archive. The file is only read,
    and of what the manifest does not list nothing at all.
    """
    with opened(path) as parts:
        number = len(parts.names) - 1
        try:
            manifest = read_json(parts.read(MANIFEST, LARGEST[MANIFEST]).decode("utf-8"))
            listed = {str(item["path"]): dict(item) for item in manifest["parts"]}
            stated = manifest["record"]["position"], manifest["record"]["digest"]
        except (ValueError, KeyError, TypeError):
            return Check([Finding("manifest")], number, internal=True)
        record = parts.read(RECORD, LARGEST[RECORD])
        found = [*_parts(parts, listed), *_record(record, stated, path)]
        if not found:
            plan = parts.read(PLAN, LARGEST[PLAN]) if PLAN in parts.names else b""
            found += _plan(plan, record, filed=manifest.get("plan") == "as filed", path=path)
        return Check(found, number, internal=manifest.get("form") != "public" or _holds(record))


def _holds(record: bytes) -> bool:
    """Tell whether a record holds notes or reasons as they were typed, whatever its form says."""
    try:
        with closing(InMemoryStore(record, Path())) as store:
            return any(
                body_left(row.kind, row.body, withheld_alone=True) is not None
                for row in store.rows()
            )
    except StoreFault:
        return True


def _parts(parts: Parts, listed: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    for name in sorted(listed.keys() - parts.names):
        yield Finding("missing", name)
    for name in sorted(parts.names - {MANIFEST}):
        if name not in listed:
            yield Finding("unlisted", name)
        elif parts.measured(name) != (listed[name].get("bytes"), listed[name].get("sha256")):
            yield Finding("altered", name)


def _record(record: bytes, stated: tuple[Any, Any], path: Path) -> Iterator[Finding]:
    try:
        with closing(InMemoryStore(record, path)) as store:
            held = checked(store.rows())
    except StoreFault:
        yield Finding("record")
        return
    if held.bad is not None:
        yield Finding("row", str(held.bad))
    elif isinstance(stated[0], int) and stated[0] > held.number:
        yield Finding("older_record", f"{held.number + 1}-{stated[0]}")
    elif stated != (held.number, held.digest):
        yield Finding("other_record")


def _plan(text: bytes, record: bytes, *, filed: bool, path: Path) -> Iterator[Finding]:
    try:
        plan = plan_of(text.decode("utf-8"), PLAN)
        with closing(Proceedings(InMemoryStore(record, path))) as proceedings:
            meeting = proceedings.meeting
    except (FaultsFound, UnicodeDecodeError):
        yield Finding("plan")
        return
    except StoreFault:
        yield Finding("record")
        return
    if plan != (meeting.filed_plan if filed else meeting.plan):
        yield Finding("other_plan")
