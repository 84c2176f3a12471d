"""A log is the tuple of what was appended, and no older value of it ever changes."""

from __future__ import annotations

import copy
import pickle
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipfloor.core.state.log import CHUNK, Log

LENGTHS = st.one_of(st.integers(0, 12), st.integers(CHUNK - 2, CHUNK + 2), st.integers(0, 700))
PLACES = st.one_of(st.none(), st.integers(-800, 800))
SLICES = st.builds(slice, PLACES, PLACES, st.sampled_from([None, 1, 2, -1, -3]))


@st.composite
def _changes(draw: st.DrawFn) -> tuple[list[tuple[Log[int], tuple[int, ...]]], Log[int]]:
    """Draw a log after changes of every kind, and every log before it beside its tuple."""
    kept = tuple(range(draw(LENGTHS)))
    log: Log[int] = Log(kept)
    seen = [(log, kept)]
    for item in range(1000, 1000 + draw(st.integers(0, 20))):
        base, kept = draw(st.sampled_from(seen))
        kind = draw(st.sampled_from(["append", "append", "extend", "replace", "insert"]))
        if kind == "extend":
            more = (item,) * draw(st.integers(0, CHUNK * 2))
            log, kept = base.extended(more), kept + more
        elif kind == "append" or not kept:
            log, kept = base.appended(item), (*kept, item)
        elif kind == "replace":
            place = draw(st.integers(-len(kept), len(kept) - 1))
            values = [*kept]
            values[place] = item
            log, kept = base.replaced(place, item), tuple(values)
        else:
            place = draw(st.integers(0, len(kept)))
            log, kept = base.inserted(place, item), (*kept[:place], item, *kept[place:])
        seen.append((log, kept))
    return seen, log


@given(_changes(), SLICES)
def test_a_log_is_the_tuple_of_what_was_appended_and_older_ones_never_change(
    drawn: tuple[list[tuple[Log[int], tuple[int, ...]]], Log[int]], part: slice
) -> None:
    for log, kept in drawn[0]:
        assert tuple(log) == kept
        assert len(log) == len(kept)
        assert bool(log) == bool(kept)
        assert log == kept
        assert kept == log
        assert log == Log(kept)
        assert hash(log) == hash(kept) == hash(Log(kept))
        assert tuple(reversed(log)) == kept[::-1]
        assert log[part] == kept[part]
        assert [log[place] for place in range(-len(kept), len(kept))] == [*kept, *kept]
        assert (1000 in log) == (1000 in kept)


@given(LENGTHS)
def test_a_log_appended_to_is_the_log_made_at_once(length: int) -> None:
    log: Log[int] = Log()
    for item in range(length):
        log = log.appended(item)
    assert log == Log(range(length)) == tuple(range(length))
    assert pickle.loads(pickle.dumps(log)) == copy.deepcopy(log) == log


@given(LENGTHS, st.integers(1, 7))
def test_the_last_item_that_is_wanted_is_found(length: int, step: int) -> None:
    wanted = [place for place in range(length) if place % step == 0]
    found = Log(range(length)).place_of(lambda item: item % step == 0)
    assert found == (wanted[-1] if wanted else None)


@pytest.mark.parametrize("other", [[1, 2], "12", None, Log([1]), Log([1, 2, 3]), (1,)])
def test_a_log_equals_nothing_but_a_log_or_tuple_of_its_items(other: Any) -> None:
    assert Log([1, 2]) != other


@pytest.mark.parametrize("place", [3, -4, CHUNK * 5])
def test_a_place_beyond_the_log_is_an_error_as_in_a_tuple(place: int) -> None:
    with pytest.raises(IndexError):
        Log([1, 2, 3])[place]
    with pytest.raises(IndexError):
        Log([1, 2, 3]).replaced(place, 0)


def test_a_log_appended_to_ten_thousand_times_copies_little_each_time() -> None:
    """Every log on the way is kept; tuples would take 400 MB."""
    log: Log[int] = Log()
    kept = [log := log.appended(0) for _ in range(10_000)]
    pieces = {id(piece): piece for one in kept for piece in (one._chunks, one._tail)}
    assert sum(map(sys.getsizeof, pieces.values())) < 10_000 * 8 * CHUNK


def odd(piece: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(item for item in piece if item % 2)


@given(st.integers(0, 3 * CHUNK), st.integers(0, 3 * CHUNK))
def test_what_is_found_by_piece_is_what_is_found_in_the_whole(length: int, place: int) -> None:
    log = Log(range(length))
    logs = [log, log.appended(1), log.extended((2, 3))]
    if place < length:
        logs.append(log.replaced(place, 2 * place + 1))
    for one in (*logs, *logs):
        assert one.by_piece(odd) == odd(tuple(one))


def test_a_full_piece_is_looked_at_once() -> None:
    seen: list[int] = []

    def first(piece: tuple[int, ...]) -> tuple[int, ...]:
        seen.append(len(piece))
        return piece[:1]

    log = Log(range(2 * CHUNK + 1))
    assert log.by_piece(first) == log.by_piece(first) == (0, CHUNK, 2 * CHUNK)
    assert log.appended(0).by_piece(first) == (0, CHUNK, 2 * CHUNK)
    assert sorted(seen) == [1, 1, 2, CHUNK, CHUNK]
