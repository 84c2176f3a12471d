"""Flags beside a meeting file: images are taken into the plan, and nothing that is more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.flags import png, svg
from tipfloor.core.plan.flags import LARGEST_FLAG, Image, image_of
from tipfloor.core.plan.plan import Plan
from tipfloor.meetingfile import FaultsFound, differences, read_plan
from tipfloor.meetingfile.reading import plan_of
from tipfloor.meetingfile.writing import toml_of, with_delegations

LINK = ' xmlns:x="http://www.w3.org/1999/xlink"'

DRAWINGS = [
    svg(),
    b"\xef\xbb\xbf" + svg(),
    b'<?xml version="1.0" encoding="UTF-8"?><!-- drawn by hand -->' + svg(),
    svg('<defs><path id="a" d="M0 0h1"/></defs><use x:href="#a" fill="url(#b)"/>', LINK),
    svg("<style>.a { fill: red }</style>"),
    svg('<i:editor xmlns:i="http://draw.example/" i:zoom="2"/>'),
]

UNFIT = [
    b"",
    b"GIF89a" + b"x" * 50,
    b"<html></html>",
    png()[:20],
    png(5000, 2),
    svg("<script>alert(1)</script>"),
    svg('<a href="https://evil.example"><path d="M0 0"/></a>'),
    svg('<image href="https://evil.example/x.png"/>'),
    svg('<use x:href="other.svg#a"/>', LINK),
    svg('<rect onload="alert(1)"/>'),
    svg("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
    svg("<style>@import 'x.css';</style>"),
    svg("<style>@imp\\ort 'x.css';</style>"),
    svg("<rect fill=\"url( 'https://evil.example#a')\"/>"),
    svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
    b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
    svg().decode().encode("utf-16"),
    svg("<g>" * 10),
    b'<?xml-stylesheet href="https://evil.example/x.css"?>' + svg(),
]


@pytest.fixture
def filed(tmp_path: Path, small: str) -> Callable[[bytes, str], Plan]:
    """Read the small meeting's file with an image beside it."""

    def filed(image: bytes, name: str = "flags/per.svg") -> Plan:
        path = tmp_path / "sessions.toml"
        (tmp_path / "flags").mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(image)
        path.write_text(small.replace('code = "PER"', f'code = "PER"\nflag = "{name}"'))
        return read_plan(path)

    return filed


@pytest.mark.parametrize("image", [*DRAWINGS, png()], ids=range(len(DRAWINGS) + 1))
def test_an_image_is_in_the_plan_itself(filed: Callable[[bytes], Plan], image: bytes) -> None:
    plan = filed(image)
    kind = "image/png" if image == png() else "image/svg+xml"
    assert image_of(plan.delegations[0].flag) == Image(kind, image)
    assert plan_of(toml_of(plan), "x") == plan


def test_a_large_one_is_written_and_read(filed: Callable[[bytes], Plan]) -> None:
    plan = filed(svg(" " * (LARGEST_FLAG - len(svg("")))))
    assert plan_of(toml_of(plan), "x") == plan


@pytest.mark.parametrize("image", UNFIT, ids=range(len(UNFIT)))
def test_what_is_more_than_an_image_is_refused_with_its_line(
    filed: Callable[[bytes], Plan], image: bytes
) -> None:
    with pytest.raises(FaultsFound, match=r"flags/per\.svg") as caught:
        filed(image)
    (fault,) = caught.value.faults
    assert "delegations[0].flag" in str(fault)


@pytest.mark.parametrize("name", ["per.png", "flags", "x/y.svg"])
def test_one_that_cannot_be_read_is_said(
    tmp_path: Path, small: str, faults_in: Callable[[str], tuple[object, ...]], name: str
) -> None:
    (tmp_path / "per.png").write_bytes(png() + b"x" * LARGEST_FLAG)
    stated = name if "." in name else f"{name}/nobody.png"
    (fault,) = faults_in(small.replace('code = "PER"', f'code = "PER"\nflag = "{stated}"'))
    assert "at most 32 KB" in str(fault)


@pytest.mark.parametrize("name", ["../per.svg", "/per.svg", "C:per.svg", ".per.svg", "per.gif"])
def test_a_name_leads_nowhere_else(
    small: str, faults_in: Callable[[str], tuple[object, ...]], name: str
) -> None:
    (fault,) = faults_in(small.replace('code = "PER"', f'code = "PER"\nflag = "{name}"'))
    assert "PNG or SVG" in str(fault)


def test_another_image_is_a_difference_in_a_few_words(filed: Callable[[bytes], Plan]) -> None:
    (told,) = differences(filed(svg()), filed(svg("")))
    assert told.startswith("delegations[PER].flag: recorded a text")
    assert len(told) < 300


def test_a_large_one_is_kept_where_the_delegations_are_written_anew(
    filed: Callable[[bytes], Plan], tmp_path: Path
) -> None:
    plan = filed(svg(" " * 20_000))
    path = tmp_path / "anew.toml"
    path.write_text(with_delegations(toml_of(plan), plan.delegations), encoding="utf-8")
    assert read_plan(path) == plan
