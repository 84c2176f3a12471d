"""A debate as a file: what it is by the names of libraries, its metadata and its body."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tipfloor.core.ground.instant import Instant
from tipfloor.export.akomantoso.body import debate_body
from tipfloor.export.akomantoso.references import MAKER, references
from tipfloor.export.akomantoso.tree import OWN, add, element
from tipfloor.export.akomantoso.votes import analysis, votes
from tipfloor.export.seal import seal_of
from tipfloor.export.signs import part_told, signs
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import say
from tipfloor.words.slug import slug

LONG_CODES = {
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "pt": "por",
    "de": "deu",
    "it": "ita",
    "ar": "ara",
    "zh": "zho",
    "ru": "rus",
    "nl": "nld",
    "ht": "hat",
}
"""Languages by the codes of three letters that archives file them under."""


def written(snapshot: Snapshot) -> bytes:
    """Return the meeting as a debate of Akoma Ntoso 3.0, always in its public form."""
    root = element("akomaNtoso")
    debate = add(root, "debate", name="record")
    body = debate_body(snapshot)
    debate.extend((_meta(snapshot, body), _preface(snapshot), body))
    indent(root)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _meta(snapshot: Snapshot, body: Element) -> Element:
    meta, found = element("meta"), votes(snapshot)
    meta.append(_identification(snapshot))
    if found:
        meta.append(analysis(found, body))
    entries = tuple(remark.entry for remark in snapshot.meeting.all_remarks)
    outcomes = tuple(dict.fromkeys(vote.outcome for vote in found))
    meta.append(references(snapshot.meeting.plan, entries, outcomes))
    own = add(meta, "proprietary", source=MAKER)
    SubElement(
        own,
        f"{{{OWN}}}record",
        {
            "events": str(len(snapshot.history)),
            "digest": snapshot.digest,
            "seal": str(seal_of(snapshot, "akn")),
        },
    )
    return meta


def _identification(snapshot: Snapshot) -> Element:
    """Return the work, its expression in a language and its manifestation as a file."""
    meeting = snapshot.meeting
    about = meeting.plan.meeting
    began = about.days[0].isoformat()
    language = LONG_CODES.get(snapshot.language, snapshot.language)
    body = slug(about.body)
    work = f"/akn/{body}/debate/{began}/{slug(about.short_title)}"
    made_on = _day(snapshot, snapshot.now)
    expression = f"{work}/{language}@{made_on}"
    made = element("identification", source=MAKER)
    one = add(made, "FRBRWork")
    _core(one, work, "/!main", began, "meeting")
    add(one, "FRBRcountry", value=body)
    two = add(made, "FRBRExpression")
    _core(two, expression, "/!main", made_on, "record")
    add(two, "FRBRlanguage", language=language)
    three = add(made, "FRBRManifestation")
    _core(three, expression, "/!main.xml", made_on, "file", ".akn")
    add(three, "FRBRformat", value="application/akn+xml")
    return made


def _core(parent: Element, uri: str, part: str, date: str, name: str, ending: str = "") -> None:
    add(parent, "FRBRthis", value=f"{uri}{part}")
    add(parent, "FRBRuri", value=f"{uri}{ending}")
    add(parent, "FRBRdate", date=date, name=name)
    add(parent, "FRBRauthor", href="#body")


def _preface(snapshot: Snapshot) -> Element:
    about = snapshot.meeting.plan.meeting
    preface = element("preface")
    for sign in signs(snapshot):
        add(preface, "p", sign)
    add(add(preface, "p"), "docTitle", about.title)
    add(preface, "p", say("export.body_and_place", body=about.body, place=about.place))
    for part in part_told(snapshot):
        add(preface, "p", part)
    return preface


def _day(snapshot: Snapshot, at: Instant) -> str:
    return snapshot.whole.local_day(at)
