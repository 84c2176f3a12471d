"""Who is answered: the names of the server, pages of its own, and whoever has the token."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hall.hall_at_work import Hall
from tipfloor.hall.access import Access, cookie_of
from tipfloor.hall.tokens import BadToken, read_token, read_tokens

READ = "a-token-for-reading-0123456789"
ACT = "a-token-for-acting-0123456789"

ANSWERED = ["localhost", "127.0.0.1", "127.0.0.1:8765", "LOCALHOST:1", "[::1]:8765"]
STRANGE = [
    *("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost:x"),
    *("a@localhost", "localhost/x", "192.0.2.1", "localhost\\@evil.example"),
]


@pytest.mark.parametrize("host", ANSWERED)
def test_its_own_names_are_answered(hall: Hall, host: str) -> None:
    assert hall.ask("/api/time", host=host)[0] == 200


@pytest.mark.parametrize("host", STRANGE)
def test_no_other_name_is(hall: Hall, host: str) -> None:
    assert hall.ask("/api/time", host=host)[0] == 421


def test_off_this_machine_addresses_in_figures_are_answered_and_names_are_not() -> None:
    access = Access(frozenset({"localhost", "desk.example"}), any_address=True)
    assert access.knows("192.0.2.1:8765")
    assert access.knows("[2001:db8::1]:8765")
    assert access.knows("Desk.Example")
    assert not access.knows("evil.example")


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:1", "file://", "https://localhost"]
)
def test_a_page_of_another_server_is_not_answered(hall: Hall, origin: str) -> None:
    assert hall.ask("/api/events", host=f"localhost:{hall.port}", origin=origin)[0] == 403


def test_a_page_of_its_own_is(hall: Hall) -> None:
    host = f"localhost:{hall.port}"
    assert hall.ask("/api/state", host=host, origin=f"http://{host}")[0] == 200


def test_without_the_token_nothing_but_the_health_is_told(serve: Callable[..., Hall]) -> None:
    hall = serve("BRA", access=Access(read=READ))
    for path in ("/", "/hall", "/api/state", "/api/events", "/api/record", "/api/openapi.json"):
        status, _, body = hall.ask(path)
        assert (status, b"BRA" in body) == (401, False), path
    assert hall.ask("/healthz")[0] == 200


@pytest.mark.parametrize("guess", ["x", READ[:-1], READ + "x", READ.upper(), "", "é" * 30])
def test_a_guessed_token_opens_nothing(serve: Callable[..., Hall], guess: str) -> None:
    hall = serve("BRA", access=Access(read=READ, control={ACT: "panel"}))
    given = guess.encode().decode("latin-1")
    assert hall.ask("/api/state", Authorization=f"Bearer {given}")[0] == 401
    assert hall.ask("/api/state", Cookie=f"tipfloor-read={given}")[0] == 401
    assert hall.ask("/hall?token=x")[0] == 401


def test_a_page_opened_with_the_token_keeps_a_cookie_in_its_place(
    serve: Callable[..., Hall],
) -> None:
    hall = serve("BRA", access=Access(read=READ))
    status, headers, _ = hall.ask(f"/hall?lang=es&token={READ}&theme=dark")
    assert (status, headers["location"]) == (303, "/hall?lang=es&theme=dark")
    assert "HttpOnly" in headers["set-cookie"]
    assert "SameSite=Lax" in headers["set-cookie"]
    assert READ not in headers["set-cookie"]
    cookie = headers["set-cookie"].split(";")[0]
    assert hall.ask("/hall", Cookie=cookie)[0] == 200
    assert hall.ask("/api/state", Cookie=cookie)[0] == 200


@pytest.mark.parametrize(
    "path", ["//evil.example/x", "/%0d%0aset-cookie:%20a=b", "/\\evil.example"]
)
def test_the_way_on_from_a_token_stays_on_the_server(serve: Callable[..., Hall], path: str) -> None:
    hall = serve("BRA", access=Access(read=READ))
    status, headers, _ = hall.ask(f"{path}?token={READ}")
    assert status in (303, 400)
    if status == 303:
        assert headers["location"].startswith("/")
        assert not headers["location"].startswith(("//", "/\\"))
        assert headers["set-cookie"].startswith("tipfloor-read=")


def test_a_stolen_token_for_reading_acts_on_nothing(serve: Callable[..., Hall]) -> None:
    hall = serve("BRA", access=Access(read=READ, control={ACT: "panel"}), tell=Never())
    act = json.dumps({"kind": "give_floor"}).encode()
    json_kind = {"Content-Type": "application/json"}
    for headers in (
        {"Authorization": f"Bearer {READ}"},
        {"Cookie": f"tipfloor-read={cookie_of(READ)}"},
        {"Cookie": f"tipfloor-control={cookie_of(READ)}"},
        {"Cookie": f"tipfloor-control={ACT}"},
    ):
        assert hall.ask("/api/acts", "POST", act, **json_kind, **headers)[0] == 401
        assert hall.ask("/panel", **headers)[0] == 401


class Never:
    """A teller that must not be asked."""

    def __call__(self, act: bytes, by: str) -> dict[str, object]:
        raise AssertionError(act)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_without_tokens_for_acting_no_route_writes(hall: Hall, method: str) -> None:
    for path in ("/", "/hall", "/api/state", "/api/record", "/api/events"):
        assert hall.ask(path, method, b"{}")[0] == 405
    for path in ("/api/acts", "/panel"):
        assert hall.ask(path, method, b"{}")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        *("/../pyproject.toml", "/pages/core.js", "/%2e%2e/%2e%2e/etc/passwd", "/hall/../../x"),
        *("//etc/passwd", "/hall%00.html", "/core.js", "/..%5c..%5cx", "/hall/"),
    ],
)
def test_no_path_leads_to_a_file(hall: Hall, path: str) -> None:
    status, _, body = hall.ask(path)
    assert status == 404
    assert json.loads(body)["status"] == 404


TOKENS = {
    "short": "too-short",
    "signs": "a token of words!!!!!!!!!!!".replace(" ", "é"),
    "not_one": f"{READ}\n{ACT}",
    "empty": "# nothing but a comment\n",
}


@pytest.mark.parametrize("text", TOKENS.values(), ids=TOKENS)
def test_a_file_of_one_token_is_held_against_its_form(tmp_path: Path, text: str) -> None:
    path = tmp_path / "token"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadToken):
        read_token(path)


def test_tokens_for_acting_have_holders(tmp_path: Path) -> None:
    path = tmp_path / "buttons.txt"
    path.write_text(f"# two panels\nleft {READ}\n{ACT}\n", encoding="utf-8")
    assert read_tokens(path) == {READ: "left", ACT: "buttons"}
    path.write_text(f"left {READ}\nright {READ}\n", encoding="utf-8")
    with pytest.raises(BadToken, match="twice"):
        read_tokens(path)
