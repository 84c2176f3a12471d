"""Delegations by what a file calls them: a whole code or a whole name, never a guess."""

from __future__ import annotations

from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import read_names
from tipfloor.core.plan.typed_words import key_of, tokens_of


def named(plan: Plan, text: str) -> tuple[DelegationPlan, ...]:
    """Return the delegations that have a text for their code, else for a whole name of theirs."""
    lexicon, tokens = plan.lexicon, tokens_of(text)
    if codes := lexicon.of_code(fold_text(text)):
        return lexicon.rows(sorted(codes))
    if any(token.kind == "for" for token in tokens):
        return ()
    key = key_of(tokens)
    codes = lexicon.of_name(key)
    if not codes and len(read_names(plan, text).parts) == 1:
        codes = lexicon.of_loose(key)
    return lexicon.rows(sorted(codes))


def offered(plan: Plan, text: str) -> tuple[DelegationPlan, ...]:
    """Return the delegations that a text may mean, the likeliest first, for people to choose."""
    return plan.lexicon.offered(fold_text(text))
