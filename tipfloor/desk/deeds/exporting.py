"""The deed that writes the record as a file while the meeting goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.export_job import Order, Outcome, carry_out
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import languages, say
from tipfloor.words.plain import plain
from tipfloor.words.slug import slug

ENDINGS = {
    "docx": ".docx",
    "pdf": ".pdf",
    "xlsx": ".xlsx",
    "text": ".txt",
    "csv": ".csv",
    "json": ".json",
}
"""The forms in the order in which they are offered, with the endings of their files."""

LONGEST_PATH = 1000


@deed
def export(desk: DeskScreen) -> None:
    """Choose a form, then of what, then where; the desk goes on while the file is written."""
    if desk.writing:
        desk.notice(say("desk.still_writing", name=desk.writing), "warning")
        return
    forms = [(form, say(f"ask.export_{form}")) for form in ENDINGS]

    def answer(form: str) -> None:
        _ask_scope(desk, Order(form, Path()))

    desk.ask(AskChoice(say("ask.export"), forms), answer)


def _ask_scope(desk: DeskScreen, order: Order) -> None:
    scopes = _scopes(desk.meeting, order)
    answers = [(str(place), words) for place, (_, words) in enumerate(scopes)]

    def answer(place: str) -> None:
        _ask_language(desk, scopes[int(place)][0])

    desk.ask(AskChoice(say("ask.export_scope"), answers), answer)


def _ask_language(desk: DeskScreen, order: Order) -> None:
    """Ask for the language of the file, the meeting's own first."""
    own = desk.meeting.plan.meeting.language
    codes = (own, *(code for code in languages() if code != own))
    answers = [(code, say(f"ask.language_{code}")) for code in codes]
    question = AskChoice(say("ask.export_language"), answers)
    desk.ask(question, lambda code: _ask_path(desk, replace(order, language=code)))


def _scopes(meeting: Meeting, order: Order) -> list[tuple[Order, str]]:
    """Return what can be written: everything, the day, the session on; public ones first."""
    found: list[tuple[Order, str]] = []
    for internal in (False, True):
        wanted = replace(order, internal=internal)
        form = say("ask.export_internal") if internal else say("ask.export_public")
        found.append((wanted, say("ask.export_all", form=form)))
        day = say("ask.export_day", form=form, day=meeting.day)
        found.append((replace(wanted, day=meeting.day), day))
        if meeting.session_plan:
            title = meeting.session_plan.title
            part = say("ask.export_session", form=form, session=title)
            found.append((replace(wanted, session=meeting.session), part))
    return found


def _ask_path(desk: DeskScreen, order: Order) -> None:
    """Ask for the file's name, a free one in the current folder being offered."""
    question = AskText(
        say("ask.export_path", folder=plain(str(Path.cwd()))),
        value=_free(desk.meeting, order).name,
        longest=LONGEST_PATH,
    )

    def answer(typed: str) -> None:
        path = Path(typed).expanduser()
        if path.is_file():
            _ask_overwrite(desk, replace(order, path=path))
        else:
            _start(desk, replace(order, path=path))

    desk.ask(question, answer)


def _ask_overwrite(desk: DeskScreen, order: Order) -> None:
    answers = [("other", say("ask.export_other")), ("replace", say("ask.export_replace"))]

    def answer(chosen: str) -> None:
        if chosen == "replace":
            _start(desk, replace(order, overwrite=True))
        else:
            _ask_path(desk, order)

    desk.ask(AskChoice(say("ask.export_exists", path=plain(_near(order.path))), answers), answer)


def _free(meeting: Meeting, order: Order) -> Path:
    """Return a path at which nothing is: meeting, part, form, and a number where it is taken."""
    name = "-".join(
        part
        for part in (
            slug(meeting.plan.meeting.short_title),
            order.session or order.day or meeting.day,
            "internal" if order.internal else "",
            "" if order.language == meeting.plan.meeting.language else order.language,
        )
        if part
    )
    folder, ending, number = Path.cwd(), ENDINGS[order.form], 1
    path = folder / f"{name}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}{ending}"
    return path


def _start(desk: DeskScreen, order: Order) -> None:
    desk.run_worker(_write(desk, order), group="export", exit_on_error=False)


async def _write(desk: DeskScreen, order: Order) -> None:
    """Write the file; how long it takes stands at the foot, how it ended in a notice."""
    name = order.path.name
    desk.show_writing(name, 0.0)
    try:
        record = desk.desk_app.proceedings.where
        outcome = await carry_out(order, record, lambda passed: desk.show_writing(name, passed))
    except OSError as error:
        outcome = Outcome(3, error.strerror or str(error))
    finally:
        desk.show_writing("", 0.0)
    if outcome.status:
        desk.notice(plain(outcome.said), "error", stays=True)
        return
    key = "desk.written_but" if desk.unsaved else "desk.written"
    told = say(key, path=plain(_near(order.path)), number=desk.unsaved)
    desk.notice(told, "done", stays=True)


def _near(path: Path) -> str:
    """Return a path as seen from the current folder, where it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
