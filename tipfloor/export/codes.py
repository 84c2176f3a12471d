"""The codes that machines read, the same in every language; words stand beside them."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "remark", "reply", "report", "address", "written", "amendment", "objection", "explanation"
]
"""What a remark is."""

EndedBy = Literal["speaker", "chair", "time_limit", "writing", "in_progress"]
"""By what a remark ended; one handed in ended in writing."""

Why = Literal["absent", "left", "not_heard", "waiting", "closed"]
"""Why an entry was not heard."""
