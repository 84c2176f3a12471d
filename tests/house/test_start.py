"""The start script, on its own: what it does before there is any environment."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start():
    """The start script as a module of its own."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that is the whole PATH, whose programs write down how they were called."""

    def make(**scripts: str):
        for name, script in scripts.items():
            program = tmp_path / name.replace("_", "-")
            program.write_text(
                f'#!/bin/sh\necho "{program.name} $*" >> {tmp_path}/calls\n{script}\n'
            )
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return lambda: (tmp_path / "calls").read_text().splitlines()

    return make


PACKAGE = "python{}.{}-venv".format(*sys.version_info[:2])


def test_without_venv_root_installs_it_and_says_so(start, programs, monkeypatch, capsys):
    calls = programs(apt_get="exit 0")
    monkeypatch.setattr(start, "is_root", lambda: True)
    start.install_venv()
    assert calls() == [f"apt-get install -y {PACKAGE}"]
    assert PACKAGE in capsys.readouterr().err


def test_an_old_list_of_packages_is_renewed(start, programs, monkeypatch):
    calls = programs(apt_get='[ "$1" = update ] && : > "$0.new"; [ -e "$0.new" ]')
    monkeypatch.setattr(start, "is_root", lambda: True)
    start.install_venv()
    install = f"apt-get install -y {PACKAGE}"
    assert calls() == [install, "apt-get update", install]


def test_with_sudo_that_asks_nothing_it_is_installed(start, programs, monkeypatch):
    calls = programs(apt_get="exit 0", sudo='shift; [ "$1" = true ] || exec "$@"')
    monkeypatch.setattr(start, "is_root", lambda: False)
    start.install_venv()
    assert calls()[-1] == f"apt-get install -y {PACKAGE}"


@pytest.mark.parametrize("sudo", [{}, {"sudo": "exit 1"}], ids=["no sudo", "sudo asks"])
def test_otherwise_the_line_to_run_is_said(start, programs, monkeypatch, sudo):
    programs(apt_get="exit 0", **sudo)
    monkeypatch.setattr(start, "is_root", lambda: False)
    with pytest.raises(start.Stop, match=f"sudo apt-get install -y {PACKAGE}"):
        start.install_venv()


def test_a_python_too_old_is_told_which_one_is_needed(start, monkeypatch, capsys):
    monkeypatch.setattr(start, "OLDEST", (99, 0))
    assert start.main([]) == 2
    assert "Python 99.0" in capsys.readouterr().err


def test_an_older_python_could_read_the_script():

    ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 6))


@pytest.fixture
def folder(tmp_path):
    """A copy of the start script beside a project of its own."""
    (tmp_path / "start.py").write_bytes((ROOT / "start.py").read_bytes())
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "nothing"\nversion = "1"\n')
    return tmp_path


def _run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(folder / "start.py"), *words]
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_without_a_network_one_sentence_says_so(folder):
    done = _run(folder)
    assert done.returncode == 3
    assert "cannot be fetched" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_ready_is_entered_at_once_with_its_status(folder):
    environment = folder / ".venv" / "bin"
    environment.mkdir(parents=True)
    (environment / "python").write_text('#!/bin/sh\necho "$@"\nexit 7\n')
    (environment / "python").chmod(0o755)
    spec = importlib.util.spec_from_file_location("start_copy", folder / "start.py")
    copy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(copy)
    copy.STAMP.write_text("\n".join([*copy.marks(), ""]))
    done = _run(folder, "tell", "give floor")
    assert done.returncode == 7
    assert done.stdout == "-P -m tipfloor tell give floor\n"
    (folder / "pyproject.toml").write_text("changed")
    assert not copy.is_ready("")
