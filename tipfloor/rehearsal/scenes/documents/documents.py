"""The adoption of documents: most by consensus, one amended, revised, reserved on and reopened."""

from __future__ import annotations

from tipfloor.core.plan.programme import DocumentPlan
from tipfloor.core.state.document import find_document
from tipfloor.rehearsal.player import Player


def play(player: Player) -> None:
    """Adopt every document that the plan has for the current moment."""
    planned = [row for row in player.meeting.plan.documents if row.moment == player.meeting.moment]
    for document in planned:
        player.wait(30, 90)
        if len(planned) == 1:
            _negotiated(player, document)
        player.tell("adopt_document", document=document.code)
        if len(planned) == 1:
            _afterwards(player, document)


def _negotiated(player: Player, document: DocumentPlan) -> None:
    """Three amendments, a revision that takes one of them in, and a deferral over coffee."""
    code = document.code
    for paragraph in (4, 7, 9):
        player.wait(20, 60)
        proposer = player.one()
        player.tell("inscribe", delegation=proposer, document=code)
        player.wait(5, 20)
        player.tell("give_floor")
        player.wait(20, 60)
        player.tell(
            "propose_amendment",
            document=code,
            delegation=proposer,
            reference=player.typed_once("paragraph", number=paragraph),
            text=player.typed("amendment"),
        )
        player.tell("end_remark")
    player.wait(60, 180)
    player.tell("settle_amendment", document=code, number=1, outcome="adopted")
    vote = player.vote()
    against = {"in_favour": vote["against"], "against": vote["in_favour"], "abstaining": 0}
    player.tell(
        "settle_amendment", document=code, number=2, outcome="rejected", method="vote", **against
    )
    text = player.typed_once("amendment_right")
    player.tell("correct_amendment", document=code, number=2, text=text, reason="as proposed")
    player.tell("withdraw_amendment", document=code, number=3)
    found = find_document(player.meeting, code)
    revision = (found.revision if found else 0) + 1
    player.tell("issue_revision", document=code, revision=revision, languages=("en", "es"))
    player.tell("defer_document", document=code, reason="until the revision is distributed")
    player.wait(300, 600)
    player.tell(
        "reserve",
        document=code,
        delegation=player.one(),
        reference=player.typed_once("paragraph", number=4),
    )


def _afterwards(player: Player, document: DocumentPlan) -> None:
    """The decision is opened again for a slip, voted on, and explained; one more is rejected."""
    code = document.code
    player.wait(20, 40)
    player.tell("reopen_document", document=code, reason="a vote had been asked for")
    player.tell("adopt_document", document=code, method="vote", **player.vote())
    symbol = f"{document.symbol} corr. 1"
    player.tell("correct_document", document=code, symbol=symbol, reason="as distributed")
    player.wait(20, 60)
    explains = player.one()
    player.tell("reserve", document=code, delegation=explains, recorded="explanation")
    footnote = player.one(explains)
    player.tell(
        "reserve",
        document=code,
        delegation=footnote,
        recorded="footnote",
        reference=player.typed_once("paragraph", number=7),
    )
    reserves = player.one(explains, footnote)
    player.tell(
        "reserve",
        document=code,
        delegation=reserves,
        reference=player.typed_once("paragraph", number=9),
    )
    player.tell("withdraw_reservation", document=code, delegation=reserves)
    player.tell("add_document", document="annex", symbol="doc.9", title=player.typed("document"))
    player.tell("reject_document", document="annex")
