"""In which language the program speaks: by the command line, the environment, the meeting."""

import pytest

from tipfloor.words.choosing import asked_for, of_environment


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("desk", "--language", "fr"), "fr"),
        (("--language=pt-BR",), "pt"),
        (("status", "--language", "xx"), None),
        (("status", "--language"), None),
        (("status",), None),
    ],
)
def test_a_command_line_may_name_it(words: tuple[str, ...], language: str | None) -> None:
    assert asked_for(words) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"TIPFLOOR_LANGUAGE": "es", "LANG": "fr_FR.UTF-8"}, "es"),
        ({"TIPFLOOR_LANGUAGE": "xx", "LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, None),
        ({"LANG": "es_MX.UTF-8", "LC_CTYPE": "C.UTF-8"}, "es"),
        ({"LC_CTYPE": "UTF-8"}, None),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "xx:fr"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "pt_BR"}, "pt"),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LC_ALL": "POSIX", "LANG": "fr_FR.UTF-8"}, None),
    ],
)
def test_else_the_environment_says_it(environment: dict[str, str], language: str | None) -> None:
    assert of_environment(environment) == language
