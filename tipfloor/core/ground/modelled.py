"""The pydantic model of a kind of values, derived from its fields: lenient, and with every fault.

It is imported where something from outside cannot be read by the letter, or is asked to be
described; the program itself starts and works without it.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, asdict, fields
from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NaiveDatetime,
    StringConstraints,
    ValidationError,
    create_model,
)

from tipfloor.core.ground.value import DEEPEST, Between, Trimmed, Unfit, Value

Kind = TypeVar("Kind", bound=Value)

BOUNDS = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length")


def read(kind: type[Kind], given: Any) -> Kind:
    """Return the value of fields in Python. Raises Unfit."""
    with _faults():
        return _valued(kind, model_of(kind).model_validate(_plain(given)))


def read_json(kind: type[Kind], text: str | bytes) -> Kind:
    """Return the value of fields in JSON, by the letter. Raises Unfit."""
    with _faults():
        return _valued(kind, model_of(kind).model_validate_json(text, strict=True))


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise Unfit(str(error), error.errors(include_url=False)) from None


@cache
def model_of(kind: type[Struct]) -> type[BaseModel]:
    """Return the model of a kind of values, its fields in their order."""
    literal = bool(getattr(kind, "LITERAL", False))
    config = ConfigDict(frozen=True, extra="forbid", strict=literal)
    found: dict[str, Any] = {
        field.name: (_annotation(field.type), _default(field)) for field in fields(kind)
    }
    made: type[BaseModel] = create_model(
        kind.__name__, __config__=config, __doc__=kind.__doc__, **found
    )
    return made


def _valued(kind: type[Kind], model: BaseModel) -> Kind:
    return msgspec.convert(model.model_dump(), kind)


def _plain(given: Any, depth: int = 0) -> Any:
    """Return what is given with the fields of values in their place, as deep as values go."""
    if isinstance(given, Struct):
        given = asdict(given)
    if depth > DEEPEST:
        return given
    if isinstance(given, dict):
        return {name: _plain(value, depth + 1) for name, value in given.items()}
    return tuple(_plain(one, depth + 1) for one in given) if isinstance(given, tuple) else given


def _default(field: FieldInfo) -> Any:
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    if isinstance(field.default, Struct):
        return model_of(type(field.default))(**_plain(field.default))
    return ... if field.default is NODEFAULT else field.default


def _annotation(of: Any) -> Any:
    """Return an annotation of msgspec's as pydantic has it."""
    origin, inner = get_origin(of), get_args(of)
    if origin is Annotated:
        return _constrained(inner[0], inner[1:])
    if origin in (Union, types.UnionType):
        return reduce(or_, map(_annotation, inner))
    if origin in (tuple, dict, list, frozenset):
        return origin[tuple(one if one is ... else _annotation(one) for one in inner)]
    return model_of(of) if isinstance(of, type) and issubclass(of, Struct) else of


def _constrained(of: Any, marks: tuple[Any, ...]) -> Any:
    zone = next((mark.tz for mark in marks if isinstance(mark, Meta) and mark.tz is not None), None)
    if of is datetime and zone is not None:
        return AwareDatetime if zone else NaiveDatetime
    return Annotated[(_annotation(of), *_constraints(of, marks))]


def _constraints(of: Any, marks: tuple[Any, ...]) -> Iterator[Any]:
    found: dict[str, Any] = {}
    for mark in marks:
        if isinstance(mark, Meta):
            found |= {name: getattr(mark, name) for name in BOUNDS}
            found["pattern"] = mark.pattern and _pattern(mark.pattern)
        elif isinstance(mark, Between):
            found |= {"ge": mark.first, "le": mark.last}
        elif isinstance(mark, Trimmed):
            found |= {"strip_whitespace": True, "to_upper": mark.upper or None}
            if mark.number:
                yield BeforeValidator(lambda given: str(given) if type(given) is int else given)
    stated = {name: value for name, value in found.items() if value is not None}
    if stated:
        yield StringConstraints(**stated) if of is str else Field(**stated)


def _pattern(text: str) -> str:
    r"""Return a pattern with `$` for the end, where Python's `$` lets a line feed follow."""
    return text.replace(r"\A", "^").replace(r"\Z", "$")
