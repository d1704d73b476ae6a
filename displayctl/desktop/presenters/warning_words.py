"""Warnings and feeds in the words of the interface: kinds, states, time left, walls, how feeds do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.api.feeds import FeedInfo, FeedKind
from displayctl.api.warnings import WarningBrief, WarningEnd, WarningState
from displayctl.desktop.presenters.words import ago_words, clock_words, date_short, duration_words, listed

translate = QCoreApplication.translate
MOST_NAMED = 3


def kind_words(kind: str) -> str:
    """What a warning is of."""
    return {
        "rain": translate("Warnings", "Heavy rain"),
        "thunderstorm": translate("Warnings", "Thunderstorm"),
        "quake": translate("Warnings", "Earthquake"),
        "tsunami": translate("Warnings", "Tsunami"),
        "flood": translate("Warnings", "Flood"),
    }.get(kind, translate("Warnings", "Other"))


def severity_words(severity: str) -> str:
    """How grave its source says it is."""
    return {
        "Extreme": translate("Warnings", "extreme"),
        "Severe": translate("Warnings", "severe"),
        "Moderate": translate("Warnings", "moderate"),
        "Minor": translate("Warnings", "minor"),
    }.get(severity, translate("Warnings", "of unknown severity"))


def state_chip(warning: WarningBrief) -> tuple[str, str]:
    """A word for its state, and the role of a chip that suits it."""
    if warning.correction_due:
        return translate("Warnings", "taken back, still shown"), "chip-danger"
    if warning.state is WarningState.SHOWN and warning.decision is not None and not warning.decision.standing:
        return translate("Warnings", "no longer on the walls"), "chip-warning"
    if warning.state is WarningState.SHOWN:
        overtaken = warning.decision is not None and warning.decision.overtaken
        words = translate("Warnings", "shown, changed since") if overtaken else translate("Warnings", "shown")
        return words, "chip-warning" if overtaken else "chip-good"
    if warning.state is WarningState.DISMISSED:
        return translate("Warnings", "not shown"), "chip"
    if warning.state is WarningState.OVER:
        return end_words(warning.ended_why), "chip"
    if not warning.reaches_a_wall:
        return translate("Warnings", "reaches no wall"), "chip"
    return translate("Warnings", "new"), "chip-danger"


def counted_words(state: str, warning: WarningBrief) -> str:
    """A state with how many walls it is about, where there are any."""
    count = len(warning.walls) or len(warning.unknown)
    return translate("Warnings", "{state} · walls: {count}").format(state=state, count=count) if count else state


def end_words(why: WarningEnd | None) -> str:
    """Why it is over, in a word or two."""
    return {
        WarningEnd.CANCELLED: translate("Warnings", "taken back by its source"),
        WarningEnd.LEFT: translate("Warnings", "no longer on the list"),
    }.get(why or WarningEnd.EXPIRED, translate("Warnings", "over"))


def left_words(warning: WarningBrief, now: datetime, zone: ZoneInfo) -> str:
    """How long it holds still, when it begins, or since when it is over."""
    if warning.ended_at is not None:
        return translate("Warnings", "ended {ago}").format(ago=ago_words(now, warning.ended_at))
    if warning.effective > now:
        return translate("Warnings", "begins at {time}").format(time=instant_words(warning.effective, now, zone))
    return translate("Warnings", "{length} left").format(length=_length(warning.expires - now))


def span_words(warning: WarningBrief, now: datetime, zone: ZoneInfo) -> str:
    """As ``berlaku 15.00 – 18.30``, with the date where it is not today's."""
    first, last = (instant_words(at, now, zone) for at in (warning.effective, warning.expires))
    return translate("Warnings", "holds {first} – {last}").format(first=first, last=last)


