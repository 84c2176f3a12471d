"""A log: a sequence that only grows, of which an older value costs next to nothing to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar, overload

Item = TypeVar("Item", covariant=True)
Other = TypeVar("Other")

Found = TypeVar("Found")

CHUNK = 128
"""Items that lie in one piece: appending copies fewer, and once in so many times the pieces."""

PIECES_KEPT = 8_192
"""Findings in pieces that are kept: of eight functions, for a record of a hundred thousand."""

_kept: dict[tuple[int, object], tuple[object, tuple[Any, ...]]] = {}


class Log(Sequence[Item], Generic[Item]):
    """Behaves as the tuple of its items; a longer one shares all but its last items with it."""

    __slots__ = ("_chunks", "_tail")

    _chunks: tuple[tuple[Item, ...], ...]
    _tail: tuple[Item, ...]

    def __init__(self, items: Iterable[Item] = ()) -> None:
        every = tuple(items)
        whole = len(every) - len(every) % CHUNK
        self._chunks = tuple(every[at : at + CHUNK] for at in range(0, whole, CHUNK))
        self._tail = every[whole:]

    def appended(self: Log[Other], item: Other) -> Log[Other]:
        """Return the log with one more item behind the others."""
        tail = (*self._tail, item)
        if len(tail) < CHUNK:
            return _of(self._chunks, tail)
        return _of((*self._chunks, tail), ())

    def extended(self: Log[Other], items: Iterable[Other]) -> Log[Other]:
        """Return the log with more items behind the others."""
        more = tuple(items)
        if not more:
            return self
        if len(self._tail) + len(more) < CHUNK:
            return _of(self._chunks, self._tail + more)
        rest: Log[Other] = Log(self._tail + more)
        return _of((*self._chunks, *rest._chunks), rest._tail)

    def replaced(self: Log[Other], place: int, item: Other) -> Log[Other]:
        """Return the log with another item at a place, counted from 0, or from the end below it."""
        chunk, within = divmod(self._index(place), CHUNK)
        if chunk == len(self._chunks):
            return _of(self._chunks, _put(self._tail, within, item))
        newer = _put(self._chunks[chunk], within, item)
        return _of(_put(self._chunks, chunk, newer), self._tail)

    def inserted(self: Log[Other], place: int, item: Other) -> Log[Other]:
        """Return the log with one more item before the one at a place."""
        whole = min(max(place, 0), len(self)) // CHUNK
        behind = [*chain.from_iterable(self._chunks[whole:]), *self._tail]
        behind.insert(place - whole * CHUNK, item)
        rest: Log[Other] = Log(behind)
        return _of((*self._chunks[:whole], *rest._chunks), rest._tail)

    def by_piece(
        self: Log[Other], function: Callable[[tuple[Other, ...]], tuple[Found, ...]]
    ) -> tuple[Found, ...]:
        """Return what a function of this module's callers finds in all pieces, one behind another.

        What it finds in a piece that is full is found once, however many logs share the piece.
        """
        whole = (_found_in(piece, function) for piece in self._chunks)
        return tuple(chain(chain.from_iterable(whole), function(self._tail)))

    def place_of(self, wanted: Callable[[Item], bool]) -> int | None:
        """Return the place of the last item that is wanted, None where none is."""
        backwards = enumerate(reversed(self), start=1)
        return next((len(self) - nth for nth, item in backwards if wanted(item)), None)

    def __len__(self) -> int:
        return len(self._chunks) * CHUNK + len(self._tail)

    def __bool__(self) -> bool:
        return bool(self._chunks or self._tail)

    def __iter__(self) -> Iterator[Item]:
        return chain(chain.from_iterable(self._chunks), self._tail)

    def __reversed__(self) -> Iterator[Item]:
        backwards = map(reversed, (self._tail, *reversed(self._chunks)))
        return chain.from_iterable(backwards)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(place, slice):
            return self._slice(place)
        chunk, within = divmod(self._index(place), CHUNK)
        return (self._chunks[chunk] if chunk < len(self._chunks) else self._tail)[within]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Log):
            return self._chunks == other._chunks and self._tail == other._tail
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Log({tuple(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Log, (tuple(self),)

    def _index(self, place: int) -> int:
        index = place + len(self) if place < 0 else place
        if not 0 <= index < len(self):
            raise IndexError(place)
        return index

    def _slice(self, wanted: slice) -> tuple[Item, ...]:
        start, stop, step = wanted.indices(len(self))
        if step != 1:
            return tuple(self)[wanted]
        first = start // CHUNK
        chunks = self._chunks[first : -(-stop // CHUNK)]
        near = tuple(chain.from_iterable(chunks))
        if stop > len(self._chunks) * CHUNK:
            near += self._tail
        return near[start - first * CHUNK : max(start, stop) - first * CHUNK]


def _of(chunks: tuple[tuple[Other, ...], ...], tail: tuple[Other, ...]) -> Log[Other]:
    made: Log[Other] = object.__new__(Log)
    made._chunks, made._tail = chunks, tail
    return made


def _put(items: tuple[Other, ...], place: int, item: Other) -> tuple[Other, ...]:
    return (*items[:place], item, *items[place + 1 :])


def log_of(item: Other) -> Log[Other]:
    """Return the log of one item."""
    return _of((), (item,))


EMPTY: Log[Any] = Log()
"""What every log begins as."""


def _found_in(
    piece: tuple[Other, ...], function: Callable[[tuple[Other, ...]], tuple[Found, ...]]
) -> tuple[Found, ...]:
    """Return what a function finds in a piece, held with it: no other gets its id."""
    key = id(piece), function
    kept = _kept.get(key)
    if kept is None:
        if len(_kept) >= PIECES_KEPT:
            _kept.clear()
        kept = _kept[key] = piece, function(piece)
    return kept[1]
