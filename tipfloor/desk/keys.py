"""The one table of the desk's keys: footer, help and command palette are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

from tipfloor.core.floor.addresses import reports_to_come
from tipfloor.core.state.meeting import Meeting
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


KEYS = (
    Key("space", "give_next", "space", 1, "next"),
    Key("enter", "give_selected", "enter", 10, "list"),
    Key("e", "end", "e", 2, "floor"),
    Key("p", "pause", "p", 3, "floor"),
    Key("a", "inscribe", "a", 4, "list"),
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
    Key("right_square_bracket", "forward", "]", 9),
    Key("left_square_bracket", "back", "[", 16),
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
        return place == PAIR and behind in bound and (behind == "m" or not _is_letter(behind))
    if behind == "space":
        return place == PAIR and key in bound
    if behind in SELECTING and key in FOR_THE_SELECTED:
        return True
    return behind in bound and not (_is_letter(behind) and _is_letter(key))


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isalpha()


PAIR = 2


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
    "enter_remark",
    "name_speaker",
    "keep_person",
    "change_person",
    "admit",
    "amend_check_in",
    "presiding",
    "load_list",
    "add_session",
    "nominate",
    "acclaim",
    "elect_by_vote",
    "second_nomination",
    "withdraw_nomination",
    "offer_to_host",
    "accept_offer",
    "reopen_election",
    "add_election",
    "adopt_document",
    "propose_amendment",
    "settle_amendment",
    "reserve_on_document",
    "issue_revision",
    "defer_document",
    "reject_document",
    "reopen_document",
    "withdraw_reservation",
    "add_document",
    "approve_recommendation",
    "approve_block",
    "amend_recommendation",
    "defer_recommendation",
    "reserve_recommendation",
    "prioritize_recommendation",
    "add_recommendation",
    "reject_recommendation",
    "withdraw_recommendation",
    "unreserve_recommendation",
    "reopen_recommendation",
    "read_recommendation",
    "begin_address",
    "take_report",
    "add_address",
    "move_address",
    "strike_address",
    "interlude",
    "outage",
    "close_meeting",
    "reopen_meeting",
    "appeal",
    "vote_on_appeal",
    "withdraw_point",
    "withdraw_appeal",
    "adjourn",
)
"""Acts of the desk that have no key of their own; the command palette and the help name them."""


@dataclass(frozen=True, slots=True)
class Business:
    """An action that the key of business offers, by a letter that is its own in every moment.

    It is offered in moments of some kinds, and in those for which
    some table of the plan has a row; or else `when` a function says so. With none it is offered in
    every moment.
    """

    letter: str
    action: str
    kinds: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    when: Callable[[Meeting], object] | None = None

    def wanted(self, meeting: Meeting) -> bool:
        """Tell whether the current moment needs it."""
        if self.when:
            return bool(self.when(meeting))
        if not self.kinds and not self.tables:
            return True
        rows = (row for table in self.tables for row in meeting.plan.rows(table))
        here = any(getattr(row, "moment", None) == meeting.moment for row in rows)
        return here or meeting.moment_plan.kind in self.kinds


BUSINESS = (
    Business("i", "check_in", kinds=("registration",)),
    Business("o", "check_out", kinds=("registration",)),
    Business("y", "amend_check_in", kinds=("registration",)),
    Business("d", "admit", kinds=("registration",)),
    Business("g", "begin_address", tables=("addresses",)),
    Business("n", "nominate", tables=("elections",)),
    Business("c", "acclaim", tables=("elections",)),
    Business("v", "elect_by_vote", tables=("elections",)),
    Business("h", "offer_to_host", kinds=("election_of_next_chair",)),
    Business("t", "accept_offer", kinds=("election_of_next_chair",)),
    Business("s", "second_nomination", tables=("elections",)),
    Business("N", "withdraw_nomination", tables=("elections",)),
    Business("R", "reopen_election", tables=("elections",)),
    Business("a", "adopt_document", kinds=("adoption",), tables=("documents",)),
    Business("p", "propose_amendment", kinds=("adoption",), tables=("documents",)),
    Business("l", "settle_amendment", kinds=("adoption",), tables=("documents",)),
    Business("e", "reserve_on_document", kinds=("adoption",), tables=("documents",)),
    Business("r", "issue_revision", kinds=("adoption",), tables=("documents",)),
    Business("D", "defer_document", kinds=("adoption",), tables=("documents",)),
    Business("J", "reject_document", kinds=("adoption",), tables=("documents",)),
    Business("O", "reopen_document", kinds=("adoption",), tables=("documents",)),
    Business("k", "approve_recommendation", kinds=("recommendations",)),
    Business("b", "approve_block", kinds=("recommendations",)),
    Business("m", "amend_recommendation", kinds=("recommendations",)),
    Business("F", "defer_recommendation", kinds=("recommendations",)),
    Business("x", "reserve_recommendation", kinds=("recommendations",)),
    Business("z", "prioritize_recommendation", kinds=("recommendations",)),
    Business("u", "add_recommendation", kinds=("recommendations",)),
    Business("K", "reject_recommendation", kinds=("recommendations",)),
    Business("W", "withdraw_recommendation", kinds=("recommendations",)),
    Business("U", "unreserve_recommendation", kinds=("recommendations",)),
    Business("P", "reopen_recommendation", kinds=("recommendations",)),
    Business("q", "read_recommendation", kinds=("recommendations",)),
    Business("C", "close_meeting", kinds=("closing_ceremony",)),
    Business("Q", "reopen_meeting", when=lambda meeting: meeting.closed_at),
    Business("L", "load_list", kinds=("introductory_session", "plenary_sessions")),
    Business("T", "take_report", when=reports_to_come),
    Business(
        "H",
        "presiding",
        kinds=("opening_ceremony", "election_of_authorities", "election_of_next_chair"),
    ),
    Business("A", "add_session", kinds=("plenary_sessions",)),
    Business("G", "add_address", ("opening_ceremony", "closing_ceremony"), ("addresses",)),
    Business("V", "move_address", tables=("addresses",)),
    Business("X", "strike_address", tables=("addresses",)),
    Business("f", "interlude"),
    Business("w", "outage"),
    Business("j", "take_note"),
)
"""The business of the moments, in the order in which the key offers it.

No two share a letter. A word that begins with n goes on with one of `aeiouyh`: what has such a
letter asks something before it does anything.
"""


def business_of(meeting: Meeting) -> tuple[Business, ...]:
    """Return what the key of business offers now."""
    return tuple(item for item in BUSINESS if item.wanted(meeting))


def bindings() -> list[Binding]:
    """Return the table as Textual's bindings; Enter reaches the desk through the list itself.

    They have priority, so that a key is done with before the next one is looked at.
    """
    return [
        Binding(key.keys, f"deed('{key.action}')", show=False, priority=True)
        for key in KEYS
        if key.action != "give_selected"
    ]
