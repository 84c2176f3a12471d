"""Deeds of the record: corrections, people, files, what only looks, and leaving."""

from __future__ import annotations

from tests.desk.deeds.deed_cases import case
from tests.desk.deeds.hand_at_work import HandAtWork
from tipfloor.desk.question import AskChoice, FindInLog, Times


@case()
def sound(hand: HandAtWork) -> None:
    assert (hand.sounds_turned, hand.notices) == (1, ["turned"])


@case()
def enter_remark(hand: HandAtWork) -> None:
    hand.clock.advance(600_000)
    hand.type("mex")
    hand.answer("introductory", "11:01", "11:02", "the power was out")
    assert [item.entry.delegation for item in hand.meeting.remarks] == ["MEX"]


@case()
def correct(hand: HandAtWork) -> None:
    assert hand.notices
    hand.do("give_next")
    hand.do("end")
    hand.do("correct")
    hand.answer("1", "delegation")
    hand.type("mexico")
    hand.answer("the wrong key")
    assert hand.meeting.remarks[0].entry.delegation == "MEX"


@case()
def keep_person(hand: HandAtWork) -> None:
    hand.type("bra")
    hand.answer("Aurelia Quintavale", "Deputy Minister", "office")
    [person] = hand.record.people.values()
    hand.do("change_person")
    hand.answer(person.id, "forget", "yes")
    assert not hand.record.people


@case()
def export(hand: HandAtWork) -> None:
    hand.answer("json", "2", "es", "sessions.json")
    [order] = hand.orders
    assert (order.form, order.session, order.language) == ("json", "introductory", "es")


@case()
def publication(hand: HandAtWork) -> None:
    assert "series" in hand.question.answers[0][1]  # type: ignore[attr-defined]
    hand.answer("issued_on", "9.2")
    stated = hand.meeting.plan.publication
    assert str(stated.issued_on) == "2024-02-09"
    hand.do("publication")
    hand.answer("sponsor", "en: The Bureau | es: La Mesa")
    stated = hand.meeting.plan.publication
    assert (stated.sponsor, stated.translations["es"]["sponsor"]) == ("The Bureau", "La Mesa")
    hand.do("publication")
    hand.answer("original_language", "Klingon")
    assert hand.notices[-1] == (
        "Nothing was stated: expected is a language by its code of two or three letters, such "
        'as "es".'
    )
    hand.do("publication")
    hand.answer("paper", "a4")
    hand.do("publication")
    hand.answer("sponsor", "")
    stated = hand.meeting.plan.publication
    assert (stated.paper, stated.sponsor, stated.translations.get("fr")) == (
        "a4",
        None,
        {"distribution": "Générale"},
    )


@case()
def take_note(hand: HandAtWork) -> None:
    hand.answer("outage", "the line to the interpreters fell silent")
    assert hand.last.text == "the line to the interpreters fell silent"


@case()
def times(hand: HandAtWork) -> None:
    assert isinstance(hand.shown[0], Times)


@case()
def find(hand: HandAtWork) -> None:
    assert isinstance(hand.question, FindInLog)
    hand.answer(("correct", 1))
    assert hand.notices


@case()
def quit_desk(hand: HandAtWork) -> None:
    assert hand.is_left
    hand.is_left = False
    hand.do("give_next")
    hand.do("quit_desk")
    hand.answer("no")
    assert not hand.is_left
    hand.do("quit_desk")
    hand.answer("yes")
    assert hand.is_left


@case()
def business(hand: HandAtWork) -> None:
    assert isinstance(hand.question, AskChoice)
    assert {"i", "f", "j"} <= set(hand.question.keys)
    hand.answer("interlude", "minute_of_silence")
    assert hand.meeting.interlude is not None
