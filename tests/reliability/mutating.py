"""A file that was good, as a broken disk, a bad transfer or ill will may leave it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

from tests.reliability import texts

Mutation = Callable[[Random, bytes], bytes]

ZIP = b"PK\x03\x04"
DEEP = 20_000
LONG = 120_000


def mutated(chance: Random, data: bytes) -> bytes:
    """Return the file after one to three changes; of a zip mostly a part is changed within."""
    if data.startswith(ZIP) and chance.random() < 0.6:
        with suppress(zipfile.BadZipFile):
            return _within(chance, data)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(MUTATIONS)(chance, data)
    return data


def several(chance: Random, seeds: list[bytes], number: int) -> Iterator[bytes]:
    """Give so many changed files."""
    for _ in range(number):
        yield mutated(chance, chance.choice(seeds))


def _within(chance: Random, data: bytes) -> bytes:
    """Change one part of a zip and close it again, with sound sums."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(made, "w", 8) as target:
        names = parts.namelist()
        changed, gone = chance.choice(names), chance.choice([None, None, None, *names])
        for name in names:
            part = parts.read(name)
            if name == changed:
                part = chance.choice(MUTATIONS)(chance, part)
            if name != gone:
                target.writestr(name, part)
    return made.getvalue()


def _flipped(chance: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 3, 40])):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(chance: Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _doubled(chance: Random, data: bytes) -> bytes:
    start, end = _slice(chance, data)
    return data[:end] + data[start:end] * chance.choice([1, 2, 50]) + data[end:]


def _without(chance: Random, data: bytes) -> bytes:
    start, end = _slice(chance, data)
    return data[:start] + data[end:]


def _with(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_PIECES)(chance) + data[at:]


def _exchanged(chance: Random, data: bytes) -> bytes:
    """Put one piece of the file in the place of another."""
    start, end = _slice(chance, data)
    other, last = _slice(chance, data)
    return data[:start] + data[other:last] + data[end:]


def _other_lines(chance: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return chance.choice([b"\n", b"\r", b"\r\n", b"\n\n"]).join(lines)


def _recoded(chance: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        chance.choice(["utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7"]), "replace"
    )


def _other_word(chance: Random, data: bytes) -> bytes:
    """Put something in the place of a word or a number."""
    words = data.split(b'"')
    words[chance.randrange(len(words))] = chance.choice(_PIECES)(chance)
    return b'"'.join(words)


def _slice(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice([1, 4, 16, 100, 2000]))


_PIECES: tuple[Callable[[Random], bytes], ...] = (
    lambda chance: b"\0" * chance.choice([1, 4, 5000]),
    lambda chance: chance.randbytes(chance.choice([1, 8, 500])),
    lambda chance: chance.choice([b"[", b"{", b"(", b"<a>", b'{"a":', b"a.", b"[["]) * DEEP,
    lambda chance: chance.choice([b"x", b" ", b'"', b",", b";", b"\t", b"\\"]) * LONG,
    lambda chance: b"9" * chance.choice([20, 400, 5000]),
    lambda chance: chance.choice([b"1e999", b"-1", b"nan", b"inf", b"0x", b"1_0", b"true"]),
    lambda chance: texts.text(chance, 1.0).encode("utf-8", "surrogatepass"),
    lambda chance: chance.choice([b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80"]),
    lambda chance: chance.choice(texts.DATES + texts.TIMES).encode(),
)

MUTATIONS: tuple[Mutation, ...] = (
    _flipped,
    _flipped,
    _cut,
    _doubled,
    _without,
    _with,
    _with,
    _exchanged,
    _other_lines,
    _recoded,
    _other_word,
    _other_word,
)
