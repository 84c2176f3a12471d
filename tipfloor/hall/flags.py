"""The images of flags that the record holds, each at an address of its own."""

from __future__ import annotations

from starlette.types import Receive, Scope, Send

from tipfloor.core.plan.flags import image_of
from tipfloor.hall.answering import Answer, problem
from tipfloor.hall.board import Board
from tipfloor.words import say

POLICY = b"default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a drawing may do that is opened by itself: draw."""


class Flags:
    """Answers with the image of a flag."""

    def __init__(self, board: Board) -> None:
        self._board = board

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the image of the delegation that the path names."""
        plan = self._board.proceedings.saved.meeting.plan
        found = plan.delegation(scope["path_params"]["code"])
        image = image_of(found.flag) if found else None
        if image is None:
            await problem(404, say("hall.no_such_page"))(scope, receive, send)
            return
        policy = (b"content-security-policy", POLICY)
        await Answer(image.data, image.kind, headers=[policy])(scope, receive, send)
