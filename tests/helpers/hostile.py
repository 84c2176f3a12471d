"""Names made to break screens and lines."""

HOSTILE = [
    "[bold]x[/bold]",
    "[@click=app.bell]y[/]",
    "[/]",
    "[",
    "\\[red]",
    "$accent {name} %s",
    "esc \x1b[31m\x07\r\n\ttab",
    "right \u202e to left \u2066",
    "👩\u200d👩\u200d👧 family",
    "中文代表團名稱",
    "z" * 200,
    "=cmd()|'/C calc'!A0",
]
