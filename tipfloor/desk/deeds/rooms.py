"""All the rooms of deeds: importing this module makes every key of the desk work."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import tipfloor.desk.deeds
from tipfloor.desk.deeds.registry import in_order
from tipfloor.desk.keys import KEYS

for room in walk_packages(tipfloor.desk.deeds.__path__, "tipfloor.desk.deeds."):
    import_module(room.name)

_WITH_A_KEY = {key.action for key in KEYS}

WITHOUT_A_KEY = tuple(name for name in in_order() if name not in _WITH_A_KEY)
"""Deeds that have no key of their own; the command palette and the help name them."""
