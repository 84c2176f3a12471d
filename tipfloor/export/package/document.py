"""A data package as a file: one zip with a table for each list, and the description of all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from tipfloor.export.data import lists_of
from tipfloor.export.package.describing import data_of, path_of, resource
from tipfloor.export.package.flattening import Table, tables_of
from tipfloor.export.program import program
from tipfloor.export.seal import seal_of
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain
from tipfloor.words.slug import slug
from tipfloor.zipping import zipped

DESCRIPTION = "datapackage.json"


class Delegation(Struct, frozen=True):
    """A delegation of the meeting: its code, its name, and whether it is a member state's."""

    code: str
    name: str
    state: bool


def written(snapshot: Snapshot) -> bytes:
    """Return the package: a description, and a CSV for each list and for what is nested in one."""
    tables = {table.name: (table, told) for table, told in _tables(snapshot)}
    parts = {path_of(table): data_of(table) for table, _ in tables.values()}
    every = {name: table for name, (table, _) in tables.items()}
    resources = [
        resource(table, parts[path_of(table)], every, told) for table, told in tables.values()
    ]
    text = json.dumps(_described(snapshot, resources), ensure_ascii=False, indent=2) + "\n"
    return zipped({DESCRIPTION: text.encode(), **parts})


def _tables(snapshot: Snapshot) -> Iterator[tuple[Table, str]]:
    """Give every table with what it holds; those nested in another say so."""
    plan = snapshot.whole.plan
    named = [Delegation(x.code, plan.name_of(x.code), x.state) for x in plan.delegations]
    [table] = tables_of("delegations", Delegation, named)
    yield table, str(Delegation.__doc__)
    for name, told in lists_of(snapshot).items():
        [kind] = get_args(get_type_hints(told)["return"])
        for table in tables_of(name, kind, list(told(snapshot))):
            yield table, (told.__doc__ or "").strip().partition("\n")[0]


def _described(snapshot: Snapshot, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the package says of itself, and of the record that it was made from."""
    about = snapshot.whole.plan.meeting
    at = snapshot.now.utc.astimezone(UTC).replace(tzinfo=None)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug(about.short_title),
        "title": plain(about.title),
        "description": beside([plain(about.body), plain(about.place)]),
        "created": f"{at.isoformat(timespec='milliseconds')}Z",
        "sources": [{"title": say("export.record_row", row=len(snapshot.history))}],
        "contributors": [{"title": plain(about.body)}],
        "resources": resources,
        "tipfloor": {
            "program": program(),
            "form": snapshot.form,
            "language": snapshot.language,
            "time_zone": about.time_zone,
            "rehearsal": snapshot.rehearsal,
            "events": len(snapshot.history),
            "digest": snapshot.digest,
            "broken_at": snapshot.broken,
            "seal": str(seal_of(snapshot, "package")),
        },
    }
