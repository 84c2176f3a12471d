"""What Typst cannot say from Python in the tags of a PDF: that a row begins with its head."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object


def with_row_heads(made: io.BytesIO) -> bytes:
    """Return a PDF with the first cell of each row of its tables as the row's head."""
    with pikepdf.open(made) as file:
        for body in _bodies(file):
            for row in _children(body):
                cells = [cell for cell in _children(row) if cell.get("/S") == Name.TD]
                if cells:
                    _make_head(cells[0])
        target = io.BytesIO()
        file.save(target, deterministic_id=True)
    return target.getvalue()


def _make_head(cell: Object) -> None:
    cell[Name.S] = Name.TH
    stated = cell.get("/A")
    found = list(stated) if isinstance(stated, Array) else [stated] if stated is not None else []
    tables = [item for item in found if item.get("/O") == Name.Table]
    if tables:
        tables[0][Name.Scope] = Name.Row
    else:
        cell[Name.A] = Array([*found, Dictionary(O=Name.Table, Scope=Name.Row)])


def _bodies(file: pikepdf.Pdf) -> Iterator[Object]:
    """Give the bodies of all tables, wherever they stand among the tags."""
    root = file.Root.get("/StructTreeRoot")
    waiting = [] if root is None else [root]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == Name.TBody:
            yield element
        else:
            waiting += _children(element)


def _children(element: Object) -> list[Object]:
    """Return the elements within one; what is drawn is no element."""
    kids = element.get("/K")
    listed = list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]
    return [item for item in listed if isinstance(item, Dictionary) and "/S" in item]
