"""Tokens from files: long enough that nobody guesses one, and read from nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

SHORTEST = 20
"""Characters of a token."""

LARGEST = 64 * 1024
"""Bytes of a file of tokens."""

WRITTEN = re.compile(r"[A-Za-z0-9._~+/=-]+")
"""A token as a header can carry it (RFC 6750 section 2.1)."""


class BadToken(Exception):
    """A file of tokens that cannot be used: its path, and what is wrong with it by a code."""

    def __init__(self, path: Path, code: str) -> None:
        super().__init__(str(path), code)
        self.path = path
        self.code = code


def read_token(path: Path) -> str:
    """Return the one token of a file. Raises BadToken and OSError."""
    lines = _lines(path)
    if len(lines) != 1 or len(lines[0]) != 1:
        raise BadToken(path, "not_single")
    return _sound(path, lines[0][0])


def read_tokens(path: Path) -> dict[str, str]:
    """Return who holds each token of a file: a line each, a name and the token.

    A token without a name is held by the name of the file. Raises BadToken and OSError.
    """
    held: dict[str, str] = {}
    for line in _lines(path):
        if len(line) > 2:
            raise BadToken(path, "not_pairs")
        token = _sound(path, line[-1])
        if token in held:
            raise BadToken(path, "twice")
        held[token] = line[0][:60] if len(line) == 2 else path.stem[:60]
    if not held:
        raise BadToken(path, "not_pairs")
    return held


def _lines(path: Path) -> list[list[str]]:
    """Return the words of each line that is neither empty nor a comment."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadToken(path, "not_text") from None
    if len(data) > LARGEST:
        raise BadToken(path, "not_text")
    lines = (line.strip() for line in text.splitlines())
    return [line.split() for line in lines if line and not line.startswith("#")]


def _sound(path: Path, token: str) -> str:
    if len(token) < SHORTEST:
        raise BadToken(path, "short")
    if not WRITTEN.fullmatch(token):
        raise BadToken(path, "signs")
    return token
