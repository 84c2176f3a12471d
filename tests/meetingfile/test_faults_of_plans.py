"""One slip, one fault: each changes a line of a sound file and marks with #! where it is told."""

from collections.abc import Callable

import pytest

from tipfloor.meetingfile import Fault

FaultsIn = Callable[[str | bytes], tuple[Fault, ...]]

LIMIT = "limit_seconds = 120"
ZONE = 'time_zone = "America/New_York"'
CLOSING = '[[moments]]\ncode = "closing"\nkind = "other"\ntitle = "Closing"\n'
ONE_ENDS = "ends = 2024-03-09T11:00:00"
TWO_STARTS = "starts = 2024-03-09T11:00:00"
PERU = 'code = "PER"\ncode2 = "PE"\norder_es = 1\nname = { en = "Peru", es = "Perú" }'

SLIPS = [
    # one table
    (LIMIT, 'limit_seconds = "120" #!', "rules.limit_seconds", '"120"; expected a whole number'),
    (LIMIT, "limit_seconds = 0 #!", "rules.limit_seconds", "found 0; expected"),
    (LIMIT, "limit_seconds = -5 #!", "rules.limit_seconds", "found -5"),
    (LIMIT, "limit_seconds = 3601 #!", "rules.limit_seconds", "from 1 to 3600"),
    (LIMIT, "limit_seconds = 120.0 #!", "rules.limit_seconds", "found 120.0"),
    (LIMIT, "limit_seconds = true #!", "rules.limit_seconds", "found true"),
    (LIMIT, "limit_seconds = nan #!", "rules.limit_seconds", "found nan"),
    (LIMIT, "limit_seconds = inf #!", "rules.limit_seconds", "found inf"),
    (LIMIT, "limit_seconds = 0x" + "f" * 1500 + " #!", "rules.limit_seconds", "all measure"),
    (LIMIT, "limit_seconds = [120] #!", "rules.limit_seconds", "found a list"),
    (LIMIT, "limit_seconds.x = 1 #!", "rules.limit_seconds", "found a table"),
    (LIMIT, "limit_secnds = 120 #!", "rules.limit_secnds", "did you mean limit_seconds?"),
    (LIMIT, "title = 'x' #!", "rules.title", "belongs to [meeting], [moments], [sessions]"),
    (LIMIT, "qqq = 1 #!", "rules.qqq", "the keys of this table are limit_seconds,"),
    (LIMIT, '"a\\u001bb" = 1 #!', 'rules."a\\x1bb"', "unknown key"),
    ("[rules]", "[rulse] #!", "rulse", "did you mean rules?"),
    ('body = "An organization"', 'body = "" #!', "meeting.body", "found an empty text"),
    ('body = "An organization"', 'body = "  " #!', "meeting.body", "found an empty text"),
    ('body = "An organization"', f'body = "{"x" * 501}" #!', "meeting.body", "501 characters"),
    ('body = "An organization"', 'body = "a\\u001b[31m', "", "a text is not closed"),
    ('topic = "Second"\n', "", "sessions[1].topic", "missing; expected the topic"),
    ("[30, 10]", '[\n30,\n"10", #!\n]', "rules.warnings_at_seconds[1]", 'the text "10"'),
    ('code = "one"', 'code = "One" #!', "sessions[0].code", 'found the text "One"'),
    ('"Debate"\n', '"Debate"\nlanguage = "en" #!\n', "moments[1].language", "[meeting]"),
    (ZONE, ZONE + '\nlanguage = "English" #!', "meeting.language", "the code of a language"),
    (ONE_ENDS, "ends = 2024-03-09T11:00:00Z #!", "sessions[0].ends", "a local date and time"),
    (ONE_ENDS, "ends = 11:00:00 #!", "sessions[0].ends", "found 11:00:00"),
    (ONE_ENDS, "ends = '2024-03-09T11:00' #!", "sessions[0].ends", "no quotation marks"),
    ('name.en = "An observer"', "name.en = 5 #!", "delegations[1].name.en", "found 5"),
    ('name.en = "An observer"', "name = [] #!", "delegations[1].name", "found an empty list"),
    # the meeting
    (ZONE, 'time_zone = "" #!', "meeting.time_zone", "an empty text"),
    (ZONE, 'time_zone = "../etc/passwd" #!', "meeting.time_zone", "the name of a time zone"),
    (ZONE, 'time_zone = "/etc/passwd" #!', "meeting.time_zone", "the name of a time zone"),
    (ZONE, 'time_zone = "America" #!', "meeting.time_zone", "the name of a time zone"),
    (ZONE, 'time_zone = "right/UTC" #!', "meeting.time_zone", "the name of a time zone"),
    (ZONE, 'time_zone = "UTC " #!', "meeting.time_zone", "did you mean UTC?"),
    (ZONE, 'time_zone = "America/Lma" #!', "meeting.time_zone", "did you mean America/Lima?"),
    (ZONE, 'time_zone = "Sao Paulo" #!', "meeting.time_zone", "mean America/Sao_Paulo?"),
    ("-09, 2024-03-10]", "-09,\n2024-03-09] #!", "meeting.days[1]", "each day once"),
    ("-09, 2024-03-10]", "-09,\n0001-01-01] #!", "meeting.days[1]", "from 1948 to 2200"),
    # the rules
    ("[30, 10]", "[30, 30] #!", "rules.warnings_at_seconds[1]", "each warning once"),
    ("[30, 10]", "[10, 30] #!", "rules.warnings_at_seconds[1]", "the longer time first"),
    ("[30, 10]", "[120, 10] #!", "rules.warnings_at_seconds[0]", "below the limit"),
    (LIMIT, LIMIT + "\nextension_seconds = 3500 #!", "rules.extension_seconds", "3620 seconds"),
    # the moments
    (CLOSING, "", "moments", '"closing" is missing; expected after "debate"'),
    ('["opening"', '["arrival", "opening"', "moments", '"arrival" is missing; expected as the'),
    (CLOSING, CLOSING + '[[moments]]\ncode = "closing" #!\nkind = "other"\ntitle = "End"\n',
     "moments[3].code", "stands at moments[2].code too"),
    (CLOSING, CLOSING + '[[moments]]\ncode = "closin" #!\nkind = "other"\ntitle = "End"\n',
     "moments[3].code", "not named in meeting.order_of_moments"),
    ('["opening", "debate"', '["debate", "opening"', "moments[1].code", "expected before it"),
    ('"closing"]', '"closing",\n"opening"] #!', "meeting.order_of_moments[3]", "each moment once"),
    ('title = "Closing"', 'title = "ÓPENING" #!', "moments[2].title", "stands at moments[0].title"),
    # the sessions
    ('code = "two"', 'code = "one" #!', "sessions[1].code", "stands at sessions[0].code too"),
    ('"Session two"', '"SESSION  ONE" #!', "sessions[1].title", "stands at sessions[0].title"),
    ('title = "Session two"\n', "", "sessions[1].title", "missing"),
    ('moment = "debate"\ntitle = "Session two"', 'moment = "debat" #!\ntitle = "Session two"',
     "sessions[1].moment", "did you mean debate?"),
    # the times
    (ONE_ENDS + "\n", "", "sessions[0].starts", "expected both or neither"),
    (ONE_ENDS, "ends = 2024-03-09T10:00:00 #!", "sessions[0].ends", "an end after the start"),
    (TWO_STARTS, "starts = 2024-03-09T10:59:59 #!", "sessions[1].starts", "one session at a time"),
    ("ends = 2024-03-09T10:00:00", "ends = 2024-03-09T10:30:00", "moments[1].starts",
     "one after another"),
    ("ends = 2024-03-09T12:00:00\n\n[[moments]]", "ends = 2024-03-09T11:59:00\n\n[[moments]]",
     "sessions[1].ends", "outside moments[1]"),
    ('title = "Closing"', 'title = "Closing"\nstarts = 2024-03-11T01:00:00 #!\n'
     "ends = 2024-03-11T02:00:00", "moments[2].starts", "on the days of the meeting"),
    ('title = "Closing"', 'title = "Closing"\nstarts = 2024-03-10T22:00:00\n'
     "ends = 2024-03-12T02:00:00 #!", "moments[2].ends", "on the days of the meeting"),
    ('title = "Closing"', 'title = "Closing"\nstarts = 2024-03-10T02:30:00 #!\n'
     "ends = 2024-03-10T04:00:00", "moments[2].starts", "America/New_York skip"),
    # the delegations
    ('"PER"', '"PRE" #!', "delegations[0].code", "did you mean PER?"),
    ('code2 = "PE"', 'code2 = "PR" #!', "delegations[0].code2", 'expected "PE"'),
    ('code2 = "PE"', 'code2 = "XX" #!', "delegations[0].code2", "no state the code"),
    ('"PE"\n', '"pe" #!\n', "delegations[0].code2", "two capital letters"),
    ('"XOB"', '"PER" #!', "delegations[1].code", "stands at delegations[0].code too"),
    ("state = false", 'state = false\ncode2 = "PE" #!', "delegations[1].code2", "another"),
    ("state = false", "state = false\norder_es = 1 #!", "delegations[1].order_es", "another"),
    ("state = false", "", "delegations[1].code", "or state = false"),
    ('"An observer"', '"PÉRU" #!', "delegations[1].name.en", "at delegations[0].name.en too"),
    ('name.en = "An observer"', 'name.es = "X" #!', "delegations[1].name.en", "meeting's language"),
    ("state = false", 'state = false\nnote = "" #!', "delegations[1].note", "unknown key"),
]  # fmt: skip

