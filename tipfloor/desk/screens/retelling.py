"""Screens that keep what they say, and say it again where the language is changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable


@runtime_checkable
class Retells(Protocol):
    """A screen that can say in another language what it says, with all that was typed kept."""

    def retell(self, texts: Mapping[str, str]) -> None:
        """Say it again; `texts` are those of the meeting, former to present."""


@runtime_checkable
class SaysAgain(Protocol):
    """A part of a screen with words that do not follow from the outlook."""

    def retell(self) -> None:
        """Say them in the language that is spoken at present."""
