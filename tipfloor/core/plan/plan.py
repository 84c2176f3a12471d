"""What a meeting file says: the meeting, its rules, moments, sessions and delegations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo

from msgspec import Meta
from msgspec.structs import replace

from tipfloor.core.ground.fields import (
    Capacity,
    Code,
    Code2,
    Day,
    Forms,
    Identifier,
    InLanguages,
    Language,
    LimitSeconds,
    LocalTime,
    Table,
    Text,
    WebAddress,
)
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Trimmed
from tipfloor.core.plan.flags import Flag
from tipfloor.core.plan.programme import (
    MOST_LANGUAGES,
    AddressPlan,
    DocumentPlan,
    ElectionPlan,
    PresidingPlan,
    RecommendationPlan,
)
from tipfloor.core.plan.publication import PublicationPlan
from tipfloor.core.plan.rules import Rules
from tipfloor.core.plan.translations import told_in

if TYPE_CHECKING:
    from tipfloor.core.plan.lexicon import Lexicon

MOST_OTHER_NAMES = 100

Kind = Literal[
    "registration",
    "opening_ceremony",
    "election_of_authorities",
    "introductory_session",
    "adoption",
    "plenary_sessions",
    "recommendations",
    "election_of_next_chair",
    "closing_ceremony",
    "other",
]

ORDER_OF_MOMENTS: tuple[str, ...] = (
    "registration",
    "opening_ceremony",
    "election_of_authorities",
    "introductory_session",
    "adoption",
    "plenary_sessions",
    "recommendations",
    "election_of_next_chair",
    "closing_ceremony",
)
"""The nine moments of a Meeting of National Authorities, by code (concept note of the Seventh)."""


class MeetingTable(Table):
    """The meeting itself: its names, its place and its days, in the zone that its clock shows."""

    worded: ClassVar[tuple[str, ...]] = ("title", "short_title", "body", "place")

    title: Text
    short_title: Annotated[str, Meta(min_length=1, max_length=60), Trimmed()]
    body: Text
    place: Text
    time_zone: str
    days: Annotated[tuple[Day, ...], Meta(min_length=1, max_length=31)]
    language: Language = "en"
    """The language in which the plan is told; the first one unless it was told in another."""
    webcast: WebAddress | None = None
    """Where it can be followed; the programme has it for calendars."""
    languages: Annotated[tuple[Language, ...], Meta(max_length=MOST_LANGUAGES)] = ()
    """Those in which the meeting works, the first one before the others."""
    order_of_moments: Annotated[tuple[Identifier, ...], Meta(min_length=1, max_length=100)] = (
        ORDER_OF_MOMENTS
    )
    translations: InLanguages = {}


class MomentPlan(Table):
    """One of the ordered moments; the planned times are local to the meeting's zone."""

    worded: ClassVar[tuple[str, ...]] = ("title",)

    code: Identifier
    kind: Kind
    title: Text
    starts: LocalTime | None = None
    ends: LocalTime | None = None
    translations: InLanguages = {}

    def __hash__(self) -> int:
        return hash(self.code)


class SessionPlan(Table):
    """A session with a topic and a list of speakers, held within one of the moments."""

    worded: ClassVar[tuple[str, ...]] = ("title", "topic")

    code: Identifier
    moment: Identifier
    title: Text
    topic: Text
    starts: LocalTime | None = None
    ends: LocalTime | None = None
    limit_seconds: LimitSeconds | None = None
    translations: InLanguages = {}

    def __hash__(self) -> int:
        return hash(self.code)


Names = dict[Language, Text]
"""A delegation's names by language."""


