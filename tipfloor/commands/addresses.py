"""What is wrong with the address of a record, in words, without any part that may be secret."""

from __future__ import annotations

from tipfloor.store.address import LONGEST_NAME, SCHEMES, BadAddress
from tipfloor.words import say


def bad_address(bad: BadAddress) -> str:
    """Say why an address is none, and what one looks like."""
    form = "postgresql://USER@HOST/DATABASE?record=NAME"
    facts = {"scheme": bad.scheme, "near": SCHEMES[0], "form": form, "longest": LONGEST_NAME}
    code = f"{bad.code}_near" if bad.near else bad.code
    return say(f"cli.address_{code}", **facts)
