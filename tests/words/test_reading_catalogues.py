"""Catalogues are read as TOML says, whichever way is quicker."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipfloor.words.catalogues import read_entries

FILES = sorted((Path(__file__).parents[2] / "tipfloor" / "words").rglob("*.toml"))


def read(text: str) -> dict[str, str] | None:
    try:
        return read_entries(text)
    except ValueError:
        return None


def as_toml(text: str) -> dict[str, str] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


PIECES = [
    "a",
    "b",
    " = ",
    "=",
    '"',
    '"""',
    "\\",
    "\\\\",
    '\\"',
    "\\n",
    "\n",
    "#",
    " ",
    "'",
    "\t",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_whatever_stands_in_a_catalogue_is_read_as_its_toml(text: str) -> None:
    for entry in (text, f'a = "{text}"', f'a = """{text}"""', f'a = """\n{text}"""\nb = "x"'):
        assert read(entry) == as_toml(entry), entry


def test_every_catalogue_is_read_as_its_toml() -> None:
    assert len(FILES) > 40
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert read(text) == as_toml(text), file


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_no_catalogue_of_the_program_needs_the_slow_reader(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(text: str) -> dict[str, str]:
        raise AssertionError("it holds something that only the reader of TOML reads")

    monkeypatch.setattr(tomllib, "loads", slow)
    assert read_entries(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n\n",
        "a = 1",
        'a = "x" # why',
        'a = "\\u00e9"',
        'a = "\\ud800"',
        'a = "x"\na = "y"',
        'a.b = "x"',
        '[t]\na = "b"',
        'a = "x',
        "a = 'x'",
        '"q" = "x"',
        'a = "tab\there"',
        'a = "\x01"',
        'x="y"',
        'a = """\nx"y\n"""',
        'a = """x\ny"""',
        'a = """\n\nx"""',
        'a = """\nx""y""""',
        'a = """\none\n# two\n"""\nb = "\\"q\\" \\\\ \\n"',
        'a = """\nescaped \\\n line"""',
        'a = """\npsql: \\\\password {it}\n"""',
        'a = """\nthree \\\\\\\n line"""',
        'a = """\nends in one \\\\"""',
        'a = """\nends in two \\\\\\"""',
        'a = "x"\r\nb = "y"\r\n',
        'a = "x"\n  \n',
        'a = "x"\nb',
    ],
)
def test_a_catalogue_of_a_body_s_own_is_read_as_its_toml(text: str) -> None:
    assert read(text) == as_toml(text)
