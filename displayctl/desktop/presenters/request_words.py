"""Requests for airtime in words: states, wishes, checks, and what happened to one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.api.request_settings import RequestSettings
from displayctl.api.request_states import (
    CheckAnswer,
    RequestFileKind,
    RequestLinkKind,
    RequestState,
    RequestStepKind,
    Side,
)
from displayctl.api.requests import Airings, Request, RequestBrief, RequestStep, Wish
from displayctl.desktop.presenters.slot_words import spoken_language
from displayctl.desktop.presenters.words import (
    clock_words,
    counted,
    date_range_words,
    date_short,
    duration_words,
    listed,
    weekday_short,
)

translate = QCoreApplication.translate


def state_name(state: RequestState) -> str:
    """A state in a word or two."""
    return {
        RequestState.NEW: translate("Requests", "New"),
        RequestState.SEEN: translate("Requests", "Being looked at"),
        RequestState.NEEDS: translate("Requests", "Needs changes"),
        RequestState.ACCEPTED: translate("Requests", "Accepted"),
        RequestState.DECLINED: translate("Requests", "Declined"),
        RequestState.SCHEDULED: translate("Requests", "Scheduled"),
        RequestState.BROADCAST: translate("Requests", "Broadcast"),
        RequestState.CLOSED: translate("Requests", "Closed"),
        RequestState.WITHDRAWN: translate("Requests", "Withdrawn"),
    }[state]


def state_role(state: RequestState) -> str:
    """The chip that a state is shown in."""
    if state in (RequestState.NEW, RequestState.NEEDS):
        return "chip-warning"
    if state in (RequestState.DECLINED, RequestState.WITHDRAWN):
        return "chip-danger"
    if state in (RequestState.ACCEPTED, RequestState.SCHEDULED, RequestState.BROADCAST):
        return "chip-good"
    return "chip"


def answer_name(answer: CheckAnswer | None) -> str:
    """How a rule is kept."""
    if answer is None:
        return translate("Requests", "not looked at")
    return {
        CheckAnswer.YES: translate("Requests", "Yes"),
        CheckAnswer.NO: translate("Requests", "No"),
        CheckAnswer.NA: translate("Requests", "Does not apply"),
    }[answer]


def file_kind_name(kind: RequestFileKind) -> str:
    return {
        RequestFileKind.PICTURE: translate("Requests", "Picture"),
        RequestFileKind.DOCUMENT: translate("Requests", "PDF"),
        RequestFileKind.VIDEO: translate("Requests", "Video"),
    }[kind]


def link_kind_name(kind: RequestLinkKind) -> str:
    return {
        RequestLinkKind.MEDIUM: translate("Requests", "Medium"),
        RequestLinkKind.PLAYLIST: translate("Requests", "Playlist"),
        RequestLinkKind.SLOT: translate("Requests", "Booking"),
    }[kind]


def rule_words(settings: RequestSettings, rule_id: str) -> str:
    """A rule in the language of the interface; its id where it is gone."""
    rule = next((each for each in settings.rules if each.id == rule_id), None)
    if rule is None:
        return rule_id
    return rule.english if rule.english and spoken_language() == "en" else rule.words


def days_words(first: date | None, last: date | None) -> str:
    """As ``23 Nov – 4 Des 2026``, the year once where both days have it; a dash for no wish."""
    if first is None and last is None:
        return "–"
    if first == last or last is None or first is None:
        return date_short(first or last or date.min)
    return date_range_words(first, last)


def wish_words(wish: Wish, walls: Mapping[str, str]) -> str:
    """When and where it is wished for, in a line; `walls` are names by id."""
    parts = [days_words(wish.first, wish.last)]
    if wish.weekdays:
        parts.append(listed([weekday_short(day) for day in wish.weekdays]))
    if wish.starts or wish.ends:
        parts.append("–".join(clock_words(time.fromisoformat(at)) if at else "…" for at in (wish.starts, wish.ends)))
    if wish.times_a_day:
        parts.append(
            counted(translate("Requests", "once a day"), translate("Requests", "{count} times a day"), wish.times_a_day)
        )
    if wish.walls:
        parts.append(listed([walls.get(wall, wall) for wall in wish.walls]))
    if wish.note:
        parts.append(f"“{wish.note}”")
    return " · ".join(parts)


def brief_words(request: RequestBrief) -> str:
    """What stands below the title in the list."""
    words = f"{request.agency_name} · {days_words(request.wish.first, request.wish.last)}"
    return translate("Requests", "Added to · {words}").format(words=words) if request.agency_spoke else words


def instant_words(instant: datetime, zone: ZoneInfo) -> str:
    """As ``23 Nov 2026 19.42``."""
    civil = instant.astimezone(zone)
    return f"{date_short(civil.date())} {clock_words(civil)}"


def airings_words(airings: Airings, walls: Mapping[str, str], zone: ZoneInfo) -> str:
    """How often each wall has shown it, a line each; empty where none has."""
    lines = []
    for wall in sorted({row.display_id for row in airings.rows}):
        rows = [row for row in airings.rows if row.display_id == wall]
        one = translate("Requests", "{wall}: once, {length}, on {last}")
        many = translate("Requests", "{wall}: {count} times, {length} in all; last on {last}")
        lines.append(
            counted(
                one,
                many,
                sum(row.plays for row in rows),
                wall=walls.get(wall, wall),
                length=duration_words(timedelta(seconds=sum(row.seconds for row in rows))),
                last=instant_words(max(row.last for row in rows), zone),
            )
        )
    return "\n".join(lines)


def history_words(request: Request, zone: ZoneInfo) -> str:
    """What happened, the newest first, a line or more each."""
    return "\n".join(step_words(step, zone) for step in reversed(request.steps))


def step_words(step: RequestStep, zone: ZoneInfo) -> str:
    """As ``23 Nov 2026 19.42 · Rina: disetujui``."""
    by = translate("Requests", "The hub") if step.side is Side.HUB else step.by
    return f"{instant_words(step.at, zone)} · {by}: {_deed(step)}"


def _deed(step: RequestStep) -> str:
    words = " ".join(step.words.split())
    match step.kind:
        case RequestStepKind.ASKED:
            return translate("Requests", "asked")
        case RequestStepKind.CHANGED:
            return translate("Requests", "changed what is asked for")
        case RequestStepKind.STATE:
            name = state_name(step.state) if step.state is not None else ""
            return f"{name} – {words}" if words else name
        case RequestStepKind.REPLY:
            return f"“{words}”"
        case RequestStepKind.FILE:
            return translate("Requests", "added {files}").format(files=words)
        case RequestStepKind.CHECK:
            return translate("Requests", "looked at the rules")
        case RequestStepKind.LINK:
            return translate("Requests", "made from it: {thing}").format(thing=_thing(words))
        case RequestStepKind.UNLINK:
            return translate("Requests", "taken out again: {thing}").format(thing=_thing(words))
        case RequestStepKind.ANSWER:
            return translate("Requests", "answered")


def _thing(words: str) -> str:
    """``slot: Posyandu`` with the kind in words."""
    kind, _, name = words.partition(": ")
    return f"{link_kind_name(RequestLinkKind(kind))} {name}" if kind in set(RequestLinkKind) else words
