"""Every refusal leads on by a key, or it is known why none does."""

from __future__ import annotations

from pathlib import Path

import pytest

import tipfloor.desk.questions as questions
from tests.desk.deeds.hand_at_work import at_work
from tests.words.test_refusing import RAISED, example
from tipfloor.core.leading.next_steps import step_named
from tipfloor.core.leading.ways_out import WAYS_OUT
from tipfloor.desk.leading import PALETTE, pressed
from tipfloor.desk.ways_out import explained
from tipfloor.words.refusing import explain

ASKED = """address_given address_struck broken_chain few_voting general_reports general_reports_over
left_open names_waiting no_quorum not_all other_capacity other_elected reason_missing reply_to_what
was_not_there"""
"""The desk asks at once for what mends it."""

HOLDS = """already_waiting limit_already not_its_place nothing_changed nothing_to_amend
nothing_to_correct document_reserved presides_already priority_already session_open text_unchanged
no_vote_taken permitted_here stated_already"""
"""What was asked for is so already, or there is nothing to do."""

AGAIN = """back_dated_too_far ballots_of_each ballots_unread election_exists ends_before_start
may_not_propose named_twice never_held no_ballots_for no_host_offer no_name no_numbers
no_officer_yet no_state no_such_place no_votes nobody_named not_higher not_yet number_taken
other_outcome outside_session outside_session_in pause_outside reply_elsewhere reply_to_itself
same_delegation session_exists session_times subject_elsewhere table_full unknown_election
unknown_moment unknown_time vote_carried vote_not_carried votes_missing votes_of_consensus"""
"""Another answer to the same question mends it; the sentence says which."""

ELSEWHERE = "no_rehearsal plan_in_use plan_time plan_twice plan_unknown plan_zone record_away"
"""It is mended outside of the desk: in the meeting file, by the rehearsal itself, at a server."""

WITHOUT = [ASKED, HOLDS, AGAIN, ELSEWHERE]


def test_every_refusal_has_a_way_out_or_a_reason_to_have_none() -> None:
    named = [code for codes in WITHOUT for code in codes.split()]
    assert len(named) == len(set(named))
    assert set(named) == RAISED.keys() - WAYS_OUT.keys(), "in WAYS_OUT, or in a list above"


@pytest.mark.parametrize("code", ASKED.split())
def test_what_is_asked_for_is_known_to_the_questions(code: str) -> None:
    told = Path(questions.__file__).read_text(encoding="utf-8")
    assert f'"{code}"' in told or (code == "not_all" and "NotAll" in told)


def test_a_way_out_names_its_key_behind_why_it_is_needed(tmp_path: Path) -> None:
    with at_work(tmp_path, "BRA", "CHL") as hand:
        hand.told("give_floor")
        meeting, now = hand.meeting, hand.now()
        led = set()
        for code, names in WAYS_OUT.items():
            refused = example(code, 2)
            said = explained(refused, meeting, now)
            steps = [step for name in names if (step := step_named(name, meeting, now))]
            if steps:
                led.add(code)
                assert any(f"{key} " in said for key in (pressed(steps[0].name), PALETTE))
            else:
                assert said == explain(refused, meeting.plan)
        assert len(led) > 50
