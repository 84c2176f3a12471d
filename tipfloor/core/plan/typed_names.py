"""Reading a typed line as delegations: each word is explained, or somebody is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from tipfloor.core.plan.code_words import with_codes
from tipfloor.core.plan.doubts import pieces_of, text_of
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.splitting import Piece
from tipfloor.core.plan.typed_words import Token, tokens_of

Trouble = Literal[
    "unclear", "one_for_many", "nobody_speaks", "for_nobody", "for_twice", "for_itself"
]
"""Why a line is a question: its words, or who speaks for whom."""

MOST_ASKED = 12
"""Parts of a line for which somebody is offered; nobody can look at more."""


class Part(Struct, frozen=True):
    """Words of a line, from where to where, and the delegation that they mean.

    Where they are not `clear`, those whom they may mean, the likeliest first.
    """

    typed: str
    start: int
    end: int
    found: tuple[DelegationPlan, ...]
    clear: bool


class Reading(Struct, frozen=True):
    """A typed line as it is understood: who speaks, on whose behalf, and what is asked.

    Nobody is taken from a line that is not clear as a whole.
    """

    speaking: tuple[Part, ...] = ()
    behalf: tuple[Part, ...] = ()
    trouble: Trouble | None = None
    joint: bool = False
    """Whether somebody is to speak on behalf of others."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part in the order typed."""
        return (*self.speaking, *self.behalf)

    @property
    def unclear(self) -> tuple[Part, ...]:
        """The parts that mean nobody, or may mean several."""
        return tuple(part for part in self.parts if not part.clear)

    @property
    def taken(self) -> tuple[DelegationPlan, ...]:
        """Who is meant, each once, in the order typed; the one who speaks of a joint remark."""
        return () if self.trouble else _once(self.speaking)

    @property
    def on_behalf_of(self) -> tuple[DelegationPlan, ...]:
        """On whose behalf the one delegation speaks, each once."""
        return () if self.trouble else _once(self.behalf)

    @property
    def asked(self) -> tuple[DelegationPlan, ...]:
        """Whom a line that is a question may mean, each once."""
        return _once(self.parts) if self.trouble else ()


def read_names(plan: Plan, typed: str) -> Reading:
    """Read a typed line: codes, whole names and beginnings that fit one delegation alone.

    The longest name comes first; articles, prepositions and "and" name nobody.
    """
    tokens = with_codes(tokens_of(typed), plan.lexicon)
    pieces = pieces_of(tokens, plan.lexicon)
    if not pieces and any(token.kind != "comma" for token in tokens):
        pieces = [Piece(0, len(tokens), "")]
    places = [place for place, token in enumerate(_standing(tokens, pieces)) if token == "for"]
    asked = iter(range(MOST_ASKED))
    sides: tuple[list[Part], list[Part]] = [], []
    for piece in pieces:
        behalf = bool(places) and piece.start > places[0]
        sides[behalf].append(_part(piece, tokens, typed, plan, asked))
    trouble = _trouble(*sides, pieces, places)
    return Reading(tuple(sides[0]), tuple(sides[1]), trouble, joint=bool(places))


def _part(piece: Piece, tokens: list[Token], typed: str, plan: Plan, asked: Iterator[int]) -> Part:
    start, end = tokens[piece.start].start, tokens[piece.end - 1].end
    words = tokens[piece.start : piece.end]
    if piece.code:
        return Part(typed[start:end], start, end, plan.lexicon.rows([piece.code]), clear=True)
    found = _offered(words, plan) if next(asked, None) is not None else ()
    return Part(typed[start:end], start, end, found, clear=False)


def _offered(words: list[Token], plan: Plan) -> tuple[DelegationPlan, ...]:
    """Return whom words may mean together, else each of them; both where a comma parts them."""
    found = plan.lexicon.offered(text_of(words))
    if found and not any(word.kind == "comma" for word in words):
        return found
    telling = [word for word in words if word.kind == "word"][:MOST_ASKED]
    each = [row for word in telling for row in plan.lexicon.offered(word.text)]
    return tuple(dict.fromkeys((*found, *each))) if len(words) > 1 else found


def _trouble(
    speaking: list[Part], behalf: list[Part], pieces: list[Piece], places: list[int]
) -> Trouble | None:
    if not all(piece.code for piece in pieces):
        return "unclear"
    if not places:
        return None
    if not speaking:
        return "nobody_speaks"
    if len(_once(speaking)) > 1:
        return "one_for_many"
    if not behalf:
        return "for_nobody"
    if any(places[0] < piece.start < places[-1] for piece in pieces):
        return "for_twice"
    return "for_itself" if set(_once(speaking)) & set(_once(behalf)) else None


def _standing(tokens: list[Token], pieces: Iterable[Piece]) -> list[str]:
    """Return the kind of each token, those aside that are part of a name."""
    kinds: list[str] = [token.kind for token in tokens]
    for piece in pieces:
        kinds[piece.start : piece.end] = [""] * (piece.end - piece.start)
    return kinds


def _once(parts: Iterable[Part]) -> tuple[DelegationPlan, ...]:
    return tuple(dict.fromkeys(row for part in parts for row in part.found))
