"""Chapters lie where the record has who was heard, whatever the recording and the clocks did."""

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.helpers.play import Play
from tipfloor.commands.chapters import FORMS
from tipfloor.export.recording.anchor import (
    Anchor,
    NoAnchor,
    at_beginning,
    at_remark,
    without,
)
from tipfloor.export.recording.chapters import Chapter, chapters, with_gaps, with_rests
from tipfloor.export.recording.forms import CHAPTER_FORMS, TITLE_BYTES, Laid, list_of, remarks_on
from tipfloor.export.recording.offsets import exact, in_lists, read_offset
from tipfloor.export.snapshot import Snapshot, take
from tipfloor.proceedings import Proceedings

ROOT = Path(__file__).parents[3]
BEGAN = datetime(2024, 2, 5, 16, 0, tzinfo=UTC)
"""When the clock of a play begins, and its recording with it."""

InSession = Callable[..., Play]


def spans(play: Play, anchor: Anchor | None = None) -> list[tuple[str, int, int]]:
    snapshot = take(play.proceedings)
    found = chapters(snapshot, anchor or at_beginning(snapshot.meeting, BEGAN), None)
    return [(one.name, one.start, one.end) for one in found]


def speak(play: Play, code: str, seconds: float) -> None:
    play.act("inscribe", delegation=code)
    play.speak(seconds)


def test_a_remark_is_a_chapter_from_its_first_word_to_its_last(in_session: InSession) -> None:
    play = in_session()
    play.wait(10)
    speak(play, "BRA", 60.5)
    play.wait(2)
    speak(play, "CHL", 30)
    assert spans(play) == [("remark-1", 10_000, 70_500), ("remark-2", 72_500, 102_500)]


def test_it_ends_when_the_speaker_stopped_not_when_the_floor_was_withdrawn(
    in_session: InSession,
) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(133)
    play.act("end_remark")
    assert spans(play) == [("remark-1", 0, 133_000)]


def test_one_in_writing_is_none_and_one_under_way_goes_to_now(in_session: InSession) -> None:
    play = in_session()
    play.act("submit_in_writing", delegation="BRA")
    play.act("inscribe", delegation="CHL")
    play.act("give_floor")
    play.wait(12)
    assert spans(play) == [("remark-2", 0, 12_000)]


def test_a_pause_is_within_and_a_suspension_parts_it(in_session: InSession) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(10)
    play.act("pause", reason="microphone")
    play.wait(5)
    play.act("resume")
    play.wait(10)
    play.act("suspend")
    play.wait(600)
    play.act("resume_meeting")
    play.wait(20)
    play.act("end_remark")
    assert spans(play) == [("remark-1", 0, 25_000), ("remark-1-2", 625_000, 645_000)]
    snapshot = take(play.proceedings)
    told = with_rests(snapshot, at_remark(snapshot.meeting, 1, 0), None)
    assert [one.title for one in told] == [
        "Brazil",
        "The meeting is suspended",
        "Brazil (continued)",
    ]


@pytest.mark.parametrize("jump", [-3_600_000, 37_000])
def test_a_wall_clock_that_is_set_moves_no_chapter(in_session: InSession, jump: int) -> None:
    play = in_session()
    speak(play, "BRA", 60)
    play.clock.jump_wall(jump)
    play.wait(5)
    speak(play, "CHL", 30)
    assert spans(play) == [("remark-1", 0, 60_000), ("remark-2", 65_000, 95_000)]


def test_a_remark_anchors_those_before_it_too(in_session: InSession) -> None:
    play = in_session()
    speak(play, "BRA", 60)
    speak(play, "CHL", 30)
    meeting = take(play.proceedings).meeting
    assert spans(play, at_remark(meeting, 2, 45_000)) == [
        ("remark-1", 0, 45_000),
        ("remark-2", 45_000, 75_000),
    ]


def test_times_without_webcast_may_be_missing_in_the_recording(in_session: InSession) -> None:
    play = in_session()
    speak(play, "BRA", 60)
    play.act("begin_outage")
    play.wait(20)
    play.act("inscribe", delegation="CHL")
    play.act("give_floor")
    play.wait(65)
    play.act("end_outage")
    play.wait(15)
    play.act("end_remark")
    snapshot = take(play.proceedings)
    meeting = snapshot.meeting
    whole = at_remark(meeting, 1, 0)
    cut = without(whole, meeting.outages)
    assert spans(play, whole)[1] == ("remark-2", 80_000, 160_000)
    assert spans(play, cut)[1] == ("remark-2", 60_000, 75_000)
    after = without(at_remark(meeting, 2, 200_000), meeting.outages)
    assert after.place(meeting.remarks[0].given_at) == 140_000


