"""Acts as they come in: a line of JSON, or words on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple, get_args, get_origin, get_type_hints

from tipfloor.commands.act_names import Unclear, with_codes
from tipfloor.commands.expecting import MOST_FAULTS, what_is_wrong
from tipfloor.core.course.adopting_a_plan import AdoptPlan
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Unfit
from tipfloor.core.plan.plan import Plan
from tipfloor.core.plan.translations import fields_by_language
from tipfloor.core.rooms import ACTS
from tipfloor.jsontext import read_json
from tipfloor.store.acts import read_act
from tipfloor.words import say
from tipfloor.words.joining import apart, beside

LONGEST_LINE = 1_000_000
"""Bytes of one act; the longest, a whole plan of 500 delegations, has a tenth of them."""

ID = "act"
"""Beside the fields of an act in JSON: the id that whoever asks has given it."""

_SETTING = re.compile(r"([A-Za-z_-]+)=(.*)", re.DOTALL)


class Unread(Refused):
    """An act that cannot be read; `message` says what is expected instead."""

    def __init__(self, code: str, message: str, **facts: str) -> None:
        super().__init__(code, Rule.KNOWN_ACTS)
        self.facts = {**facts}
        self.message = message


def lines_of(source: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line as it comes, None for one that is too long."""
    while line := source.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = source.readline(LONGEST_LINE)
        yield None


class Asked(NamedTuple):
    """An act that is asked, and the id that whoever asks has given it, if any."""

    act: Act
    id: str | None = None


def asked_of_line(line: bytes | None, plan: Plan | None = None) -> Asked:
    """Read an act from a line of JSON, by the letter: no text for a number. Raises Unread.

    Beside its fields the line may have `act`, the act's id. With a plan, delegations may be given
    by name, as in words.
    """
    if line is None:
        raise _malformed(say("cli.line_too_long", longest=f"{LONGEST_LINE:,}"))
    try:
        text = line.decode("utf-8-sig").strip()
        data = read_json(text, _each_once)
    except UnicodeDecodeError:
        raise _malformed(say("cli.line_not_utf_8")) from None
    except ValueError:
        raise _malformed(say("cli.line_not_json")) from None
    kind = _kind(data)
    fields = {name: value for name, value in data.items() if name != ID}
    try:
        coded = with_codes(kind, fields, plan) if plan else fields
        coded = _with_texts(kind, coded, plan)
        read = text if coded == data else json.dumps(coded)
        act = kind.model_validate_json(read)
    except Unclear as unclear:
        raise _malformed(str(unclear)) from None
    except Unfit as error:
        raise _malformed(what_is_wrong(kind, error)) from None
    if isinstance(act, AdoptPlan):
        _check(act.plan)
    return Asked(act, _id(data.get(ID)))


def asked_of_words(words: list[str], given: str | None, plan: Plan | None = None) -> Asked:
    """Read an act from words, with the id given beside them. Raises Unread."""
    return Asked(act_of_words(words, plan), _id(given))


def act_of_words(words: list[str], plan: Plan | None = None) -> Act:
    """Read an act from words: its kind, its fields in order, `name=value` for any. Raises Unread.

    The order is that of the schema. A word that does not fit its field is refused, never put into
    another. Dashes stand for underscores in names; commas part the members of a list. A delegation
    is given by code or, with a plan, by name, as at the desk.
    """
    kind = _kind({"kind": _name(words[0])})
    in_order = [name for name in kind.__struct_fields__ if name != "kind"]
    if kind.needs_words and not words[1:]:
        raise _malformed(say("cli.words_needed", fields=beside(in_order)))
    given: dict[str, Any] = {}
    for word in words[1:]:
        setting = _SETTING.fullmatch(word)
        name = _name(setting[1]) if setting else next((n for n in in_order if n not in given), None)
        if name is None or name in given:
            raise _malformed(say("cli.too_many_words", word=word, fields=beside(in_order)))
        given[name] = _value(kind, name, setting[2] if setting else word)
    try:
        coded = with_codes(kind, given, plan) if plan else given
        languages = plan.languages if plan else ()
        return kind.model_validate(fields_by_language(coded, kind.worded, languages))
    except Unclear as unclear:
        raise _malformed(str(unclear)) from None
    except Unfit as error:
        raise _malformed(what_is_wrong(kind, error, given)) from None


def _with_texts(kind: type[Act], fields: dict[str, Any], plan: Plan | None) -> dict[str, Any]:
    """Return the fields of an act with its texts by language where the act has them.

    Those of a whole plan may stand as a meeting file has them.
    """
    if kind is AdoptPlan and isinstance(fields.get("plan"), dict):
        from tipfloor.meetingfile.wording import told_plan

        return {**fields, "plan": told_plan(fields["plan"])}
    tables = [name for name in kind.worded if isinstance(fields.get(name), dict)]
    languages = plan.languages if plan else tuple(fields[tables[0]]) if tables else ()
    return fields_by_language(fields, tables, languages)


def _kind(data: object) -> type[Act]:
    """Return the class of the act. Raises Unread where there is none of its kind."""
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise _malformed(say("cli.no_kind"))
    given = data["kind"]
    if given in ACTS:
        return ACTS[given]
    import difflib

    near = difflib.get_close_matches(given[:60], ACTS, n=1)
    if near:
        message = say("cli.unknown_act_near", given=given[:60], near=near[0])
        raise Unread("unknown_act", message, given=given[:60], nearest=near[0])
    raise Unread("unknown_act", say("cli.unknown_act", given=given[:60]), given=given[:60])


def _check(plan: Plan) -> None:
    """Hold a plan that is told against all that a meeting file is held against. Raises Unread."""
    from tipfloor.meetingfile import FaultsFound
    from tipfloor.meetingfile.reading import plan_of
    from tipfloor.meetingfile.writing import toml_of

    try:
        plan_of(toml_of(plan), say("cli.plan_told"))
    except FaultsFound as found:
        said = [f"{fault.path}: {fault.expected}" for fault in found.faults[:MOST_FAULTS]]
        message = say("cli.plan_at_fault", faults=apart(said))
        raise Unread("plan_at_fault", message, faults=apart(said)) from None


def _id(given: object) -> str | None:
    """Return the id of an act as the record keeps it. Raises Unread for what is no UUID."""
    if given is None:
        return None
    read = read_act(given) if isinstance(given, str) else None
    if read is None:
        raise _malformed(say("cli.not_an_id"))
    return read


def _malformed(expected: str) -> Unread:
    return Unread("malformed_act", say("cli.malformed_act", expected=expected), expected=expected)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that is stated twice: nobody could say which is meant."""
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def _name(word: str) -> str:
    return word.replace("-", "_").lower()


def _is_list(annotation: Any) -> bool:
    """Tell whether a field takes a list, be it one that may be left out."""
    return any(get_origin(kind) is tuple for kind in (annotation, *get_args(annotation)))


def _value(kind: type[Act], name: str, word: str) -> str | list[str]:
    if name in kind.__struct_fields__ and _is_list(get_type_hints(kind)[name]):
        return [member for member in word.split(",") if member]
    return word
