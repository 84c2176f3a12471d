"""A row that is still shown as selected, of a delegation that waits no more."""

from pathlib import Path

import pytest

from tests.desk.desk_at_work import at_desk
from tipfloor.core.rooms import ACTS


@pytest.mark.parametrize(
    "deed", ["move_up", "move_down", "withdraw", "give_selected", "call", "swap", "cede"]
)
async def test_no_key_is_about_a_delegation_that_waits_no_more(deed: str, tmp_path: Path) -> None:
    async with at_desk(tmp_path, "BRA", "CHL", "URY") as desk:
        await desk.press("down")
        gone = {"kind": "withdraw", "delegation": "CHL"}
        desk.proceedings.tell(ACTS["withdraw"].model_validate(gone))
        before = len(desk.kinds)
        desk.app.desk.action_deed(deed)  # before the list is drawn anew
        await desk.saved()
        assert desk.app.is_running
        assert {"entry_moved", "withdrawn", "floor_given"}.isdisjoint(desk.kinds[before:])
        assert "Chile" not in desk.notices