def test_a_recording_holds_what_lies_in_it_and_in_its_sitting(in_session: InSession) -> None:
    play = in_session()
    for code in ("BRA", "CHL", "URY"):
        speak(play, code, 60)
    play.act("adjourn")
    play.wait(60 * 60 * 20)
    play.act("resume_meeting")
    speak(play, "JAM", 10)
    snapshot = take(play.proceedings)
    anchor = at_remark(snapshot.meeting, 1, -30_000 + 60_000)
    found = chapters(snapshot, anchor, 100_000)
    assert [(one.name, one.start, one.end) for one in found] == [
        ("remark-1", 30_000, 90_000),
        ("remark-2", 90_000, 100_000),
    ]
    next_day = chapters(snapshot, at_remark(snapshot.meeting, 4, 0), None)
    assert [one.name for one in next_day] == ["remark-4"]


def test_anchors_that_hold_nothing_say_why(in_session: InSession) -> None:
    play = in_session()
    play.act("submit_in_writing", delegation="BRA")
    meeting = take(play.proceedings).meeting
    with pytest.raises(NoAnchor, match="no_remark"):
        at_remark(meeting, 7, 0)
    with pytest.raises(NoAnchor, match="in_writing"):
        at_remark(meeting, 1, 0)
    with pytest.raises(NoAnchor, match="after_all"):
        at_beginning(meeting, BEGAN + timedelta(days=1))


@pytest.fixture(scope="module")
def rehearsed(whole_meeting: Proceedings) -> Snapshot:
    return take(whole_meeting)


@pytest.fixture(scope="module")
def laid(rehearsed: Snapshot) -> Laid:
    anchor = at_remark(rehearsed.meeting, 1, 95_000)
    found = chapters(rehearsed, anchor, None)
    rests = with_rests(rehearsed, anchor, None)
    return Laid('Day <1> & "co"', "en", found, with_gaps(found), rests)


def test_chapters_rise_and_none_is_empty_or_over_another(laid: Laid) -> None:
    for some in (laid.plain, laid.gaps, laid.rests):
        assert all(one.start < one.end for one in some)
        assert all(one.end <= other.start for one, other in pairwise(some))
    assert laid.gaps[0].start == 0
    assert all(other.start - one.end < 1000 for one, other in pairwise(laid.gaps))


def test_every_remark_of_the_sitting_is_a_chapter_to_the_millisecond(
    rehearsed: Snapshot, laid: Laid
) -> None:
    first = rehearsed.meeting.remarks[0]
    spoken = [x for x in rehearsed.meeting.remarks if x.day == first.day and x.was_spoken]
    told = {one.name: one for one in laid.plain}
    assert spoken
    for remark in spoken:
        one = told[f"remark-{remark.number}"]
        assert one.start == 95_000 + remark.given_at.since(first.given_at)
        ended = remark.stopped_at if remark.withdrawn else remark.ended_at
        assert ended
        assert one.end == 95_000 + ended.since(first.given_at)


@pytest.mark.parametrize("ending", ["mp4", "mkv"])
def test_they_come_back_from_a_container_as_they_went_in(
    laid: Laid, tmp_path: Path, ending: str
) -> None:
    ffmpeg = pytest.importorskip("imageio_ffmpeg", reason="pip install imageio-ffmpeg")
    program = ffmpeg.get_ffmpeg_exe()
    (tmp_path / "in").write_text(CHAPTER_FORMS["ffmetadata"](laid), "utf-8")
    length = str(laid.gaps[-1].end / 1000 + 1)
    picture = ("-f", "lavfi", "-i", "color=s=16x16:r=1/10", "-f", "ffmetadata", "-i", "in")
    kept = ("-map", "0", "-map_chapters", "1", "-t", length, "-c:v", "mpeg4")
    for asked in (
        (*picture, *kept, f"o.{ending}"),
        ("-i", f"o.{ending}", "-f", "ffmetadata", "back"),
    ):
        subprocess.run([program, "-v", "error", "-y", *asked], cwd=tmp_path, check=True)
    back = _read_ffmetadata((tmp_path / "back").read_text("utf-8"))
    assert back == [(one.start, one.end, one.title) for one in laid.gaps]


