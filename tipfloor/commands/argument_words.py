"""The words of the reader of command lines itself, from the catalogues like all others."""

from __future__ import annotations

import argparse
import re

from tipfloor.words import say

MESSAGES = {
    "usage: ": "cli.reader_usage",
    "positional arguments": "cli.reader_positional",
    "options": "cli.reader_options",
    "show this help message and exit": "cli.reader_help",
    "argument %(argument_name)s: %(message)s": "cli.reader_argument",
    "the following arguments are required: %s": "cli.reader_required",
    "one of the arguments %s is required": "cli.reader_one_of",
    "unrecognized arguments: %s": "cli.reader_unrecognized",
    "expected one argument": "cli.reader_no_value",
    "ambiguous option: %(option)s could match %(matches)s": "cli.reader_ambiguous",
    "invalid choice: %(value)r (choose from %(choices)s)": "cli.reader_choice",
    "invalid %(type)s value: %(value)r": "cli.reader_value",
    "not allowed with argument %s": "cli.reader_excluded",
    "ignored explicit argument %r": "cli.reader_explicit",
}
"""The key of each message of argparse that people can meet.

What it says only of a mistake in the program itself is not among them.
"""


NAMED = re.compile(r"%\((\w+)\)")
"""A fact that has a name in such a message."""


def speak_of_arguments() -> None:
    """Have argparse say its messages from the catalogues.

    It has no setting for them: all go through its one name for gettext, whose catalogues would be
    files of another form beside ours.
    """
    vars(argparse)["_"] = _said


def _said(message: str) -> str:
    """Return a message in the language spoken, its facts still open as argparse fills them in."""
    if message not in MESSAGES:
        return message
    named = {name: f"%({name})s" for name in NAMED.findall(message)}
    return say(MESSAGES[message], **named, given="%s")