class DelegationPlan(Table):
    """A delegation entitled to sit; `code` is ISO 3166-1 alpha-3 unless it is no state."""

    code: Code
    code2: Code2 | None = None
    name: Names
    forms: Forms = {}
    also: Annotated[tuple[Text, ...], Meta(max_length=MOST_OTHER_NAMES)] = ()
    """Other names by which it is found where people type; they stand in no file."""
    order_es: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    state: bool = True
    accredited_on: Day | None = None
    capacity: Capacity | None = None
    """In which capacity its head comes; both are what a check-in takes where it states nothing."""
    flag: Flag | None = None
    """The image of its flag; a name in the meeting file, the image itself in a record."""

    def __hash__(self) -> int:
        return hash(self.code)

    def named(self, language: str, first: str = "") -> str | None:
        """Return its name in a language, else in the first one, else in any; None without one."""
        names = self.name
        return names.get(language) or names.get(first) or next(iter(names.values()), None)

    def names(self) -> tuple[str, ...]:
        """Return every name that it has."""
        return tuple(self.name.values())


Named = DelegationPlan | AddressPlan | ElectionPlan
"""What has a name with forms: a delegation, the office that speaks, the office to be filled."""


class Name(str):
    """The name of a delegation or an office, which knows its row: sentences find its forms."""

    __slots__ = ("row",)
    row: Named

    @classmethod
    def of(cls, row: Named, text: str) -> Name:
        """Return a text as the name of a delegation or an office."""
        name = cls(text)
        name.row = row
        return name


MOST_ROWS = {
    "moments": 100,
    "sessions": 500,
    "addresses": 200,
    "elections": 50,
    "documents": 100,
    "recommendations": 500,
    "delegations": 500,
}
"""Rows that a table may have, those added at the desk included."""


