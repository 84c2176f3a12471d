"""Little words that are codes as well: `do`, `de`, `et`, `la`, `es`, `no`, and AND for Andorra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tipfloor.core.plan.lexicon import Lexicon
from tipfloor.core.plan.little_words import OTHER_WORDS
from tipfloor.core.plan.typed_words import UNREADABLE, Token

PARTING = ("comma", "for")


def with_codes(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Tell codes from little words: a code stands alone, or where all other words are codes.

    Where that leaves both open, the word is marked as doubtful.
    """
    tokens = list(_with_codes_for_for(tokens, lexicon))
    parts = list(_parts(tokens))
    all_codes = all(_all_codes(part, lexicon) for part in parts)
    commas = any(token.kind == "comma" for token in tokens[:-1])
    found: list[Token] = []
    for part in parts:
        words = [token for token in part if token.kind not in PARTING]
        codes = _all_codes(part, lexicon)
        strictly = all(lexicon.of_code(word.plain) for word in words)
        for token in part:
            if token.kind == "comma" or (token.kind == "for" and len(tokens) > 1):
                found.append(token)
            elif len(words) <= 1:
                found.append(_alone(token, lexicon))
            elif codes:
                # Whoever types commas would type them around a code: ", and bra" joins the last.
                joins = token.kind == "and" and commas
                said = _is_said(token, lexicon) and not strictly
                found.append(_code(token, lexicon, certain=all_codes and not joins and not said))
            else:
                found.append(token._replace(doubtful=_is_said(token, lexicon)))
    return found


def _with_codes_for_for(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Give the tokens, a code that is spelled as "for" is (POR, FOR) as the code where it is one.

    Between two codes it may be either: there it is a word that nobody can read.
    """
    codes = all(token.plain in lexicon.initials for token in tokens if token.kind == "word")
    around = zip([None, *tokens], tokens, [*tokens[1:], None], strict=False)
    for former, token, following in around:
        ends = [_parts_off(beside, lexicon) for beside in (former, following)]
        if token.kind != "for" or not lexicon.of_code(token.plain):
            yield token
        elif all(ends) or (codes and any(ends)):
            yield token._replace(kind="word", text=token.plain)
        elif codes:
            unread = token.plain + UNREADABLE
            yield token._replace(kind="word", text=unread, plain=unread)
        else:
            yield token


def _parts_off(token: Token | None, lexicon: Lexicon) -> bool:
    """Tell whether there is nothing but what parts: a comma, or "for" that is no code."""
    return token is None or (token.kind in PARTING and not lexicon.of_code(token.plain))


def _is_said(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word stands in sentences, or in the name of another, as it is."""
    return token.plain in OTHER_WORDS or lexicon.doubts(token.plain)


def _alone(token: Token, lexicon: Lexicon) -> Token:
    """Return a word that is alone in its part as the code or the name that it is, if it is one."""
    if lexicon.of_code(token.plain):
        return token._replace(kind="word", text=token.plain)
    return token._replace(kind="word") if lexicon.of_name(token.text) else token


def _code(token: Token, lexicon: Lexicon, *, certain: bool) -> Token:
    """Return a word among codes as the code that it is too, doubtful where that is not certain."""
    if not lexicon.of_code(token.plain):
        return token
    little = token.kind != "word" or token.text != token.plain or _is_said(token, lexicon)
    return token._replace(kind="word", text=token.plain, doubtful=little and not certain)


def _all_codes(part: Iterable[Token], lexicon: Lexicon) -> bool:
    """Tell whether all words of a part are codes, those aside that can be nothing but little."""
    return all(
        token.plain in lexicon.initials
        for token in part
        if token.kind == "word" or lexicon.of_code(token.plain)
    )


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens up to each comma and each "for", which close their part."""
    part: list[Token] = []
    for token in tokens:
        part.append(token)
        if token.kind in PARTING:
            yield part
            part = []
    if part:
        yield part
