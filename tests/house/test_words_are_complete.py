"""Every key that the source asks for has words, and no words stand unused."""

import ast
import re
import string
from functools import cache
from pathlib import Path

from docs.words.texts import texts

PACKAGE = Path(__file__).parents[2] / "tipfloor"
WORDS = texts("en")
ROOMS = {key.partition(".")[0] for key in WORDS}

DYNAMIC = {
    "cli.address_": "what is wrong with the address of a record",
    "archive.found_": "what is wrong with an archive",
    "ask.": "the kind of question",
    "ask.admit_": "as what a delegation is admitted",
    "ask.amend_": "the capacity of a head of delegation",
    "ask.away_": "what holds of delegations that are not checked in",
    "ask.away_here_": "what is done with a delegation that has come",
    "ask.acclaim_offer_": "whether an offer to host is accepted with an election",
    "ask.add_presides_": "as what an elected officer presides",
    "ask.carries_": "the majority by which a vote is carried",
    "ask.column_": "a column of a tally",
    "ask.few_voting_": "what is done where few voted",
    "ask.address_kind_": "whether an address or a report is added",
    "ask.address_state_": "what became of an address",
    "ask.differs_": "what to do about a changed meeting file",
    "ask.forward_": "whether one goes on from where nothing was done",
    "log.interlude_": "what an interlude is",
    "ask.left_open_": "what to do about what is left open",
    "ask.note_": "what a note is about",
    "ask.pause_": "why the clock stands",
    "ask.after_ruling_": "what follows a ruling",
    "ask.point_": "what becomes of a point of order",
    "ask.stop_": "how the meeting stands still",
    "ask.presides_": "an office that presides",
    "ask.quorum_": "what is done without a quorum",
    "ask.report_": "what becomes of a general report out of its place",
    "ask.requested_": "what a delegation asked for",
    "ask.waiting_": "what becomes of the names that wait",
    "ask.withdraw_": "whether a delegation gives up its place",
    "chair.ruling_": "what a vote made of a ruling",
    "chair.fate_": "what became of what was decided on",
    "chair.office_": "an office that presides",
    "cli.against_": "what was found of a file, and why it was not compared whole",
    "cli.against_at_": "a kind of place in a file",
    "cli.seal_": "why a row is not blacked out",
    "cli.command_": "a command, and its longer description",
    "cli.postgres_": "what a part of the roles is for",
    "cli.postgres_role_": "a role",
    "cli.no_anchor_": "why a recording cannot be held to the record",
    "cli.no_calendar_": "why a former programme is not gone on from",
    "cli.no_such_": "what of a part of the record the meeting has not",
    "cli.people_": "why a person cannot be kept so",
    "desk.hindrance_": "the code of a store's fault",
    "desk.person_": "why a person cannot be kept so",
    "ask.black_out_": "whether a text is blacked out",
    "ask.forget_": "whether a person is erased",
    "ask.person_": "what is shown of a person",
    "cli.people_consent_": "whether a person agreed to be shown",
    "cli.people_level_": "how much is shown of a person",
    "cli.expected_": "within which bounds a number lies",
    "cli.fault_": "the code of a store's fault",
    "cli.status_floor_": "the phase of the clock",
    "desk.kind_": "the kind of a remark",
    "desk.office_": "what a ballot brought",
    "desk.pause_": "why the clock stands",
    "desk.quorum_": "what a quorum is needed for",
    "desk.quorum_lost_": "what a quorum is needed for",
    "desk.times_": "a column of the times",
    "documents.": "what a delegation put on record",
    "documents.amendment_": "what became of an amendment",
    "documents.was_": "what became of a document",
    "documents.recorded_": "what is put on record",
    "documents.settle_": "what becomes of an amendment",
    "documents.state_": "what became of a document",
    "cli.people_ask_": "what of a person is asked for",
    "ask.broken_chain_": "whether a meeting goes on in a record that is not sound",
    "ask.export_": "a form of the record as a file",
    "ask.print_": "what is printed",
    "ask.paper_": "a paper of the published record",
    "cli.material_": "what is wrong with a logo or a template",
    "publication.": "what a document is, and a part of it",
    "publication.corrigendum_": "what has changed of a line",
    "publication.language_": "a language",
    "publication.note_": "what a delegation put on record",
    "publication.print_": "what is printed",
    "publication.print_column_": "a column of the attendance sheet",
    "publication.participants_": "delegations, or observers",
    "statistics.table_of_": "a table of the figures",
    "times.month_whole_": "a month",
    "export.": "how an entry left the list",
    "export.about_": "what a workbook says of itself",
    "export.annex_": "a part of the internal annex",
    "export.capacity_": "the capacity of a speaker",
    "export.chart_": "the chart of a sheet of figures",
    "export.column_": "a column of the table",
    "export.elected_by_": "how a delegation was elected",
    "export.ended_": "what ended a remark",
    "export.finished_": "what ended a remark, as its line says it",
    "export.in_the_way_": "what is in the way of a file",
    "export.field_": "a field that was corrected",
    "export.method_": "how a decision was taken",
    "export.needed_": "the majority that a vote needed",
    "export.of_": "the thing that was corrected",
    "export.akn_": "how to vote, and what came of a vote",
    "export.kind_": "the kind of a remark",
    "export.mark_": "a mark of a remark",
    "export.point_": "what a vote made of a ruling",
    "export.since_": "whether the meeting is suspended or adjourned",
    "export.stood_": "whether the meeting was suspended or adjourned",
    "export.quorum_": "what a quorum is needed for",
    "export.sheet_": "a sheet of figures",
    "export.value_": "what stands for a code in a workbook",
    "export.why_": "how an entry left the list",
    "faults.field_": "a key of the meeting file",
    "faults.file_": "what is wrong with a file",
    "faults.toml_": "what the TOML parser met",
    "keys.": "an action of the desk",
    "leading.foot_": "the kind of a step",
    "leading.out_": "the code of a refusal",
    "leading.now_": "the kind of a step",
    "listfile.file_": "what is wrong with a file",
    "log.": "the kind of an event and its manner",
    "rehearsed.": "what is typed in a rehearsal",
    "log.office_": "an office that presides",
    "log.item_": "what stands on the face of the published record",
    "log.purpose_": "what a quorum is needed for",
    "log.reason_": "a reason that has a code",
    "log.ruling_": "a ruling that has a code",
    "hall.": "a word of the pages",
    "ready.": "what was found the evening before",
    "ready.stands_": "how a thing stands",
    "cli.token_": "what is wrong with a file of tokens",
    "hall.theme_": "the look of a page",
    "phases.": "a phase of the clock",
    "recommendations.do_": "how a decision is taken, or what is done instead",
    "recommendations.fate_": "what became of a recommendation",
    "recommendations.method_": "how a decision was taken",
    "recommendations.was_": "what became of a recommendation",
    "recommendations.whom_": "a delegation, or none",
    "refusals.": "the code of a refusal",
    "refusals.left_": "what a meeting leaves open",
    "refusals.offer_": "what a delegation asked for",
    "refusals.requested_": "what a delegation asked for",
    "refusals.rule_": "a rule",
    "statistics.changeover_": "a column of the changeovers",
    "statistics.column_": "a column of the figures",
    "statistics.cut_": "what the figures are cut by",
    "statistics.head_": "a column of the table of speaking time",
    "statistics.lengths_": "a column of the lengths",
    "statistics.totals_": "what is counted beside the remarks",
    "statistics.note_": "how a delegation was heard without speaking",
    "timekeeper.kind_": "the kind of a remark",
    "roster.expected_": "what a column may say",
    "roster.fate_": "what became of a row",
    "roster.of_": "what a row states",
    "language.month_": "a month",
    "language.weekday_": "a day of the week",
    "language.day_": "a form of a time with its day",
    "language.time_": "a form of a time of day",
    "times.month_": "a month",
    "times.weekday_": "a day of the week",
}
"""Beginnings of keys whose end is known only as the program runs, and what that end is."""