def instant_words(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """As ``15.00``, with the date where that is not today's."""
    there = at.astimezone(zone)
    clock = clock_words(there)
    return clock if there.date() == now.astimezone(zone).date() else f"{date_short(there.date())} {clock}"


def walls_words(warning: WarningBrief, names: Mapping[str, str]) -> str:
    """Which walls stand in it, and which may."""
    said = []
    if warning.walls:
        inside = few([names.get(each, each) for each in warning.walls])
        said.append(translate("Warnings", "Walls inside: {walls}.").format(walls=inside))
    if warning.unknown:
        unplaced = few([names.get(each, each) for each in warning.unknown])
        words = translate("Warnings", "Perhaps inside, as nobody has entered where they stand: {walls}.")
        said.append(words.format(walls=unplaced))
    return " ".join(said) or translate("Warnings", "No wall stands in it.")


def decision_words(warning: WarningBrief, zone: ZoneInfo) -> str:
    """Who decided what; empty where nobody has."""
    made = warning.decision
    if made is None:
        return ""
    when = made.at.astimezone(zone)
    told = {"by": made.by, "time": f"{date_short(when.date())} {clock_words(when)}", "reason": made.reason}
    if made.state is WarningState.SHOWN:
        return translate("Warnings", "Shown by {by}, {time}.").format(**told)
    return translate("Warnings", "Not shown, by {by}, {time}: {reason}").format(**told)


def notice_words(warning: WarningBrief) -> str:
    """What is said across the top when a new one reaches a wall."""
    words = translate("Warnings", "New warning from {source}: {headline}. Walls: {count}")
    count = len(warning.walls) or len(warning.unknown)
    return words.format(source=source_words(warning), headline=warning.headline or warning.event, count=count)


def correction_words(warning: WarningBrief) -> str:
    """What is said across the top when a source takes back what is shown."""
    words = {
        WarningEnd.CANCELLED: translate(
            "Warnings", "{source} has taken back “{headline}”, and the walls still show it."
        ),
        WarningEnd.LEFT: translate(
            "Warnings", "“{headline}” is no longer on {source}'s list, and the walls still show it."
        ),
    }.get(
        warning.ended_why or WarningEnd.EXPIRED,
        translate("Warnings", "“{headline}” of {source} is over, and the walls still show it."),
    )
    return words.format(source=source_words(warning), headline=warning.headline or warning.event)


def not_noted_words(why: str) -> str:
    """What is said once an emergency goes out and the hub could not keep which warning it shows."""
    words = translate("WarningsPage", "It is on its way to the walls, but was not noted here. {why}")
    return words.format(why=why)


def source_words(warning: WarningBrief) -> str:
    """Who says so."""
    return warning.attribution or warning.source


def feed_kind_words(kind: FeedKind) -> str:
    """What kind of feed it is."""
    return {
        FeedKind.BMKG_NOWCAST: translate("Warnings", "BMKG weather warnings (nowcast)"),
        FeedKind.BMKG_QUAKES: translate("Warnings", "BMKG earthquakes"),
        FeedKind.INATEWS: translate("Warnings", "InaTEWS tsunami"),
        FeedKind.CAP: translate("Warnings", "CAP address"),
        FeedKind.FOLDER: translate("Warnings", "Folder for CAP files"),
    }[kind]


def feed_words(feed: FeedInfo, now: datetime) -> str:
    """How a feed does, as ``BMKG nowcast: terakhir berhasil 40 dtk lalu``."""
    name, health = feed.settings.name, feed.health
    if not feed.settings.enabled:
        return translate("Warnings", "{name}: switched off").format(name=name)
    if health.last_good_at is None:
        return translate("Warnings", "{name}: nothing has come yet").format(name=name)
    ago = _exact_ago(now, health.last_good_at)
    words = translate("Warnings", "{name}: last good {ago}")
    if health.silent:
        words = translate("Warnings", "{name}: SILENT, last good {ago}")
    return words.format(name=name, ago=ago)


def feed_role(feed: FeedInfo) -> str:
    """The role of a chip that suits how it does."""
    if not feed.settings.enabled:
        return "chip"
    if feed.health.silent:
        return "chip-danger"
    if feed.health.failures or feed.health.last_good_at is None:
        return "chip-warning"
    return "chip-good"


def _exact_ago(now: datetime, then: datetime) -> str:
    seconds = max(0, round((now - then).total_seconds()))
    if seconds >= 100:
        return ago_words(now, then)
    return translate("Words", "{length} ago").format(length=duration_words(timedelta(seconds=seconds)))


def _length(length: timedelta) -> str:
    """In minutes: a list that ticks by the second makes people nervous."""
    return duration_words(timedelta(minutes=max(1, round(length.total_seconds() / 60))))


def few(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """The first `most` of these, and how many more there are."""
    more = [f"+{len(names) - most}"] if len(names) > most else []
    return listed([*names[:most], *more])
