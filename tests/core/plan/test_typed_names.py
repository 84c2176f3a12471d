"""A typed name is never another state: every line as it is typed in a meeting."""

import pytest

from tests.helpers.typed import asked, council, every_state, lines_of, meant_by, seventh
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import read_names

NOBODY = ("ask", "none")


def check(plan: Plan, typed: str, meant: str) -> None:
    assert meant_by(plan, typed) == ("" if meant in NOBODY else meant)


@pytest.mark.parametrize(("typed", "meant"), lines_of("seventh_meeting.tsv"))
def test_at_the_seventh_meeting(typed: str, meant: str) -> None:
    check(seventh(), typed, meant)


@pytest.mark.parametrize(("typed", "meant"), lines_of("every_state.tsv"))
def test_among_further_members_and_observers(typed: str, meant: str) -> None:
    check(every_state(), typed, meant)


@pytest.mark.parametrize(("typed", "meant"), lines_of("council.tsv"))
def test_in_a_council_of_193(typed: str, meant: str) -> None:
    check(council(), typed, meant)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("st", ["KNA", "LCA", "VCT"]),
        ("dominican", ["DOM", "DMA"]),
        ("dominic", ["DMA", "DOM"]),
        ("guatamala", ["GTM"]),
        ("jamiaca", ["JAM"]),
        ("guinea", ["GUY"]),
        ("costa ricca", ["CRI"]),
        ("domincan republic", ["DOM"]),
        ("jam for st", ["JAM", "KNA", "LCA", "VCT"]),
        ("bra chle ury", ["BRA", "CHL", "URY"]),
        ("bra xyz", ["BRA"]),
        ("unidos", ["USA", "MEX"]),
    ],
)
def test_who_may_be_meant_is_offered(typed: str, offered: list[str]) -> None:
    assert asked(seventh(), typed)[: len(offered)] == offered


@pytest.mark.parametrize("typed", ["", "  ", ",;", ", / ;", "¡!", "\u200b"])
def test_nothing_typed_names_nobody_and_asks_nothing(typed: str) -> None:
    reading = read_names(seventh(), typed)
    assert (reading.parts, reading.trouble) == ((), None)


@pytest.mark.parametrize("typed", ["xyz", "the", "y", "123", "all of them"])
def test_words_that_name_nobody_are_shown_as_such(typed: str) -> None:
    reading = read_names(seventh(), typed)
    assert reading.trouble == "unclear"
    assert " ".join(part.typed for part in reading.unclear) == typed


def test_each_part_says_where_it_stands() -> None:
    typed = "  St. Kitts & Nevis, xyz; l\u2019Uruguay"
    parts = read_names(seventh(), typed).parts
    assert [typed[part.start : part.end] for part in parts] == [part.typed for part in parts]
    assert [part.typed for part in parts] == ["St. Kitts & Nevis", "xyz", "Uruguay"]


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("bra chl for ury", "one_for_many"),
        ("for atg", "nobody_speaks"),
        ("jam for", "for_nobody"),
        ("jam for atg for bhs", "for_twice"),
        ("jam for atg jamaica", "for_itself"),
        ("jam for xyz", "unclear"),
    ],
)
def test_who_speaks_for_whom_is_clear_or_asked(typed: str, trouble: str) -> None:
    reading = read_names(seventh(), typed)
    assert (reading.trouble, reading.taken) == (trouble, ())