def _read_ffmetadata(text: str) -> list[tuple[float, float, str]]:
    found = re.findall(
        r"\[CHAPTER\]\nTIMEBASE=1/(\d+)\nSTART=(\d+)\nEND=(\d+)\ntitle=((?:\\.|[^\\\n])*)", text
    )
    return [
        (int(start) * 1000 / int(base), int(end) * 1000 / int(base), re.sub(r"\\(.)", r"\1", title))
        for base, start, end, title in found
    ]


HOSTILE = [
    Chapter(0, 15_000, 'a=b;c#d\\e & <f> "g" --> [CHAPTER]', "remark-1"),
    Chapter(16_000, 40_000, "日本 العربية", "remark-2"),
    Chapter(41_000, 41_001, "x" * 200, "remark-3"),
]


@pytest.fixture
def hostile() -> Laid:
    return Laid('"<&>', "en", HOSTILE, with_gaps(HOSTILE), HOSTILE)


def test_titles_of_any_make_come_back_from_webvtt(hostile: Laid, tmp_path: Path) -> None:
    webvtt = pytest.importorskip("webvtt", reason="pip install webvtt-py")
    text = CHAPTER_FORMS["webvtt"](hostile)
    assert text.startswith("WEBVTT\nKind: chapters\n")
    cues = webvtt.from_string(text)
    assert [(cue.start, cue.end, cue.identifier) for cue in cues] == [
        (exact(one.start), exact(one.end), one.name) for one in HOSTILE
    ]
    unescaped = (cue.text.replace("&lt;", "<").replace("&gt;", ">") for cue in cues)
    assert [text.replace("&amp;", "&") for text in unescaped] == [one.title for one in HOSTILE]


def test_titles_of_any_make_come_back_from_the_other_forms(hostile: Laid) -> None:
    told = _read_ffmetadata(CHAPTER_FORMS["ffmetadata"](hostile))
    assert [title for _, _, title in told] == [one.title for one in hostile.gaps]
    root = ElementTree.fromstring(CHAPTER_FORMS["podlove"](hostile))
    assert [one.get("title") for one in root] == [one.title for one in HOSTILE]
    read = json.loads(CHAPTER_FORMS["podcasting"](hostile))
    assert [(one["startTime"], one["endTime"]) for one in read["chapters"]] == [
        (one.start / 1000, one.end / 1000) for one in HOSTILE
    ]


def test_a_list_begins_at_nought_and_leaves_out_what_is_too_short(hostile: Laid) -> None:
    short = [*HOSTILE[:2], Chapter(20_000, 25_000, "short", "remark-4")]
    late = Laid("Title", "en", [HOSTILE[1]], [], [HOSTILE[1]])
    assert CHAPTER_FORMS["list"](late) == "0:00 Title\n0:16 日本 العربية\n"
    told = list_of(Laid("Title", "en", short, short, short))
    assert all(other.start - one.start >= 10_000 for one, other in pairwise(told))
    assert [text.split()[0] for text in remarks_on("list", late)] == ["Video"]
    assert any(
        text.startswith("One chapter")
        for text in remarks_on("list", Laid("", "en", short, [], short))
    )


def test_titles_that_an_mp3_cannot_hold_are_told(hostile: Laid) -> None:
    assert any(str(TITLE_BYTES) in told for told in remarks_on("ffmetadata", hostile))
    assert remarks_on("webvtt", hostile) == []
    assert len(remarks_on("webvtt", Laid("", "en", [], [], []))) == 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0:01:35", 95_000),
        ("1:35", 95_000),
        ("95.5", 95_500),
        ("3:00:00,25", 10_800_250),
        ("0:75", None),
        ("1:75:00", None),
        ("-5", None),
        ("", None),
        ("1:2:3:4", None),
    ],
)
def test_offsets(text: str, read: int | None) -> None:
    assert read_offset(text) == read
    if read is not None:
        assert read_offset(exact(read)) == read
        assert read_offset(in_lists(read)) == read // 1000 * 1000


def test_the_command_takes_every_form() -> None:
    assert tuple(CHAPTER_FORMS) == FORMS
