"""The adoption of documents at the desk: PRACTICE section 2, row v."""

from pathlib import Path

import pytest

from tests.desk.documents.document_cases import CASES, amended, at_adoption, document
from tests.desk.golden import check_painted
from tests.desk.recommendations.recommendation_cases import business


@pytest.mark.parametrize("action", CASES)
async def test_does_its_act_and_shows_it(action: str, tmp_path: Path) -> None:
    async with at_adoption(tmp_path) as desk:
        await CASES[action](desk)


async def test_the_board_reads_at_80_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_adoption(Path()) as desk:
        desk.told("reserve", document="work-plan", delegation="MEX", reference="paragraph 4")
        amended(desk)
        await desk.shows("R: MEX")
        await check_painted("desk_adoption_80x24", desk, patience=3)


async def test_a_lost_quorum_is_asked_about_and_blocks_nothing(tmp_path: Path) -> None:
    """PRACTICE section 7, case 20."""
    async with at_adoption(tmp_path, quorum=17) as desk:
        await business(desk, "adopt_document")
        await desk.keys("1")
        await desk.shows("Decide all the same?")
        await desk.keys("2")
        await desk.until(lambda: document(desk).decision)
        assert not document(desk).is_open
