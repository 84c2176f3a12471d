"""What the cells of an accreditation list may say, in four languages, and what they mean."""

from __future__ import annotations

from typing import Literal

from tipfloor.core.ground.fields import Capacity
from tipfloor.core.ground.folding import fold_text

Seat = Literal["seated", "left_out", "asked"]
"""Whether a delegation sits: yes, no, or as somebody has yet to decide."""

YES = ("yes", "y", "si", "s", "sim", "oui", "o", "true", "1", "x")
NO = ("no", "n", "nao", "non", "false", "0", "none", "")
ASKED = ("ask", "pending", "contested", "disputed", "pendiente", "pendente", "en attente")

_MEMBERS = (
    *("member", "member state", "full member", "state", "miembro", "estado miembro", "estado"),
    *("membro", "estado membro", "membre", "etat membre", "etat"),
)
_OBSERVERS = (
    *("observer", "permanent observer", "observador", "observadora", "observador permanente"),
    *("observateur", "observatrice", "observateur permanent", "guest", "invitado", "convidado"),
    *("invite", "organization", "organisation", "organizacion", "organizacao"),
    *("international organization", "organizacion internacional", "organizacao internacional"),
    "organisation internationale",
)
_LEFT_OUT = (
    *("member not participating", "not participating", "no participa", "nao participa"),
    *("ne participe pas", "former member", "antiguo miembro", "ex miembro", "ex membro"),
    *("ancien membre", "withdrawn", "suspended", "retirado", "suspendido"),
)
_CAPACITIES: dict[Capacity, tuple[str, ...]] = {
    "national_authority": (
        *("national authority", "autoridad nacional", "autoridade nacional"),
        "autorite nationale",
    ),
    "designated_delegate": (
        *("designated delegate", "delegate", "delegado designado", "delegada designada"),
        *("delegado", "delegada", "delegue designe", "deleguee designee", "delegue"),
    ),
}
_CONSENTS = {
    "full_name": (
        *("full name", "name", "nombre completo", "nombre", "nome completo", "nome"),
        *("nom complet", "nom", *YES),
    ),
    "office": ("office", "cargo", "puesto", "funcao", "fonction", "poste"),
    "delegation_only": (
        *("delegation only", "delegation", "solo delegacion", "so delegacao"),
        *("delegation seulement", *NO),
    ),
}


class Unclear(Exception):
    """A cell that says something else than its column is known to say."""


def status_of(text: str) -> tuple[bool | None, Seat | None]:
    """Return whether a delegation is a state and whether it sits. Raises Unclear."""
    folded = fold_text(text)
    if not folded:
        return None, None
    if folded in _MEMBERS:
        return True, None
    if folded in _OBSERVERS:
        return False, None
    if folded in _LEFT_OUT:
        return None, "left_out"
    if folded.removeprefix("member ") in ASKED:
        return None, "asked"
    raise Unclear


def observer_of(text: str) -> bool | None:
    """Return whether a delegation is a state, by a column of observers. Raises Unclear."""
    answer = yes_or_no(text)
    return None if answer is None else not answer


def seat_of(text: str) -> Seat | None:
    """Return whether a delegation sits, None where nothing is said. Raises Unclear."""
    if fold_text(text) in ASKED or text.strip() == "?":
        return "asked"
    answer = yes_or_no(text)
    return None if answer is None else "seated" if answer else "left_out"


def yes_or_no(text: str) -> bool | None:
    """Return what a yes or no means, None for an empty cell. Raises Unclear."""
    folded = fold_text(text)
    if not text.strip():
        return None
    if folded in YES or folded in NO[:-1]:
        return folded in YES
    raise Unclear


def capacity_of(text: str) -> Capacity | None:
    """Return the capacity of a head of delegation, None for an empty cell. Raises Unclear."""
    folded = fold_text(text)
    if not folded:
        return None
    for capacity, known in _CAPACITIES.items():
        if folded in known:
            return capacity
    raise Unclear


def consent_of(text: str) -> str:
    """Return how much of a person may be shown; an empty cell is no consent. Raises Unclear."""
    folded = fold_text(text)
    for level, known in _CONSENTS.items():
        if folded in known:
            return level
    raise Unclear
