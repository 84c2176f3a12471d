"""What files once said wrongly in each language, of a whole rehearsal: the right words stand there.

Each row has what must not be found and what must, as patterns.
"""

from __future__ import annotations

import re

import pytest

from tipfloor.export import Scope, export
from tipfloor.proceedings import Proceedings

LANGUAGES = ("en", "es", "pt", "fr")

FAULTS: tuple[tuple[str, str, str], ...] = (
    ("en", r"Mon 5 Feb 2024 at", r"on Monday, February 5, 2024, at \d{1,2}:\d\d a\.m\."),
    ("en", r"median of [0-9]*:|[0-9]:[0-9.]+ in the middle", r"with a median of \d+ seconds over"),
    ("en", r"Delegations? of[^.]*Observer", "Remark by an observer: Observer."),
    ("en", r"Delegation of United States", "Delegation of the United States"),
    ("en", r"nominated Dominican|nominated United", "nominated the Dominican Republic"),
    (
        "en",
        r"(?<!The Delegation of the )United States was elected",
        "Delegation of the United States was elected",
    ),
    ("en", r"out of order", "called before its turn"),
    ("en", r"p\.m\.\.|a\.m\.\.", r"closed at \d:\d\d p\.m\. In the chair"),
    ("es", r"derecho a réplica", r"[Rr]éplica de la Delegación"),
    ("es", r"en capacidad nacional", "a título nacional"),
    ("es", r"\bAl (lun|mar)\b", "Situación al martes 6 de febrero de 2024"),
    ("es", r"(desde|hasta) [0-9]", "hasta las 14:00"),
    ("es", r"hay quórum para abrir, 11", r"hay quórum para abrir \(11\)"),
    ("es", r"Denegado:", "Solicitud denegada a la Delegación del Paraguay"),
    ("es", r"orador\(a\)|delegado\(a\)", "concluyó la Delegación"),
    ("es", r"delegado\(a\)", "representación designada"),
    (
        "es",
        r"por aclamación a Estados|Chair of",
        "los Estados Unidos fue elegida por aclamación para la Presidencia de la Séptima Reunión",
    ),
    ("es", r"nulos [0-9]", "votos nulos: 1"),
    ("es", r"apeló la decisión", "apeló de la decisión"),
    ("es", r"[0-9]\.[0-9] ?%", r"[0-9],[0-9] %"),
    ("es", r"Delegación de (República|Bahamas|Estados)", "Delegación de la República Dominicana"),
    ("es", r"propuso a Estados", "propuso a los Estados Unidos"),
    ("es", r"fuera de(l)? orden\b(?! de la lista)", "fuera del orden de la lista"),
    ("es", r"las 0[0-9]:", r"a las 9:\d\d"),
    ("pt", r"em capacidade nacional", "a título nacional"),
    ("pt", r"[Ll]evantamento da sessão", "Encerramento da sessão"),
    ("pt", r"delegação proponente|Candidatura:", r"A Delegação d\w+ \w+ propôs o México\."),
    ("pt", r"seguinte Delegação", "Reserva da Delegação"),
    ("pt", r"a partir de [0-9]|até [0-9]", r"a partir das \d\dh\d\d"),
    ("pt", r"até [0-9]", r"das \d\dh\d\d às 14h"),
    ("pt", r"\bem (seg|ter)\. ", "Situação em terça-feira, 6 de fevereiro de 2024"),
    ("pt", r"[0-9]\.[0-9] ?%", r"[0-9],[0-9]%"),
    (
        "pt",
        r"aberta: seg",
        r"A reunião foi aberta na segunda-feira, 5 de fevereiro de 2024, às 9h\d\d\.",
    ),
    ("pt", r"fora da ordem(?! da lista)", "fora da ordem da lista"),
    (
        "fr",
        r"[^\u00a0\u202f]; | : ",
        r"présidence pro tempore\)\u00a0; à partir de \d\d\u00a0h\u00a0\d\d",
    ),
    ("fr", r"Bahamas \(Le Commonwealth des\) \(", r"Bahamas \(délégué\(e\) désigné\(e\)\)"),
    ("fr", r"\w'\w", "États-Unis d\u2019Amérique"),
    ("fr", r"délégation suivante", "Motion d\u2019ordre de la délégation d\u2019Haïti"),
    ("fr", r"délégation proposante", r"délégation de la Bolivie"),
    ("fr", r"par vote\s:", r"avec \d+ voix pour, \d+ contre et \d+ abstentions"),
    ("fr", r"le (lun|mar)\. ", r"le lundi 5 février 2024 à 9\u00a0h\u00a0\d\d"),
    (
        "fr",
        r"jusqu\u2019à mar|\b[Ll]e mar\. ",
        r"au mardi 6 février 2024 à 9\u00a0h\u00a0\d\d",
    ),
    ("fr", r"durée [0-9]+:|[0-9]\.[0-9] ?%", r"durée \d\u00a0min\u00a0\d+,\d{3}\u00a0s"),
    ("fr", r"[0-9]\.[0-9] ?%", r"[0-9],[0-9]\u00a0%"),
    ("fr", r"orateur\(trice\)", "terminée par la délégation"),
)
"""Language, what was seen, what is right."""


@pytest.fixture(scope="module")
def told(whole_meeting: Proceedings) -> dict[str, str]:
    """The texts of a rehearsal, public and internal, by language, each on one line."""
    return {
        language: " ".join(
            one_line(export(whole_meeting, "text", Scope(internal, language=language)).decode())
            for internal in (False, True)
        )
        for language in LANGUAGES
    }


def one_line(text: str) -> str:
    return re.sub(r"\n *", " ", text)


@pytest.mark.parametrize(("language", "seen", "right"), FAULTS)
def test_what_was_wrong_is_right(
    told: dict[str, str], language: str, seen: str, right: str
) -> None:
    text = told[language]
    spaced = text if language == "fr" else text.replace("\u00a0", " ")
    assert [found[0] for found in re.finditer(f".{{0,30}}(?:{seen}).{{0,30}}", text)] == []
    assert re.search(right, spaced)
