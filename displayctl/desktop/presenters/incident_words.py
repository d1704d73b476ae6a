"""Incidents in words: what each message was, how fast walls showed it, what became of it, and the monthly drill."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.api.incidents import DrillStatus, IncidentInfo, IncidentStep, StepKind, WallOutcome
from displayctl.desktop.look.palette import COLOURS, level_ink
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_seconds_words, counted, date_short, duration_words, listed
from schedules.alert import AlertLevel
from schedules.codec import alert_from_dict

translate = QCoreApplication.translate
LEVEL_ROLES = {AlertLevel.AWAS: "chip-danger", AlertLevel.SIAGA: "chip-warning", AlertLevel.WASPADA: "chip"}


def instant_words(instant: datetime | None) -> str:
    """As ``23 Nov 2026 19.42.05``; a dash for what never was."""
    if instant is None:
        return "–"
    civil = instant.astimezone(office_zone())
    return f"{date_short(civil.date())} {clock_seconds_words(civil)}"


def clock_of(instant: datetime | None) -> str:
    """As ``19.42.05``; a dash for what never was."""
    return "–" if instant is None else clock_seconds_words(instant.astimezone(office_zone()))


def seconds_words(seconds: float | None) -> str:
    """As ``0,31 dtk``; in minutes where it took that long, a dash for what never was."""
    if seconds is None:
        return "–"
    if seconds >= 60:
        return duration_words(timedelta(seconds=seconds))
    return translate("Words", "{n} s").format(n=QLocale().toString(seconds, "f", 2 if seconds < 10 else 0))


def level_chip(info: IncidentInfo) -> tuple[str, str]:
    """The level's word, and its role in the style sheet; no drill looks like earnest."""
    level = AlertLevel(info.level)
    if info.drill:
        return f"LATIHAN · {level.name}", "chip"
    return level.name, LEVEL_ROLES[level]


def level_colour(info: IncidentInfo) -> str:
    """The colour of a level; drills have one of their own, so that nobody takes them for earnest."""
    if info.drill:
        return COLOURS.drill
    return level_ink(info.level)


def state_words(info: IncidentInfo) -> str:
    """What it was and what came of it, as ``latihan, diralat``."""
    words = [translate("Incidents", "drill")] if info.drill else []
    words += [translate("Incidents", "on the walls now")] if info.live else []
    words += [translate("Incidents", "corrected")] if info.corrected else []
    return ", ".join(words) or translate("Incidents", "over")


def reach_words(info: IncidentInfo) -> str:
    """On how many walls it came, and how fast where it came at all."""
    if info.median_seconds is None:
        one = translate("Incidents", "Shown on {shown} of {count} wall")
        many = translate("Incidents", "Shown on {shown} of {count} walls")
        return counted(one, many, info.walls, shown=info.shown)
    return counted(
        translate("Incidents", "Shown on {shown} of {count} wall; button to wall {median}, worst {worst}"),
        translate("Incidents", "Shown on {shown} of {count} walls; button to wall {median}, worst {worst}"),
        info.walls,
        shown=info.shown,
        median=seconds_words(info.median_seconds),
        worst=seconds_words(info.worst_seconds),
    )


def missing_words(info: IncidentInfo) -> str:
    """Which walls never said that they showed it; empty where all did."""
    if not info.missing:
        return ""
    return translate("Incidents", "Never shown on {walls}").format(walls=listed([wall.name for wall in info.missing]))


def step_words(step: IncidentStep) -> str:
    """One message of an incident, as ``Diperpanjang: Evakuasi tsunami (AWAS), ditandatangani Sekar``."""
    alert = alert_from_dict(step.value)
    verb = {
        StepKind.RAISED: translate("Incidents", "Sent"),
        StepKind.UPDATED: translate("Incidents", "Updated"),
        StepKind.EXTENDED: translate("Incidents", "Extended"),
        StepKind.CORRECTED: translate("Incidents", "Corrected"),
        StepKind.ENDED: translate("Incidents", "Said to be over"),
    }[step.kind]
    words = f"{verb}: {alert.headline} ({alert.level.name})"
    names = listed([signer.name for signer in step.signers])
    if names:
        words = translate("Incidents", "{words}, signed by {names}").format(words=words, names=names)
    return words


def end_words(outcome: WallOutcome) -> str:
    """When and why it left a wall."""
    why = {
        "expired": translate("Incidents", "time over"),
        "withdrawn": translate("Incidents", "taken back"),
        "superseded": translate("Incidents", "replaced"),
        "": "",
    }.get(outcome.why, outcome.why)
    at = clock_of(outcome.ended_at)
    return f"{at} ({why})" if why else at


def drill_words(status: DrillStatus, now: datetime) -> tuple[str, str]:
    """Where this month's drill stands, and the role of it in the style sheet."""
    if status.done:
        return translate("Incidents", "This month's drill was done."), "chip-good"
    if status.overdue:
        return translate("Incidents", "This month has had no drill yet."), "chip-warning"
    if status.due_at is None:
        return translate("Incidents", "No reminder of the monthly drill is wanted."), "chip"
    if status.due_at <= now:  # before the office kept a record, so that it is not owed
        return translate("Incidents", "Monthly drills begin next month."), "chip"
    due = translate("Incidents", "This month's drill is due on {when}.").format(when=instant_words(status.due_at)[:-3])
    return due, "chip"
