"""Write tables of keys, commands, rules, acts, deeds and rooms: `python docs/tables.py`.

The guide's tables stand between two marks and are replaced; `rules.md`, `acts.md`, `deeds.md`
and the directories of rooms are whole. With `--check` nothing is written, and the files that differ
are named.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import _SubParsersAction
from collections.abc import Iterable, Mapping
from importlib import import_module
from operator import itemgetter
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from msgspec.structs import fields

import tipfloor.core
import tipfloor.desk.deeds
from tipfloor.cli import parser
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.fields import LONGEST_LIMIT
from tipfloor.core.ground.refusal import Rule
from tipfloor.core.plan.rules import Rules, RuleTexts
from tipfloor.core.rooms import ACTS, EVENTS
from tipfloor.desk.deeds.registry import DEEDS, OFFERED
from tipfloor.desk.keys import KEYS
from tipfloor.words import say

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs/guide.md"

RULES_HEAD = """# Rules of a meeting file

What the table `[rules]` of a meeting file can set, and what holds where it says nothing. Each
refusal names the rule behind it; `[rules.texts]` words it as the meeting's own rules do.
"""
REFUSALS_HEAD = """## Rules that a refusal names

In the answers of `tell` the rule stands by its name, on screens in these words where the meeting
file has none of its own.
"""
ACTS_HEAD = """# Acts

What `tipfloor tell` takes: the kind of act, then its fields in this order, or `name=value` for any.
A field in brackets can be left out. `tipfloor acts` has the same as a JSON Schema.
"""


DEEDS_HEAD = """# Deeds

Everything that the desk does: by a key, by a letter behind `n` in the moments that need it, and in
the palette (`^p`) by its name.
"""


def files() -> dict[Path, str]:
    """Return each file with a table, as it should be."""
    _load_all(tipfloor.core)
    _load_all(tipfloor.desk.deeds)
    guide = GUIDE.read_text(encoding="utf-8")
    for name, rows in (("keys", _keys()), ("commands", _commands())):
        guide = _between(guide, name, rows)
    return {
        GUIDE: guide,
        ROOT / "docs/rules.md": RULES_HEAD + "\n" + _rules(),
        ROOT / "docs/acts.md": ACTS_HEAD + "\n" + _acts(),
        ROOT / "docs/deeds.md": DEEDS_HEAD + "\n" + _deeds(),
        ROOT / "tipfloor/core/ground/directory.py": _directory(
            "Where each kind of the core is declared",
            EVENTS=EVENTS.declared(),
            ACTS=ACTS.declared(),
        ),
        ROOT / "tipfloor/desk/deeds/directory.py": _directory(
            "Where each deed is declared", DEEDS=DEEDS.declared()
        ),
        ROOT / "tipfloor/desk/letters.py": _letters(),
    }


def _load_all(package: ModuleType) -> None:
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)


def _directory(sentence: str, **tables: Mapping[str, Any]) -> str:
    """Return a module that says in which room of its package each thing is declared."""
    parts = [f'"""{sentence}; written by docs/tables.py."""\n']
    for table, declared in tables.items():
        rows = sorted(((name, _room(thing)) for name, thing in declared.items()), key=itemgetter(1))
        parts.append(f"{table} = {{\n" + "".join(f'    "{a}": "{b}",\n' for a, b in rows) + "}\n")
    return "\n".join(parts)


def _letters() -> str:
    """Return a module with the letter of each deed that the key of business offers."""
    rows = sorted((item.name, item.letter) for item in OFFERED.values())
    told = "".join(f'    "{name}": "{letter}",\n' for name, letter in rows)
    head = '"""The letter of each deed behind the key of business; written by docs/tables.py."""'
    return f"{head}\n\nLETTERS = {{\n{told}}}\n"


def _room(thing: Any) -> str:
    """Return the module that declares something, as seen from the package of its directory."""
    module: str = thing.__module__
    return module.removeprefix("tipfloor.core").removeprefix("tipfloor.desk.deeds")


def _between(text: str, name: str, rows: str) -> str:
    """Put rows in place of what stands between the two marks of a table."""
    begin, end = f"<!-- {name}: written by docs/tables.py -->\n", f"<!-- {name}: end -->"
    found = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not found.search(text):
        raise SystemExit(f"docs/guide.md has no marks of the table of {name}")
    return found.sub(lambda _: f"{begin}{rows}{end}", text)


def _keys() -> str:
    return _table(("Key", "Does"), ((f"`{key.shown}`", key.help) for key in KEYS))


def _commands() -> str:
    actions = (item for item in parser()._actions if isinstance(item, _SubParsersAction))
    rows = (
        (f"`tipfloor {choice.dest}`", f"{choice.help or ''}")
        for action in actions
        for choice in action._choices_actions
    )
    return _table(("Command", "Does"), rows)


def _rules() -> str:
    head = ("Rule", "Where it says nothing", "Expected")
    rows = [
        (f"`{field.name}`", f"`{_shown(field.default)}`", _described(field.name))
        for field in fields(Rules)
        if field.name != "texts"
    ]
    rows += [
        (f"`texts.{name}`", "the program's words", _described(f"texts_{name}"))
        for name in RuleTexts.worded
    ]
    named = ((f"`{rule}`", say(f"refusals.rule_{rule}")) for rule in Rule)
    return _table(head, rows) + "\n" + REFUSALS_HEAD + "\n" + _table(("Name", "Words"), named)


def _described(name: str) -> str:
    return say(f"faults.field_{name}", longest=LONGEST_LIMIT)


def _shown(value: object) -> str:
    """Return a value as TOML writes it."""
    if value is None:
        return "(left out)"
    return json.dumps(list(value) if isinstance(value, tuple) else value)


def _acts() -> str:
    return _table(("Act", "Fields", "Does"), (_act(kind, ACTS[kind]) for kind in sorted(ACTS)))


def _act(kind: str, act: type[Act]) -> tuple[str, str, str]:
    parts = (
        f"`{field.name}`" if field.required else f"`[{field.name}]`"
        for field in fields(act)
        if field.name != "kind"
    )
    first = (act.__doc__ or "").strip().splitlines()[0]
    return f"`{kind.replace('_', '-')}`", " ".join(parts), first


def _deeds() -> str:
    from tipfloor.desk.deeds.rooms import WITHOUT_A_KEY

    keys = {key.action: f"`{key.shown}`" for key in KEYS}
    rows = (
        (
            say(f"keys.{name}").capitalize(),
            keys.get(name, ""),
            f"`n {OFFERED[name].letter}`" if name in OFFERED else "",
            say(f"keys.{name}_help"),
        )
        for name in (*keys, *WITHOUT_A_KEY)
    )
    return _table(("Deed", "Key", "Business", "Does"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    cells = ([cell.replace("|", "\\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def main(words: list[str]) -> int:
    """Write what differs, or only name it; 1 where --check finds a difference."""
    checking = words == ["--check"]
    differing = [
        path
        for path, text in files().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in differing:
        print(f"{path.relative_to(ROOT)} {'differs from the program' if checking else 'written'}")
        if not checking:
            path.write_text(files()[path], encoding="utf-8")
    return int(checking and bool(differing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
