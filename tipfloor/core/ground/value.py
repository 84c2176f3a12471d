"""What acts, events and plans are made of: frozen values, given by name, closed to other fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from importlib import import_module
from inspect import get_annotations
from types import CodeType
from typing import Any, ClassVar, NamedTuple, Self, dataclass_transform, get_args, get_type_hints

import msgspec
from msgspec import NODEFAULT, Struct, StructMeta
from msgspec.structs import FieldInfo, asdict, fields, force_setattr

WHITE = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""The characters with Unicode's property White_Space; Python's own blanks are four more."""

DEEPEST = 8
"""Levels of tables and lists within one another, of which a plan has five."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, as bytes that are no UTF-8 leave it in a text: no file can hold it."""


class Unfit(ValueError):
    """Fields that are not what a value admits; its text says so in English.

    `faults` has every one of what comes from outside, as pydantic tells them: `loc`, `type`,
    `input` and more.
    """

    def __init__(self, text: str, faults: Sequence[Any] = ()) -> None:
        super().__init__(text)
        self.faults = faults


class Trimmed(NamedTuple):
    """Of a text in an annotation: blanks around it are taken away, and `upper` makes capitals.

    With `number` a whole number is taken for its digits.
    """

    upper: bool = False
    number: bool = False

    def kept(self, value: Any) -> Any:
        """Return a text as it is kept, each text of several, and anything else as it is."""
        if isinstance(value, str):
            text = value.strip(WHITE)
            return text.upper() if self.upper else text
        if isinstance(value, dict):
            return {name: self.kept(one) for name, one in value.items()}
        return tuple(map(self.kept, value)) if isinstance(value, list | tuple) else value


class Between(NamedTuple):
    """Of a date in an annotation: the first and the last that it may be."""

    first: date
    last: date


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Shared:
    """Fields and methods of several kinds, which each of them has as if they were its own.

    No struct comes from two others: what is shared is put in where a kind is declared. A class of
    it has `__slots__ = ()`.
    """

    __slots__ = ()


class Declaring(StructMeta):
    """Makes the classes of values: fields by name, shared ones put in, kinds registered."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any
    ) -> Any:
        """Return a class of values; one with a `kind` is registered by it where kinds are."""
        shared = [of for base in reversed(bases) for of in reversed(base.__mro__) if _shares(of)]
        if shared:
            _put_in(namespace, dict.fromkeys(shared))
        kind = namespace.get("kind")
        made: Any = super().__new__(cls, name, bases, namespace, **{"kw_only": True, **config})
        if isinstance(kind, str) and hasattr(made, "KINDS"):
            made.KINDS.declare(kind, made)
        else:
            resolve(made)
        return made


def resolve(kind: type) -> None:
    """Make the annotations of a class, which are texts, what they mean.

    Typing does so too, and takes ten times as long. A kind that is registered is resolved when its
    fields are first asked for. Rooms whose kinds every start needs have no texts but what is meant:
    they go without the import that makes annotations texts.
    """
    names, given = vars(import_module(kind.__module__)), get_annotations(kind)
    kind.__annotations__ = {
        name: eval(_compiled(of), names) if isinstance(of, str) else of
        for name, of in given.items()
    }


@cache
def _compiled(annotation: str) -> CodeType:
    return compile(annotation, "<annotation>", "eval")


def _shares(of: type) -> bool:
    return issubclass(of, Shared) and not issubclass(of, Struct) and of is not Shared


def _put_in(namespace: dict[str, Any], shared: Mapping[type, None]) -> None:
    """Put fields that are shared before a kind's own; what the kind declares anew stays its own."""
    annotations: dict[str, Any] = {}
    defaults: dict[str, Any] = {}
    for of in shared:
        hints = get_type_hints(of, include_extras=True)
        for name in get_annotations(of):
            annotations[name] = hints[name]
            defaults |= {name: getattr(of, name)} if hasattr(of, name) else {}
    namespace |= {name: value for name, value in defaults.items() if name not in namespace}
    namespace["__annotations__"] = {**annotations, **namespace.get("__annotations__", {})}


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value(Struct, metaclass=Declaring, frozen=True, forbid_unknown_fields=True):
    """A frozen value of named fields, which msgspec reads and writes.

    What people and scripts send is read leniently and told with every fault: by the pydantic model
    that is derived from the fields, and made only where msgspec cannot read it.
    """

    LITERAL: ClassVar[bool] = False
    """Whether no value from outside is taken for one of another type."""

    @classmethod
    def model_validate(cls, fields: Any) -> Self:
        """Return the value of fields from outside. Raises Unfit."""
        if is_tidy(fields):
            with suppress(msgspec.ValidationError):
                return msgspec.convert(fields, cls)
        from tipfloor.core.ground.modelled import read

        return read(cls, fields)

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """Return the value of fields in JSON, by the letter: no text for a number. Raises Unfit."""
        with suppress(msgspec.DecodeError, UnicodeEncodeError):
            fields = msgspec.json.decode(text)
            if is_tidy(fields):
                return msgspec.convert(fields, cls)
        from tipfloor.core.ground.modelled import read_json

        return read_json(cls, text)

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """Return the JSON schema of what is read."""
        from tipfloor.core.ground.modelled import model_of

        return model_of(cls).model_json_schema()


