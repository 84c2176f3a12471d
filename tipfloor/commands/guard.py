"""No traceback reaches a terminal: whatever goes wrong becomes a sentence and an exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable

from tipfloor.commands.stopping import CUT_OFF, INTERRUPTED, UNUSABLE, Stopped
from tipfloor.commands.streams import let_go_of, let_go_of_terminal, warn
from tipfloor.words import say
from tipfloor.words.plain import concealed


def guarded(work: Callable[[], int]) -> int:
    """Run some work and return its exit status, having said what stopped it."""
    status = _done(work)
    let_go_of_terminal()
    return status


def _done(work: Callable[[], int]) -> int:
    try:
        status = work()
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of(sys.stdout)
        return CUT_OFF
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        stopped = _stopped(error)
        with contextlib.suppress(OSError):
            warn(stopped.sentence)
        return stopped.status
    return status


def _stopped(error: Exception) -> Stopped:
    if isinstance(error, Stopped):
        return error
    # What can go wrong with a record is known only once a command has loaded the record's part.
    from tipfloor.commands import troubles

    known = troubles.explained(error)
    return known if known else Stopped(_unexpected(error), UNUSABLE)


def _unexpected(error: Exception) -> str:
    kind = type(error).__name__
    try:
        return say("cli.unexpected", kind=kind, path=_keep_traceback(error))
    except OSError:
        return say("cli.unexpected_unkept", kind=kind)


def _keep_traceback(error: Exception) -> str:
    """Write the traceback to a new file of mode 0600 in the user's state folder."""
    import tempfile
    import traceback

    import platformdirs

    folder = platformdirs.user_state_path("tipfloor", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, path = tempfile.mkstemp(prefix="fault-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(map(concealed, traceback.format_exception(error)))
    return path
