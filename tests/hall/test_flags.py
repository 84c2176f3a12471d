"""The flags of the meeting file: served as images that do nothing else, and seen on the overlay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.hall.browsing import chromium, opened, shows, sync_api, text, window
from tests.hall.hall_at_work import Hall, hall_of
from tests.helpers.desk import Desk
from tests.helpers.flags import png, svg
from tipfloor.core.plan.flags import Image

IMAGES = {"BRA": Image("image/svg+xml", svg()), "CHL": Image("image/png", png())}


@pytest.fixture
def flying(session: Callable[..., Desk]) -> Desk:
    """A desk with flags of Brazil and Chile, and a name alone for Mexico's."""
    desk = session("BRA", "CHL", "MEX")
    flags = {code: image.as_text() for code, image in IMAGES.items()} | {"MEX": "mexico.png"}
    plan = desk.meeting.plan
    rows = tuple(replace(row, flag=flags.get(row.code)) for row in plan.delegations)
    desk.tell("adopt_plan", plan=replace(plan, delegations=rows))
    return desk


def test_an_image_comes_as_what_it_is_and_may_only_draw(flying: Desk) -> None:
    with hall_of(flying) as hall:
        for code, image in IMAGES.items():
            status, headers, body = hall.ask(f"/flags/{code}")
            assert (status, headers["content-type"], body) == (200, image.kind, image.data)
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert policy.endswith("sandbox")
            assert headers["x-content-type-options"] == "nosniff"
        for code in ("MEX", "URY", "XXX", "..%2f..%2fetc", "BRA/x", ""):
            assert hall.ask(f"/flags/{code}")[0] == 404
        assert hall.ask("/flags/BRA", "POST")[0] == 405


def test_the_overlay_has_the_flag_and_no_hole_without_one(flying: Desk) -> None:
    image = "document.querySelector('img.flag')"
    with hall_of(flying) as hall, sync_api.sync_playwright() as playwright:
        flying.tell("give_floor")
        browser = chromium(playwright)
        with window(browser) as context:
            page = opened(context, hall.port, "/overlay")
            shows(page, f"{image} && {image}.naturalWidth > 0 && !{image}.hidden")
            flying.tell("end_remark")
            flying.tell("give_floor", delegation="CHL")
            shows(page, f"{image} && {image}.src.indexOf('/flags/CHL') > 0 && !{image}.hidden")
            flying.tell("end_remark")
            flying.tell("give_floor", delegation="MEX")
            shows(page, "document.getElementById('name').textContent === 'Mexico'")
            assert page.evaluate(f"{image} === null")
            assert text(page, "name") == "Mexico"
        browser.close()


def test_the_state_says_where_the_flag_is(flying: Desk) -> None:
    with hall_of(flying) as hall:
        flying.tell("give_floor")
        state = seen_on_floor(hall)
        assert state["speaker"]["code"] == "BRA"
        assert hall.ask(state["flag"])[2] == IMAGES["BRA"].data


def seen_on_floor(hall: Hall) -> dict[str, object]:
    """Return who is on the floor once the hall knows of it."""
    hall.catch_up()
    found: dict[str, object] = hall.json("/api/state")["floor"]
    return found
