"""Elements of Akoma Ntoso, made with sound text, and the times and ids that they take."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, register_namespace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Plan
from tipfloor.words.plain import plain
from tipfloor.words.times import iso

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:tipfloor:akn:1"
"""The namespace of what the program itself adds: by what the file can be made again."""

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

register_namespace("", NAMESPACE)
register_namespace("tf", OWN)

BLANKS = re.compile(r"[^A-Za-z0-9_.-]+")
"""What no id has."""


def element(tag: str, text: str = "", /, **attributes: str) -> Element:
    """Return an element of the standard with its text."""
    made = Element(f"{{{NAMESPACE}}}{tag}", _sound(attributes))
    made.text = plain(text) or None
    return made


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """Add such an element to another, and return it."""
    made = SubElement(parent, f"{{{NAMESPACE}}}{tag}", _sound(attributes))
    made.text = plain(text) or None
    return made


def paragraphs(parent: Element, texts: Iterable[str]) -> None:
    """Add paragraphs to an element."""
    for text in texts:
        add(parent, "p", text)


def container(name: str, eid: str, texts: Iterable[str]) -> list[Element]:
    """Return a container with paragraphs, none where there is nothing to tell."""
    made = element(name, eId=eid)
    paragraphs(made, texts)
    return [made] if len(made) else []


def eid(kind: str, code: str) -> str:
    """Return an id of a kind of thing by its code."""
    return f"{kind}-{BLANKS.sub('-', code)}"


def when(at: Instant, plan: Plan) -> str:
    """Return an instant as a whole date and time with its offset."""
    return iso(at, plan.zone)


def _sound(attributes: dict[str, str]) -> dict[str, str]:
    return {name: plain(value) for name, value in attributes.items()}
