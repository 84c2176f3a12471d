"""The desk shows a code for the minutes whenever the meeting rests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk
from tipfloor.core.rooms import ACTS
from tipfloor.store.codes import code_of

RESTS = {
    "adjourn": ("meeting_adjourned", {}),
    "close_meeting": ("meeting_closed", {"insist": True, "reason": "all is said"}),
}


@pytest.mark.parametrize("kind", RESTS)
async def test_the_code_stands_beside_the_floor_until_it_is_answered(
    tmp_path: Path, kind: str
) -> None:
    event, fields = RESTS[kind]
    async with at_desk(tmp_path) as desk:
        desk.app.desk.tell(ACTS[kind].model_validate({"kind": kind, **fields}))
        await desk.saved()
        await desk.until(lambda: "For the minutes" in desk.notices)
        [rest] = [item for item in desk.proceedings.saved.history if item.event.kind == event]
        assert code_of(rest.told.digest) in desk.notices
        assert f"row {rest.position}" in desk.notices
