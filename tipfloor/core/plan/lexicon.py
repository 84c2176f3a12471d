"""The words by which the delegations of a meeting are meant, made ready to be looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.little_words import KINDS_OF_STATE, SAINT, SAINTS_JOINED
from tipfloor.core.plan.near_names import NearNames
from tipfloor.core.plan.typed_words import SIGNS, Token, key_of, tokens_of

if TYPE_CHECKING:
    from tipfloor.core.plan.plan import DelegationPlan

SHORTEST_BEGINNING = 3
"""Letters of the words that say which state it is, below which a beginning means nobody."""

TOO_NEAR = 0.85
"""Likeness from which the beginning of one name is nearly the whole name of another."""

MOST_KEPT = 4_096
"""Texts of which the lexicon keeps what they are near to."""

_JOINING = (SIGNS["of"], SIGNS["and"])


class Begun(NamedTuple):
    """The delegation of which a name is begun, and whether only its last word is unfinished."""

    code: str
    last_word: bool


class Lexicon:
    """Codes, whole names, beginnings of names and what is spelled alike, of a roster."""

    def __init__(self, delegations: tuple[DelegationPlan, ...]) -> None:
        self._rows = {row.code: (place, row) for place, row in enumerate(delegations)}
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._loose: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._spelled: set[str] = set()
        for row in delegations:
            for code in (row.code, row.code2):
                if code:
                    self._codes[code.lower()].add(row.code)
            for name in (*row.names(), *row.also):
                self._put(name, row.code)
        self._sorted = sorted(self._names)
        self._longest = 2 * max(map(len, self._names), default=0)
        self._all = sorted({*self._names, *self._loose})
        self.initials = {*self._codes, *(key for key in self._names if len(key) <= 3)}
        """Codes, and the names that are as short."""
        self._kept: dict[str, tuple[DelegationPlan, ...]] = {}
        self._kept_near: dict[str, bool] = {}
        self._kept_beginnings: dict[str, Begun | None] = {}

    def prepare(self) -> None:
        """Make ready what only some lines need, before the first key is waited for."""
        self._near  # noqa: B018

    def of_code(self, text: str) -> frozenset[str]:
        """Return the codes of the delegations that have a folded text for a code."""
        return frozenset(self._codes.get(text, ()))

    def of_name(self, key: str) -> frozenset[str]:
        """Return the codes of the delegations that have a key for a whole name."""
        return frozenset(self._names.get(key, ()))

    def of_loose(self, key: str) -> frozenset[str]:
        """Return those of which a key is a whole name, the little words left out."""
        return frozenset(self._loose.get(key, ()))

    def means(self, key: str) -> bool:
        """Tell whether a key is a code or a whole name, be it of several."""
        return key in self._codes or key in self._names or key in self._loose

    def is_spelled(self, tokens: Sequence[Token]) -> bool:
        """Tell whether words are those of a name up to one of the little words at its end."""
        return spelled(tokens) in self._spelled

    def doubts(self, code: str) -> bool:
        """Tell whether a code is a word of another's name as well, such as SUR of Corea del Sur."""
        own = self._codes.get(code)
        return own is not None and not self._words.get(code, own) <= own

    def goes_on(self, key: str) -> bool:
        """Tell whether any name begins with a key."""
        place = bisect_left(self._all, key)
        return place < len(self._all) and self._all[place].startswith(key)

    def begins(self, key: str) -> frozenset[str]:
        """Return the codes of all delegations of which a key begins a name."""
        return frozenset(code for name in self._beginning(key) for code in self._names[name])

    def begun(self, key: str) -> Begun | None:
        """Return the only delegation whose names a key begins.

        None where it begins those of several, says only what kind of state it is, or is nearly
        the name of another.
        """
        if key not in self._kept_beginnings:
            if len(self._kept_beginnings) >= MOST_KEPT:
                self._kept_beginnings.clear()
            self._kept_beginnings[key] = self._only_begun(key)
        return self._kept_beginnings[key]

    def has_words(self, code: str, key: str) -> bool:
        """Tell whether all words of a key are words of a delegation's names."""
        return all(code in self._words.get(word, ()) for word in key.split() if word.isalnum())

    def is_near(self, key: str) -> bool:
        """Tell whether a key is spelled nearly as a whole name is."""
        if key not in self._kept_near:
            if len(self._kept_near) >= MOST_KEPT:
                self._kept_near.clear()
            self._kept_near[key] = bool(self._near.like(key, TOO_NEAR))
        return self._kept_near[key]

    def offered(self, text: str) -> tuple[DelegationPlan, ...]:
        """Return the delegations that a text may mean, the likeliest first, for people to choose.

        Its code or name comes first, then what begins so, then what is spelled alike.
        """
        if len(text) > self._longest:
            return ()
        if text not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[text] = self._near_to(text)
        return self._kept[text]

    def rows(self, codes: Iterable[str]) -> tuple[DelegationPlan, ...]:
        """Return delegations by their codes, in the order given."""
        return tuple(self._rows[code][1] for code in codes)

    @cached_property
    def _near(self) -> NearNames:
        return NearNames({key for key in self._names if len(key) > 3})

    def _put(self, name: str, code: str) -> None:
        tokens = tokens_of(name)
        key, plain = key_of(tokens), fold_text(name)
        if not key:
            return
        comma, joined = f" {SIGNS['comma']} ", plain.replace(" ", "")
        self._spelled.update(_beginnings(tokens))
        self._names[key].add(code)
        self._names[key.replace(comma, " ")].add(code)
        if " " in plain and len(joined) > 3:
            self._loose[joined].add(code)
            if tokens[0].text == SAINT:
                for short in SAINTS_JOINED:
                    self._loose[short + joined.removeprefix(tokens[0].plain)].add(code)
        signs = [sign for sign in key.split() if sign != SIGNS["comma"]]
        for left_out in ((SIGNS["of"],), (SIGNS["and"],), _JOINING):
            self._loose[" ".join(sign for sign in signs if sign not in left_out)].add(code)
        for word in (*plain.split(), *signs):
            if len(word) >= SHORTEST_BEGINNING:
                self._words[word].add(code)

    def _only_begun(self, key: str) -> Begun | None:
        names = self._beginning(key)
        codes = {code for name in names for code in self._names[name]}
        if len(codes) != 1 or all(_distinctive(key, name) < SHORTEST_BEGINNING for name in names):
            return None
        code = next(iter(codes))
        near = self._near.like(key, TOO_NEAR)
        if any(self._names[name] != {code} for _, name in near if name in self._names):
            return None
        return Begun(code, any(" " not in name[len(key) :] for name in names))

    def _beginning(self, key: str) -> list[str]:
        first = bisect_left(self._sorted, key)
        found: list[str] = []
        for name in self._sorted[first:]:
            if not name.startswith(key):
                break
            found.append(name)
        return found

    def _near_to(self, text: str) -> tuple[DelegationPlan, ...]:
        key = key_of(tokens_of(text)) or text
        codes = (*self._codes.get(key, ()), *self._codes.get(text, ()))
        found = dict.fromkeys(self._in_order(codes, self._names.get(key, ())))
        begun = self._beginning(key) if key else []
        found.update(dict.fromkeys(self._in_order(*(self._names[name] for name in begun))))
        words = [self._words[word] for word in self._words if word.startswith(text)] if text else []
        found.update(dict.fromkeys(self._in_order(*words)))
        for _, name in self._near.like(key) if len(key) > 3 else ():
            found.update(dict.fromkeys(self._in_order(self._names[name])))
        if not found and len(text) >= SHORTEST_BEGINNING:
            inside = [codes for name, codes in self._names.items() if text in name]
            found.update(dict.fromkeys(self._in_order(*inside)))
        return self.rows(found)

    def _in_order(self, *codes: Iterable[str]) -> list[str]:
        """Return codes once each, in the order of the roster."""
        return sorted({code for some in codes for code in some}, key=lambda code: self._rows[code])


_kept: deque[tuple[tuple[DelegationPlan, ...], Lexicon]] = deque(maxlen=4)


def lexicon_of(delegations: tuple[DelegationPlan, ...]) -> Lexicon:
    """Return the lexicon of a roster, made once for rosters that are the same."""
    for roster, lexicon in _kept:
        if roster == delegations:
            return lexicon
    made = Lexicon(delegations)
    _kept.append((delegations, made))
    return made


def spelled(tokens: Sequence[Token]) -> str:
    """Return words as they are written, the little ones included, without commas."""
    return " ".join(token.text for token in tokens if token.kind != "comma")


def _beginnings(tokens: list[Token]) -> Iterator[str]:
    """Yield what a name has up to each of the little words at its end."""
    for place in reversed(range(len(tokens))):
        if tokens[place].kind == "word":
            return
        yield spelled(tokens[: place + 1])


def _distinctive(key: str, name: str) -> int:
    """Count the letters of a beginning in words that say which state it is."""
    pairs = zip(key.split(), name.split(), strict=False)
    return sum(
        len(word) for word, whole in pairs if whole not in KINDS_OF_STATE and whole.isalnum()
    )
