"""Checking an archive: every part against the manifest, the record's chain, and the plan."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tipfloor.archivefile import MANIFEST, PLAN, RECORD, parts_of
from tipfloor.meetingfile import FaultsFound
from tipfloor.meetingfile.reading import plan_of
from tipfloor.proceedings import Proceedings
from tipfloor.store import StoreFault
from tipfloor.store.chain import first_bad_position
from tipfloor.store.held import HeldStore


class Finding(NamedTuple):
    """Something that is not as the archive says: a code, and the part or position that it is of."""

    code: str
    what: str = ""


def check(path: Path) -> tuple[list[Finding], int]:
    """Return what is wrong with an archive, nothing where it is sound, and its number of parts.

    Raises NotARecord and StoreFault for what cannot be read as an archive. The file is only read.
    """
    parts = parts_of(path)
    try:
        manifest = json.loads(parts.pop(MANIFEST))
        listed = {str(item["path"]): item for item in manifest["parts"]}
        record = manifest["record"]["position"], manifest["record"]["digest"]
    except (ValueError, KeyError, TypeError):
        return [Finding("manifest")], len(parts)
    found = [*_parts(parts, listed), *_record(parts, record, path)]
    if not found:
        found += _plan(parts, filed=manifest.get("plan") == "as filed", path=path)
    return found, len(parts)


def _parts(parts: Mapping[str, bytes], listed: Mapping[str, Any]) -> Iterator[Finding]:
    for name in listed.keys() - parts.keys():
        yield Finding("missing", name)
    for name, data in parts.items():
        if name not in listed:
            yield Finding("unlisted", name)
        elif (len(data), sha256(data).hexdigest()) != (
            listed[name].get("bytes"),
            listed[name].get("sha256"),
        ):
            yield Finding("altered", name)


def _record(parts: Mapping[str, bytes], stated: tuple[Any, Any], path: Path) -> Iterator[Finding]:
    try:
        with closing(HeldStore(parts[RECORD], path)) as store:
            rows = store.read()
    except StoreFault:
        yield Finding("record")
        return
    bad = first_bad_position(rows) if rows else 1
    if bad is not None:
        yield Finding("row", str(bad))
    elif stated != (len(rows), rows[-1].digest):
        yield Finding("other_record")


def _plan(parts: Mapping[str, bytes], *, filed: bool, path: Path) -> Iterator[Finding]:
    try:
        plan = plan_of(parts.get(PLAN, b"").decode("utf-8"), PLAN)
        with closing(Proceedings(HeldStore(parts[RECORD], path))) as proceedings:
            meeting = proceedings.meeting
    except (FaultsFound, UnicodeDecodeError):
        yield Finding("plan")
        return
    except StoreFault:
        yield Finding("record")
        return
    if plan != (meeting.filed_plan if filed else meeting.plan):
        yield Finding("other_plan")
