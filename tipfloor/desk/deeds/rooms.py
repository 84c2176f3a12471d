"""All the rooms of deeds: importing this module makes every key of the desk work."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import tipfloor.desk.deeds

for room in walk_packages(tipfloor.desk.deeds.__path__, "tipfloor.desk.deeds."):
    import_module(room.name)
