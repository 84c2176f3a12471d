"""Archives that were made to do harm end in one sentence, quickly and in little memory."""

import json
import resource
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MEGABYTE = 1_000_000


@pytest.fixture
def archive(run: Run, home: Path) -> Path:
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    assert run("archive", "--record", "r.sqlite", "--output", "m.zip").status == 0
    return home / "m.zip"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(path: Path, found: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in found.items():
            file.writestr(name, data)


def of_many_large_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        for number in range(3):
            with file.open(f"public/{number}", "w") as part:
                for _ in range(80):
                    part.write(bytes(MEGABYTE))


def of_a_large_record(path: Path) -> None:
    packed(path, {**parts(path), "record.sqlite": bytes(60 * MEGABYTE)})


def of_a_large_manifest(path: Path) -> None:
    packed(path, {**parts(path), "MANIFEST.json": b" " * (2 * MEGABYTE)})


def of_a_deep_manifest(path: Path) -> None:
    packed(path, {**parts(path), "MANIFEST.json": b'{"parts":' + b"[" * 400_000})


def of_very_many_parts(path: Path) -> None:
    packed(path, {**parts(path), **{f"public/{n}": b"" for n in range(5_000)}})


def of_a_long_list_elsewhere(path: Path) -> None:
    data = path.read_bytes()
    place = data.rfind(b"PK\x05\x06")
    larger = b"PK\x06\x07" + struct.pack("<LQL", 0, 0, 1)
    path.write_bytes(data[:place] + larger + data[place:])


def whose_record_is_a_list_of_depths(path: Path) -> None:
    deep = parts(path)["record.sqlite"].replace(b'"utc"', b"[[[[[", 1)
    assert b"[[[[[" in deep
    packed(path, {**parts(path), "record.sqlite": deep})


HOSTILE = [
    of_many_large_parts,
    of_a_large_record,
    of_a_large_manifest,
    of_a_deep_manifest,
    of_very_many_parts,
    of_a_long_list_elsewhere,
    whose_record_is_a_list_of_depths,
]


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_one_sentence_and_little_memory(run: Run, archive: Path, make) -> None:
    make(archive)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for words in (["archive", "--check", "m.zip"], ["log", "--record", "m.zip"]):
        said = run(*words)
        told = (said.out + said.err).strip()
        assert told
        assert "Traceback" not in told
        assert "unexpected" not in told
        if words[0] == "archive":
            assert said.status in (1, 3)
    if sys.platform == "linux":
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown < 120_000, f"{grown} KB more"


def test_nothing_beyond_the_manifest_is_unpacked(run: Run, archive: Path) -> None:
    """A part that nobody listed is named, and not one byte of it is read."""
    found = parts(archive)
    packed(archive, found)
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("extra.bin", b"x" * 1000)
    data = bytearray(archive.read_bytes())
    data[data.index(b"x" * 1000) + 500] = ord("y")
    archive.write_bytes(data)
    said = run("archive", "--check", "m.zip")
    assert (said.status, "extra.bin is not in the manifest" in said.out) == (1, True)


@pytest.mark.parametrize("deep", [51, 1_000, 100_000])
def test_an_act_that_lies_too_deep_is_refused(start, deep: int) -> None:
    line = '{"kind": "inscribe", "delegation": ' + "[" * deep + "]" * deep + "}\n"
    process = start("tell", "--record", "r.sqlite")
    out, err = process.communicate(line.encode())
    assert json.loads(out)["refused"]["code"] == "malformed_act", err
