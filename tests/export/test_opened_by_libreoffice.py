"""The files opened by LibreOffice, which turns them into pages as an office does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.play import PLAN, Play
from tipfloor.export import export

NAMES = {"BRA": "Ñandú", "CHL": "=1+1", "JAM": "<Öst>", "URY": "Perú Ç"}
DELEGATIONS = [{"code": code, "code2": code[:2], "name": {"en": NAMES[code]}} for code in NAMES]

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice and poppler: "
    "apt-get install libreoffice-calc libreoffice-writer poppler-utils",
)


@pytest.fixture
def held(in_session: Callable[..., Play]) -> Play:
    plan: dict[str, Any] = {
        "delegations": DELEGATIONS,
        "meeting": {**PLAN["meeting"], "title": "Séptima Reunión über Ríos"},
    }
    play = in_session(plan=plan)
    for code in NAMES:
        play.act("inscribe", delegation=code)
        play.speak(70)
    return play


def opened(path: Path) -> str:
    """Return the text of the pages that LibreOffice makes of a file."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", path.parent]
    if path.suffix == ".csv":
        # Without a window it takes no notice of the byte order mark: what the dialog offers.
        words.append("--infilter=CSV:44,34,76")
    words.append(path)
    subprocess.run(words, check=True, capture_output=True, timeout=100)
    pages = path.with_suffix(".pdf")
    told = ["pdftotext", "-layout", pages, "-"]
    return subprocess.run(told, check=True, capture_output=True, timeout=20).stdout.decode()


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_names_keep_their_accents_and_nothing_is_a_formula(
    held: Play, tmp_path: Path, form: Any
) -> None:
    path = tmp_path / f"record.{form}"
    path.write_bytes(export(held.proceedings, form))
    shown = opened(path)
    squeezed = " ".join(shown.split())
    for name in NAMES.values():
        assert name in squeezed
    assert "=1+1" in shown
    assert not any(sign in shown for sign in ("#REF", "#NAME", "#VALUE", "Err:", "###", "Ã"))
    if form != "csv":
        assert "Séptima Reunión über Ríos" in squeezed
        assert "Plenary session (a)" in squeezed
        assert "1 of " in squeezed
    if form == "xlsx":
        assert "Speaking time by delegation (minutes:seconds)" in squeezed
        assert "4:40" in squeezed or "1:10" in squeezed
