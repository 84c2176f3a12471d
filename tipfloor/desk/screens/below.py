"""Screens that others lie over: what changes on them is painted, and nothing else."""

from __future__ import annotations

from typing import Generic, TypeVar

from tipfloor.desk.painting import PaintsAtOnce

Result = TypeVar("Result")


class LiesBelow(PaintsAtOnce[Result], Generic[Result]):
    """A screen of which a change is painted through the screen on top of it.

    Textual (8.2) keeps what was once painted so in the lower screen's own list of what to paint:
    after the first whole painting every second paints the whole window. Here the regions that
    changed go to the screen on top, together with what it has to paint itself.
    """

    def _compositor_refresh(self) -> None:
        top, regions = self.app.screen, self._compositor._dirty_regions
        laid_out = top._compositor.size == self._compositor.size
        if self is top or self not in self.app._background_screens or not (regions and laid_out):
            super()._compositor_refresh()
            return
        top._set_dirty(*regions)
        regions.clear()
        self._dirty_widgets.clear()
        top._compositor.update_widgets({*top._dirty_widgets, top})
        top._compositor_refresh()