KEY = re.compile(rf"(?:{'|'.join(sorted(ROOMS))})\.[a-z0-9_]*")


@cache
def _texts() -> set[tuple[str, bool]]:
    """Return each text of the source that reads as a key, and whether it is a whole one."""
    asked = set()
    for path in PACKAGE.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        parts = {
            id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in nodes:
            if isinstance(node, ast.Constant) and KEY.fullmatch(text := str(node.value)):
                asked.add((text, id(node) not in parts and not text.endswith(("_", ".tcss"))))
    return asked


def _whole() -> set[str]:
    return {text for text, whole in _texts() if whole}


def test_every_key_in_the_source_has_words():
    assert sorted(_whole() - WORDS.keys()) == []


def test_every_beginning_of_a_key_is_in_the_table():
    beginnings = {text for text, whole in _texts() if not whole and not text.endswith(".tcss")}
    assert sorted(beginnings ^ DYNAMIC.keys()) == []


def test_no_words_stand_unused():
    whole = _whole()
    unused = {
        key
        for key in WORDS
        if key not in whole
        and key.removesuffix("_one") not in whole
        and not key.startswith((*DYNAMIC, "language."))  # which sentences ask by themselves
    }
    assert sorted(unused) == []


def test_a_singular_speaks_of_the_same_thing_as_its_plural():
    for key in WORDS:
        if key.endswith("_one"):
            assert key.removesuffix("_one") in WORDS
            assert _facts(key) <= _facts(key.removesuffix("_one"))


def _facts(key: str) -> set[str]:
    names = (name for _, name, _, _ in string.Formatter().parse(WORDS[key]) if name)
    return {name.partition(".")[0] for name in names}
