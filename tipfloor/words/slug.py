"""Titles as the names of files."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

LONGEST_SLUG = 60


def slug(title: str) -> str:
    """Return a title as lower-case ASCII letters, digits and hyphens, fit for a file's name.

    A title that loses letters by it gets eight digits of its digest, so that two meetings
    whose titles differ in those letters have two records.
    """
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    kept = "".join(char if char.isascii() and char.isalnum() else " " for char in bare)
    words = "-".join(kept.split())[:LONGEST_SLUG].strip("-")
    if words and not any(char.isalnum() and not char.isascii() for char in bare):
        return words
    return f"{words or 'meeting'}-{sha256(title.encode()).hexdigest()[:8]}"
