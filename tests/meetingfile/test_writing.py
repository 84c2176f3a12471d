"""Meeting files that the program writes are read back as what they were."""

import tomllib
from pathlib import Path

import pytest

from tests.helpers.plans import small_plan
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.plan.programme import RecommendationPlan
from tipfloor.meetingfile import read_plan
from tipfloor.meetingfile.reading import plan_of
from tipfloor.meetingfile.writing import toml_of, with_delegations

SEVENTH = Path(__file__).parents[2] / "sessions.toml"
STATED = {"code": "PER", "code2": "PE", "name": {"en": 'Pe"r]u', "es": "Perú # [[x]]"}}
PERU = DelegationPlan.model_validate(STATED)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4000,
        '"' * 3999 + ".",
        "\\" * 3999 + ".",
        "é \U0001f600\u0007" * 800,
        "a" * 990 + " " * 1100 + "b",
        "one\ntwo " * 400 + ".",
    ],
    ids=range(6),
)
def test_a_plan_of_long_texts_comes_back(text: str) -> None:
    plan = small_plan().with_added("recommendations", RecommendationPlan(number=1, text=text))
    written = toml_of(plan)
    assert max(map(len, written.split("\n"))) <= 2000
    assert plan_of(written, "x") == plan


def test_only_the_delegations_of_a_file_change() -> None:
    text = SEVENTH.read_text("utf-8")
    plan = read_plan(SEVENTH)
    assert with_delegations(text, plan.delegations) == text
    fewer = with_delegations(text, [*plan.delegations[:14], *plan.delegations[15:], PERU])
    assert fewer.startswith(text[: text.index("[[delegations]]\n")])
    assert tomllib.loads(fewer)["delegations"][-1] == STATED


@pytest.mark.parametrize(
    "text",
    [
        'a = 1\n[[delegations]]\ncode = "XXX"\n[delegations.name]\nen = "x"\n'
        "# of moments\n[[moments]]\nb = 2\n",
        'delegations = [\n  { code = "XXX" },\n]\n[meeting]\na = 1 # kept\n',
        '[[delegations]]\ncode = "XXX"\n[meeting]\na = 1 # kept\n[[delegations]]\ncode = "Y"\n',
        "[meeting]\na = 1 # kept\n",
        '[[delegations]]\nname = """\n# no comment"""\n\n# [[moments]]\n[m]\na = 1 # kept\n',
        "delegations = []\n",
    ],
    ids=range(6),
)
def test_delegations_are_replaced_wherever_they_stand(text: str) -> None:
    written = with_delegations(text, [PERU])
    rows = [STATED]
    assert tomllib.loads(written) == {**tomllib.loads(text), "delegations": rows}
    assert written.count("[[delegations]]") == 1
    assert ("# of moments" in text) == ("# of moments" in written)
    assert ("# kept" in text) == ("# kept" in written)
