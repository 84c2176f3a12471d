"""Lines that every face can show: spans of text, each with the role that it plays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, Union, overload

from msgspec import Struct

from tipfloor.standing.cells import cells, shortened

Role = Literal[
    "plain",
    "strong",
    "quiet",
    "faint",
    "spoken",
    "here",
    "accent",
    "strong accent",
    "priority",
    "good",
    "done",
    "strong done",
    "caution",
    "strong caution",
    "warning",
    "strong warning",
    "bad",
    "undone",
    "band of warning",
    "band of alarm",
]
"""What a span is to whoever reads it; each face has its own way of showing each."""

EMPHASISED: dict[Role, Role] = {"plain": "strong", "accent": "strong accent"}
"""The role of a span in a line that stands out; every other role stays."""


class Span(NamedTuple):
    """A piece of a line and its role."""

    text: str
    role: Role = "plain"


Part: TypeAlias = Union["Line", str, tuple[str, Role]]


class Line(Struct, frozen=True):
    """A line of text; two of the same spans are equal, and one without text is false."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, *parts: Part) -> Line:
        """Return a line from its parts: lines, plain texts, and texts with a role."""
        return cls(tuple(chain.from_iterable(map(_spans, parts))))

    @property
    def text(self) -> str:
        """The line without its roles."""
        return "".join(span.text for span in self.spans)

    @property
    def cells(self) -> int:
        """How many cells of a terminal it takes."""
        return cells(self.text)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def truncated(self, width: int, *, ellipsis: bool = True, pad: bool = False) -> Line:
        """Return the line cut to a width in cells, or with `pad` filled up to it."""
        spare = width - self.cells
        if spare >= 0:
            return Line.of(self, " " * spare) if pad else self
        return Line(tuple(_within(self.spans, shortened(self.text, width, ellipsis=ellipsis))))

    def emphasised(self) -> Line:
        """Return the line as it stands out among others."""
        return Line(tuple(Span(text, EMPHASISED.get(role, role)) for text, role in self.spans))


Lines: TypeAlias = tuple[Line, ...]

EMPTY = Line()

Item = TypeVar("Item")


class LinesOf(Sequence[Line], Generic[Item]):
    """Lines of which each is told only when it is looked at: a screen shows few of many."""

    def __init__(self, items: Sequence[Item], tell: Callable[[Item], Line]) -> None:
        self._items, self._tell = items, tell

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Line: ...

    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...

    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        if isinstance(place, slice):
            return [self._tell(item) for item in self._items[place]]
        return self._tell(self._items[place])


def joined(between: str, lines: Iterable[Line]) -> Line:
    """Return one line from several, with a plain text between them."""
    parts: list[Part] = []
    for line in lines:
        parts += (between, line) if parts else (line,)
    return Line.of(*parts)


def _spans(part: Part) -> Iterator[Span]:
    """Yield the spans of a part, none without text."""
    if isinstance(part, Line):
        yield from part.spans
        return
    span = Span(part) if isinstance(part, str) else Span(*part)
    if span.text:
        yield span


def _within(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield a shortened text with the roles that stood at its places."""
    begin = 0
    for was, role in spans:
        if piece := text[begin : begin + len(was)]:
            yield Span(piece, role)
        begin += len(was)
