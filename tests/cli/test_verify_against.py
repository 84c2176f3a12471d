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
