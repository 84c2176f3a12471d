"""Digests as short codes that a person can read aloud, write into minutes and type again."""

from __future__ import annotations

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Thirty-two signs, none of which is taken for another: neither 0 nor O, neither 1 nor I."""

GROUPS, GROUP = 4, 4
"""Sixteen signs are eighty bits: nobody finds another record with the same."""

BITS = GROUPS * GROUP * 5


def code_of(digest: str) -> str:
    """Return the code of a digest, such as 7H2K-9LQD-XW5M-4TGA."""
    value = int(digest, 16) >> len(digest) * 4 - BITS
    signs = "".join(ALPHABET[value >> shift & 31] for shift in range(BITS - 5, -1, -5))
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def prefix_of(code: str) -> str:
    """Return the hexadecimal digits with which a digest of that code begins."""
    value = 0
    for sign in code.replace("-", ""):
        value = value << 5 | ALPHABET.index(sign)
    return f"{value:0{BITS // 4}x}"


def read_code(typed: str) -> str | None:
    """Return a typed code as it is written, None where it is none; spaces and dashes are free."""
    signs = "".join(typed.upper().replace("-", " ").split())
    if len(signs) != GROUPS * GROUP or not set(signs) <= set(ALPHABET):
        return None
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))
