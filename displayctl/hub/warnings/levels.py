"""The level that is proposed for a warning; the person who shows it may choose another."""

from __future__ import annotations

from displayctl.hub.feeds.warning import Severity, Urgency, Warning, WarningKind
from schedules.alert import AlertLevel

SOON = frozenset({Urgency.IMMEDIATE, Urgency.EXPECTED})


def proposed_level(warning: Warning) -> AlertLevel:
    """AWAS is proposed only for what is extreme and near in time, and never for a quake: it is over when it is told."""
    if warning.severity is Severity.EXTREME and warning.urgency in SOON and warning.kind is not WarningKind.QUAKE:
        return AlertLevel.AWAS
    if warning.severity in (Severity.EXTREME, Severity.SEVERE):
        return AlertLevel.SIAGA
    return AlertLevel.WASPADA
