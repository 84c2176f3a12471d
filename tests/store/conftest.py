from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.helpers.backends import BACK_ENDS, BackEnd
from tipfloor.store import Store


@pytest.fixture(params=sorted(BACK_ENDS))
def back_end(request: pytest.FixtureRequest, tmp_path: Path) -> BackEnd:
    """Every back end in turn, with one new record."""
    if request.param == "Postgres":
        server = request.getfixturevalue("server")
        return BACK_ENDS[request.param](str(server.new_record()))
    return BACK_ENDS[request.param](str(tmp_path))


@pytest.fixture
def opened(back_end: BackEnd) -> Iterator[Callable[[], Store]]:
    """Open the record once more, as another process would."""
    with ExitStack() as stack:

        def opened() -> Store:
            store = back_end.open()
            stack.callback(store.close)
            return store

        yield opened
