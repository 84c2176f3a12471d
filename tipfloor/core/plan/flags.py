"""The image of a delegation's flag, as a meeting file names it and as a record keeps it."""

import binascii
import re
from base64 import b64decode, b64encode
from typing import Annotated, Literal

from msgspec import Meta, Struct

LARGEST_FLAG = 32 * 1024
"""Bytes of an image: two hundred of the largest make a record of eight megabytes."""

_PART = r"[^/\\:\x00-\x1f.][^/\\:\x00-\x1f]{0,99}"
_START = r"data:image/(png|svg\+xml);base64,"
_IMAGE = rf"{_START}[A-Za-z0-9+/]+={{0,2}}"
_HEAD = re.compile(_START)

Flag = Annotated[
    str,
    Meta(
        pattern=rf"\A(({_PART}/){{0,3}}{_PART}\.(png|svg|PNG|SVG)|{_IMAGE})\Z",
        max_length=LARGEST_FLAG * 4 // 3 + 100,
    ),
]
"""A file beside the meeting file by its name, or the image itself as a data URL (RFC 2397)."""

ImageKind = Literal["image/png", "image/svg+xml"]
"""A kind of image by its media type."""


class Image(Struct, frozen=True):
    """The bytes of an image and their kind."""

    kind: ImageKind
    data: bytes

    def as_text(self) -> str:
        """Return it as a data URL."""
        return f"data:{self.kind};base64,{b64encode(self.data).decode('ascii')}"


def is_image(flag: str | None) -> bool:
    """Tell whether a plan holds the image itself, not its name alone."""
    return flag is not None and _HEAD.match(flag) is not None


def image_of(flag: str | None) -> Image | None:
    """Return the image that a plan holds, None where it holds none or only names one."""
    if flag is None or not (head := _HEAD.match(flag)):
        return None
    kinds: dict[str, ImageKind] = {"png": "image/png", "svg+xml": "image/svg+xml"}
    try:
        return Image(kinds[head[1]], b64decode(flag[head.end() :], validate=True))
    except binascii.Error:
        return None
