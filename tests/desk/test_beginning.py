"""A desk begins in one go: styled once, drawn once, and whole at the first painting."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

from tests.desk.desk_at_work import SMALLEST, at_desk
from tipfloor.desk.widgets.rows import Rows
from tipfloor.desk.widgets.surface import Surface

LARGE = (160, 45)


@pytest.mark.parametrize("size", [SMALLEST, LARGE], ids=["small", "large"])
async def test_parts_are_styled_once_and_drawn_where_it_is_shown(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled, drawn, held_back = Counter[object](), list[bool](), list[int]()
    apply, update = Stylesheet.apply, Compositor.render_update

    def noted_apply(sheet: Stylesheet, node: Any, **how: Any) -> None:
        styled[node] += 1
        apply(sheet, node, **how)

    def noted_update(compositor: Compositor, full: bool = False, **how: Any) -> Any:
        assert compositor.root is not None
        drawn.append(full or compositor.size.region in compositor._dirty_regions)
        held_back.append(compositor.root.app._batch_count)
        return update(compositor, full, **how)

    monkeypatch.setattr(Stylesheet, "apply", noted_apply)
    monkeypatch.setattr(Compositor, "render_update", noted_update)
    async with at_desk(tmp_path, size=size) as desk:
        parts = [part for part in desk.app.desk.query(Surface) if not isinstance(part, Rows)]
        assert len(parts) > 10
        assert {part.id: styled[part] for part in parts} == {part.id: 1 for part in parts}
        assert not any(held_back)
        assert drawn.count(True) == 1
