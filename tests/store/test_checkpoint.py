"""A checkpoint holds beside the very bytes that it was laid beside, and nothing depends on it."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.backends import FIRST
from tests.helpers.holding import holders
from tests.helpers.tampering import tampered
from tests.store.test_blacking_out import LEFT, NAME, TEXT, naming, told
from tipfloor.store import NotErased, NotSaved, Person, creating
from tipfloor.store import checkpoint as room
from tipfloor.store.checkpoint import Checkpoint, checkpoint_of, find, lay, take_away
from tipfloor.store.copying import copy_whole
from tipfloor.store.creating import create
from tipfloor.store.leftovers import LOG, SHARED, beside
from tipfloor.store.sqlite import SqliteStore

ME = "me 1"
SECRET = b"what somebody typed"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record"
    assert create(path, [FIRST])
    with closing(SqliteStore(path)) as store:
        store.append(1, [told("{}"), told(TEXT)])
    return path


@pytest.fixture
def made(path: Path) -> Checkpoint:
    with closing(SqliteStore(path, read_only=True)) as store:
        digest = store.read()[-1].digest
    for ending in (LOG, SHARED):
        beside(path, ending).unlink(missing_ok=True)
    return Checkpoint(ME, 3, digest, SECRET * 20)


@pytest.fixture
def laid(path: Path, made: Checkpoint) -> Checkpoint:
    assert lay(path, made)
    return made


def test_it_is_found_as_it_was_laid_by_the_program_that_laid_it(
    path: Path, laid: Checkpoint
) -> None:
    assert find(path, ME) == laid
    assert find(path, "me 2") is None
    assert checkpoint_of(path).stat().st_mode & 0o777 == 0o600
    assert sorted(x.name for x in path.parent.iterdir()) == ["record", "record-checkpoint"]


def test_a_record_that_was_only_read_has_it_still(path: Path, laid: Checkpoint) -> None:
    with closing(SqliteStore(path)) as store:
        assert store.read()
        assert find(path, ME) == laid
    assert find(path, ME) == laid


def test_a_record_that_was_moved_has_it_still(path: Path, laid: Checkpoint) -> None:
    moved = path.with_name("moved")
    path.rename(moved)
    checkpoint_of(path).rename(checkpoint_of(moved))
    os.utime(moved, (0, 0))
    assert find(moved, ME) == laid


def written_to(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.append(3, [told("{}")])


def altered(path: Path) -> None:
    """Change a body and leave size and time as they were."""
    before = path.stat()
    tampered(path, "UPDATE events SET body = '[]' WHERE position = 2")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def one_bit_turned(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def gone(path: Path) -> None:
    path.unlink()


def a_pipe_in_its_place(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def with_a_log(path: Path) -> None:
    beside(path, LOG).write_bytes(b"x")


@pytest.mark.parametrize(
    "change", [written_to, altered, one_bit_turned, cut, gone, with_a_log, a_pipe_in_its_place]
)
def test_any_change_of_the_record_ends_it(
    path: Path, laid: Checkpoint, change: Callable[[Path], None]
) -> None:
    change(path)
    assert find(path, ME) is None


def shortened(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-1])


def turned(place: Path) -> None:
    data = bytearray(place.read_bytes())
    data[-1] ^= 1
    place.write_bytes(data)


def headless(place: Path) -> None:
    place.write_bytes(SECRET)


def deep(place: Path) -> None:
    place.write_bytes(b"[" * 1_000)


def huge(place: Path) -> None:
    with place.open("r+b") as file:
        file.truncate(1 << 40)


def a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def a_link(place: Path) -> None:
    place.rename(place.with_name("elsewhere"))
    place.symlink_to(place.with_name("elsewhere"))


def a_pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


BROKEN = [shortened, turned, headless, deep, huge, a_folder, a_link, a_pipe, Path.unlink]


@pytest.mark.parametrize("change", BROKEN)
def test_what_is_no_checkpoint_is_not_taken_for_one(
    path: Path, laid: Checkpoint, change: Callable[[Path], None]
) -> None:
    change(checkpoint_of(path))
    assert find(path, ME) is None


def test_none_is_laid_where_the_record_changes_meanwhile(
    path: Path, made: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when somebody blacks a text out just then: it may stand in the checkpoint yet."""
    last_of = room._last_of

    def slow(path: Path) -> object:
        found = last_of(path)
        written_to(path)
        return found

    monkeypatch.setattr(room, "_last_of", slow)
    assert not lay(path, made)
    assert not checkpoint_of(path).exists()


