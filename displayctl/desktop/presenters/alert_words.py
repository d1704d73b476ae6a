"""Emergency messages in words: levels, how long, and which walls have shown them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.api.emergencies import AlertReceipt
from displayctl.desktop.presenters.words import listed
from schedules.alert import Alert, AlertLevel

translate = QCoreApplication.translate


def level_name(level: AlertLevel) -> str:
    """Indonesia's own word for a level; it is the same in every language."""
    return {AlertLevel.AWAS: "AWAS", AlertLevel.SIAGA: "SIAGA", AlertLevel.WASPADA: "WASPADA"}[level]


def level_words(level: AlertLevel) -> str:
    """What a level does to a wall."""
    return {
        AlertLevel.AWAS: translate("Alerts", "Danger now: takes the whole wall, in red."),
        AlertLevel.SIAGA: translate("Alerts", "Be ready: a banner below the programme, in orange."),
        AlertLevel.WASPADA: translate("Alerts", "Be watchful: a banner below the programme, in blue or yellow."),
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


def receipt_words(alert: Alert, receipts: Mapping[str, AlertReceipt], names: Mapping[str, str]) -> str:
    """Which walls have it, and which have not answered yet."""
    wanted = alert.display_ids or tuple(names)
    shown = {wall for wall, said in receipts.items() if said.shown_at is not None}
    missing = [names.get(wall, wall) for wall in wanted if wall not in shown]
    if not missing:
        return translate("Alerts", "shown on every wall")
    if len(missing) == len(wanted):
        return translate("Alerts", "no wall has answered yet")
    return translate("Alerts", "not shown yet on {walls}").format(walls=listed(missing))
