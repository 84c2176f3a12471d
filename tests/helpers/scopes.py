"""What of a record a file holds, as most tests ask for it."""

from tipfloor.export import Scope

TIMES = Scope(reader="timekeeping")
"""The public file for whoever looks after time, also of forms that are usually published."""
