"""The one table of the desk's keys: footer, help and command palette are made from it."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.words import say


class Key(Struct, frozen=True):
    """A key of the desk: what it does, and whether a second press within a moment is ignored.

    `shown` is the key as people write it. The labels are `keys.ACTION` and, for the help,
    `keys.ACTION_help`.
    """

    keys: str
    action: str
    shown: str
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
    Key("space", "give_next", "space"),
    Key("enter", "give_selected", "enter"),
    Key("e", "end", "e"),
    Key("p", "pause", "p"),
    Key("a", "inscribe", "a"),
    Key("s", "slides", "s"),
    Key("x", "refuse", "x"),
    Key("m", "absent", "m"),
    Key("d", "withdraw", "d"),
    Key("K,shift+up", "move_up", "K"),
    Key("J,shift+down", "move_down", "J"),
    Key("l", "close_list", "l"),
    Key("b", "back_date", "b"),
    Key("c", "call", "c"),
    Key("o", "point", "o"),
    Key("r", "mark", "r"),
    Key("v", "suspend", "v"),
    Key("n", "business", "n"),
    Key("right_square_bracket,greater_than_sign", "forward", "] >"),
    Key("left_square_bracket,less_than_sign", "back", "[ <"),
    Key("u", "undo", "u"),
    Key("slash", "find", "/", guarded=False),
    Key("t", "timekeeper", "t", guarded=False),
    Key("y", "times", "y", guarded=False),
    Key("f", "export", "f"),
    Key("g", "statistics", "g", guarded=False),
    Key("question_mark", "help", "?", guarded=False),
    Key("q", "quit_desk", "q", guarded=False),
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
