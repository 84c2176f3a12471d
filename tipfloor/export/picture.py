"""A picture in the form that every program shows: a drawing is set as points."""

from __future__ import annotations

import json

import typst

from tipfloor.export.materials import Logo

POINTS_PER_INCH = 300

DRAWING = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.data))), format: "svg", height: 2cm)
"""


def as_png(logo: Logo) -> bytes:
    """Return the bytes of a PNG: those of the logo, or its drawing two centimetres high."""
    if logo.kind == "png":
        return logo.data
    data = json.dumps(list(logo.data))
    made = typst.compile(
        DRAWING,
        format="png",
        ppi=POINTS_PER_INCH,
        sys_inputs={"data": data},
        ignore_system_fonts=True,
    )
    return bytes(made)