class Plan(Table, dict=True):
    """A whole meeting file, as valid as one table can see; `meetingfile` checks the rest."""

    meeting: MeetingTable
    rules: Rules = Rules()
    moments: Annotated[tuple[MomentPlan, ...], Meta(min_length=1, max_length=MOST_ROWS["moments"])]
    sessions: Annotated[tuple[SessionPlan, ...], Meta(max_length=MOST_ROWS["sessions"])] = ()
    publication: PublicationPlan = PublicationPlan()
    presiding: PresidingPlan = PresidingPlan()
    addresses: Annotated[tuple[AddressPlan, ...], Meta(max_length=MOST_ROWS["addresses"])] = ()
    elections: Annotated[tuple[ElectionPlan, ...], Meta(max_length=MOST_ROWS["elections"])] = ()
    documents: Annotated[tuple[DocumentPlan, ...], Meta(max_length=MOST_ROWS["documents"])] = ()
    recommendations: Annotated[
        tuple[RecommendationPlan, ...], Meta(max_length=MOST_ROWS["recommendations"])
    ] = ()
    delegations: Annotated[
        tuple[DelegationPlan, ...], Meta(min_length=1, max_length=MOST_ROWS["delegations"])
    ]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The meeting's time zone."""
        return ZoneInfo(self.meeting.time_zone)

    @cached_property
    def _delegations(self) -> dict[str, DelegationPlan]:
        by_code = {item.code: item for item in self.delegations}
        by_code2 = {item.code2: item for item in self.delegations if item.code2}
        return {**by_code2, **by_code}

    @cached_property
    def lexicon(self) -> Lexicon:
        """What its delegations are called by whoever types."""
        from tipfloor.core.plan.lexicon import lexicon_of  # with all that reads what is typed

        return lexicon_of(self.delegations)

    @cached_property
    def _sessions(self) -> dict[str, SessionPlan]:
        return {item.code: item for item in self.sessions}

    @cached_property
    def _addresses(self) -> dict[str, AddressPlan]:
        return {item.code: item for item in self.addresses}

    @cached_property
    def moment_index(self) -> dict[str, int]:
        """The place of each moment in the order, by code, from 0."""
        return {item.code: place for place, item in enumerate(self.moments)}

    def delegation(self, code: str) -> DelegationPlan | None:
        """Find a delegation by its code of two or three letters, whatever their case."""
        return self._delegations.get(code.strip().upper())

    def session(self, code: str) -> SessionPlan | None:
        """Find a session by its code."""
        return self._sessions.get(code)

    def sessions_of(self, moment: str) -> tuple[SessionPlan, ...]:
        """Return the sessions held within a moment, in the order of the file."""
        return tuple(item for item in self.sessions if item.moment == moment)

    def address(self, code: str) -> AddressPlan | None:
        """Find an address by its code."""
        return self._addresses.get(code)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of one of the tables in `LISTS`."""
        rows: tuple[Row, ...] = getattr(self, table)
        return rows

    def row(self, table: str, code: str) -> Row | None:
        """Find a row of a table by its code; that of a recommendation is its number."""
        return next((item for item in self.rows(table) if item.code == code), None)

    def with_added(self, table: str, *added: Row) -> Plan:
        """Return the plan with rows added at the end of one of its tables."""
        return replace(self, **{table: (*self.rows(table), *added)})

    def refuse_full(self, table: str) -> None:
        """Refuse one more row of a table that has as many as a meeting file may have."""
        if len(self.rows(table)) >= MOST_ROWS[table]:
            raise Refused("table_full", Rule.THE_RECORD, number=MOST_ROWS[table])

    def with_only(self, **tables: tuple[Row, ...]) -> Plan:
        """Return the plan with some of its tables replaced by fewer rows."""
        return replace(self, **tables)

    @property
    def first_language(self) -> str:
        """The meeting's first language, of the texts that are given in one alone."""
        languages = self.meeting.languages
        return languages[0] if languages else self.meeting.language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the meeting works, the first one before the others."""
        return self.meeting.languages or (self.meeting.language,)

    def spoken_in(self, language: str) -> Plan:
        """Return the plan with its texts and names in a language, where it has them in it."""
        if language == self.meeting.language:
            return self
        if language not in self._spoken:
            self._spoken[language] = self._told_in(language)
        return self._spoken[language]

    @cached_property
    def _spoken(self) -> dict[str, Plan]:
        return {}

    def _told_in(self, language: str) -> Plan:
        first = self.first_language
        texts = told_in(self.rules.texts, language, first)
        table = told_in(self.meeting, language, first)
        return replace(
            self,
            meeting=replace(table, language=language),
            rules=replace(self.rules, texts=texts),
            publication=told_in(self.publication, language, first),
            **{
                name: tuple(told_in(row, language, first) for row in getattr(self, name))
                for name in WORDED
            },
        )

    @cached_property
    def said(self) -> Mapping[str, str]:
        """What texts and names of the first language are in the language of the plan."""
        first, own = self.first_language, self.meeting.language
        if first == own:
            return {}
        tables: list[Any] = [self.meeting, self.publication]
        rows = [*tables, *(row for name in WORDED for row in getattr(self, name))]
        told = [(row, row.translations.get(first, {})) for row in rows]
        texts = {text: getattr(row, name) for row, former in told for name, text in former.items()}
        names = {
            row.name[first]: row.named(own, first) or row.code
            for row in self.delegations
            if first in row.name
        }
        return {**names, **texts}

    def name_of(self, code: str) -> str:
        """Return a delegation's name in the meeting's language, or the office of an address.

        The code itself where nobody has it.
        """
        name = self._names.get(code)
        if name is None:
            name = self._named(code)
            if name is None:
                return code
            self._names[code] = name
        return name

    @cached_property
    def _names(self) -> dict[str, Name]:
        return {}

    def _named(self, code: str) -> Name | None:
        address = self.address(code)
        if address:
            return Name.of(address, address.office)
        found = self.delegation(code)
        if found is None:
            return None
        return Name.of(found, found.named(self.meeting.language, self.first_language) or code)


Row = SessionPlan | AddressPlan | ElectionPlan | DocumentPlan | RecommendationPlan | DelegationPlan
"""A row of a table to which the desk can add while the meeting runs."""

WORDED = ("moments", "sessions", "addresses", "elections", "documents", "recommendations")
"""The tables whose rows have texts that may be given in several languages."""

LISTS = ("sessions", "addresses", "elections", "documents", "recommendations", "delegations")
"""The tables to which the desk can add while the meeting runs."""
