"""The phase of the floor by its sign."""

from tipfloor.core.ground.instant import Phase
from tipfloor.standing.cells import cells
from tipfloor.standing.phase import SIGNS


def test_every_phase_has_a_sign_of_its_own_one_cell_wide() -> None:
    assert SIGNS.keys() == set(Phase)
    assert len(set(SIGNS.values())) == len(Phase)
    assert {cells(sign) for sign in SIGNS.values()} == {1}
