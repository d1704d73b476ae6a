"""The report's figures in the words of the interface."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.desk.reporting.figures import REASONS, Figures
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Cell, Value
from displayctl.desk.reporting.words import REASONS as REASON_WORDS
from displayctl.desk.reporting.words import Words
from displayctl.desktop.presenters.words import clock_seconds_words, clock_words, date_short, duration_words, listed

translate = QCoreApplication.translate
TOLD_FROM_SECONDS = 1.0
"""What is missing of a plan in seams between items is not worth a word."""


def in_my_language(words: Words) -> str:
    """Of words in two languages those of the interface."""
    return words[0] if QLocale().language() == QLocale.Language.Indonesian else words[1]


def cell_words(value: Value, cell: Cell, zone: ZoneInfo) -> str:
    """A cell as it is read; a dash for what there is not."""
    match value:
        case None | "":
            return "–"
        case datetime():
            civil = value.astimezone(zone)
            return f"{date_short(civil.date())} {clock_seconds_words(civil)}"
        case timedelta():
            return length_words(value.total_seconds())
        case float():
            return part_words(value)
        case int():
            return QLocale().toString(value)
        case _:
            return value


def length_words(seconds: float) -> str:
    """As ``3 jam 5 mnt``; what is less than a second is nothing."""
    return duration_words(timedelta(seconds=round(seconds)))


def part_words(part: float | None) -> str:
    """As ``97,4 %``; what is not whole never reads as 100 or 0."""
    if part is None:
        return "–"
    percent = round(100 * part, 1)
    if percent >= 100 and part < 0.9999999:
        percent = 99.9
    if percent <= 0 and part > 0.0000001:
        percent = 0.1
    return f"{QLocale().toString(percent, 'f', 0 if percent == round(percent) else 1)} %"


def missing_words(figures: Figures) -> str:
    """As ``Kurang 3 jam: layar tidak tayang 2 jam, tertutup pesan darurat 1 jam.``; that all was kept, where it was;
    nothing where there is nothing to tell of.
    """
    if figures.planned_seconds <= 0 and figures.played_seconds < TOLD_FROM_SECONDS:
        return ""
    if figures.planned_seconds <= 0:
        return translate("Reports", "Shown without a plan: {length}.").format(
            length=length_words(figures.played_seconds)
        )
    told = [(reason, float(getattr(figures, f"{reason}_seconds"))) for reason in REASONS]
    named = [
        f"{in_my_language(REASON_WORDS[reason]).lower()} {length_words(seconds)}"
        for reason, seconds in told
        if seconds >= TOLD_FROM_SECONDS
    ]
    if not named:
        return translate("Reports", "All of it was kept.")
    words = translate("Reports", "Missing {length}: {reasons}.")
    return words.format(length=length_words(figures.missing_seconds), reasons=listed(named))


def state_words(report: AirReport, zone: ZoneInfo) -> str:
    """Of what time the figures are, and that there is more to come where it is not over."""
    if report.is_complete:
        return ""
    civil = report.made_at.astimezone(zone)
    words = translate("Reports", "Up to {when}; what is still to come is not missing.")
    return words.format(when=f"{date_short(civil.date())} {clock_words(civil)}")
