from collections.abc import Callable
from pathlib import Path

import pytest

from tipfloor.meetingfile import Fault, FaultsFound, read_plan

SMALL = """\
[meeting]
title = "A small meeting"
short_title = "Small"
body = "An organization"
place = "Here"
time_zone = "America/New_York"
days = [2024-03-09, 2024-03-10]
order_of_moments = ["opening", "debate", "closing"]

[rules]
limit_seconds = 120
warnings_at_seconds = [30, 10]

[[moments]]
code = "opening"
kind = "other"
title = "Opening"
starts = 2024-03-09T09:00:00
ends = 2024-03-09T10:00:00

[[moments]]
code = "debate"
kind = "other"
title = "Debate"
starts = 2024-03-09T10:00:00
ends = 2024-03-09T12:00:00

[[moments]]
code = "closing"
kind = "other"
title = "Closing"

[[sessions]]
code = "one"
moment = "debate"
title = "Session one"
topic = "First"
starts = 2024-03-09T10:00:00
ends = 2024-03-09T11:00:00

[[sessions]]
code = "two"
moment = "debate"
title = "Session two"
topic = "Second"
starts = 2024-03-09T11:00:00
ends = 2024-03-09T12:00:00

[[delegations]]
code = "PER"
code2 = "PE"
order_es = 1
name = { en = "Peru", es = "Perú" }

[[delegations]]
code = "XOB"
name.en = "An observer"
state = false
"""


@pytest.fixture
def small() -> str:
    return SMALL


@pytest.fixture
def faults_in(tmp_path: Path) -> Callable[[str | bytes], tuple[Fault, ...]]:
    """Return the faults of a file with this content, none where it is sound."""
    path = tmp_path / "sessions.toml"

    def faults_in(content: str | bytes) -> tuple[Fault, ...]:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        try:
            read_plan(path)
        except FaultsFound as found:
            return found.faults
        return ()

    return faults_in
