"""Little words that are codes as well: `do`, `de`, `et`, `la`, `es`, `no`, and AND for Andorra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tipfloor.core.plan.lexicon import Lexicon
from tipfloor.core.plan.little_words import OTHER_WORDS
from tipfloor.core.plan.typed_words import Token


def with_codes(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Tell codes from little words: a code stands alone, or where all other words are codes.

    Where that leaves both open, the word is marked as doubtful.
    """
    if len(tokens) == 1:
        return [token._replace(kind="word") for token in tokens]
    parts = list(_parts(tokens))
    all_codes = all(_all_codes(part, lexicon) for part in parts)
    found: list[Token] = []
    for part in parts:
        words = [token for token in part if token.kind not in ("comma", "for")]
        codes = _all_codes(part, lexicon)
        for token in part:
            found.append(
                _told(token, lexicon, len(words) == 1, codes, all_codes, token is tokens[0])
            )
    return found


def _told(
    token: Token, lexicon: Lexicon, alone: bool, codes: bool, all_codes: bool, first: bool
) -> Token:
    """Return a word as the code or the little word that it is where it stands."""
    if token.kind in ("comma", "for") or alone:
        is_name = bool(lexicon.of_code(token.text) or lexicon.of_name(token.text))
        little = token.kind in ("comma", "for") or not is_name
        return token if little else token._replace(kind="word")
    if token.kind == "word":
        doubtful = token.text in OTHER_WORDS and not codes
        return token._replace(doubtful=True) if doubtful else token
    if not codes or not lexicon.of_code(token.text):
        return token
    # "bra and chl" may be two or, with Andorra, three; at the head of a line nothing is joined.
    joins = token.kind == "and" and not first
    return token._replace(kind="word", doubtful=joins or not all_codes)


def _all_codes(part: Iterable[Token], lexicon: Lexicon) -> bool:
    """Tell whether all words of a part are codes, those aside that can be nothing but little."""
    return all(
        token.text in lexicon.initials
        for token in part
        if token.kind == "word" or lexicon.of_code(token.text)
    )


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens up to each comma and each "for", which close their part."""
    part: list[Token] = []
    for token in tokens:
        part.append(token)
        if token.kind in ("comma", "for"):
            yield part
            part = []
    if part:
        yield part