def test_a_joint_statement_of_53_is_read_whole() -> None:
    codes = [row.code for row in council().delegations[:54]]
    typed = f"{codes[0]} for {' '.join(codes[1:])}"
    reading = read_names(council(), typed)
    assert [row.code for row in reading.on_behalf_of] == codes[1:]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("united states of brazil", "ask"),
        ("États-Unis du", "ask"),
        ("Bolivia (Plurinational State of) Chile", "BOL CHL"),
        ("Bolivia, Plurinational State of, Chile", "BOL CHL"),
        ("Bahamas (Le Commonwealth des), Barbade", "BHS BRB"),
        ("jamai ca", "ask"),
        ("costa ri ca", "ask"),
        ("estados unidos mex", "ask"),
        ("estados unidos, mex", "USA MEX"),
        ("brasil o chile", "ask"),
        ("o Brasil, o Chile e o Uruguai", "BRA CHL URY"),
        ("guat hond", "GTM HND"),
        ("us do dominica", "ask"),
        ("dominica do", "ask"),
        ("do brasil, da Bolívia e do Chile", "BRA BOL CHL"),
        ("us do dm, brazil", "ask"),
        ("to Brazil", "BRA"),
        ("la Argentina por el Brasil", "ARG for BRA"),
        ("l'Équateur au nom d'Haïti et de la Dominique", "ECU for HTI DMA"),
        ("México en representación de Honduras y El Salvador", "MEX for HND SLV"),
        ("O Brasil em nome do Paraguai e da Bolívia", "BRA for PRY BOL"),
        ("jam for and on behalf of atg", "JAM for ATG"),
        ("bra/chl/ury", "BRA CHL URY"),
        ("elsalvador, stlucia", "SLV LCA"),
        ("Bra\u00adzil", "BRA"),
        ("\u202abrazil\u202c", "BRA"),
        ("U. S. A., E.U.A. y EE UU", "USA"),
        ("mexico, new", "ask"),
        ("par le Brésil", "ask"),
        ("no brasil", "ask"),
        ("para Panamá", "ask"),
        ("chile para peru", "ask"),
        ("para", "PRY"),
    ],
)
def test_words_that_bind_or_part(typed: str, meant: str) -> None:
    check(seventh(), typed, meant)


def with_movements() -> Plan:
    """Return the plan with a code, and names of movements, that are spelled as "for" is."""
    rows = [
        {"code": "POR", "name": {"en": "Portugal"}},
        {"code": "FOR", "name": {"en": "Forum"}},
        {"code": "ENT", "name": {"es": "En Nombre de Todos"}},
        {"code": "OBF", "name": {"en": "On Behalf Foundation"}},
    ]
    return seventh().with_added("delegations", *map(DelegationPlan.model_validate, rows))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("por", "POR"),
        ("FOR", "FOR"),
        ("bra, por, chl", "BRA POR CHL"),
        ("bra chl por", "BRA CHL POR"),
        ("por bra", "POR BRA"),
        ("bra por chl", "ask"),
        ("bra for por", "ask"),
        ("brazil for por", "ask"),
        ("Brasil por Chile", "BRA for CHL"),
        ("brazil for portugal and forum", "BRA for POR FOR"),
        ("en nombre de todos", "ENT"),
        ("Chile, En Nombre de Todos", "CHL ENT"),
        ("On Behalf Foundation on behalf of En Nombre de Todos", "OBF for ENT"),
        ("Chile en nombre de Brasil", "CHL for BRA"),
    ],
)
def test_a_code_or_name_that_is_spelled_as_for_is_told_from_it(typed: str, meant: str) -> None:
    check(with_movements(), typed, meant)


def test_whoever_is_named_on_either_side_of_a_comma_is_offered() -> None:
    assert {"GNQ", "GIN"} <= {*asked(council(), "guinea, equatorial")}
    assert {"BRA", "POR", "CHL"} <= {*asked(with_movements(), "bra por chl")}
    assert asked(every_state(), "costa d'avorio") == ["CRI"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("north korea", "ask"),
        ("corea del norte", "ask"),
        ("Corea el Sur", "KOR"),
        ("corea del sur", "KOR"),
        ("suriname sur", "ask"),
        ("E.U.", "EUE"),
        ("E.U.A.", "USA"),
        ("e.u. e e.u.a.", "EUE USA"),
        ("us do de es", "USA DOM DEU ESP"),
        ("es, fr", "ESP FRA"),
        ("Dominique (Commonwealth de la)", "DMA"),
        ("Dominique (Commonwealth de la) et l'Espagne", "DMA ESP"),
        ("República de Corea y República Dominicana", "KOR DOM"),
        ("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "GBR"),
    ],
)
def test_words_that_are_codes_or_names_of_observers(typed: str, meant: str) -> None:
    check(every_state(), typed, meant)
