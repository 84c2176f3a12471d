"""The events of a record of which only the last are known yet; the others come when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from tipfloor.core.ground.event import Recorded
from tipfloor.core.state.log import Log


class Recent(Sequence[Recorded]):
    """Behaves as the log of all events; `whole` returns those up to where it was resumed.

    It waits until the record is read where anything but the last events is asked for.
    """

    __slots__ = ("_before", "_last", "_whole")

    def __init__(
        self, before: int, last: Log[Recorded], whole: Callable[[], Log[Recorded] | Recent]
    ) -> None:
        self._before, self._last, self._whole = before, last, whole

    def extended(self, items: Iterable[Recorded]) -> Recent:
        """Return the events with more behind them."""
        return Recent(self._before, self._last.extended(items), self._whole)

    def __len__(self) -> int:
        return self._before + len(self._last)

    def __iter__(self) -> Iterator[Recorded]:
        return iter(self._all())

    def __reversed__(self) -> Iterator[Recorded]:
        yield from reversed(self._last)
        yield from reversed(self._all()[: self._before])

    @overload
    def __getitem__(self, place: int) -> Recorded: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Recorded, ...]: ...

    def __getitem__(self, place: int | slice) -> Recorded | tuple[Recorded, ...]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            if step == 1 and start >= self._before:
                return self._last[start - self._before : max(start, stop) - self._before]
            return self._all()[place]
        index = place + len(self) if place < 0 else place
        return self._last[index - self._before] if index >= self._before else self._all()[place]

    def _all(self) -> Log[Recorded] | Recent:
        whole = self._whole()
        return whole.extended(self._last[len(whole) - self._before :])
