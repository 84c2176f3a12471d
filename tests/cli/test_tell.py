import io
import json
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.depth import examples
from tests.helpers.plans import small_plan
from tipfloor.commands.act_reading import LONGEST_LINE, act_of_words, asked_of_line
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS


class Lines:
    """Standard input with some lines in it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False


@pytest.fixture
def tell_lines(run, monkeypatch):
    """Tell the meeting lines of standard input: texts, bytes or objects."""

    def tell(*lines, options=()):
        raw = [line if isinstance(line, bytes) else _text(line).encode() for line in lines]
        monkeypatch.setattr(sys, "stdin", Lines(b"\n".join(raw)))
        return run("tell", *options)

    return tell


def _text(line) -> str:
    return line if isinstance(line, str) else json.dumps(line)


def _codes(said) -> list[str]:
    return [answer["refused"]["code"] for answer in said.answers]


def test_a_session_told_in_words(told, run):
    assert told("open-session", "introductory", "straight to it")[-1] == "session_opened"
    assert told("inscribe", "bra") == ["inscribed"]
    assert told("inscribe", "JAM", "on_behalf_of=ATG,BHS", "general_report=true") == ["inscribed"]
    assert told("inscribe", "CL") == ["inscribed"]
    assert told("move", "CHL", "1", "the minister leaves") == ["moved"]
    assert told("give-floor") == ["floor_given"]
    assert told("refuse", "CHL", "slides") == ["request_refused"]
    assert told("pause", "the microphone failed") == ["clock_paused"]
    assert told("resume") == ["clock_resumed"]
    assert told("end-remark") == ["remark_ended"]
    assert told("give-floor", "JAM", "it speaks for fifteen") == ["floor_given"]
    stands = json.loads(run("status", "--json").out)
    assert stands["floor"]["delegation_code"] == "JAM"
    assert stands["list"]["waiting"] == ["BRA"]
    assert stands["session"]["code"] == "introductory"


def test_each_line_is_answered_and_a_refusal_stops_nothing(tell_lines):
    said = tell_lines(
        {"kind": "open_session", "session": "a", "reason": "the afternoon first"},
        "",
        {"kind": "give_floor"},
        {"kind": "inscribe", "delegation": "BRA"},
        "   ",
        {"kind": "give_floor"},
    )
    assert said.status == 1
    assert [next(iter(answer)) for answer in said.answers] == [
        "events",
        "refused",
        "events",
        "events",
    ]
    refused = said.answers[1]["refused"]
    assert refused["code"] == "nobody_waiting"
    assert refused["rule"] == "order_of_the_list"
    assert refused["rule_text"]
    assert refused["message"]
    positions = [event["position"] for answer in said.answers for event in answer.get("events", [])]
    assert positions == list(range(2, 2 + len(positions)))


@pytest.mark.parametrize(
    ("line", "code", "expected"),
    [
        ("not json", "malformed_act", "JSON"),
        ("[1, 2]", "malformed_act", "kind"),
        ("{}", "malformed_act", "kind"),
        ('{"kind": 7}', "malformed_act", "kind"),
        ('{"kind": "inscrib"}', "unknown_act", "inscribe"),
        ('{"kind": "give-floor"}', "unknown_act", "give_floor"),
        ('{"kind": "zzzzzzz"}', "unknown_act", "acts"),
        ('{"kind": "inscribe"}', "malformed_act", "delegation is missing"),
        ('{"kind": "resume", "colour": 1}', "malformed_act", "colour"),
        ('{"kind": "move", "delegation": "CHL", "position": "1"}', "malformed_act", "whole number"),
        ('{"kind": "back_date", "seconds": NaN}', "malformed_act", "3600"),
        ('{"kind": "refuse", "delegation": "CHL", "requested": "cake"}', "malformed_act", "slides"),
        ('{"kind": "undo", "kind": "resume"}', "malformed_act", "once"),
        ('{"kind": "undo", "reason": "\\ud800"}', "malformed_act", "JSON"),
        (
            '{"kind": "inscribe", "delegation": "BRA", "insist": 1}',
            "malformed_act",
            "true or false",
        ),
        (b'{"kind": "undo", "reason": "\xff"}', "malformed_act", "UTF-8"),
        (b"[" * 100_000, "malformed_act", "JSON"),
        (b'{"kind": "undo", "position": ' + b"9" * 9000 + b"}", "malformed_act", "JSON"),
        (b"x" * (LONGEST_LINE + 2), "malformed_act", "1,000,000"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_line_that_is_no_act_is_refused_with_what_is_expected(tell_lines, line, code, expected):
    said = tell_lines(line, '{"kind": "next_moment"}')
    assert said.status == 1
    assert said.answers[0]["refused"]["code"] == code
    assert expected in said.answers[0]["refused"]["message"]
    assert "events" in said.answers[1]
    assert said.err == ""


def test_a_byte_order_mark_and_carriage_returns_are_no_fault(tell_lines):
    assert tell_lines(b'\xef\xbb\xbf{"kind": "next_moment"}\r').status == 0


def test_words_that_are_no_act_are_refused(run):
    for words, expected in (
        (("inscrib", "BRA"), "inscribe"),
        (("move", "CHL", "first"), "whole number"),
        (("resume", "now"), "one too many"),
        (("inscribe", "BRA", "delegation=CHL"), "one too many"),
        (("inscribe", "BRA", "colour=red"), "colour"),
        (("inscribe", "dominican"), "near are DOM Dominican Republic, DMA Dominica"),
        (("inscribe", "brazil chile"), "not one delegation for certain"),
        (("inscribe", "Nowhere"), "no delegation is called"),
        (("inscribe", "jam", "on_behalf_of=st lucia,guatamala"), "near are GTM Guatemala"),
    ):
        said = run("tell", *words)
        assert said.status == 1
        assert expected in said.answers[0]["refused"]["message"]


def test_delegations_are_named_as_at_the_desk(told, tell_lines):
    told("open-session", "introductory", "straight to it")
    told("inscribe", "St. Kitts & Nevis", "on_behalf_of=la Barbade,sta lucia")
    told("check-in-all", "el Perú,República Dominicana,dm")
    said = tell_lines({"kind": "check_in", "delegation": "EE. UU."})
    assert said.answers[0]["events"][0]["delegation"] == "USA"
    said = tell_lines({"kind": "check_in", "delegation": "united"})
    assert "USA United States, MEX Mexico" in said.answers[0]["refused"]["message"]


@given(
    st.one_of(
        st.binary(max_size=80),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ).map(lambda value: json.dumps(value).encode()),
        st.builds(
            lambda kind, fields: json.dumps({**fields, "kind": kind}).encode(),
            st.sampled_from(sorted(ACTS)),
            st.dictionaries(
                st.sampled_from(
                    ["delegation", "session", "reason", "position", "seconds", "plan", "waiting"]
                ),
                st.none() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3)),
            ),
        ),
    )
)
@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_line_is_an_act_or_a_refusal(line: bytes):
    read = _outcome(lambda: asked_of_line(line, small_plan()).act)
    assert type(read) in ACTS.values() or read.code in ("malformed_act", "unknown_act")


@given(st.sampled_from(sorted(ACTS)), st.lists(st.text(max_size=8), max_size=4))
@settings(max_examples=examples(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_an_act_or_a_refusal(kind: str, words: list[str]):
    read = _outcome(lambda: act_of_words([kind, *words], small_plan()))
    assert (isinstance(read, Refused) and read.message) or read.kind == kind


def _outcome(read):
    """Return the act that was read, or its refusal; anything else that is raised is a defect."""
    try:
        return read()
    except Refused as refused:
        return refused


def test_an_answer_is_ascii_whatever_was_typed(tell_lines):
    said = tell_lines({"kind": "suspend", "reason": "café \x1b[31m [bold] 昼食"})
    assert said.status == 0
    assert said.out.isascii()
    assert "\x1b" not in said.out


def test_what_another_process_did_is_seen_before_an_act_is_judged(told, start):
    told("open-session", "introductory", "straight to it")
    process = start("tell")
    process.stdin.write(b'{"kind": "inscribe", "delegation": "BRA"}\n')
    process.stdin.flush()
    assert b"inscribed" in process.stdout.readline()
    told("withdraw", "BRA")
    process.stdin.write(b'{"kind": "inscribe", "delegation": "BRA"}\n')
    process.stdin.flush()
    assert b"inscribed" in process.stdout.readline()
    process.communicate()
    assert process.returncode == 0
