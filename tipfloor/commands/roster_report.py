"""What became of each row of an accreditation list, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from tipfloor.words import count, say
from tipfloor.words.joining import apart, beside

if TYPE_CHECKING:
    from tipfloor.core.plan.plan import DelegationPlan
    from tipfloor.listfile import RowFault
    from tipfloor.rosterfile import MeetingText, Roster, Told


def at_fault(faults: Iterable[RowFault]) -> str:
    """Say every fault; one of the meeting as a whole has no row."""
    told = [
        say("listfile.row", row=fault.row, words=fault.words) if fault.row else fault.words
        for fault in faults
    ]
    return "\n".join([*told, count("roster.nothing_written", len(told))])


def report(meeting: MeetingText, roster: Roster) -> str:
    """Say what becomes of each row, then what was left out and why."""
    return "\n".join([*_rows(meeting, roster), *_rest(roster)])


def _rows(meeting: MeetingText, roster: Roster) -> Iterator[str]:
    made = {row.code: row for row in roster.delegations}
    for item in roster.told:
        row = made.get(item.code) or meeting.known.plan.delegation(item.code)
        name = meeting.known.name_of(row) if row else ""
        words = _fate(item, made.get(item.code), meeting)
        line = say("roster.row", row=item.row, code=item.code, name=name, words=words)
        yield line.replace("  :", ":").replace(" :", ":")


def _fate(item: Told, row: DelegationPlan | None, meeting: MeetingText) -> str:
    words = say(f"roster.fate_{item.fate}", first=item.first, code=item.code)
    if row is None or item.fate == "merged":
        return words
    former = meeting.known.plan.delegation(item.code)
    if former is not None and item.fate == "changed":
        changes = apart(_changes(former, row))
        words = say("roster.change", words=words, changes=changes) if changes else words
    if row.accredited_on is None:
        return words
    due = meeting.due
    late = due is not None and row.accredited_on > due
    key = "roster.accredited_late" if late else "roster.accredited"
    return say(key, words=words, date=row.accredited_on, due=due)


def _changes(former: DelegationPlan, row: DelegationPlan) -> Iterator[str]:
    """Say which keys of the meeting file change; a first date is told by itself."""
    from tipfloor.meetingfile.shown import shown

    apart = ("name", "forms")
    before, after = (
        {**{key: value for key, value in asdict(item).items() if key not in apart}, **item.name}
        for item in (former, row)
    )
    for key in {**before, **after}:
        old, new = before.get(key), after.get(key)
        if old != new and not (key == "accredited_on" and old is None):
            yield say("roster.change_of", field=key, old=shown(old), new=shown(new))


def _rest(roster: Roster) -> Iterator[str]:
    if roster.given_up:
        yield say("roster.given_up", codes=beside(roster.given_up))
    if roster.dropped:
        yield count("roster.dropped", len(roster.dropped), headers=beside(roster.dropped))
    if roster.named and not roster.agreed:
        yield count("roster.names_dropped", roster.named)
    elif roster.agreed:
        yield count("roster.names_for_record", len(roster.agreed))
    fates = [item.fate for item in roster.told]
    left = sum(fate in ("left_out", "asked") for fate in fates)
    sums = {key: fates.count(key) for key in ("added", "changed", "unchanged", "merged")}
    yield say("roster.sums", **sums, left=left)
