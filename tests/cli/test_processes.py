import json
import os
import resource
import stat
import subprocess
import sys

import pytest

from tipfloor.records import known_records

CODES = ["ATG", "ARG", "BHS", "BRB", "BLZ", "BOL", "BRA", "CAN", "CHL", "COL", "CRI", "DMA"]


def _lines(codes) -> bytes:
    acts = [{"kind": "inscribe", "delegation": code} for code in codes]
    return "\n".join(json.dumps(act) for act in acts).encode()


def test_two_processes_on_one_record_lose_nothing(told, start, run):
    told("open-session", "introductory", "straight to it")
    one, two = start("tell"), start("tell")
    for process, codes in ((one, CODES[::2]), (two, CODES[1::2])):
        process.stdin.write(_lines(codes))
        process.stdin.close()
    for process in (one, two):
        assert process.wait() == 0, process.stderr.read()
        process.stdout.close()
        process.stderr.close()
    waiting = json.loads(run("status", "--json").out)["list"]["waiting"]
    assert sorted(waiting) == sorted(CODES)
    assert run("verify").status == 0


def test_two_processes_give_one_floor(told, start):
    told("open-session", "introductory", "straight to it")
    told("inscribe", "BRA")
    told("inscribe", "CHL")
    both = [start("tell", "give-floor") for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1]
    assert sum(b"floor_given" in out for out in said) == 1
    assert sum(b"floor_taken" in out for out in said) == 1


def test_two_processes_begin_one_record(start):
    both = [start("tell", "suspend", "lunch") for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1], said
    assert len(known_records()) == 1


def test_a_new_record_is_its_owners_alone(told):
    told("next-moment")
    (path,) = known_records()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_closed_pipe_ends_the_program_quietly(told, start):
    told("next-moment")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "tipfloor", "log"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_poor_locale_is_no_fault(told, start, locale):
    told("suspend", "café")
    poor = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process = start("log", env=poor)
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert out.isascii()


def test_on_a_full_disk_what_was_acknowledged_is_kept_and_the_rest_is_said(told, start, run):
    told("next-moment")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))

    lines = b'{"kind": "refuse", "delegation": "CHL", "requested": "slides"}\n' * 40
    process = start("tell", preexec_fn=little_room)
    out, err = process.communicate(lines)
    answers = [json.loads(line) for line in out.splitlines()]
    kept = sum("events" in answer for answer in answers)
    assert process.returncode == 3, err
    assert len(answers) == 40
    assert 0 < kept < 40
    assert answers[-1]["not_saved"]["message"].startswith("NOT SAVED")
    assert f"{2 + kept} rows are sound" in run("verify").out


def test_without_a_terminal_the_screens_name_the_commands_that_need_none(start):
    for command in (["desk"], ["timekeeper"], []):
        process = start(*command)
        out, err = process.communicate()
        assert process.returncode == 2, err
        assert out == b""
        assert b"terminal" in err
        assert b"tell" in err
