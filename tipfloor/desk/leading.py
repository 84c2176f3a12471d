"""What comes next as the desk tells it: with the key that does it, in a line and at the foot."""

from __future__ import annotations

from tipfloor.core.leading.step import Step
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.keys import KEYS
from tipfloor.desk.letters import LETTERS
from tipfloor.standing.cells import ELLIPSIS
from tipfloor.standing.chair.names import titled, with_article
from tipfloor.standing.line import Line, joined
from tipfloor.words import has, say
from tipfloor.words.plain import plain

PRESSED = {key.action: key.shown.split()[0] for key in KEYS} | {
    name: f"n {letter}" for name, letter in LETTERS.items()
}

PALETTE = "^p"

KEY = "\0"
"""What stands for the key while a sentence is made, so that it can be shown apart."""

LEAST = 10
"""Characters that stay of what a step is about."""


def pressed(name: str) -> str:
    """Return what is pressed for a deed: a key, the key of business with a letter, the palette."""
    return PRESSED.get(name, PALETTE)


def foot(step: Step) -> str:
    """Return a step in a word or two."""
    key = f"leading.foot_{step.about}"
    return say(key) if has(key) else say(f"keys.{step.name}")


def way(step: Step, meeting: Meeting, press: str = "", width: int | None = None) -> Line:
    """Return what a step does, with what is pressed for it unless that is something else.

    Where it is wider than `width`, what it is about is cut before what is done is.
    """
    told = f"{step.about}_next" if step.about == "check_in" and step.delegation else step.about
    facts = {
        "delegation": with_article(meeting, step.delegation),
        "title": titled(meeting, step.title),
        "named": plain(step.title),
        "number": step.number,
    }
    line = _with_key(say(f"leading.now_{told}", press=KEY, **facts), press or pressed(step.name))
    about = max(("delegation", "title", "named"), key=lambda fact: len(str(facts[fact])))
    if width is None or line.cells <= width:
        return line
    left = max(LEAST, len(str(facts[about])) - (line.cells - width) - 1)
    facts[about] = str(facts[about])[:left].rstrip() + ELLIPSIS
    return _with_key(say(f"leading.now_{told}", press=KEY, **facts), press or pressed(step.name))


def _with_key(sentence: str, press: str) -> Line:
    before, _, behind = sentence.partition(KEY)
    return Line.of(before, (press, "strong accent"), behind)


def ways(steps: tuple[Step, ...], meeting: Meeting, width: int, most: int = 2) -> Line:
    """Return the first steps in one line, as many as fit; a first too long is cut."""
    told = [way(step, meeting, width=width) for step in steps[:most]]
    while len(told) > 1 and joined(say("leading.or"), told).cells > width:
        told.pop()
    return joined(say("leading.or"), told).truncated(width)
