"""Images of flags to test with."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 3, height: int = 2) -> bytes:
    """Return a PNG of one colour, with no more of it than its header where it is large."""
    rows = b"".join(b"\0" + b"\x00\x90\x30" * width for _ in range(min(height, 100)))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def svg(within: str = '<rect width="3" height="2" fill="#093"/>', more: str = "") -> bytes:
    """Return a drawing with something in it."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"{more}>'
    return f"{head}{within}</svg>".encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
