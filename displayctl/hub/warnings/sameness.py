"""When two feeds tell of one event, or one feed tells of it anew.

In doubt they tell of two: better one too many to dismiss than one missed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from content.places.district import distance_km
from displayctl.hub.feeds.warning import MessageKind, Warning, WarningKind
from schedules.position import Position

SAME_QUAKE_WITHIN = timedelta(seconds=90)
REVISED_WITHIN = timedelta(seconds=60)
"""Two quakes of one feed that are nearer to each other are read as one."""
SAME_QUAKE_KM = 100.0
"""Agencies that place a quake from few stations differ by so much."""


def same_event(one: Warning, other: Warning) -> bool:
    """Whether messages of different feeds tell of the same event: the same identifier, or a quake at the same time and
    place.
    """
    if one.source == other.source or one.kind != other.kind:
        return False
    if one.identifier == other.identifier:
        return True
    return one.kind is WarningKind.QUAKE and _same_quake(one, other)


def revises(newer: Warning, former: Warning) -> bool:
    """Whether a feed tells of a quake anew, under another identifier, since it has corrected when or where that was."""
    if newer.source != former.source or newer.identifier == former.identifier:
        return False
    plain = all(each.message is MessageKind.ALERT and not each.references for each in (newer, former))
    quakes = {newer.kind, former.kind} <= {WarningKind.QUAKE, WarningKind.TSUNAMI}
    return plain and quakes and _same_quake(newer, former, REVISED_WITHIN)


def _same_quake(one: Warning, other: Warning, within: timedelta = SAME_QUAKE_WITHIN) -> bool:
    near_in_time = abs(_origin(one) - _origin(other)) <= within
    if not near_in_time or not one.circles or not other.circles:
        return False
    here, there = (Position(each.circles[0].latitude, each.circles[0].longitude) for each in (one, other))
    return distance_km(here, there) <= SAME_QUAKE_KM


def _origin(warning: Warning) -> datetime:
    """When the ground shook: what a feed gives as the onset."""
    return warning.onset or warning.effective
