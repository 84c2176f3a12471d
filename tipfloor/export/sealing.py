"""Finding in an exported file, of any form, the digest of the record that it was made from."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

DIGEST = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def digests_in(path: Path) -> frozenset[str]:
    """Return the digests that a file carries, one in an export. Raises OSError."""
    texts = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            texts = [parts.read(name) for name in parts.namelist() if name.endswith(".xml")]
    return frozenset(found.decode() for text in texts for found in DIGEST.findall(text))