class Checked(Value):
    """A value that people and scripts make: its texts are trimmed and all its fields checked."""

    def __post_init__(self) -> None:
        manner = _manner_of(type(self))
        for name, trimmed in manner.trimmed:
            if (given := getattr(self, name)) is not None:
                force_setattr(self, name, trimmed.kept(given))
        try:
            msgspec.convert(self, manner.admitted, from_attributes=True)
            msgspec.json.encode(self)
        except msgspec.ValidationError as error:
            raise Unfit(str(error)) from None
        except UnicodeEncodeError:
            raise Unfit("half a character") from None
        if manner.between:
            refuse_beyond(manner.between, asdict(self))


class _Manner(NamedTuple):
    """How the fields of a kind are kept, by their annotations; `admitted` admits what is kept."""

    trimmed: Sequence[tuple[str, Trimmed]]
    between: Sequence[tuple[str, Between]]
    admitted: Any


@cache
def _manner_of(kind: type[Value]) -> _Manner:
    stated = _stated(kind)
    types = {name: stated[name] for name in kind.__struct_fields__}
    return _Manner(
        [(name, found) for name, of in types.items() if (found := marked(of, Trimmed))],
        betweens(kind),
        msgspec.defstruct(kind.__name__, types.items(), kw_only=True),
    )


@cache
def betweens(kind: type[Value]) -> Sequence[tuple[str, Between]]:
    """Return the fields of a kind that are dates within bounds."""
    stated = _stated(kind)
    return [
        (name, found)
        for name in kind.__struct_fields__
        if (found := marked(stated[name], Between)) is not None
    ]


def _stated(kind: type[Struct]) -> dict[str, Any]:
    """Return the annotations of a kind and of those that it is of, as `resolve` makes them."""
    stated = dict[str, Any]()
    for base in reversed(kind.__mro__):
        if any(isinstance(of, str) for of in get_annotations(base).values()):
            resolve(base)
        stated |= get_annotations(base)
    return stated


def defaults(kind: type[Struct]) -> dict[str, Any]:
    """Return what the fields of a kind are that may be left out, by name, in their order."""
    return {
        field.name: field.default if field.default_factory is NODEFAULT else field.default_factory()
        for field in _may_be_left_out(kind)
    }


@cache
def _may_be_left_out(kind: type[Struct]) -> tuple[FieldInfo, ...]:
    return tuple(field for field in fields(kind) if not field.required)


def refuse_beyond(between: Sequence[tuple[str, Between]], fields: Mapping[str, Any]) -> None:
    """Raise Unfit where a date, or one of several, is beyond its bounds."""
    for name, (first, last) in between:
        value = fields[name]
        for day in value if isinstance(value, list | tuple) else (value,):
            if day is not None and not first <= day <= last:
                raise Unfit(f"{name}: {day}")


def marked(annotation: Any, marker: type[Any]) -> Any:
    """Return the first marker of a type in an annotation, however deep, None where none is."""
    return next(_marks(annotation, marker), None)


def _marks(annotation: Any, marker: type[Any]) -> Iterator[Any]:
    yield from (one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, marker))
    for inner in get_args(annotation):
        yield from _marks(inner, marker)


def is_tidy(value: Any, depth: int = 0) -> bool:
    """Tell whether no text within a value has blanks around it or half a character in it.

    What lies deeper than anything does that is made here is not looked at, and not tidy.
    """
    if value is None or isinstance(value, int | float):
        return True
    if isinstance(value, str):
        return value == value.strip(WHITE) and (value.isascii() or not _HALF.search(value))
    if isinstance(value, Mapping):
        within: Any = value.values()
    elif isinstance(value, list | tuple):
        within = value
    else:
        return True
    if depth >= DEEPEST:
        return False
    return all(item is None or is_tidy(item, depth + 1) for item in within)
