"""A file to compare may be anything: a sentence comes of it, soon and within little memory."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.against.conftest import Beside, parts_of, with_part
from tests.export.reading import FORMS
from tests.helpers.depth import examples
from tests.helpers.forking import Ended, forked
from tipfloor.export.against.finding import LARGEST, NotAnExport

MOST_MEMORY = 200_000_000
"""Bytes at the highest."""

LONGEST = 30
"""Seconds of processor time: a guard against hanging, no measure."""


def packed(parts: dict[str, bytes], **options: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return target.getvalue()


def bomb(beside: Beside) -> bytes:
    """A document whose text unpacks to 300 MB behind its seal."""
    document = parts_of(beside.files["docx", False])["word/document.xml"]
    return with_part(
        beside.files["docx", False], "word/document.xml", lambda _: document + bytes(240_000_000)
    )


def bomb_without_seal(beside: Beside) -> bytes:
    parts = {"word/document.xml": bytes(300_000_000), "[Content_Types].xml": b"x"}
    return packed(parts, compresslevel=1)


def very_many_parts(beside: Beside) -> bytes:
    return packed({f"{number}": b"" for number in range(30_000)}, compresslevel=1)


def nested(beside: Beside) -> bytes:
    inner = packed({"word/document.xml": bytes(1_000_000)})
    return packed({"word/document.xml": inner, "xl/sharedStrings.xml": inner})


def a_zip_cut_off(beside: Beside) -> bytes:
    return beside.files["xlsx", False][:5000]


def a_zip_that_lies_of_its_list(beside: Beside) -> bytes:
    data = bytearray(beside.files["docx", False])
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<L", data, at + 12, 0xFFFFFFF0)
    return bytes(data)


def an_encrypted_zip(beside: Beside) -> bytes:
    data = bytearray(beside.files["docx", False])
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def not_a_zip(beside: Beside) -> bytes:
    return b"PK\x03\x04" + bytes(100_000)


def deep_json(beside: Beside) -> bytes:
    return beside.files["json", False] + b"[" * 150_000


def deep_json_within(beside: Beside) -> bytes:
    deep = b"[" * 90_000 + b"]" * 90_000
    return beside.files["json", False].replace(b'"remarks": [', b'"remarks": [' + deep + b",", 1)


def a_huge_cell(beside: Beside) -> bytes:
    return beside.files["csv", False] + b'"' + b"x" * 90_000 + b"\n" + b"y" * 50_000 + b'"'


def very_many_digests(beside: Beside) -> bytes:
    return b"\n".join(b"%064x" % number for number in range(100_000))


def a_seal_within_endless_sessions(beside: Beside) -> bytes:
    begun = b"tipfloor=1;form=csv;language=en;scope=public;sessions=" + b"a" * 21_000
    return begun * 2000


def a_number_of_very_many_digits(beside: Beside) -> bytes:
    return beside.files["json", False].replace(b'"number":1', b'"number":' + b"9" * 50_000, 1)


def nothing(beside: Beside) -> bytes:
    return b""


def not_utf8(beside: Beside) -> bytes:
    return beside.files["csv", False].replace(b"Brazil", b"\xff\xfe\x00")


HOSTILE: list[Callable[[Beside], bytes]] = [
    bomb,
    bomb_without_seal,
    very_many_parts,
    nested,
    a_zip_cut_off,
    a_zip_that_lies_of_its_list,
    an_encrypted_zip,
    not_a_zip,
    deep_json,
    deep_json_within,
    a_huge_cell,
    very_many_digests,
    a_seal_within_endless_sessions,
    a_number_of_very_many_digits,
    nothing,
    not_utf8,
]


def verified(beside: Beside, path: Path) -> Ended:
    words = ("verify", "--record", str(beside.play.path), "--against", str(path))
    return forked(*words, folder=path.parent)


@pytest.mark.parametrize("made", HOSTILE)
def test_a_hostile_file_gets_a_sentence(
    beside: Beside, made: Callable[[Beside], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(made(beside))
    said = verified(beside, path)
    assert (said.status, "Traceback" in said.err, "expect" in said.err) == (1, False, False), said
    assert said.out + said.err
    assert said.peak < MOST_MEMORY
    assert said.seconds < LONGEST


def test_a_file_that_is_no_file_is_said(beside: Beside, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(LARGEST + 1)
    for name, said in (("pipe", "plain file"), ("", "plain file"), ("sparse", "larger")):
        found = verified(beside, tmp_path / name)
        assert (found.status, said in found.err) == (1, True), found
    assert verified(beside, tmp_path / "nowhere").status == 3


@pytest.mark.parametrize("form", FORMS)
@given(noise=st.binary(max_size=300), cut=st.integers(0, 100_000), again=st.booleans())
@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_cut_off_or_with_noise_in_it_never_matches(
    beside: Beside, form: str, noise: bytes, cut: int, again: bool
) -> None:
    data = beside.files[form, True]  # type: ignore[index]
    cut %= len(data)
    altered = data[:cut] + noise + (data[cut:] if again else b"")
    try:
        found = beside.check(altered)
    except NotAnExport:
        return
    assert (found.outcome == "whole") is (altered == data)
