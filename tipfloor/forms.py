"""The forms of the record as files, a line each: whatever knows of forms reads them here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Public = Literal["publication", "timekeeping"]
Reader = Literal[Public, "internal"]
"""For whom a file is: whoever reads what was decided, whoever looks after time, or the house."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: the module that writes it, the ending of its name, and where it is used.

    The module's `written` returns the bytes of a snapshot's file. A `binary` one is not shown on
    a terminal; `archived` ones stand in archives, `offered` ones among what the desk can write.
    `writers` are the packages that write its bytes. Where there is no `internal` form, only the
    public one is made. Unless it is asked for another, a file is for the `reader`; one that is for
    timekeeping is no publication. What `beside` ends with is the description of a file that cannot
    say on its face what it is: the module's `described` returns it for the name of the file.
    """

    module: str
    ending: str
    binary: bool = False
    archived: bool = True
    offered: bool = True
    internal: bool = True
    writers: tuple[str, ...] = ()
    reader: Public = "timekeeping"
    beside: str = ""


FORMS: dict[str, Form] = {
    "docx": Form(
        "tipfloor.export.word",
        "docx",
        binary=True,
        writers=("python-docx", "lxml"),
        reader="publication",
    ),
    "pdf": Form(
        "tipfloor.export.pdf",
        "pdf",
        binary=True,
        writers=("typst", "pikepdf"),
        reader="publication",
    ),
    "html": Form("tipfloor.export.html", "html", reader="publication"),
    "xlsx": Form("tipfloor.export.workbook", "xlsx", binary=True, writers=("XlsxWriter",)),
    "text": Form("tipfloor.export.text", "txt", reader="publication"),
    "csv": Form("tipfloor.export.csv", "csv", beside="-metadata.json"),
    "json": Form("tipfloor.export.data", "json"),
    "package": Form("tipfloor.export.package.document", "package.zip", binary=True),
    "akn": Form("tipfloor.export.akomantoso.document", "akn.xml", internal=False),
}
"""Every form by its name, in the order in which the desk offers them."""
