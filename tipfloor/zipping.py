"""Zips that are the same bytes each time, whatever the clock and the system of the machine."""

from __future__ import annotations

import io
from collections.abc import Mapping

ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every part: a zip knows none before it."""

_OWNER_READS = 0o600 << 16

_UNIX = 3
"""The system by whose rights the parts have theirs."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of named parts in their order, which their owner alone may read."""
    import zipfile  # with all that it brings, for zips alone

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, ALWAYS)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = _OWNER_READS
            file.writestr(info, data)
    return target.getvalue()
