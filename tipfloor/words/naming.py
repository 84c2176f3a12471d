"""Facts that have forms in a sentence: the name of a delegation, and several things in a row."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.plan import Name
from tipfloor.core.plan.programme import AddressPlan, ElectionPlan
from tipfloor.words.articles import the
from tipfloor.words.plain import plain
from tipfloor.words.states import forms_of

Text = Callable[[str], str]
"""What returns a text of the room `language` by its key, empty where there is none."""


class Formed:
    """A name as sentences need it: `{delegation}` by itself, `{delegation.of}` and so on in a form.

    One of which no form is known has what the language says instead.
    """

    def __init__(self, name: str, language: str, text: Text) -> None:
        self._name = name
        self._language = language
        self._text = text

    def __format__(self, spec: str) -> str:
        return format(self._name, spec)

    def __str__(self) -> str:
        return self._name

    def __getattr__(self, form: str) -> str:
        name = self._name
        within: object = getattr(name, "facts", {}).get("name")
        if isinstance(within, str) and (isinstance(within, Name) or hasattr(within, "facts")):
            # Such as one who speaks on behalf of others.
            inner = getattr(Formed(within, self._language, self._text), form)
            return name.replace(within, inner, 1)
        if isinstance(name, Name) and (known := self._known(form)):
            own = name.row.named(self._language) or name
            return name.replace(own, plain(known), 1)  # a mark around it stays
        row = name.row if isinstance(name, Name) else None
        if isinstance(row, AddressPlan):
            return self._text(f"form_speaker_{form}").format(name=name)
        if isinstance(row, ElectionPlan):
            return self._text(f"form_office_{form}").format(name=name)
        return self._text(f"form_{form}").format(name=the(name, self._language))

    def has(self, form: str) -> bool:
        """Tell whether the name stands in the form without brackets of its own."""
        return not getattr(self, form).startswith("(")

    def _known(self, form: str) -> str:
        name = self._name
        return forms_of(name.row, self._language).get(form, "") if isinstance(name, Name) else ""


class Several:
    """Things in a row, as the language joins them; in a form, each of them in it.

    Where one has none and the language puts such a name in brackets, all stand in them together.
    """

    def __init__(self, items: Sequence[object], language: str, text: Text) -> None:
        self._items = items
        self._language = language
        self._text = text

    def __format__(self, spec: str) -> str:
        return joined([str(item) for item in self._items], self._text)

    def __getattr__(self, form: str) -> str:
        items = (item if isinstance(item, str) else str(item) for item in self._items)
        named = [Formed(item, self._language, self._text) for item in items]
        formless = self._text(f"form_{form}")
        if formless.startswith("(") and not all(item.has(form) for item in named):
            return formless.format(name=joined([str(item) for item in named], self._text))
        return joined([getattr(item, form) for item in named], self._text)


def joined(items: Sequence[str], text: Text) -> str:
    """Return texts as "A", "A and B", "A, B and C" in a language."""
    *former, last = items or [""]
    if not former:
        return last
    other = text("list_other_before")
    key = "list_last_other" if other and re.match(other, fold_text(last)) else "list_last"
    return text(key).format(former=text("beside").join(former), last=last)


def formed(
    facts: Mapping[str, object], template: str, language: str, text: Text
) -> dict[str, object]:
    """Return the facts of a sentence, those that it asks in a form or that are several as such."""
    asked = _in_forms(template)
    return {
        name: Several(fact, language, text)
        if isinstance(fact, tuple)
        else Formed(fact, language, text)
        if name in asked and isinstance(fact, str)
        else fact
        for name, fact in facts.items()
    }


@cache
def _in_forms(template: str) -> frozenset[str]:
    """Return the facts that a text asks for in a form."""
    names = (name for _, name, _, _ in string.Formatter().parse(template) if name)
    return frozenset(name.partition(".")[0] for name in names if "." in name)
