"""Style sheets are read once: again only with other colours, and only what is new."""

from tipfloor.desk.style_sheet import ReadOnce


def sheet(**sources: str) -> ReadOnce:
    made = ReadOnce(variables={"ink": "#ff0000"})
    for name, css in sources.items():
        made.add_source(css, read_from=(name, ""))
    return made


def test_the_same_colours_read_nothing_again() -> None:
    made = sheet(a="Label { color: $ink; }")
    before = [*made.rules]
    made.set_variables({"ink": "#ff0000"})
    made.reparse()
    assert all(rule is former for rule, former in zip(made.rules, before, strict=True))


def test_other_colours_are_read_into_every_rule() -> None:
    made = sheet(a="Label { color: $ink; }", b="Button { background: $ink; }")
    assert {rule.styles.color.hex for rule in made.rules if rule.styles.has_rule("color")} == {
        "#FF0000"
    }
    made.set_variables({"ink": "#00ff00"})
    made.reparse()
    label, button = made.rules
    assert label.styles.color.hex == button.styles.background.hex == "#00FF00"


def test_a_source_that_comes_later_is_read() -> None:
    made = sheet(a="Label { color: $ink; }")
    assert len(made.rules) == 1
    made.add_source("Button { color: $ink; }", read_from=("b", ""))
    made.reparse()
    assert [rule.selectors for rule in made.rules] == ["Label", "Button"]


def test_colours_that_were_there_before_read_nothing_again() -> None:
    made = sheet(a="Label { color: $ink; }")
    before = [*made.rules]
    for ink in ("#0000ff", "#ff0000"):
        made.set_variables({"ink": ink})
        made.reparse()
    (rule,) = made.rules
    assert rule is before[0]
    assert rule.styles.color.hex == "#FF0000"
