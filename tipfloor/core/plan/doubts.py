"""What a split of typed words leaves in doubt, as pieces of which somebody is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from tipfloor.core.plan.lexicon import Lexicon
from tipfloor.core.plan.little_words import EITHER
from tipfloor.core.plan.splitting import PARTING, Piece, split
from tipfloor.core.plan.typed_words import UNREADABLE, Token, key_of

MOST_TOGETHER = 4
"""Words that are held against a name together."""

SHORT_CODE = 2
"""Letters of a code that may as well be the end of a word in which a blank was typed."""


def pieces_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Piece]:
    """Return the names of a line in order, and the words of which somebody is asked."""
    found = list(_joined(tokens, split(tokens, lexicon), lexicon))
    return list(_hanging(tokens, found, lexicon))


def _joined(tokens: Sequence[Token], pieces: Iterable[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Make one question of names that "of" joins, and of words that together are near a name."""
    run: list[Piece] = []
    for piece in _whole(tokens, pieces, lexicon):
        between = {token.kind for token in tokens[run[-1].end : piece.start]} if run else set()
        if run and (piece.code or between & PARTING):
            yield from _grouped(tokens, run, lexicon)
            run = []
        if piece.code:
            yield piece
        else:
            run.append(piece)
    yield from _grouped(tokens, run, lexicon)


def _whole(tokens: Sequence[Token], pieces: Iterable[Piece], lexicon: Lexicon) -> list[Piece]:
    """Join what is one question: the United States of Brazil are not two, nor is "jamai ca"."""
    found: list[Piece] = []
    for piece in pieces:
        former = found[-1] if found else None
        if former and _is_one(tokens, former, piece, lexicon):
            found[-1] = Piece(former.start, piece.end, "")
        else:
            found.append(piece)
    return found


def _is_one(tokens: Sequence[Token], one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    between = tokens[_ending(tokens, one, lexicon) : other.start]
    if any(token.kind in PARTING for token in between):
        commas = all(token.kind in ("comma", "article") for token in between)
        return commas and _turned(tokens, one, other, lexicon)
    bound = any(token.kind == "of" or token.text in EITHER for token in between)
    return bound or _torn(tokens, one, other, lexicon)


def _ending(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> int:
    """Return the place behind a name and the little words with which it is written at its end."""
    place = piece.end
    most = MOST_TOGETHER if piece.code else 0
    for end in range(piece.end + 1, min(piece.end + most, len(tokens)) + 1):
        if tokens[end - 1].kind not in ("of", "article"):
            break
        if lexicon.is_spelled(tokens[piece.start : end]):
            place = end
    return place


def _torn(tokens: Sequence[Token], one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell whether what begins a name is rather a name with a blank or its words exchanged."""
    if not (one.begun or other.begun):
        return False
    keys = [key_of(tokens[piece.start : piece.end]) for piece in (one, other)]
    if any(len(key) == SHORT_CODE for key in keys) or lexicon.is_near("".join(keys)):
        return True
    return any(
        piece.begun and lexicon.has_words(piece.code, key)
        for piece, key in ((one, keys[1]), (other, keys[0]))
    )


def _turned(tokens: Sequence[Token], one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a comma rather turns one name round, as in "Guinea, Equatorial"."""
    if not other.begun or one.code == other.code:
        return False
    keys = [key_of(tokens[piece.start : piece.end]) for piece in (one, other)]
    apart = not set(keys[0].split()) & set(keys[1].split())
    return apart and lexicon.has_words(other.code, keys[0])


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
    words = [token.text.rstrip(UNREADABLE) for token in texts if token.kind == "word"]
    return " ".join(words or [token.text for token in texts])


def _hanging(tokens: Sequence[Token], pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Yield the pieces, and the little words behind which a name is missing.

    A name with a preposition behind it is a question as a whole, and so is a little word alone
    that is a code too.
    """
    for piece, following in zip([None, *pieces], [*pieces, None], strict=True):
        left = _left_open(tokens, _ending(tokens, piece, lexicon) if piece else 0, following)
        bound = list(takewhile(lambda at: tokens[at].kind in ("of", "article"), left))
        if piece and any(tokens[at].kind == "of" for at in bound):
            yield Piece(piece.start, bound[-1] + 1, "")
            left = left[len(bound) :]
        elif piece:
            yield piece
        for at in left:
            if tokens[at].kind not in ("comma", "for") and lexicon.of_code(tokens[at].plain):
                yield Piece(at, at + 1, "")


def _left_open(tokens: Sequence[Token], start: int, following: Piece | None) -> range:
    """Return the places from one on behind which no name comes in their part."""
    if following is None:
        return range(start, len(tokens))
    gap = range(start, following.start)
    ends = [at for at in gap if tokens[at].kind in ("comma", "for")]
    return range(start, ends[-1] + 1 if ends else start)