def test_none_is_laid_for_less_than_the_record_or_for_another(path: Path, made: Checkpoint) -> None:
    assert not lay(path, made._replace(digest="d" * 64))
    written_to(path)
    assert not lay(path, made)
    assert not checkpoint_of(path).exists()


def test_where_none_can_be_laid_none_is(path: Path, made: Checkpoint) -> None:
    checkpoint_of(path).mkdir()
    assert not lay(path, made)
    assert not lay(path.with_name("nothing"), made)
    path.write_bytes(b"no record")
    assert not lay(path, made)
    assert sorted(x.name for x in path.parent.iterdir()) == ["record", "record-checkpoint"]


def test_no_byte_of_it_is_left_where_it_is_taken_away(path: Path, laid: Checkpoint) -> None:
    with checkpoint_of(path).open("rb") as kept:
        take_away(path)
        assert SECRET not in kept.read()
    assert not checkpoint_of(path).exists()
    take_away(path)


STRANGE = [a_folder, a_link, a_pipe, headless]


@pytest.mark.parametrize("change", STRANGE)
def test_what_another_program_keeps_under_its_name_is_left_alone(
    path: Path, laid: Checkpoint, change: Callable[[Path], None]
) -> None:
    change(checkpoint_of(path))
    before = seen_outside(checkpoint_of(path))
    take_away(path)
    assert not lay(path, laid)
    assert seen_outside(checkpoint_of(path)) == before


def seen_outside(place: Path) -> tuple[int, ...]:
    """Return which file lies there, how large, and when it was written."""
    found = place.lstat()
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns


def emptied(place: Path) -> None:
    place.write_bytes(b"")


def only_begun(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:9])


def zeros(place: Path) -> None:
    place.write_bytes(bytes(99))


def of_another_form(place: Path) -> None:
    place.write_bytes(place.read_bytes().replace(b"checkpoint 1", b"checkpoint 27"))


@pytest.mark.parametrize("change", [emptied, only_begun, zeros, of_another_form, shortened])
def test_what_is_left_of_one_is_taken_away_and_another_is_laid(
    path: Path, laid: Checkpoint, change: Callable[[Path], None]
) -> None:
    change(checkpoint_of(path))
    assert find(path, ME) is None
    assert lay(path, laid)
    assert find(path, ME) == laid
    change(checkpoint_of(path))
    take_away(path)
    assert not checkpoint_of(path).exists()


@pytest.mark.parametrize("position", [0, -1, 1 << 63, 1 << 70])
def test_none_holds_for_a_row_that_no_record_has(
    path: Path, laid: Checkpoint, position: int
) -> None:
    place = checkpoint_of(path)
    place.write_bytes(place.read_bytes().replace(b'"position":3', b'"position":%d' % position))
    assert find(path, ME) is None


LONGEST_NAME = 251
"""Letters of the longest name of a file beside which SQLite can keep its log."""


@pytest.mark.parametrize("letters", [LONGEST_NAME, LONGEST_NAME - 7, LONGEST_NAME - 6])
def test_a_record_whose_name_leaves_no_room_for_one_has_none(tmp_path: Path, letters: int) -> None:
    path = tmp_path / ("r" * letters)
    assert create(path, [FIRST])
    with closing(SqliteStore(path)) as store:
        store.append(1, [told(TEXT)])
        store.black_out(2, {2: LEFT}, [naming(2)])
        digest = store.read()[-1].digest
    laid = lay(path, Checkpoint(ME, 3, digest, SECRET))
    assert laid == (letters + len(room.ENDING) <= 255)
    assert (find(path, ME) is not None) == laid


