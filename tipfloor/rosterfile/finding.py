"""Which delegation a row means: by its codes, else by its name in any language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tipfloor.core.ground.fields import Language
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.ground.iso3166 import ALPHA_2
from tipfloor.core.plan.lookup import named, offered
from tipfloor.core.plan.plan import DelegationPlan, MeetingTable, Plan
from tipfloor.rosterfile.headers import LANGUAGES
from tipfloor.rosterfile.table import CellsOfRow
from tipfloor.words import say
from tipfloor.words.joining import beside
from tipfloor.words.plain import plain

ALPHA_3 = {two: three for three, two in ALPHA_2.items()}
NAMES = tuple(f"name_{language}" for language in LANGUAGES)
LONGEST_SHOWN, NEAREST = 40, 3


class NotFound(Exception):
    """A row that means no delegation, or more than one; `words` say what is expected."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Known:
    """The delegations of the meeting file, and the language of the meeting."""

    delegations: tuple[DelegationPlan, ...]
    language: Language

    @cached_property
    def plan(self) -> Plan:
        """A plan of these delegations alone, to find them in."""
        meeting = MeetingTable(
            title="",
            short_title="",
            body="",
            place="",
            time_zone="UTC",
            days=(),
            language=self.language,
        )
        return Plan(meeting=meeting, moments=(), delegations=self.delegations)

    def name_of(self, row: DelegationPlan) -> str:
        """Return a name of a delegation, in the meeting's language where it has one."""
        return plain(row.named(self.language) or row.code)


def code_of(cells: CellsOfRow, known: Known) -> str:
    """Return the code of three letters that a row means. Raises NotFound."""
    codes = dict.fromkeys(
        _coded(cells.text(role), known) for role in ("code", "code2") if cells.text(role)
    )
    if len(codes) > 1:
        raise NotFound(say("roster.codes_differ", codes=beside(codes)))
    meant = _named(cells, known, needed=not codes)
    if not codes:
        return meant
    code = next(iter(codes))
    if meant and meant != code:
        raise NotFound(say("roster.name_differs", code=code, other=meant))
    return code


def _coded(text: str, known: Known) -> str:
    wanted = text.upper()
    if found := known.plan.delegation(wanted):
        return found.code
    if wanted in ALPHA_3:
        return ALPHA_3[wanted]
    if len(wanted) == 3 and wanted.isascii() and wanted.isalpha():
        return wanted
    raise NotFound(say("roster.no_code", given=_cut(text)))


def _named(cells: CellsOfRow, known: Known, *, needed: bool) -> str:
    """Return the code of the delegation that a row names; empty where nothing has to be found."""
    for role in ("delegation", "bare", *NAMES):
        text = cells.text(role)
        if not text:
            continue
        exact = named(known.plan, text)
        if len(exact) == 1:
            return exact[0].code
        if needed and text.upper() in (*ALPHA_2, *ALPHA_3):
            return ALPHA_3.get(text.upper(), text.upper())
        if needed:
            raise NotFound(_unknown(text, known, shown=role != "bare"))
    if needed:
        raise NotFound(say("roster.nothing"))
    return ""


def _unknown(text: str, known: Known, *, shown: bool) -> str:
    """Say what is near; what may be the name of a person is not repeated."""
    if not shown:
        return say("roster.unknown_bare")
    near = offered(known.plan, text) if fold_text(text) else ()
    if not near:
        return say("roster.unknown", given=_cut(text))
    names = beside(f"{row.code} {known.name_of(row)}" for row in near[:NEAREST])
    return say("roster.unclear", given=_cut(text), offered=names)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
