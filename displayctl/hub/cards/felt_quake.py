"""The newest earthquake that people felt, from BMKG's list of these, as a card."""

from __future__ import annotations

from datetime import datetime, timedelta

from displayctl.hub.cards.civil import day, hour
from displayctl.hub.cards.told import Told, card
from displayctl.hub.feeds.indonesian import ZONES
from displayctl.hub.feeds.quakes import read_quakes
from displayctl.hub.feeds.warning import NotAWarning, Warning, WarningKind
from displayctl.hub.feeds.words import one_line

GOOD_FOR = timedelta(hours=24)
LONGEST_FELT = 120
ZONE = "WIB"
"""BMKG tells of earthquakes all over the country by the clocks of this zone."""


def read_felt(body: bytes, now: datetime) -> Told:
    """The card about the newest quake in `body` at `now`.

    Raises NotAWarning where none was within a day, or it may have raised a tsunami: that is no matter for a playlist.
    """
    reading = read_quakes((body,), "card", now)
    newest = next(iter(reading.warnings), None)
    if newest is None:
        raise NotAWarning(next(iter(reading.complaints), "no earthquake was felt within a day"))
    if newest.kind is not WarningKind.QUAKE:
        raise NotAWarning("it may have raised a tsunami, which is for the warnings and not for a card")
    return Told(card(newest.event, _lines(newest), _when(newest)), newest.sent + GOOD_FOR)


def _lines(quake: Warning) -> tuple[str, ...]:
    felt = one_line(quake.area_words, LONGEST_FELT)
    told = f"Dirasakan (MMI): {felt}" if felt != quake.headline else ""
    return tuple(filter(None, (quake.headline, told)))


def _when(quake: Warning) -> str:
    zone = ZONES[ZONE]
    return f"{day(quake.sent, zone)} {hour(quake.sent, zone)} {ZONE}"
