"""Plans that are the meeting's own but for one thing, which perhaps no plan can have."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec

from tests.reliability import texts
from tipfloor.core.plan.plan import Plan

Tables = dict[str, Any]

ZONES = ("America/Lima", "Asia/Kathmandu", "Pacific/Apia", "UTC")
NO_ZONES = ("Mars/Olympus", "", "../../etc/passwd", "America", "UTC\0", "posixrules", "a" * 300)


def another_plan(chance: Random, plan: Plan) -> Tables:
    """Return the tables of a plan in which one or two things are otherwise."""
    tables: Tables = msgspec.json.decode(msgspec.json.encode(plan))
    for _ in range(chance.randint(1, 2)):
        chance.choice(CHANGES)(chance, tables)
    return tables


def _zone(chance: Random, tables: Tables) -> None:
    tables["meeting"]["time_zone"] = chance.choice(ZONES if chance.random() < 0.6 else NO_ZONES)


def _days(chance: Random, tables: Tables) -> None:
    tables["meeting"]["days"] = [chance.choice(texts.DATES) for _ in range(chance.randint(1, 2))]


def _times(chance: Random, tables: Tables) -> None:
    row = chance.choice(tables["moments"] + tables["sessions"])
    row[chance.choice(["starts", "ends"])] = chance.choice([*texts.TIMES, None])


def _title(chance: Random, tables: Tables) -> None:
    row = chance.choice(tables["moments"] + tables["sessions"])
    row["title"] = texts.text(chance, 0.8)


def _name(chance: Random, tables: Tables) -> None:
    chance.choice(tables["delegations"])["name"]["en"] = texts.text(chance, 0.8)


def _rule(chance: Random, tables: Tables) -> None:
    rule = chance.choice(["limit_seconds", "changeover_seconds", "quorum_to_decide", "at_limit"])
    tables["rules"][rule] = chance.choice([*texts.NUMBERS, "alert", 45])


def _fewer(chance: Random, tables: Tables) -> None:
    name = chance.choice(["delegations", "sessions", "moments", "elections", "documents"])
    if tables[name]:
        del tables[name][chance.randrange(len(tables[name]))]


def _twice(chance: Random, tables: Tables) -> None:
    rows = tables[chance.choice(["delegations", "sessions", "moments"])]
    rows.extend(rows[:1])


def _order(chance: Random, tables: Tables) -> None:
    chance.shuffle(tables[chance.choice(["delegations", "sessions", "moments"])])


def _language(chance: Random, tables: Tables) -> None:
    tables["meeting"]["language"] = chance.choice(["es", "pt", "fr", "en", "de", ""])


def _more(chance: Random, tables: Tables) -> None:
    code = "".join(chance.choice("QXZ") for _ in range(3))
    tables["delegations"].append({"code": code, "name": {"en": texts.text(chance, 0.5)}})


CHANGES = (
    _zone,
    _days,
    _times,
    _title,
    _name,
    _rule,
    _fewer,
    _twice,
    _order,
    _language,
    _more,
    _more,
)
