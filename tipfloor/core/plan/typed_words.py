"""A typed line as words: what separates, what joins and what names nobody told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.little_words import (
    ARTICLES,
    BEHALF,
    CONJUNCTIONS,
    PREPOSITIONS,
    REPUBLICS,
    SAINT,
    SAINTS,
)

Kind = Literal["word", "and", "of", "article", "for", "comma"]

SIGNS: dict[Kind, str] = {"and": "&", "of": "~", "for": ">", "comma": ","}
"""How what is no word stands in the key of a name; articles do not stand in it at all."""

UNREADABLE = "\ufffd"
"""What stands for a letter that could not be read: a word with it is no name."""

_UNSEEN = "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
_LETTER = rf"[^\W\d_]{_UNSEEN}*"
_BEFORE, _BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
_PIECE = re.compile(
    rf"(?P<dotted>{_BEFORE}{_LETTER}(?:\.{_LETTER})+{_BEHIND}\.?"
    rf"|{_BEFORE}{_LETTER}\.(?:[\s-]?{_LETTER}\.)+)"
    rf"|(?P<word>(?:(?:[^\W_]|{UNREADABLE}){_UNSEEN}*)+(?:['’ʼ][sS]{_BEHIND})?)"  # noqa: RUF001
    r"|(?P<and>[&＆])"  # noqa: RUF001
    r"|(?P<comma>[,;:/|+•·、，；\t\n\r\v\f\x85\u2028\u2029])"  # noqa: RUF001
)

_BEHALF: dict[str, list[tuple[str, ...]]] = {}
for _phrase in BEHALF:
    _BEHALF.setdefault(_phrase[0], []).append(_phrase)


class Token(NamedTuple):
    """A folded word or a sign, and from where to where it stands in what was typed.

    `plain` is the word as it was folded, before the words for saint and republic became one.
    """

    text: str
    kind: Kind
    start: int
    end: int
    plain: str
    doubtful: bool = False
    """Whether it is a code or a beginning as well, of which nobody can say that it is meant."""

    @property
    def sign(self) -> str:
        """What it is in the key of a name."""
        return SIGNS.get(self.kind, self.text)


def tokens_of(typed: str) -> list[Token]:
    """Take a text apart: dotted letters first, then words, then the phrases that mean "for"."""
    found = [token for match in _PIECE.finditer(typed) for token in _token(match)]
    return list(_with_behalf(_with_saints(found)))


def key_of(tokens: Sequence[Token]) -> str:
    """Return the key of a name: its words without articles, from its first word to its last.

    A name may begin with "for", as that of a movement does.
    """
    signs = [token.sign for token in tokens if token.kind != "article"]
    words = [place for place, sign in enumerate(signs) if sign not in SIGNS.values()]
    if not words:
        return " ".join(token.text for token in tokens)
    start = 0 if signs[0] == SIGNS["for"] else words[0]
    return " ".join(signs[start : words[-1] + 1])


def _token(match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span()
    if match["comma"] or match["and"]:
        kind: Kind = "comma" if match["comma"] else "and"
        yield Token(SIGNS[kind], kind, start, end, SIGNS[kind])
    elif text := _word(match[0]):
        yield Token(text, "word" if match["dotted"] else _kind(text), start, end, text)


@lru_cache(maxsize=4_096)
def _word(typed: str) -> str:
    folded = fold_text(typed).replace(" ", "")
    return folded + UNREADABLE if UNREADABLE in typed else folded


def _kind(text: str) -> Kind:
    if text in CONJUNCTIONS:
        return "and"
    if text in PREPOSITIONS:
        return "of"
    return "article" if text in ARTICLES else "word"


def _with_saints(tokens: list[Token]) -> Iterator[Token]:
    """Fold the words for saint and republic; a lone S is a saint before a word."""
    for token, behind in zip_longest(tokens, tokens[1:]):
        lone = token.text == "s" and behind and behind.kind == "word" and len(behind.text) > 1
        if token.kind != "word":
            yield token
        elif token.text in SAINTS or lone:
            yield token._replace(text=SAINT)
        elif token.text in REPUBLICS:
            yield token._replace(text="republic")
        else:
            yield token


def _with_behalf(found: Iterator[Token]) -> Iterator[Token]:
    """Put one sign for the words that mean "for"."""
    tokens = list(found)
    place = 0
    while place < len(tokens):
        words = _behalf_at(tokens, place)
        if words:
            start, end = tokens[place].start, tokens[place + words - 1].end
            plain = " ".join(token.plain for token in tokens[place : place + words])
            yield Token(SIGNS["for"], "for", start, end, plain)
        else:
            yield tokens[place]
        place += words or 1


def _behalf_at(tokens: list[Token], place: int) -> int:
    """Return how many words from a place on mean "for"."""
    for phrase in _BEHALF.get(tokens[place].text, ()):
        if phrase == tuple(token.text for token in tokens[place : place + len(phrase)]):
            return len(phrase)
    return 0
