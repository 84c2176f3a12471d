"""The base of the questions in which delegations are typed: nobody is taken on a guess."""

from __future__ import annotations

from tipfloor.core.plan.little_words import BEHALF, LITTLE
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import Part, Reading, read_names
from tipfloor.desk.question import Answer
from tipfloor.desk.typed.by_typing import AskByTyping, Meant, Row
from tipfloor.standing.line import Line
from tipfloor.words import say
from tipfloor.words.plain import plain

AMBIGUOUS = LITTLE | {word for word, *more in BEHALF if not more}
"""Codes that are words of a sentence too, and codes only between commas."""

SHOWN_AT_ONCE = 5
"""Rows that the question has room for."""


class AskNames(AskByTyping[Answer]):
    """A question that shows by code and full name who is meant, and offers whom words may mean."""

    BETWEEN = ", "

    def __init__(self, title: str, hint: str, plan: Plan, value: str = "") -> None:
        super().__init__(title, hint, value)
        self.plan = plan
        plan.lexicon.prepare()

    def answer(self, reading: Reading, on: frozenset[str]) -> Answer:
        """Return the answer that delegations are which are clear."""
        raise NotImplementedError

    def objection(self, reading: Reading) -> str:
        """Return what delegations that are clear lack to be an answer, empty for nothing."""
        return ""

    def note(self, item: DelegationPlan) -> str:
        """Return what is said beside a delegation."""
        return ""

    def unknown(self, typed: str) -> str:
        """Say that words mean nobody."""
        return say("ask.not_found", typed=plain(typed))

    def likely(self) -> tuple[DelegationPlan, ...]:
        """Return who is offered while nothing is typed."""
        return ()

    def read(self, typed: str, on: frozenset[str]) -> Meant[Answer]:
        """Return whom a line means, and whom words may mean that are not clear."""
        reading = read_names(self.plan, typed)
        likely = () if typed.strip() else self.likely()
        rows = [*(self._of(item, on) for item in likely), *self._offers(reading)]
        lacks = self._lacking(reading)
        return Meant(
            (*rows, *self._understood(reading)),
            None if lacks else lambda: self.answer(reading, on),
            lacks,
            selected=0 if likely else None,
            alone=len(reading.parts) == 1,
            at_end=not reading.unclear,
        )

    def _of(self, item: DelegationPlan, on: frozenset[str]) -> Row[Answer]:
        """Return the row that answers with a delegation."""
        return Row(self._line(item), self.answer(read_names(self.plan, item.code), on))

    def _offers(self, reading: Reading) -> list[Row[Answer]]:
        """Return the rows of the first words that are not clear."""
        if not reading.unclear:
            return []
        part, *others = reading.unclear
        offers: list[Row[Answer]] = [
            Row(self._line(item), puts=(part.start, part.end, _fit(item.code)))
            for item in part.found
        ]
        asked = [Row[Answer](self._question(item)) for item in (part, *others)]
        return [asked[0], *offers, *asked[1:]]

    def _understood(self, reading: Reading) -> list[Row[Answer]]:
        """Return the rows of whom the line names for certain, counted where they are many."""
        spoken, behalf = (
            [Row[Answer](self._line(item)) for item in clear(parts)]
            for parts in (reading.speaking, reading.behalf)
        )
        if reading.joint:
            spoken.append(Row(Line.of((say("ask.on_behalf"), "quiet"))))
        rows = [*spoken, *behalf]
        if len(rows) > SHOWN_AT_ONCE:
            told = say("ask.meant", number=len(clear(reading.parts)))
            rows.append(Row(Line.of((told, "quiet"))))
        return rows

    def _question(self, part: Part) -> Line:
        if not part.found:
            return Line.of((f"✗ {self.unknown(part.typed)}", "bad"))
        key = "ask.which_one" if len(part.found) == 1 else "ask.which"
        return Line.of((f"? {say(key, typed=plain(part.typed))}", "warning"))

    def _line(self, item: DelegationPlan) -> Line:
        return described(self.plan, item, self.note(item))

    def _lacking(self, reading: Reading) -> str:
        """Say why a line is no answer, empty where it is one."""
        if reading.trouble == "unclear":
            part = reading.unclear[0]
            if part.found:
                return say("ask.choose_or_type", typed=plain(part.typed))
            return self.unknown(part.typed)
        if reading.trouble:
            return say(f"ask.{reading.trouble}")
        return self.objection(reading) if reading.taken else say("ask.no_delegation")


def clear(parts: tuple[Part, ...]) -> list[DelegationPlan]:
    """Return whom the clear parts among some mean, each once."""
    return list(dict.fromkeys(row for part in parts if part.clear for row in part.found))


def described(plan: Plan, item: DelegationPlan, note: str = "") -> Line:
    """Return a delegation's code and full name, a note, then its names in other languages."""
    name = plan.name_of(item.code)
    others = [plain(other) for other in dict.fromkeys(item.names()) if other != name]
    return Line.of(
        (item.code, "strong accent"),
        (f" {item.code2}" if item.code2 else "", "quiet"),
        "  ",
        (plain(name), "strong"),
        (f"  {note}" if note else "", "warning"),
        (f"  {' · '.join(others)}" if others else "", "quiet"),
    )


def _fit(code: str) -> str:
    """Return a code as it can stand in a line, between commas where it is a word as well."""
    return f", {code}," if code.lower() in AMBIGUOUS else code
