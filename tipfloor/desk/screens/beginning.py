"""Screens that begin in one go: their parts are styled once and drawn when they can be shown."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.events import ScreenResume
from textual.screen import Screen

Result = TypeVar("Result")


class BeginsInOneGo(Screen[Result], Generic[Result]):
    """A screen that knows its size before it has parts.

    Textual (8.2) styles all parts as they come, again when the screen is first on top, and once
    more with the classes of its size. It draws them while the app holds all drawing back, and once
    they are shown it lays them out and draws them for what they asked for before.
    """

    _begun = False

    async def _compose(self) -> None:
        self._wear_size()
        await super()._compose()

    def _wear_size(self) -> None:
        """Wear the classes of the breakpoints, by which the parts are styled."""
        width, height = self.app.size
        across, down = self.HORIZONTAL_BREAKPOINTS or [], self.VERTICAL_BREAKPOINTS or []
        worn = self._get_breakpoint_classes(width, across)
        worn |= self._get_breakpoint_classes(height, down)
        self.update_classes({name: name in worn for _, name in (*across, *down)}, animate=False)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        if not self.stack_updates:  # nothing can have changed since the parts came
            event.refresh_styles = False

    def _compositor_refresh(self) -> None:
        if self.app._batch_count:
            return
        super()._compositor_refresh()
        if not self._begun:
            self._begun, self._layout_required, self._repaint_required = True, False, False
