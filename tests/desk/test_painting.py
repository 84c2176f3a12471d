"""What a key changed is painted as soon as it is known: the floor first, without a frame's wait."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desk.desk_at_work import at_desk
from tipfloor.desk.painting import PaintsAtOnce
from tipfloor.desk.widgets.rows import Rows


async def test_an_arrow_is_painted_without_a_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = list[dict[Any, set[int]]]()
    paint = PaintsAtOnce._paint

    def noted(screen: PaintsAtOnce[Any], gathered: dict[Any, set[int]]) -> None:
        painted.append(gathered)
        paint(screen, gathered)

    async with at_desk(tmp_path, "BRA", "ARG", "CHL") as desk:
        rows = desk.app.desk.query_one(Rows)
        assert rows.highlighted == 0
        monkeypatch.setattr(PaintsAtOnce, "_paint", noted)
        rows.action_move(1)
        assert painted == [{rows: {0, 1}}]


async def test_the_floor_is_painted_before_all_that_follows_from_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = list[set[str | None]]()
    paint = PaintsAtOnce._paint

    def noted(screen: PaintsAtOnce[Any], gathered: dict[Any, set[int]]) -> None:
        painted.append({part.id for part in gathered})
        paint(screen, gathered)

    async with at_desk(tmp_path, "BRA", "ARG") as desk:
        for key in ("space", "e"):
            painted.clear()
            monkeypatch.setattr(PaintsAtOnce, "_paint", noted)
            await desk.press(key)
            await desk.saved()
            first, rest = painted[:2]
            assert first >= {"phase", "digits"}
            assert not first & {"chair", "record", "rows", "keys"}
            assert rest >= {"chair", "record"}
