"""The deed that writes the record as a file while the meeting goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.export_job import Order, near
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.forms import FORMS
from tipfloor.words import languages, own_name, say
from tipfloor.words.plain import plain
from tipfloor.words.slug import slug

LONGEST_PATH = 1000

PRINTED = ("list", "attendance", "nameplates")
"""What is printed for the room, offered behind the forms of the record."""

AGAIN = "again"


@deed
def export(hand: Hand) -> None:
    """Choose a form, then of what, then where; the desk goes on while the file is written."""
    if hand.writing:
        hand.notice(say("desk.still_writing", name=hand.writing), "warning")
        return
    forms = [(name, say(f"ask.export_{name}")) for name in FORMS if FORMS[name].offered]
    forms += [(name, say(f"ask.print_{name}")) for name in PRINTED]
    last = hand.last_written
    if last:
        again = replace(last, path=_free(hand.meeting, last), overwrite=False)
        forms.insert(0, (AGAIN, say("ask.export_again", name=plain(again.path.name))))

    def answer(form: str) -> None:
        if last and form == AGAIN:
            hand.write(again)
        elif form in PRINTED:
            _ask_language(hand, Order("pdf", Path(), printed=form))
        else:
            _ask_scope(hand, Order(form, Path()))

    hand.ask(AskChoice(say("ask.export"), forms), answer)


def _ask_scope(hand: Hand, order: Order) -> None:
    scopes = _scopes(hand.meeting, order)
    answers = [(str(place), words) for place, (_, words) in enumerate(scopes)]

    def answer(place: str) -> None:
        _ask_language(hand, scopes[int(place)][0])

    hand.ask(AskChoice(say("ask.export_scope"), answers), answer)


def _ask_language(hand: Hand, order: Order) -> None:
    """Ask for the language of the file, the meeting's own first."""
    own = hand.meeting.plan.meeting.language
    codes = (own, *(code for code in languages() if code != own))
    answers = [(code, own_name(code)) for code in codes]
    question = AskChoice(say("ask.export_language"), answers)
    hand.ask(question, lambda code: _ask_path(hand, replace(order, language=code)))


def _scopes(meeting: Meeting, order: Order) -> list[tuple[Order, str]]:
    """Return what can be written: everything, the day, the session on; public ones first."""
    found: list[tuple[Order, str]] = []
    for reader in _readers(order.form):
        internal = reader == "internal"
        wanted = replace(order, internal=internal, reader=None if internal else reader)
        form = say(f"ask.export_{reader or 'public'}")
        found.append((wanted, say("ask.export_all", form=form)))
        day = say("ask.export_day", form=form, day=meeting.day)
        found.append((replace(wanted, day=meeting.day), day))
        if meeting.session_plan:
            title = meeting.session_plan.title
            part = say("ask.export_session", form=form, session=title)
            found.append((replace(wanted, session=meeting.session), part))
    return found


def _readers(form: str) -> list[str | None]:
    """Return for whom a form can be written, the usual reader first; None where it is the only."""
    published = FORMS[form].reader == "publication"
    public: list[str | None] = ["publication", "timekeeping"] if published else [None]
    return [*public, "internal"] if FORMS[form].internal else public


def _ask_path(hand: Hand, order: Order) -> None:
    """Ask for the file's name, a free one in the current folder being offered."""
    question = AskText(
        say("ask.export_path", folder=plain(str(Path.cwd()))),
        value=_free(hand.meeting, order).name,
        longest=LONGEST_PATH,
    )

    def answer(typed: str) -> None:
        path = Path(typed).expanduser()
        if path.is_file():
            _ask_overwrite(hand, replace(order, path=path))
        else:
            hand.write(replace(order, path=path))

    hand.ask(question, answer)


def _ask_overwrite(hand: Hand, order: Order) -> None:
    answers = [("other", say("ask.export_other")), ("replace", say("ask.export_replace"))]

    def answer(chosen: str) -> None:
        if chosen == "replace":
            hand.write(replace(order, overwrite=True))
        else:
            _ask_path(hand, order)

    hand.ask(AskChoice(say("ask.export_exists", path=plain(near(order.path))), answers), answer)


def _free(meeting: Meeting, order: Order) -> Path:
    """Return a path at which nothing is: meeting, part, form, and a number where it is taken."""
    name = "-".join(
        part
        for part in (
            slug(meeting.plan.meeting.short_title),
            order.session or order.day or meeting.day,
            order.printed or ("internal" if order.internal else ""),
            "times" if order.reader == "timekeeping" else "",
            "" if order.language == meeting.plan.meeting.language else order.language,
        )
        if part
    )
    folder, ending, number = Path.cwd(), f".{FORMS[order.form].ending}", 1
    path = folder / f"{name}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{ending}"
    return path
