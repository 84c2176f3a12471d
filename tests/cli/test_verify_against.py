import pytest


@pytest.mark.parametrize("form", ["csv", "json", "text", "xlsx", "docx", "pdf"])
def test_a_file_is_checked_against_the_record(run, told, home, form):
    told("open-session", "introductory", "straight to it")
    told("inscribe", "BRA")
    told("give-floor")
    assert run("export", "--format", form, "--output", "file").status == 0
    said = run("verify", "--against", "file")
    assert (said.status, "as it stands" in said.out) == (0, True), said
    told("end-remark")
    said = run("verify", "--against", "file")
    assert (said.status, "gone on" in said.out) == (0, True)
    (home / "other").write_text("f" * 64)
    assert run("verify", "--against", "other").status == 1


@pytest.fixture
def spoken(told):
    told("open-session", "introductory", "straight to it")
    for code in ("BRA", "CHL", "URY"):
        told("inscribe", code)
    for _ in range(2):
        told("give-floor")
        told("end-remark")
    told("give-floor")


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("internal", [(), ("--internal",)])
def test_the_figures_of_a_file_are_those_of_the_record(run, told, spoken, form, internal):
    """Also after the record went on and a remark of the file was corrected in it."""
    run("export", "--format", form, "--output", "file", *internal)
    told("end-remark")
    told("correct", "1", "ARG", "a slip")
    said = run("verify", "--against", "file")
    assert (said.status, "3 remarks have the figures" in said.out) == (0, True), said.out


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_altered_figure_is_found(run, spoken, home, form):
    run("export", "--format", form, "--output", "file")
    text = (home / "file").read_text(encoding="utf-8")
    (home / "file").write_text(text.replace("BRA", "ARG"), encoding="utf-8")
    said = run("verify", "--against", "file")
    told_of = "Remark 1: delegation_code is ARG in the file, BRA in the record."
    assert (said.status, told_of in said.out) == (1, True), said.out


def test_a_line_taken_out_is_found(run, spoken, home):
    run("export", "--format", "csv", "--output", "file")
    lines = (home / "file").read_bytes().split(b"\r\n")
    (home / "file").write_bytes(b"\r\n".join([lines[0], *lines[2:]]))
    said = run("verify", "--against", "file")
    assert (said.status, "Remark 1 is in the record and not" in said.out) == (1, True), said.out


def test_of_minutes_only_the_digest_is_checked(run, spoken):
    run("export", "--format", "docx", "--output", "file")
    said = run("verify", "--against", "file")
    assert (said.status, "only its digest" in said.out) == (0, True)
