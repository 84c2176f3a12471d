"""The one table of the desk's keys: footer, help and command palette are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tipfloor.words import say

Need = Literal["", "list", "floor", "next"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the desk: what it does, and whether a second press within a moment is ignored.

    `shown` is the key as people write it; `footer` is its rank at the foot of the screen, 0 for
    none, where it stands only while there is what it `needs`: a list, someone on the floor, or
    someone who can come next. The labels are `keys.ACTION` and, for the help, `keys.ACTION_help`.
    """

    keys: str
    action: str
    shown: str
    footer: int = 0
    needs: Need = ""
    guarded: bool = True

    @property
    def label(self) -> str:
        """What the key does, in a word or two."""
        return say(f"keys.{self.action}")

    @property
    def help(self) -> str:
        """What the key does, in a sentence."""
        return say(f"keys.{self.action}_help")


# ] and [ need AltGr on Spanish, French and German keyboards: > and < are the same keys without it.
KEYS = (
    Key("space", "give_next", "space", 1, "next"),
    Key("enter", "give_selected", "enter", 10, "list"),
    Key("e", "end", "e", 2, "floor"),
    Key("p", "pause", "p", 3, "floor"),
    Key("a", "inscribe", "a", 4),
    Key("s", "slides", "s", 5),
    Key("x", "refuse", "x", 11),
    Key("m", "absent", "m", 12, "list"),
    Key("d", "withdraw", "d", 13, "list"),
    Key("K,shift+up", "move_up", "K"),
    Key("J,shift+down", "move_down", "J"),
    Key("l", "close_list", "l", 6, "list"),
    Key("b", "back_date", "b", 14, "floor"),
    Key("c", "call", "c", 17, "list"),
    Key("o", "point", "o", 15),
    Key("r", "mark", "r", 18, "floor"),
    Key("v", "suspend", "v", 19),
    Key("n", "business", "n", 8),
    Key("right_square_bracket,greater_than_sign", "forward", "] >", 9),
    Key("left_square_bracket,less_than_sign", "back", "[ <", 16),
    Key("u", "undo", "u", 7),
    Key("slash", "find", "/", 20, guarded=False),
    Key("t", "timekeeper", "t", 21, guarded=False),
    Key("y", "times", "y", 24, guarded=False),
    Key("f", "export", "f", 25),
    Key("g", "statistics", "g", 26, guarded=False),
    Key("question_mark", "help", "?", 22, guarded=False),
    Key("q", "quit_desk", "q", 23, guarded=False),
    Key("k", "cursor_up", "k", guarded=False),
    Key("j", "cursor_down", "j", guarded=False),
)

SELECTING = ("j", "k")
"""Keys that select a row, each often pressed several times."""

FOR_THE_SELECTED = ("d", "c", "s", "x", "m", "j", "k", "J", "K")
"""Keys that people press at once behind one that selects; no word begins with such a pair."""


ASKING = ("a", "s", "x", "n", "r", "d", "u", "b", "f", "slash")
"""Keys that only ask something, so that they may come in any haste."""


def is_usual(key: str, behind: str, place: int) -> bool:
    """Tell whether people press a key in haste behind another one, as the `place`-th of such keys.

    No sentence begins with these pairs, but for "e" and space, where both are deeds, and for those
    of which the second only asks: an answer typed in one go behind them wants a second look. A
    letter and space are a word of a sentence otherwise, such as "l" or "c" without its apostrophe.
    """
    bound = {name for item in KEYS for name in item.keys.split(",")}
    if (behind, key) == ("e", "space") or key == behind or (key in ASKING and place == PAIR):
        return True
    if key == "space":
        return place == PAIR and behind in bound and not _is_letter(behind)
    if behind == "space":
        return place == PAIR and key in bound
    if behind in SELECTING and key in FOR_THE_SELECTED:
        return True
    return behind in bound and not (_is_letter(behind) and _is_letter(key))


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isalpha()


PAIR = 2