UNMARKED_LINES = {
    "sessions[1].topic": 41,
    "sessions[1].title": 41,
    "sessions[0].starts": 38,
    "sessions[1].ends": 47,
    "moments": 14,
    "moments[1].starts": 25,
    "moments[1].code": 22,
    "delegations[1].code": 56,
    "": 4,
}


@pytest.mark.parametrize(("old", "new", "path", "words"), SLIPS)
def test_a_slip_is_told_once_with_its_line(
    old: str, new: str, path: str, words: str, small: str, faults_in: FaultsIn
) -> None:
    assert small.count(old) >= 1
    text = small.replace(old, new, 1)
    marked = [number for number, line in enumerate(text.split("\n"), 1) if "#!" in line]
    faults = faults_in(text)
    assert [fault.path for fault in faults] == [path], faults
    assert words in faults[0].expected
    assert faults[0].line == (marked[0] if marked else UNMARKED_LINES[path])
    assert str(faults[0]).isprintable()


def test_the_sound_file_has_no_fault(small: str, faults_in: FaultsIn) -> None:
    assert faults_in(small) == ()


def test_all_faults_come_at_once_by_line(small: str, faults_in: FaultsIn) -> None:
    text = small
    for old, new in (
        ("limit_seconds = 120", "limit_seconds = 0"),
        ('place = "Here"\n', ""),
        ('"PER"', '"PRE"'),
        ("2024-03-10]", "2024-03-08]"),
        ('moment = "debate"', 'moment = "debates"'),
    ):
        text = text.replace(old, new, 1)
    assert [(fault.line, fault.path) for fault in faults_in(text)] == [
        (1, "meeting.place"),
        (6, "meeting.days[1]"),
        (10, "rules.limit_seconds"),
        (34, "sessions[0].moment"),
        (49, "delegations[0].code"),
    ]


