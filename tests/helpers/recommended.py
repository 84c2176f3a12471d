"""What a record must keep of its recommendations, whatever was done."""

from tests.helpers.desk import Desk
from tipfloor.core.fold import undone_positions
from tipfloor.core.recommendations.approval import RecommendationDecided
from tipfloor.core.recommendations.block import BlockAdopted
from tipfloor.core.recommendations.deferring import RecommendationReopened
from tipfloor.core.state.recommendation import ADOPTED, recommendations


def once_each(desk: Desk) -> None:
    """Read the record and see that nothing is decided twice unless it was reopened between."""
    desk.proceedings.follow()
    history = list(desk.proceedings.history)
    undone = undone_positions(history)
    final: dict[int, str] = {}
    for position, event, _ in history:
        if position in undone:
            continue
        if isinstance(event, RecommendationReopened):
            final.pop(event.number, None)
        elif isinstance(event, RecommendationDecided):
            assert event.number not in final
            if event.fate != "deferred":
                final[event.number] = event.fate
        elif isinstance(event, BlockAdopted):
            assert not final.keys() & set(event.numbers)
            final |= dict.fromkeys(event.numbers, "adopted")
    told = {x.number: x.fate for x in recommendations(desk.proceedings.meeting) if not x.is_open}
    assert told.keys() == final.keys()
    for number, fate in told.items():
        assert (fate in ADOPTED) == final[number].startswith("adopted")
