"""Every room of the core: importing this module makes every act and event known."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import tipfloor.core
from tipfloor.core.ground.act import KINDS as KINDS_OF_ACTS
from tipfloor.core.ground.event import KINDS as KINDS_OF_EVENTS

for room in walk_packages(tipfloor.core.__path__, "tipfloor.core."):
    import_module(room.name)

ACTS = KINDS_OF_ACTS
"""Every kind of act by its name."""

EVENTS = KINDS_OF_EVENTS
"""Every kind of event by its name."""
