"""The log narrowed by what is typed: the same lines as a look at every one, told bit by bit."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.helpers.hand_clock import HandClock
from tipfloor.core.ground.folding import fold_text
from tipfloor.standing import log_search
from tipfloor.standing.log_search import MOST_SHOWN, PIECE, LogSearch
from tipfloor.words.narration import Line

NAMES = ("Brasil", "São Tomé", "Perú", "CANADA", "Haití")
FIRST = Line(1, HandClock().now(), "", "plain", undone=False)


def log(number: int) -> list[Line]:
    texts = (f"{NAMES[n % len(NAMES)]} has the floor {n}" for n in range(number))
    return [replace(FIRST, position=n, text=text) for n, text in enumerate(texts, start=1)]


@given(
    st.integers(0, 3 * PIECE),
    st.lists(st.sampled_from(("peru", "PERÚ 1", "sao", "floor", "", "nobody", "5")), min_size=1),
)
def test_what_is_found_is_what_a_look_at_every_line_finds(number: int, typed: list[str]) -> None:
    every = log(number)
    search = LogSearch(reversed(every))
    for words in typed:
        search.seek(words)
        search.go_on()
    while not search.is_whole:
        search.go_on()
    wanted = fold_text(typed[-1])
    expected = [line for line in every if wanted in fold_text(line.text)][-MOST_SHOWN:]
    assert search.found == expected
    search.seek(typed[0])
    search.seek(typed[-1])
    assert search.found == expected


def test_a_letter_folds_no_line_a_second_time() -> None:
    search = LogSearch(reversed(log(PIECE)))
    search.go_on()
    folded, fold = list[str](), log_search.fold_text
    try:
        log_search.fold_text = lambda text: folded.append(text) or fold(text)  # type: ignore[func-returns-value]
        search.seek("per")
        search.seek("peru")
    finally:
        log_search.fold_text = fold
    assert folded == ["per", "peru"]
    assert len(search.found) == PIECE // len(NAMES)
