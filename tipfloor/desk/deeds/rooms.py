"""All the rooms of deeds: importing this module makes every key of the desk work.

A new room is one more line here.
"""

from tipfloor.desk.deeds import (  # noqa: F401  (a room registers its deeds by itself)
    addresses,
    business,
    chair,
    closure,
    correcting,
    course,
    documents,
    drafting,
    elections,
    exporting,
    floor,
    interludes,
    lists,
    offices,
    orders,
    people,
    recommendations,
    record,
    registration,
    rules,
    speakers,
    views,
)
