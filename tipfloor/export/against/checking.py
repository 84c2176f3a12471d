"""What can be said of a file beside a record: of which rows it is, and whether it is as made."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from tipfloor.export import described, written
from tipfloor.export.against import figures, pages, parts, readable, texts
from tipfloor.export.against.differing import Difference, first_of
from tipfloor.export.against.finding import ZIP, Found, NotAnExport, size_of, whole
from tipfloor.export.against.remaking import NotOfRecord, at_position, made_again
from tipfloor.export.materials import NoMaterial, uses_others
from tipfloor.export.program import program
from tipfloor.export.seal import Seal
from tipfloor.export.snapshot import Snapshot
from tipfloor.forms import FORMS

Outcome = Literal[
    "no_digest",
    "other",
    "beyond",
    "whole",
    "repacked",
    "differs",
    "figures",
    "differs_figures",
    "digest",
]
"""What was found: no export of the record, one of rows that the record has not yet or no more, the
same whole, or how far it could be compared."""

ROOM = 100_000
"""Bytes that a file may have beyond twice those that the record makes: more is another file."""


READ_FROM = {"text": 1, "docx": 20, "xlsx": 20}
"""Forms for people, and how many times as long their unpacked text can be as the file."""


class Verdict(Struct, frozen=True):
    """What was found of a file, from which row it is, and what it has otherwise.

    `compared` counts the remarks whose figures were compared, `made_by` is the program that the
    file names, None where it names none.
    """

    outcome: Outcome
    position: int = 0
    compared: int = 0
    made_by: str | None = None
    differences: tuple[Difference, ...] = ()
    with_others: bool = False
    """Whether it was made with a logo or a template, for which no row of the record vouches."""

    @property
    def whole(self) -> bool:
        """Whether the file was made again and compared whole."""
        return self.outcome in ("whole", "repacked", "differs")

    @property
    def why(self) -> str:
        """Why it was not: another program made it, with other files, or one with other fonts."""
        if self.with_others:
            return "other_materials"
        return "other_fonts" if self.made_by == program() else "other_program"


def check(path: Path, told: Found, positions: Mapping[str, int], today: Snapshot) -> Verdict:
    """Compare a file with a sound record.

    `told` is what the file says of its own making, and `positions` has those of its digests that
    are digests of rows.

    Raises NotAnExport for what is none, and OSError.
    """
    seals, broken, digests = told
    own = [seal for seal in seals if positions.get(seal.digest) == seal.position]
    if own:
        return _of_seals(path, own[:3], today)
    if seals and not broken and min(seal.position for seal in seals) > len(today.history):
        return Verdict("beyond", seals[0].position)
    if seals or broken:
        return Verdict("other")
    if not digests:
        return Verdict("no_digest")
    if len(digests) > 1 or not digests <= positions.keys():
        return Verdict("other")
    then = at_position(today.history, positions[next(iter(digests))], today)
    return _of_figures(path, then, None)


def _of_seals(path: Path, seals: list[Seal], today: Snapshot) -> Verdict:
    """Return the verdict by the seal that the file was made with; a text may quote another."""
    verdicts = (_of_seal(path, seal, today) for seal in seals)
    found = list(itertools.islice(verdicts, len(seals)))
    good = (item for item in found if item.outcome in ("whole", "repacked", "figures", "digest"))
    return next(good, found[-1])


def _of_seal(path: Path, seal: Seal, today: Snapshot) -> Verdict:
    if seal.form not in FORMS:
        return Verdict("other")
    try:
        then = made_again(today.history, seal, today)
    except NotOfRecord:
        return Verdict("other")
    try:
        made = _made(path, then, seal.form)
    except NoMaterial:
        return Verdict("digest", seal.position, made_by=seal.program, with_others=True)
    same = size_of(path) == len(made) and whole(path, len(made)) == made
    beside = tuple(first_of(_differences_beside(path, then, seal.form)))
    if same and not beside:
        return Verdict("whole", seal.position)
    if seal.program != program():
        return _of_figures(path, then, seal)
    found = beside if same else tuple(first_of(_differences(path, seal.form, made)))
    if found and uses_others(then, seal.form):
        return Verdict("digest", seal.position, made_by=seal.program, with_others=True)
    if found and seal.form == "pdf" and _needs_fonts(then):
        return Verdict("digest", seal.position, made_by=seal.program)
    outcome: Outcome = "differs" if found else "repacked"
    return Verdict(outcome, seal.position, differences=found)


def _made(path: Path, then: Snapshot, form: str) -> bytes:
    """Return what a record makes in the place of a file: the description, where it is one."""
    beside = FORMS[form].beside
    if beside and path.name.endswith(beside):
        return described(then, form, path.name.removesuffix(beside)) or b""
    return written(then, form)


def _differences_beside(path: Path, then: Snapshot, form: str) -> Iterator[Difference]:
    """Give what the description beside a file has otherwise, where there is to be one.

    Tables of former programs carried their seal themselves.
    """
    ending = FORMS[form].beside
    beside = path.with_name(path.name + ending)
    if ending and not path.name.endswith(ending) and beside.is_file():
        made = described(then, form, path.name) or b""
        data = whole(beside, 2 * len(made) + ROOM)
        if data != made:
            yield from texts.of_json(data, made)


def _differences(path: Path, form: str, made: bytes) -> Iterator[Difference]:
    """Give what a file has otherwise than the one that was made again."""
    if made.startswith(ZIP):
        yield from parts.of_zip(path, made)
        return
    try:
        data = whole(path, 2 * len(made) + ROOM)
    except NotAnExport:
        yield Difference("longer", path.name, None, None)
        return
    compare = {"csv": texts.of_table, "json": texts.of_json, "pdf": pages.of_pdf}
    yield from compare.get(form, texts.of_text)(data, made)


def _of_figures(path: Path, then: Snapshot, seal: Seal | None) -> Verdict:
    position, made_by = len(then.history), seal.program if seal else None
    try:
        number, found = _figures(path, then, seal)
        wrong = tuple(first_of(found))
    except (figures.NotCompared, NotAnExport):
        return Verdict("digest", position, made_by=made_by)
    return Verdict("differs_figures" if wrong else "figures", position, number, made_by, wrong)


def _figures(path: Path, then: Snapshot, seal: Seal | None) -> tuple[int, Iterator[Difference]]:
    """Return of how many remarks a file has the figures, and which are others. Raises NotCompared.

    A file for people is read where its own seal says its form.
    """
    form = seal.form if seal else ""
    if seal and seal.reader == "publication" and not seal.scope.times:
        raise figures.NotCompared  # it has no times
    most = 2 * len(written(then, form if form in READ_FROM else "json")) + ROOM
    if form in readable.READERS:
        lines = readable.lines_in(path, form, READ_FROM.get(form, 1) * most)
        return len(lines), readable.differences(lines, form, then)
    found = figures.figures_in(whole(path, most))
    return len(found), figures.differences(found, then, dated=seal is not None)


def _needs_fonts(then: Snapshot) -> bool:
    """Tell whether a PDF was set with the fonts of the machine, of which each has others."""
    from tipfloor.export.pdf import needs_fonts

    return needs_fonts(then)
