"""The meeting that comes with the program."""

from itertools import pairwise
from pathlib import Path

from tipfloor.core.ground.fields import Table
from tipfloor.core.ground.iso3166 import ALPHA_2
from tipfloor.core.plan.plan import ORDER_OF_MOMENTS, Plan
from tipfloor.core.plan.rules import RuleTexts
from tipfloor.core.plan.translations import IN_OTHERS
from tipfloor.meetingfile import read_plan
from tipfloor.meetingfile.shape import TABLES, expected

FILE = Path(__file__).parents[2] / "sessions.toml"


def plan() -> Plan:
    return read_plan(FILE)


def test_the_rules_are_those_of_the_concept_note() -> None:
    rules = plan().rules
    assert rules.limit_seconds == 120
    assert rules.warnings_at_seconds == (30, 10)
    assert (rules.in_person_only, rules.slides_permitted) == (True, False)
    assert (rules.at_limit, rules.extension_seconds) == ("withdraw", 0)


def test_nine_moments_and_a_session_for_each_topic() -> None:
    meeting = plan()
    assert tuple(moment.code for moment in meeting.moments) == ORDER_OF_MOMENTS
    codes = [session.code for session in meeting.sessions]
    assert codes == ["introductory", "a", "b", "c", "d"]
    assert len(meeting.sessions_of("plenary_sessions")) == 4
    assert len(meeting.meeting.short_title) <= 40


def test_the_delegations_stand_in_spanish_order_with_four_names() -> None:
    delegations = plan().delegations
    assert len(delegations) == 32
    assert not {"CUB", "NIC", "VEN"} & {item.code for item in delegations}
    assert all(len(item.names()) == 4 for item in delegations)
    ranks = [item.order_es or 0 for item in delegations]
    assert all(former < rank for former, rank in pairwise(ranks))
    assert plan().name_of("dm") == "Dominica"
    assert plan().name_of("do") == "Dominican Republic"


def test_the_file_states_every_rule() -> None:
    text = FILE.read_text(encoding="utf-8")
    table = text[text.index("[rules]") : text.index("[[moments]]")]
    rules = {*TABLES["rules",].__struct_fields__, *RuleTexts.worded}
    assert [rule for rule in rules if rule not in table] == []
    assert max(map(len, text.splitlines())) <= 100


def test_the_codes_are_249_pairs() -> None:
    assert len(ALPHA_2) == len(set(ALPHA_2.values())) == 249
    assert (ALPHA_2["CHL"], ALPHA_2["DOM"], ALPHA_2["DMA"]) == ("CL", "DO", "DM")


def test_each_key_of_each_table_has_an_expectation_in_words() -> None:
    for names, model in TABLES.items():
        assert issubclass(model, Table)
        for key in {*model.__struct_fields__} - {IN_OTHERS}:
            assert expected((*names, key))