def test_with_a_text_or_a_name_that_goes_it_goes(path: Path, laid: Checkpoint) -> None:
    with closing(SqliteStore(path)) as store:
        store.black_out(3, {3: LEFT}, [naming(3)])
        assert not checkpoint_of(path).exists()
        assert lay(path, laid._replace(position=4, digest=store.read()[-1].digest))
        store.keep_person(Person("p", "BRA", "Ludovica Quenthwaite-Ramírez", "", "full_name"))
        store.forget_person("p")
        assert not checkpoint_of(path).exists()


def test_a_text_whose_checkpoint_cannot_go_yet_goes_at_the_next_opening(
    path: Path, laid: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_permitted(place: Path, missing_ok: bool = False) -> None:
        raise PermissionError(place)

    with closing(SqliteStore(path)) as store, monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", not_permitted)
        with pytest.raises(NotErased):
            store.black_out(3, {3: LEFT}, [naming(3)])
    assert checkpoint_of(path).exists()
    assert holders(path.parent, NAME) == []
    with closing(SqliteStore(path)):
        assert not checkpoint_of(path).exists()


class Killed(BaseException):
    """As if the process ended there."""


def test_one_that_is_laid_while_a_text_goes_goes_with_it_whatever_ends_its_program(
    path: Path, made: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_of, seen = room._last_of, iter([[]])

    def slow(path: Path) -> object:
        found = last_of(path)
        with closing(SqliteStore(path)) as store:
            store.black_out(3, {3: LEFT}, [naming(3)])
        return found

    def at_the_end(path: Path) -> list[tuple[int, int]]:
        for first in seen:
            return first
        raise Killed

    monkeypatch.setattr(room, "_last_of", slow)
    monkeypatch.setattr(room, "_seen", at_the_end)
    with pytest.raises(Killed):
        lay(path, made)
    assert holders(path.parent, SECRET.decode()) == []


KILLED_AS_IT_WRITES = """
import resource, signal, sys
from pathlib import Path
from tipfloor.store.checkpoint import Checkpoint, lay
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
lay(Path(sys.argv[1]), Checkpoint("me 1", 3, sys.argv[2], b"what somebody typed " * 10_000))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to a file's size")
def test_what_a_killed_program_began_goes_with_a_text_too(path: Path, made: Checkpoint) -> None:
    words = [sys.executable, "-c", KILLED_AS_IT_WRITES, str(path), made.digest]
    assert subprocess.run(words, check=False).returncode == -signal.SIGXFSZ
    assert holders(path.parent, SECRET.decode()) != []
    with closing(SqliteStore(path)) as store:
        store.black_out(3, {3: LEFT}, [naming(3)])
    assert holders(path.parent, SECRET.decode()) == []
    assert [x.name for x in path.parent.iterdir()] == ["record"]


def test_a_newer_copy_takes_that_of_the_older_one_away(path: Path, laid: Checkpoint) -> None:
    copy = path.with_name("copy")
    copy_whole(path, copy, overwrite=False)
    assert lay(copy, laid)
    with closing(SqliteStore(path)) as store:
        store.black_out(3, {3: LEFT}, [naming(3)])
    copy_whole(path, copy, overwrite=True)
    assert holders(path.parent, SECRET.decode()) == []
    assert not checkpoint_of(copy).exists()


def test_a_new_record_begins_without_the_checkpoint_of_a_former_one(
    path: Path, laid: Checkpoint
) -> None:
    path.unlink()
    assert create(path, [FIRST])
    assert not checkpoint_of(path).exists()


def test_where_that_of_a_former_record_cannot_go_none_begins(
    path: Path, laid: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_permitted(path: Path) -> None:
        raise PermissionError(path)

    path.unlink()
    monkeypatch.setattr(creating, "take_away", not_permitted)
    with pytest.raises(NotSaved):
        create(path, [FIRST])
    assert not path.exists()


def test_it_says_what_it_is_in_its_first_line(path: Path, laid: Checkpoint) -> None:
    """So that whoever finds the file knows which program left it."""
    with checkpoint_of(path).open("rb") as file:
        assert b"tipfloor checkpoint" in file.readline()
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(checkpoint_of(path))) as it:
        it.execute("SELECT * FROM sqlite_schema")
