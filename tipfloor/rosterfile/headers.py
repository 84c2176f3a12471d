"""What the columns of an accreditation list are headed, in four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from tipfloor.core.ground.folding import fold_text

LANGUAGES = {
    "en": ("en", "english", "ingles", "anglais"),
    "es": ("es", "spanish", "espanol", "espanhol", "espagnol"),
    "pt": ("pt", "portuguese", "portugues", "portugais"),
    "fr": ("fr", "french", "frances", "francais"),
}

DELEGATION = {
    "": ("delegation", "state", "estado", "pais", "delegation name"),
    "en": ("delegations", "country", "country name", "name of country", "member state"),
    "es": ("delegacion", "delegaciones", "nombre del pais", "pais estado", "estado miembro"),
    "pt": ("delegacao", "delegacoes", "nome do pais", "estado membro"),
    "fr": ("pays", "nom du pays", "etat", "etat membre"),
}
"""The delegation's own name, by the language that the header is in where it says one."""

ROLES = {
    "code": (
        *("code", "codigo", "iso", "iso3", "iso 3", "alpha 3", "iso code", "codigo iso"),
        *("code iso", "iso 3166", "iso 3166 1 alpha 3", "country code", "codigo de pais"),
        *("codigo del pais", "codigo do pais", "code pays", "code du pays"),
    ),
    "code2": ("code2", "code 2", "iso2", "iso 2", "alpha 2", "iso 3166 1 alpha 2"),
    "accredited": (
        *("accreditation", "accredited", "accredited on", "accreditation date", "received"),
        *("date of accreditation", "date accredited", "date received", "received on"),
        *("acreditacion", "fecha de acreditacion", "fecha acreditacion", "acreditado el"),
        *("acreditada el", "fecha de recepcion", "acreditacao", "data de acreditacao"),
        *("data da acreditacao", "credenciamento", "data de credenciamento", "acreditado em"),
        *("date d accreditation", "accredite le", "accreditee le", "date de reception"),
    ),
    "status": ("status", "estatus", "statut", "situacion", "situacao", "membership"),
    "observer": ("observer", "observador", "observadora", "observateur"),
    "seated": (
        "seated",
        "on roster",
        "on the roster",
        "on floor roster",
        "on floor roster default",
    ),
    "order": ("order es", "spanish order", "spanish rank", "orden alfabetico", "orden es"),
    "capacity": (
        *("capacity", "capacidad", "calidad", "capacidade", "qualidade", "capacite", "qualite"),
        *("head of delegation", "jefe de delegacion", "chefe de delegacao", "chef de delegation"),
    ),
    "person": (
        *("full name", "participant", "participante", "nombre completo", "nome completo"),
        *("nom complet", "nombre y apellido", "nombre y apellidos", "nome e sobrenome"),
        *("nom et prenom", "delegate", "delegado", "delegada", "delegue", "person"),
        *("representative", "representante", "representant"),
    ),
    "first": (
        *("first name", "given name", "given names", "first names", "nombres", "nombre s"),
        *("primeiro nome", "prenom", "prenoms"),
    ),
    "last": (
        *("last name", "surname", "family name", "apellido", "apellidos", "sobrenome"),
        *("sobrenomes", "nom de famille"),
    ),
    "office": (
        *("office", "title", "position", "job title", "post", "cargo", "puesto", "titulo"),
        *("funcao", "fonction", "titre", "poste"),
    ),
}

BARE = ("name", "nombre", "nome", "nom")
"""A name that may be a person's: it finds a delegation, and is never written as one's name."""

CONSENT = ("consent", "consentimiento", "consentimento", "consentement")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each role stands in a row, from 0, and the headers of all other columns.

    `language` is that of the delegation's header, empty where the header does not say.
    """

    places: dict[str, int]
    dropped: tuple[int, ...]
    language: str = ""

    @property
    def names_delegations(self) -> bool:
        """Whether a delegation can be found by one of the columns."""
        return not self.places.keys().isdisjoint(("code", "code2", "delegation", *_NAMES, "bare"))


_NAMES = tuple(f"name_{language}" for language in LANGUAGES)


def columns_of(header: list[str]) -> Columns:
    """Return what the cells of a header mean; of two columns that mean the same, the first."""
    places: dict[str, int] = {}
    dropped: list[int] = []
    language = ""
    for place, cell in enumerate(header):
        role, spoken = _role(cell)
        if role and role not in places:
            places[role] = place
            language = spoken if role == "delegation" else language
        elif cell.strip():
            dropped.append(place)
    if "bare" in places and not places.keys().isdisjoint(("code", "code2", "delegation", *_NAMES)):
        bare = places.pop("bare")
        if "person" not in places and "first" not in places:
            places["person"] = bare
        else:
            dropped.append(bare)
    return Columns(places, tuple(sorted(dropped)), language)


def _role(cell: str) -> tuple[str, str]:
    """Return what a header means, and the language that it says, both empty for an unknown one."""
    folded = re.sub(r"(?: \d+)+$", "", fold_text(cell)) if cell[-1:].isdigit() else fold_text(cell)
    whole = fold_text(cell)
    if whole.startswith(CONSENT):
        return "consent", ""
    for role, known in _KNOWN:
        if whole in known or (role in ("status", "seated") and folded in known):
            return role, ""
    for language, headed in DELEGATION.items():
        if whole in headed:
            return "delegation", language
    return ("bare", "") if whole in BARE else ("", "")


def _headers_of_names(words: tuple[str, ...]) -> frozenset[str]:
    bases = (*BARE, "delegation name", "country name")
    made = product(bases, words)
    return frozenset(
        text.format(base, word)
        for base, word in made
        for text in ("{} {}", "{1} {0}", "{} in {}", "{} en {}", "{} em {}")
    )


_KNOWN = (
    *((f"name_{key}", _headers_of_names(words)) for key, words in LANGUAGES.items()),
    *((role, frozenset(known)) for role, known in ROLES.items()),
)
