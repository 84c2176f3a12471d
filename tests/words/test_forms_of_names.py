"""Sentences with names: each in the form that the language needs, and what stands without one."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.plan.plan import DelegationPlan, Name
from tipfloor.meetingfile import read_plan
from tipfloor.words import category, retold, say, speaking
from tipfloor.words.refusing import explain
from tipfloor.words.shown import present_texts

PLAN = read_plan(Path(__file__).parents[2] / "sessions.toml")


def named(code: str, language: str) -> str:
    return PLAN.spoken_in(language).name_of(code)


@pytest.mark.parametrize(
    ("language", "code", "right"),
    [
        ("en", "USA", "The nomination of the United States was withdrawn."),
        ("es", "DOM", "La candidatura de la República Dominicana fue retirada."),
        ("es", "USA", "La candidatura de los Estados Unidos fue retirada."),
        ("pt", "BHS", "A candidatura das Bahamas foi retirada."),
        ("fr", "BHS", "La candidature des Bahamas a été retirée."),
        ("fr", "HTI", "La candidature d\u2019Haïti a été retirée."),
    ],
)
def test_a_sentence_has_the_form_that_it_needs(language: str, code: str, right: str) -> None:
    with speaking(language):
        assert say("export.nomination_withdrawn", nominee=named(code, language)) == right


def test_a_name_without_forms_stands_where_none_is_needed() -> None:
    row = DelegationPlan(code="ZZA", name={"es": "Isla Nueva"}, state=False)
    own = DelegationPlan(
        code="ZZB", name={"es": "Liga"}, state=False, forms={"es": {"of": "de la Liga"}}
    )
    with speaking("es"):
        said = [
            say("export.nomination_withdrawn", nominee=Name.of(item, item.name["es"]))
            for item in (row, own)
        ]
    assert said == [
        "La candidatura (Isla Nueva) fue retirada.",
        "La candidatura de la Liga fue retirada.",
    ]


def test_among_several_a_name_without_forms_puts_all_in_brackets() -> None:
    row = DelegationPlan(code="ZZA", name={"es": "Isla Nueva"}, state=False)
    with speaking("es"):
        names = (named("BRA", "es"), Name.of(row, "Isla Nueva"), named("CHL", "es"))
        told = say("export.remarks_by", names=names, number=len(names))
    assert told == "Intervenciones de las Delegaciones (Brasil, Isla Nueva y Chile)."


@pytest.mark.parametrize(
    ("language", "codes", "right"),
    [
        (
            "en",
            ("BHS", "BRA", "USA"),
            "the Delegations of The Bahamas, Brazil and the United States",
        ),
        ("es", ("ARG", "BRA"), "las Delegaciones de la Argentina y del Brasil"),
        ("pt", ("ARG", "BRA", "CHL"), "das Delegações da Argentina, do Brasil e do Chile"),
        ("fr", ("BOL", "CHL", "HTI"), "des délégations de la Bolivie, du Chili et d\u2019Haïti"),
    ],
)
def test_several_are_joined_as_the_language_joins_them(
    language: str, codes: tuple[str, ...], right: str
) -> None:
    with speaking(language):
        names = tuple(named(code, language) for code in codes)
        assert right in say("export.remarks_by", names=names, number=len(names))


def test_spanish_says_e_before_the_sound_of_i() -> None:
    with speaking("es"):
        assert say("export.not_heard", names=("España", "Italia")).endswith("España e Italia.")
        assert say("export.not_heard", names=("Oro", "Hielo")).endswith("Oro y Hielo.")


def test_a_plural_follows_the_runs_of_its_language() -> None:
    polish = "many*1 one*1 few*3 many*17 few*3 many*175"
    assert [category(number, polish) for number in (0, 1, 2, 5, 22)] == [
        *("many", "one", "few", "many", "few"),
    ]
    assert category(1_000, "one*2 other*198") == "other"


@pytest.mark.parametrize(
    ("language", "code", "right"),
    [
        ("en", "USA", "The point of order of the United States waits for a ruling."),
        ("es", "BHS", "La cuestión de orden de las Bahamas espera una decisión."),
        ("pt", "BHS", "A questão de ordem da Delegação das Bahamas espera uma decisão."),
        ("fr", "BHS", "La motion d\u2019ordre de la délégation des Bahamas attend une décision."),
    ],
)
def test_a_refusal_has_the_form_of_the_language_that_is_spoken(
    language: str, code: str, right: str
) -> None:
    refused = Refused("point_waiting", Rule.THE_CHAIR, delegation=PLAN.name_of(code))
    with speaking(language):
        assert explain(refused, PLAN).startswith(right)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("United States of America", "of the United States of America"),
        ("Republic of Korea", "of the Republic of Korea"),
        ("Iran (Islamic Republic of)", "of Iran (Islamic Republic of)"),
        ("Zembla", "of Zembla"),
    ],
)
def test_an_english_name_without_forms_has_the_article_that_its_noun_takes(
    name: str, right: str
) -> None:
    row = DelegationPlan(code="ZZA", name={"en": name})
    said = say("export.nomination_withdrawn", nominee=Name.of(row, name))
    assert said == f"The nomination {right} was withdrawn."


def test_several_names_in_a_refusal_are_those_of_the_language_and_joined_as_it_has_it() -> None:
    names = ", ".join(PLAN.name_of(code) for code in ("USA", "DOM", "HTI"))
    refused = Refused("several_offers", Rule.ELECTIONS, offers=names)
    with speaking("es"):
        assert "Estados Unidos, República Dominicana y Haití. " in explain(refused, PLAN)


@pytest.mark.parametrize(
    ("language", "code", "right"),
    [
        ("es", "opening-host", "Concedo el uso de la palabra al Representante del país sede."),
        ("pt", "closing-secretariat", "Concedo a palavra à Secretaria Técnica."),
        ("fr", "closing-chair", "J\u2019invite la Présidence de la Réunion à prendre la parole."),
        ("en", "closing-chair", "I give the floor to the Chair of the Meeting."),
    ],
)
def test_an_office_that_speaks_has_its_forms(language: str, code: str, right: str) -> None:
    with speaking(language):
        assert say("chair.give", delegation=named(code, language)) == right


@pytest.mark.parametrize(
    ("language", "right", "bare"),
    [
        (
            "es",
            "¿Hay candidaturas para la Presidencia de la Séptima Reunión?",
            "¿Hay candidaturas para el cargo (Presidencia de la Séptima Reunión)?",
        ),
        (
            "pt",
            "Há candidaturas para a Presidência da Sétima Reunião?",
            "Há candidaturas para o cargo (Presidência da Sétima Reunião)?",
        ),
        (
            "fr",
            "Y a-t-il des candidatures à la présidence de la Septième Réunion\u00a0?",
            "Y a-t-il des candidatures à la fonction (Présidence de la Septième Réunion)\u00a0?",
        ),
    ],
)
def test_an_office_to_be_filled_has_its_forms_or_stands_in_brackets(
    language: str, right: str, bare: str
) -> None:
    office = next(row for row in PLAN.spoken_in(language).elections if row.code == "chair")
    without = replace(office, forms={})
    with speaking(language):
        said = [
            say("chair.next_election", office=Name.of(row, row.title)) for row in (office, without)
        ]
    assert said == [right, bare]


def test_a_question_told_again_in_another_language_has_its_forms() -> None:
    before, after = PLAN.spoken_in("es"), PLAN.spoken_in("pt")
    with speaking("es"):
        asked = say("chair.give", delegation=before.name_of("opening-host"))
    texts = present_texts(PLAN, "es", "pt")
    with speaking("pt"):
        assert retold(asked, texts) == say("chair.give", delegation=after.name_of("opening-host"))
        assert retold(asked, texts) == "Concedo a palavra ao Representante do país-sede."
