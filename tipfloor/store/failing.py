"""What SQLite raises."""

from __future__ import annotations

import sqlite3

SQL_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Errors of SQLite; one whose message repeats damaged text of a file ends as the second."""
