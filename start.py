#!/usr/bin/env python3
"""Starts tipfloor from this folder, making ready what it needs the first time.

    python3 start.py              the desk
    python3 start.py timekeeper   that command, and so for every other
    python3 start.py test         the tests

Only the standard library is used, and no syntax newer than Python 3.6, so that an older Python
gets as far as saying which one is needed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "tipfloor-installed"
ON_WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")

TOO_OLD = "tipfloor needs Python {0}.{1} or later; this is {2}.{3}. Try: python{0}.{1} start.py"
PREPARING = "Making tipfloor ready in {0} (this once)."
INSTALLING_VENV = "Python's venv is missing: installing {0} with apt-get."
VENV_MISSING = "Python's venv is missing. Install it, then start again:\n  {0}"
VENV_FAILED = "{0} cannot be made. Look to the folder's rights and the room on the disk."
OFFLINE = "The packages that tipfloor needs cannot be fetched. Connect to the network, start again."
PIP_FAILED = "The packages that tipfloor needs cannot be installed. The last words of pip:\n{0}"

OFFLINE_SIGNS = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Could not find a version that satisfies the requirement",
    "Network is unreachable",
    "timed out",
)


class Stop(Exception):
    """What stops the start: a sentence for a person."""


def main(words):
    """Make tipfloor ready and become it, or its tests. Returns an exit status if it cannot."""
    if sys.version_info[:2] < OLDEST:
        say(TOO_OLD.format(*(OLDEST + tuple(sys.version_info[:2]))))
        return 2
    testing = words[:1] == ["test"]
    try:
        make_ready("dev" if testing else "postgres" if in_database(words) else "")
    except Stop as stop:
        say(str(stop))
        return 3
    if testing:
        os.chdir(str(HERE))
        # Many tests wait for a program that they started: one worker more uses that time.
        os.environ.setdefault("PYTEST_XDIST_AUTO_NUM_WORKERS", str((os.cpu_count() or 1) + 1))
        return become(["-m", "pytest"] + (words[1:] or ["-n", "auto"]))
    return become(["-P", "-m", "tipfloor"] + words)


def make_ready(extra):
    """Install tipfloor into its environment unless that was done; one start at a time."""
    if is_ready(extra):
        return
    with Path(__file__).open() as turn:
        wait_for_turn(turn)
        if is_ready(extra):
            return
        say(PREPARING.format(VENV))
        make_environment()
        install(extra)
        STAMP.write_text("\n".join(marks() + [extra]))


def is_ready(extra):
    """Tell whether this folder's tipfloor is installed as pyproject.toml has it now."""
    if not PYTHON.exists() or not STAMP.exists():
        return False
    found = STAMP.read_text().split("\n")
    return found[:-1] == marks() and (extra in ("", found[-1]) or found[-1] == "dev")


def in_database(words):
    """Tell whether a record is named that lies in a database, for which more is installed."""
    named = words + [os.environ.get("TIPFLOOR_RECORD", "")]
    return any(word.lower().replace("--record=", "").startswith("postgres") for word in named)


def marks():
    """Return what an installation depends on: the project, this Python and this folder."""
    project = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    return [project, "{}.{}".format(*sys.version_info[:2]), str(HERE)]


def make_environment():
    """Make a new environment, in place of a broken one or one of another Python."""
    works = PYTHON.exists() and answers([str(PYTHON), "-m", "pip", "--version"])
    if works and STAMP.exists() and STAMP.read_text().split("\n")[1:3] == marks()[1:3]:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_venv()
    if not answers([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise Stop(VENV_FAILED.format(VENV))


def install_venv():
    """Install the part of Python that Debian and Ubuntu leave out, where this user may."""
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    command = ["apt-get", "install", "-y", package]
    if shutil.which("apt-get") is None:
        raise Stop(VENV_MISSING.format(package))
    as_root = [] if is_root() else ["sudo", "-n"]
    if as_root and not (shutil.which("sudo") and answers(["sudo", "-n", "true"])):
        raise Stop(VENV_MISSING.format(" ".join(["sudo"] + command)))
    say(INSTALLING_VENV.format(package))
    if answers(as_root + command):
        return
    answers([*as_root, "apt-get", "update"])
    if not answers(as_root + command):
        raise Stop(VENV_MISSING.format(" ".join(["sudo"] + command)))


def install(extra):
    """Install the project, so that a change of its files needs no new installation."""
    project = str(HERE) + ("[{}]".format(extra) if extra else "")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        pip + ["--editable", project], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode == 0:
        return
    said = done.stdout.decode("utf-8", "replace")
    if any(sign in said for sign in OFFLINE_SIGNS):
        raise Stop(OFFLINE)
    raise Stop(PIP_FAILED.format("\n".join(said.strip().split("\n")[-5:])))


def become(arguments):
    """Give this process over to the environment's Python, so that signals reach the program."""
    command = [str(PYTHON)] + arguments
    if ON_WINDOWS:
        return subprocess.call(command)
    sys.stderr.flush()
    return os.execv(command[0], command)


def wait_for_turn(turn):
    """Wait while another start makes ready; Windows has no such lock, and goes on."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(turn, fcntl.LOCK_EX)


def is_root():
    """Tell whether this user may install packages without sudo."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def answers(command):
    """Run a program quietly and tell whether it succeeded."""
    quiet = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    try:
        return subprocess.call(command, **quiet) == 0
    except OSError:
        return False


def say(text):
    """Say a sentence on standard error: standard output belongs to the program."""
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
