"""Emergency messages in words: levels, and how long."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from schedules.alert import AlertLevel

translate = QCoreApplication.translate


def level_name(level: AlertLevel) -> str:
    """Indonesia's own word for a level; it is the same in every language."""
    return {AlertLevel.AWAS: "AWAS", AlertLevel.SIAGA: "SIAGA", AlertLevel.WASPADA: "WASPADA"}[level]


def level_words(level: AlertLevel) -> str:
    """What a level does to a wall."""
    return {
        AlertLevel.AWAS: translate("Alerts", "Danger now: takes the whole wall, in red."),
        AlertLevel.SIAGA: translate("Alerts", "Be ready: a banner below the programme, in yellow."),
        AlertLevel.WASPADA: translate("Alerts", "Be watchful: a banner below the programme, in blue."),
    }[level]


def duration_choices() -> tuple[tuple[timedelta, str], ...]:
    """How long a message may stand before it ends by itself."""
    return (
        (timedelta(minutes=15), translate("Alerts", "15 minutes")),
        (timedelta(minutes=30), translate("Alerts", "30 minutes")),
        (timedelta(hours=1), translate("Alerts", "1 hour")),
        (timedelta(hours=2), translate("Alerts", "2 hours")),
        (timedelta(hours=6), translate("Alerts", "6 hours")),
        (timedelta(hours=24), translate("Alerts", "24 hours")),
    )
