"""How often chance is tried: a part of it in every run of the tests, all of it in the deep run."""

PART, FEW = 4, 20
"""Of so many examples of the deep run every run of the tests tries one, of so many storms one."""

LEAST, TWICE = 5, 2
"""Examples below which a property says little, and storms below which one does."""

deep = False
"""Whether this is the deep run: `python3 start.py test --deep -n auto`."""


def examples(number: int) -> int:
    """Return how many examples to try where the deep run tries so many."""
    return number if deep else max(number // PART, min(number, LEAST))


def storms(number: int) -> int:
    """Return how often to storm where the deep run does so many times."""
    return number if deep else max(number // FEW, min(number, TWICE))
