"""Splitting typed words into names: the fewest unexplained words, then the longest names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tipfloor.core.plan.lexicon import Lexicon
from tipfloor.core.plan.typed_words import Token

MOST_INITIALS = 5

MOST_TOGETHER = 4
"""Unexplained words that are held against a name together."""

PARTING = frozenset({"comma", "and", "for"})


class Piece(NamedTuple):
    """Tokens from a place to the place behind, and the code that they mean; "" if none is clear.

    A `loose` one is no whole name to the letter, so that names to the letter come first.
    """

    start: int
    end: int
    code: str
    loose: bool = False


class Split(NamedTuple):
    """What a way to split the rest of a line costs, the smaller the better, and its first piece."""

    lost: int = 0
    loose: int = 0
    number: int = 0
    piece: Piece | None = None


def pieces_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Piece]:
    """Return the names of a line in order, and between them the words that are none."""
    found = list(_joined(tokens, _split(tokens, lexicon), lexicon))
    return sorted([*found, *_hanging(tokens, found, lexicon)])


def _split(tokens: Sequence[Token], lexicon: Lexicon, *, apart: bool = False) -> list[Piece]:
    """Return the best split; where it is `apart`, into whole names and beginnings of a word."""
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
    if tokens[start].kind != "word":
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
            if alone or not apart:
                yield from _begun(tokens, Piece(start, place + 1, ""), key, lexicon)


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


def _begun(tokens: Sequence[Token], words: Piece, key: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Yield the one delegation of which a key is the beginning of a name."""
    if lexicon.means(key):
        return
    begun = lexicon.begun(key)
    if not begun or not (begun.last_word or _closes(tokens, words.end)):
        return
    if not _means_others(tokens[words.start : words.end], lexicon, begun.code):
        yield words._replace(code=begun.code, loose=True)


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether no word follows that could go on with what was begun."""
    following = next((token.kind for token in tokens[place:] if token.kind != "article"), "comma")
    return following in PARTING


def _means_others(tokens: Sequence[Token], lexicon: Lexicon, code: str) -> bool:
    """Tell whether the words of a beginning are names by themselves, of others too."""
    if len(tokens) == 1:
        return False
    pieces = _split(tokens, lexicon, apart=True)
    return all(piece.code for piece in pieces) and {piece.code for piece in pieces} != {code}


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


def _joined(tokens: Sequence[Token], pieces: Iterable[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Make one question of names that "of" joins, and of words that together are near a name."""
    run: list[Piece] = []
    for piece in _of_each_other(tokens, pieces):
        between = {token.kind for token in tokens[run[-1].end : piece.start]} if run else set()
        if run and (piece.code or between & PARTING):
            yield from _grouped(tokens, run, lexicon)
            run = []
        if piece.code:
            yield piece
        else:
            run.append(piece)
    yield from _grouped(tokens, run, lexicon)


def _of_each_other(tokens: Sequence[Token], pieces: Iterable[Piece]) -> list[Piece]:
    """Join what nothing but "of" stands between: the United States of Brazil are not two."""
    found: list[Piece] = []
    for piece in pieces:
        between = {token.kind for token in tokens[found[-1].end : piece.start]} if found else set()
        if "of" in between and not between & PARTING:
            found[-1] = Piece(found[-1].start, piece.end, "")
        else:
            found.append(piece)
    return found


def _grouped(tokens: Sequence[Token], run: Sequence[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Put unexplained words side by side together, where together they are near a name."""
    place = 0
    while place < len(run):
        ends = range(min(place + MOST_TOGETHER, len(run)), place + 1, -1)
        near = (
            end for end in ends if _is_near(tokens[run[place].start : run[end - 1].end], lexicon)
        )
        behind = next(near, place + 1)
        yield Piece(run[place].start, run[behind - 1].end, "")
        place = behind


def _is_near(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    return bool(lexicon.offered(text_of(tokens)))


def text_of(tokens: Iterable[Token]) -> str:
    """Return the words among some tokens; the little ones where there are no others."""
    texts = list(tokens)
    return " ".join(
        [token.text for token in texts if token.kind == "word"] or [token.text for token in texts]
    )


def _hanging(tokens: Sequence[Token], pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Yield the little words that are codes and behind which no name comes in their part."""
    former = [None, *pieces]
    for piece, following in zip(former, [*pieces, None], strict=True):
        gap = range(piece.end if piece else 0, following.start if following else len(tokens))
        ends = [place for place in gap if tokens[place].kind in ("comma", "for")]
        behind = ends[-1] if ends else -1 if following else len(tokens)
        for place in gap:
            token = tokens[place]
            if place > behind or token.kind in ("comma", "for") or not lexicon.of_code(token.text):
                continue
            near = piece is not None and place < piece.end + MOST_TOGETHER
            spelled = tokens[piece.start : place + 1] if piece and near else ()
            if not lexicon.is_spelled(" ".join(item.text for item in spelled)):
                yield Piece(place, place + 1, "")
