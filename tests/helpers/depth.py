"""How often chance is tried: a part of it in every run of the tests, all of it in the deep run."""

PART, FEW = 4, 10
"""Of so many examples of the deep run every run of the tests tries one, of so many storms one."""

LEAST = 5
"""Examples below which a property says little."""

deep = False
"""Whether this is the deep run: `python3 start.py test --deep -n auto`."""


def examples(number: int, part: int = PART) -> int:
    """Return how often to try what the deep run tries so many times."""
    return number if deep else max(number // part, min(number, LEAST))
