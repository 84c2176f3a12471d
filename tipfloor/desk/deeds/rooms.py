"""All the rooms of deeds: importing this module loads every one of them."""

from __future__ import annotations

from tipfloor.desk.deeds.registry import in_order
from tipfloor.desk.keys import KEYS

_WITH_A_KEY = {key.action for key in KEYS}

WITHOUT_A_KEY = tuple(name for name in in_order() if name not in _WITH_A_KEY)
"""Deeds that have no key of their own; the command palette and the help name them."""
