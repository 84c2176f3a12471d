"""CONTRIBUTING names files, folders and tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`([a-z_*]+(?:/[A-Za-z_*]+)*(?:\.(?:py|toml|md)|/))`")
PLACES = (ROOT, ROOT / "tipfloor", ROOT / "tests" / "words")


def test_every_file_that_is_named_is_there() -> None:
    """A word in capitals stands for any folder, as `*` does."""
    named = set(NAMED.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    patterns = {name: re.sub(r"\b[A-Z]+\b", "*", name).rstrip("/") for name in named}
    assert len(named) > 20
    lost = [
        name
        for name, pattern in patterns.items()
        if not any(next(place.glob(pattern), None) for place in PLACES)
    ]
    assert sorted(lost) == []
