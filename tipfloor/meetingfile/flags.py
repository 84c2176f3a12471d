"""Images of flags that a meeting file names, taken into the plan, so that its record has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tipfloor.core.plan.flags import LARGEST_FLAG, Image, is_image
from tipfloor.core.plan.plan import Plan
from tipfloor.filetext import NoText, read_bytes
from tipfloor.meetingfile.fault import Finding, plain
from tipfloor.words import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PNG, HEADER = b"\x89PNG\r\n\x1a\n", b"\x00\x00\x00\rIHDR"
"""The signature of a PNG, and its first chunk (PNG, third edition, sections 5.2 and 11.2.1)."""

MOST_POINTS = 4096
"""Points of a PNG's side, so that a small file unpacks to no large image."""

DRAWING, PAGE = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xhtml}"

DRAWN = frozenset(
    [
        *("svg", "g", "defs", "use", "symbol", "title", "desc", "metadata", "style", "switch"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"),
    ]
)
"""Elements of SVG that draw and do nothing else."""


def with_flags(plan: Plan, folder: Path) -> tuple[Plan, list[Finding]]:
    """Return a plan with images in place of their names, and what is wrong with those."""
    findings, rows = list[Finding](), list(plan.delegations)
    for place, row in enumerate(rows):
        if row.flag is None or is_image(row.flag):
            continue
        image = _read(folder, row.flag)
        if isinstance(image, Image):
            rows[place] = replace(row, flag=image.as_text())
        else:
            findings.append((("delegations", place, "flag"), image))
    kept = tuple(rows)
    return (plan if kept == plan.delegations else replace(plan, delegations=kept)), findings


def _read(folder: Path, name: str) -> Image | str:
    """Return the image in a file, or in words why there is none."""
    try:
        data = read_bytes(folder / name, LARGEST_FLAG)
    except NoText:
        largest = LARGEST_FLAG // 1024
        return say("faults.flag_unread", name=plain(name), largest=largest)
    if _is_png(data):
        return Image("image/png", data)
    if is_plain_drawing(data):
        return Image("image/svg+xml", data)
    return say("faults.flag_unfit", name=plain(name), most=MOST_POINTS)


def _is_png(data: bytes) -> bool:
    if not data.startswith(PNG + HEADER) or len(data) < 24:
        return False
    sides = (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    return all(0 < side <= MOST_POINTS for side in sides)


def is_plain_drawing(data: bytes) -> bool:
    """Tell whether bytes are SVG that draws alone: no script, no link, nothing from elsewhere."""
    from xml.etree import ElementTree  # a start without flags goes without it

    lower = data.lower()
    if any(sign in lower for sign in (b"<!doctype", b"<!entity", b"<?xml-stylesheet")):
        return False  # which could name what is elsewhere, or unfold without end
    try:
        root = ElementTree.fromstring(data.decode("utf-8-sig"))
    except (ElementTree.ParseError, ValueError):
        return False
    return root.tag == f"{DRAWING}svg" and all(map(_draws, root.iter()))


def _draws(element: Element) -> bool:
    """Tell whether an element draws by itself; those that other programs add draw nothing."""
    space, _, name = str(element.tag).rpartition("}")
    if space + "}" == PAGE or (space + "}" == DRAWING and name not in DRAWN):
        return False
    for key, value in element.items():
        local = key.rpartition("}")[2].lower()
        if local.startswith("on") or (local == "href" and not value.startswith("#")):
            return False
    return not any(map(_leads_out, [element.text or "", *element.attrib.values()]))


def _leads_out(text: str) -> bool:
    """Tell whether a style names what is elsewhere."""
    lower = "".join(text.lower().split()).replace('"', "").replace("'", "")
    return "@import" in lower or "url(" in lower.replace("url(#", "") or "\\" in lower
