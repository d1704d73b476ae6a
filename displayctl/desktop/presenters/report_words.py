"""The report's figures in words."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import PlayedReport
from displayctl.desktop.presenters.words import duration_words

translate = QCoreApplication.translate


def share_words(planned_seconds: float, played_seconds: float) -> str:
    """How much of the plan was kept, as ``98 %``."""
    if planned_seconds <= 0:
        return translate("Reports", "unplanned")
    return f"{round(100 * played_seconds / planned_seconds)} %"


def summary_words(report: PlayedReport) -> str:
    """One line over the table."""
    planned = sum(row.planned_seconds for row in report.rows)
    played = sum(row.played_seconds for row in report.rows)
    text = translate("Reports", "Played {played} of {planned} planned ({share})")
    return text.format(
        played=duration_words(timedelta(seconds=played)),
        planned=duration_words(timedelta(seconds=planned)),
        share=share_words(planned, played),
    )
