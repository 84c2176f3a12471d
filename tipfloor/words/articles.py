"""Names of delegations and titles as English has them within a sentence."""

from __future__ import annotations

import re

WITH_THE = (
    r"(?!(?i:the)\b|.*\().*\b(Republic|Kingdom|States|Emirates|Islands|Union|Federation|See|Netherlands"
    r"|Philippines|Gambia|Maldives|Comoros|Congo|Niger|Bahamas|Commission|Organization|Secretariat"
    r"|Council|Court|Bank|Committee|Office|Fund|Institute|Agency|Programme|Network)\b"
)
"""Names with a common noun in them, which take the article; not "Iran (Islamic Republic of)"."""

COMMON = (
    r"(Adoption|Approval|Closing|Closure|Commemoration|Consideration|Discussion|Election|Evening"
    r"|Final|First|General|High-level|Inaugural|Introductory|Morning|Opening|Other|Plenary"
    r"|Presentation|Private|Registration|Second|Session|Sitting|Special|Third|Working)\b"
)
"""With what a title begins that is no name, so that it is written small within a sentence."""

NUMBERED = r".*(\([^)]+\)|\b[0-9]+|\b[IVX]+|\b[A-Z])$"
"""Titles that end in a letter or a number of their own, which take no article."""


def the(name: str, language: str) -> str:
    """Return a name with its article, where it is an English one that takes one."""
    return f"the {name}" if language == "en" and re.match(WITH_THE, name) else name


def the_office(name: str, language: str) -> str:
    """Return an office with its article, where it is an English one."""
    return f"the {name}" if language == "en" else name


def within(title: str, language: str) -> str:
    """Return a title as it stands within a sentence; one that is no English common noun as it is.

    "Introductory session" is "the introductory session", "Plenary session (a)" has no article.
    """
    if language != "en" or not re.match(COMMON, title):
        return f"“{title}”" if language == "en" else title
    small = title[:1].lower() + title[1:]
    return small if re.match(NUMBERED, title) else f"the {small}"


def opening(words: str) -> str:
    """Return words as they begin a sentence where an article leads; what was typed stays."""
    return beginning(words) if words.startswith("the ") else words


def beginning(words: str) -> str:
    """Return words as they begin a sentence, an article included."""
    return words[:1].upper() + words[1:]
