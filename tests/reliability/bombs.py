"""Zips that nobody should open: small files that unpack to large ones, and false promises."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial

Bad = bytes | Callable[[], bytes]
"""A bad file, or what makes it: most are made in vain where a share of them is given."""

GIGABYTE = 1_000_000_000
MEGABYTE = 1_000_000


def made(bad: Bad) -> bytes:
    """Return a bad file, made now where it is not yet."""
    return bad if isinstance(bad, bytes) else bad()


def bombs(parts: Mapping[str, bytes], xml: bool = False) -> Iterator[Bad]:
    """Give what can be made of the parts of a good archive or workbook."""
    names = sorted(parts, key=lambda name: len(parts[name]))
    for name in names:
        yield partial(packed, {**parts, name: b""}, {name: GIGABYTE})
        yield partial(packed, {**parts, name: b"[" * 100_000})
        yield partial(packed, {**parts, name: b"\xff\xfe\x00" * 1000})
        yield partial(packed, {key: data for key, data in parts.items() if key != name})
    yield partial(packed, parts, {"extra.bin": 2 * GIGABYTE})
    yield partial(packed, parts, {f"part-{n}.bin": 60 * MEGABYTE for n in range(40)})
    yield partial(packed, parts, {f"x/{n}": 0 for n in range(20_000)})
    yield partial(packed, {**parts, "../../outside": b"x", "/etc/outside": b"x", "a\\b": b"x"})
    yield partial(packed, {**parts, names[-1] + "\0": b"x", "\u202etxt": b"x", "x" * 60_000: b"x"})
    whole = packed(parts)
    yield whole[:-10]
    yield whole + b"\0" * 70_000
    yield b"x" * 1000 + whole
    yield partial(_twice, parts)
    yield whole.replace(b"PK\x01\x02", b"PK\x01\x03", 1)
    yield from (_stating(whole, size) for size in (0, 1, 2**31, 2**32 - 2))
    yield partial(_overlapping, names[-1], 200)
    if xml:
        yield from _xml_bombs(parts, names)


def packed(parts: Mapping[str, bytes], zeros: Mapping[str, int] | None = None) -> bytes:
    """Return a zip of some parts and of others that are so many zeros."""
    target = io.BytesIO()
    with _unwarned(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            if name not in (zeros or {}):
                file.writestr(name, data)
        for name, size in (zeros or {}).items():
            if size < MEGABYTE:
                file.writestr(name, b"\0" * size)
            else:
                _write_raw(file, name, *_zeros(size))
    return target.getvalue()


@cache
def _zeros(size: int) -> tuple[bytes, int, int]:
    """Return so many zeros as a deflated stream, made in a moment; their sum, and their size."""
    import zlib

    block = b"\0" * MEGABYTE
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    number = size // MEGABYTE
    stream = first + again * (number - 1) + packer.flush(zlib.Z_FINISH)
    crc = 0
    for _ in range(number):
        crc = zlib.crc32(block, crc)
    return stream, crc, number * MEGABYTE


def _write_raw(file: zipfile.ZipFile, name: str, stream: bytes, crc: int, size: int) -> None:
    """Add a part that is packed already."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.CRC, info.file_size, info.compress_size = crc, size, len(stream)
    assert file.fp is not None
    file.fp.seek(file.start_dir)
    info.header_offset = file.fp.tell()
    file.fp.write(info.FileHeader(False))
    file.fp.write(stream)
    file.start_dir = file.fp.tell()
    file.filelist.append(info)
    file.NameToInfo[info.filename] = info
    file._didModify = True  # type: ignore[attr-defined]


def _twice(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with _unwarned(), zipfile.ZipFile(target, "w") as file:
        for name, data in [*parts.items(), *parts.items()]:
            file.writestr(name, data)
    return target.getvalue()


@contextmanager
def _unwarned() -> Iterator[None]:
    """Write a name twice without being warned."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _stating(whole: bytes, size: int) -> bytes:
    """State another unpacked size of every part in the directory."""
    changed, at = bytearray(whole), whole.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, size)
        at = whole.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def _overlapping(name: str, number: int) -> bytes:
    """Let many entries of the directory share one packed stream."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        _write_raw(file, name, *_zeros(100 * MEGABYTE))
        for n in range(number):
            info = zipfile.ZipInfo(f"{name}-{n}")
            first = file.filelist[0]
            for field in ("compress_type", "CRC", "file_size", "compress_size", "header_offset"):
                setattr(info, field, getattr(first, field))
            file.filelist.append(info)
    return target.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(9)
)


def _xml_bombs(parts: Mapping[str, bytes], names: list[str]) -> Iterator[Bad]:
    """Give workbooks and documents whose XML grows, nests or reaches outside."""
    for name in names:
        if not name.endswith((".xml", ".rels")):
            continue
        yield partial(packed, {**parts, name: LAUGHS + b"]><a>&a9;</a>"})
        yield partial(packed, {**parts, name: b"<a>" * 100_000})
        outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
        yield partial(packed, {**parts, name: outside})
        data = parts[name]
        head, _, rest = data.partition(b">")
        yield partial(packed, {**parts, name: head + b">" + LAUGHS[21:] + b"]>" + rest})