def test_a_fault_names_file_line_and_path() -> None:
    fault = Fault("sessions.toml", 41, "sessions[2].limit_seconds", "found 0")
    assert str(fault) == "sessions.toml:41: sessions[2].limit_seconds: found 0"
    assert str(Fault("sessions.toml", None, "", "missing")) == "sessions.toml: missing"


def test_a_faulty_moment_is_not_called_missing_too(small: str, faults_in: FaultsIn) -> None:
    faults = faults_in(small.replace('code = "closing"', 'code = "Closing"'))
    assert [fault.path for fault in faults] == ["moments[2].code"]


def test_the_nine_moments_have_their_own_kinds(small: str, faults_in: FaultsIn) -> None:
    order = 'order_of_moments = ["opening", "debate", "closing"]\n'
    faults = faults_in(small.replace(order, "").replace('"closing"', '"closing_ceremony"'))
    told = {fault.path: fault.expected for fault in faults}
    assert 'expected "closing_ceremony"' in told["moments[2].kind"]
    assert "registration" in " ".join(f.expected for f in faults if f.path == "moments")


def test_an_evening_sitting_may_end_past_midnight(small: str, faults_in: FaultsIn) -> None:
    times = "\nstarts = 2024-03-10T22:00:00\nends = 2024-03-11T00:30:00"
    assert faults_in(small.replace('title = "Closing"', 'title = "Closing"' + times)) == ()


def test_a_flood_of_faults_is_cut_and_says_so(small: str, faults_in: FaultsIn) -> None:
    flood = "".join(f"unknown_{number} = 1\n" for number in range(20_000))
    faults = faults_in(flood + small)
    assert len(faults) == 201
    assert "first 200 faults" in faults[0].expected
