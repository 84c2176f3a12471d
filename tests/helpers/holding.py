"""Which files still hold a name that is to be gone from all of them."""

from __future__ import annotations

from pathlib import Path

CODES = ("utf-8", "utf-16-le", "utf-16-be")
"""How a name may stand in a file."""


def holders(folder: Path, name: str, beginning: str = "") -> list[str]:
    """Return the files below a folder that hold a byte of the name, of those that begin so."""
    needles = [name.encode(code) for code in CODES]
    files = (item for item in folder.rglob(f"{beginning}*") if item.is_file())
    return [item.name for item in files if any(one in item.read_bytes() for one in needles)]
