"""Splitting typed words into names: the fewest unexplained words, then the longest names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tipfloor.core.plan.lexicon import Lexicon
from tipfloor.core.plan.typed_words import SIGNS, Token

MOST_INITIALS = 5

PARTING = frozenset({"comma", "and", "for"})


class Piece(NamedTuple):
    """Tokens from a place to the place behind, and the code that they mean; "" if none is clear.

    A `loose` one is no whole name to the letter, so that names to the letter come first; one that
    is `begun` is the beginning of a name.
    """

    start: int
    end: int
    code: str
    loose: bool = False
    begun: bool = False


class Split(NamedTuple):
    """What a way to split the rest of a line costs, the smaller the better, and its first piece."""

    lost: int = 0
    loose: int = 0
    number: int = 0
    piece: Piece | None = None


def split(tokens: Sequence[Token], lexicon: Lexicon, *, apart: bool = False) -> list[Piece]:
    """Return the best split into names and unexplained words; not in one piece, where `apart`."""
    best = [Split() for _ in range(len(tokens) + 1)]
    for start in reversed(range(len(tokens))):
        rest = best[start + 1]
        if tokens[start].kind == "word":
            chosen = Split(rest.lost + 1, rest.loose, rest.number + 1, Piece(start, start + 1, ""))
        else:
            chosen = Split(rest.lost, rest.loose, rest.number)
        for piece in _names_at(tokens, start, lexicon, apart=apart):
            rest = best[piece.end]
            found = Split(rest.lost, rest.loose + piece.loose, rest.number + 1, piece)
            chosen = min(chosen, found, key=_cost)
        best[start] = chosen
    return list(_followed(best))


def _cost(split: Split) -> tuple[int, int, int]:
    return split[:3]


def _followed(best: Sequence[Split]) -> Iterator[Piece]:
    place = 0
    while place < len(best) - 1:
        piece = best[place].piece
        if piece:
            yield piece
        place = piece.end if piece else place + 1


def _names_at(
    tokens: Sequence[Token], start: int, lexicon: Lexicon, *, apart: bool
) -> Iterator[Piece]:
    """Yield every name that begins at a token."""
    yield from _initials_at(tokens, start, lexicon)
    if tokens[start].kind not in ("word", "for"):
        return
    key = ""
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.kind == "article":
            continue
        key = f"{key} {token.sign}" if key else token.sign
        alone = place == start
        if not alone and not lexicon.goes_on(key):
            return
        if token.kind == "word" and not (alone and token.doubtful):
            yield from _whole(Piece(start, place + 1, ""), key, lexicon)
            if tokens[start].kind == "word" and (not apart or place + 1 - start < len(tokens)):
                yield from _begun(tokens, Piece(start, place + 1, ""), key, lexicon, apart=apart)


def _whole(words: Piece, key: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Yield the one delegation of which a key is the code or a whole name."""
    for codes in (lexicon.of_code(key), lexicon.of_name(key)):
        if codes:
            if len(codes) == 1:
                yield words._replace(code=min(codes))
            return
    codes = lexicon.of_loose(key)
    if len(codes) == 1:
        yield words._replace(code=min(codes), loose=True)


def _begun(
    tokens: Sequence[Token], words: Piece, key: str, lexicon: Lexicon, *, apart: bool
) -> Iterator[Piece]:
    """Yield the one delegation of which a key is the beginning of a name.

    Where its words are names by themselves as well, nobody can say what is meant: "Congo Ki" may
    go on as one name. Between commas they are what they are.
    """
    if lexicon.means(key):
        return
    if not apart and _means_others(tokens[words.start : words.end], lexicon, key):
        yield words._replace(loose=SIGNS["comma"] in key.split(), begun=True)
        return
    begun = lexicon.begun(key)
    if begun and (begun.last_word or _closes(tokens, words.end)):
        yield words._replace(code=begun.code, loose=True, begun=True)


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether no word follows that could go on with what was begun."""
    following = next((token.kind for token in tokens[place:] if token.kind != "article"), "comma")
    return following in PARTING


def _means_others(tokens: Sequence[Token], lexicon: Lexicon, key: str) -> bool:
    """Tell whether words that begin a name are names by themselves, of others too."""
    begun = lexicon.begins(key) if len(tokens) > 1 else frozenset()
    if not begun:
        return False
    pieces = split(tokens, lexicon, apart=True)
    return all(piece.code for piece in pieces) and {piece.code for piece in pieces} != begun


def _initials_at(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Piece]:
    """Yield codes and short names of which the letters stand apart, such as "U S A"."""
    letters = ""
    named = False
    for place in range(start, min(start + MOST_INITIALS, len(tokens))):
        token = tokens[place]
        if len(token.text) > 1 or not token.text.isalpha():
            return
        letters += token.text
        named = named or token.kind == "word"
        codes = lexicon.of_code(letters) or lexicon.of_name(letters)
        if named and len(letters) > 1 and len(codes) == 1:
            yield Piece(start, place + 1, min(codes))
