"""The one table of the desk's keys: footer, help and command palette are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from tipfloor.words import say


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the desk: what it does, and whether a second press within a moment is ignored.

    `shown` is the key as people write it; `footer` is its rank at the foot of the screen, 0 for
    none. The labels are `keys.ACTION` and, for the help, `keys.ACTION_help`.
    """

    keys: str
    action: str
    shown: str
    footer: int = 0
    guarded: bool = True

    @property
    def label(self) -> str:
        """What the key does, in a word or two."""
        return say(f"keys.{self.action}")

    @property
    def help(self) -> str:
        """What the key does, in a sentence."""
        return say(f"keys.{self.action}_help")


KEYS = (
    Key("space", "give_next", "space", 1),
    Key("enter", "give_selected", "enter", 9),
    Key("e", "end", "e", 2),
    Key("p", "pause", "p", 3),
    Key("a", "inscribe", "a", 4),
    Key("s", "slides", "s", 5),
    Key("x", "refuse", "x", 10),
    Key("m", "absent", "m", 11),
    Key("d", "withdraw", "d", 12),
    Key("K,shift+up", "move_up", "K", 0),
    Key("J,shift+down", "move_down", "J", 0),
    Key("l", "close_list", "l", 6),
    Key("b", "back_date", "b", 13),
    Key("c", "call", "c", 16),
    Key("o", "point", "o", 14),
    Key("g", "mark", "g", 17),
    Key("v", "suspend", "v", 18),
    Key("right_square_bracket", "forward", "]", 15),
    Key("left_square_bracket", "back", "[", 0),
    Key("u", "undo", "u", 7),
    Key("slash", "find", "/", 19, guarded=False),
    Key("t", "timekeeper", "t", 20, guarded=False),
    Key("question_mark", "help", "?", 8, guarded=False),
    Key("q", "quit_desk", "q", 21, guarded=False),
    Key("k", "cursor_up", "k", 0, guarded=False),
    Key("j", "cursor_down", "j", 0, guarded=False),
)

PALETTE_ONLY = (
    "restart",
    "extend",
    "discreet",
    "change_limit",
    "go_to",
    "check_in",
    "check_out",
    "swap",
    "cede",
    "in_writing",
    "take_note",
    "correct",
)
"""Acts of the desk that have no key of their own; the command palette and the help name them."""


def bindings() -> list[Binding]:
    """Return the table as Textual's bindings; Enter reaches the desk through the list itself.

    They have priority, so that a key is done with before the next one is looked at.
    """
    return [
        Binding(key.keys, f"deed('{key.action}')", show=False, priority=True)
        for key in KEYS
        if key.action != "give_selected"
    ]
