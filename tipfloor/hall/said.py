"""What the state says in words, in the language that is spoken."""

from __future__ import annotations

from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.delay import behind_plan
from tipfloor.core.registration.quorum import quorum
from tipfloor.core.state.meeting import Meeting
from tipfloor.hall.state import Sentences
from tipfloor.standing.chair.sentence import sentence
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import warning_word, word
from tipfloor.standing.times.reckoned import list_end, whole_minutes
from tipfloor.words import count, say, speaking
from tipfloor.words.catalogues import FALLBACK, catalogue
from tipfloor.words.plain import plain
from tipfloor.words.times import hour


def sentences(outlook: Outlook, silent: str) -> Sentences:
    """Return what is said beside the figures; `silent` is since when the record does not answer."""
    meeting, rules = outlook.meeting, outlook.meeting.plan.rules
    warnings = rules.warnings_at_seconds
    over = "phases.over_time_alert" if rules.at_limit == "alert" else "phases.over_time"
    return Sentences(
        phase=word(outlook),
        speaking=say("phases.speaking"),
        warning=warning_word(warnings[0]) if warnings else "",
        last_seconds=warning_word(warnings[-1]) if warnings else "",
        over_time=say(over),
        planned=say("phases.planned"),
        chair=_chair(outlook),
        plan=_plan(outlook),
        waiting=_waiting(meeting),
        list_ends=_list_ends(outlook),
        resumes=_resumes(outlook),
        present=_present(meeting),
        kind=_kind(meeting),
        record=say("hall.silent", time=silent) if silent else "",
    )


def _chair(outlook: Outlook) -> str:
    """Return the chair's sentence, in English whole where a language has only parts of it."""
    language = outlook.meeting.plan.meeting.language
    whole = "give" in catalogue(language, "chair")
    with speaking(language if whole else FALLBACK):
        return sentence(outlook)


def _plan(outlook: Outlook) -> str:
    behind = behind_plan(outlook.meeting, outlook.now)
    if behind is None:
        return ""
    minutes = whole_minutes(behind)
    if not minutes:
        return say("hall.on_plan")
    return count("hall.behind" if behind.total_seconds() > 0 else "hall.ahead", minutes)


def _waiting(meeting: Meeting) -> str:
    """Say how many wait and whether the list is open; nothing where there is no list."""
    if not meeting.has_list:
        return ""
    speakers = meeting.speakers()
    key = "hall.waiting" if speakers.is_open else "hall.waiting_closed"
    return count(key, len(speakers.waiting))


def _list_ends(outlook: Outlook) -> str:
    ends, zone = list_end(outlook), outlook.meeting.plan.zone
    if ends is None:
        return ""
    today = outlook.now.utc.astimezone(zone).date()
    return say("hall.list_ends", time=hour(ends, zone, today))


def _resumes(outlook: Outlook) -> str:
    """Say when the meeting goes on, as it was announced."""
    suspension = outlook.meeting.suspension
    if outlook.phase is not Phase.SUSPENDED or suspension is None or not suspension.resumes:
        return ""
    return say("hall.resumes", time=plain(suspension.resumes))


def _present(meeting: Meeting) -> str:
    found = quorum(meeting, "decide")
    told = say("hall.present", present=found.present, base=found.base)
    if not found.needed:
        return told
    key = "hall.quorum_met" if found.met else "hall.quorum_lacking"
    return f"{told} · {say(key, needed=found.needed)}"


def _kind(meeting: Meeting) -> str:
    """Say what kind of remark is on where it is not an ordinary one."""
    floor = meeting.floor
    if floor is None or floor.entry.kind == "remark":
        return ""
    return say(f"export.kind_{floor.entry.kind}")
