"""What only looks, as the program has it: its views and the keys that show them."""

from __future__ import annotations

from tipfloor.desk.keys import KEYS
from tipfloor.desk.screens.of_question import SHOWING

LOOKS = {
    view: key.keys.split(",")[0]
    for view in SHOWING
    for key in KEYS
    if key.action == view.__name__.lower()
}
"""The key of each view of the whole meeting."""
