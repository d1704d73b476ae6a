"""The document of an official warning that a hub shows by itself: codes, places by code, and times; no words at all.

Players write the words themselves, so that whoever has the hub's key can say nothing else with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from content.delivery.canonical import canonical_bytes
from content.delivery.roles import AUTO
from content.errors import Refused
from schedules.alert import AlertLevel
from schedules.instants import EPOCH
from schedules.span import require_utc

LARGEST_CARD = 64 << 10
MOST_CARDS = 16
MOST_DISTRICTS = 200
MOST_RINGS = 64
MOST_CORNERS = 4_000
MOST_CIRCLES = 16
LONGEST_CARD = timedelta(hours=6)
"""From when it was sent to its end."""
LARGEST_RADIUS_M = 1_000_000

_DISTRICT = re.compile(r"\A\d{2}\.\d{2}\.\d{2}\Z")
_LATEST_S = 1 << 40
_FORM = ("displayctl-auto-card", 1)
_INSTANTS = ("sent", "effective", "expires")

Corner = tuple[int, int]
"""Latitude and longitude in millionths of a degree."""


class CardEvent(StrEnum):
    """All that a card can warn of. A tsunami is not among them: that always takes a person."""

    RAIN = "rain"
    THUNDERSTORM = "thunderstorm"
    FLOOD = "flood"
    QUAKE = "quake"


class CardSource(StrEnum):
    """Whose warning it is; the name stands on the card."""

    BMKG = "BMKG"


@dataclass(frozen=True, slots=True)
class Round:
    """All within `radius_m` metres of a place, given in millionths of a degree."""

    latitude: int
    longitude: int
    radius_m: int


@dataclass(frozen=True, slots=True)
class AutoCard:
    """What `source` warns of in `districts` (codes of kecamatan, as ``72.01.04``) from `effective` to `expires`.

    `rings` (each closed) and `rounds` are where it holds; there is at least one. Instants are UTC, on the second.
    Raises Refused (``card``) for what is out of bounds; a quake is never AWAS, as it is over when it is told.
    """

    event: CardEvent
    level: AlertLevel
    source: CardSource
    sent: datetime
    effective: datetime
    expires: datetime
    districts: tuple[str, ...]
    rings: tuple[tuple[Corner, ...], ...] = ()
    rounds: tuple[Round, ...] = ()

    def __post_init__(self) -> None:
        for field in _INSTANTS:
            require_utc(field, getattr(self, field))
        if not self.effective < self.expires <= self.sent + LONGEST_CARD:
            raise _refused("it does not end after its beginning and within six hours of when it was sent")
        if self.event is CardEvent.QUAKE and self.level is AlertLevel.AWAS:
            raise _refused("a quake never takes the whole wall")
        codes = len(set(self.districts))
        if not 1 <= codes <= MOST_DISTRICTS or codes < len(self.districts):
            raise _refused(f"it names {len(self.districts)} districts; up to {MOST_DISTRICTS} different ones are")
        if not all(_DISTRICT.match(code) for code in self.districts):
            raise _refused("it names a district otherwise than by its code")
        self._check_area()

    def _check_area(self) -> None:
        if not (self.rings or self.rounds) or len(self.rings) > MOST_RINGS or len(self.rounds) > MOST_CIRCLES:
            raise _refused("it says nowhere, or at too many places, where it holds")
        if sum(map(len, self.rings)) > MOST_CORNERS or any(len(r) < 4 or r[0] != r[-1] for r in self.rings):
            raise _refused("an outline of it is open, or has too many corners")
        places = [corner for ring in self.rings for corner in ring] + [(r.latitude, r.longitude) for r in self.rounds]
        if any(abs(latitude) > 90_000_000 or abs(longitude) > 180_000_000 for latitude, longitude in places):
            raise _refused("a corner of it is not on Earth")
        if not all(0 < each.radius_m <= LARGEST_RADIUS_M for each in self.rounds):
            raise _refused(f"a circle of it has no radius up to {LARGEST_RADIUS_M // 1000} km")


def card_path(name: str) -> str:
    """The document of the card called `name`."""
    return f"{AUTO}/{name}.json"


def pack_card(card: AutoCard) -> bytes:
    """The document of `card`; the same card gives the same bytes. Raises Refused (``bounds``) for over 64 KiB."""
    document = canonical_bytes(
        {
            "format": _FORM[0],
            "version": _FORM[1],
            "event": card.event.value,
            "level": int(card.level),
            "source": card.source.value,
            **{field: int((getattr(card, field) - EPOCH).total_seconds()) for field in _INSTANTS},
            "districts": card.districts,
            "rings": card.rings,
            "rounds": [(each.latitude, each.longitude, each.radius_m) for each in card.rounds],
        }
    )
    _check_size(document)
    return document


def unpack_card(document: bytes) -> AutoCard:
    """The card in `document`, which has these fields and no other. Raises Refused (``bounds``, ``card``)."""
    _check_size(document)
    try:
        plain = json.loads(document)
        if not isinstance(plain, dict) or plain.keys() != _FIELDS or (plain["format"], plain["version"]) != _FORM:
            raise ValueError("it has other fields, or is of another version")
        return _card(plain)
    except (ValueError, TypeError, RecursionError) as error:
        raise _refused(f"{error!s:.100}") from error


_FIELDS = {"format", "version", "event", "level", "source", *_INSTANTS, "districts", "rings", "rounds"}


def _card(plain: Mapping[str, Any]) -> AutoCard:
    return AutoCard(
        event=CardEvent(plain["event"]),
        level=AlertLevel(_whole(plain["level"])),
        source=CardSource(plain["source"]),
        **{field: _instant(plain[field]) for field in _INSTANTS},
        districts=tuple(_text(code) for code in _listed(plain["districts"])),
        rings=tuple(tuple(_corner(corner) for corner in _listed(ring)) for ring in _listed(plain["rings"])),
        rounds=tuple(Round(*(_numbers(each, 3))) for each in _listed(plain["rounds"])),
    )


def _corner(plain: Any) -> Corner:
    latitude, longitude = _numbers(plain, 2)
    return latitude, longitude


def _numbers(plain: Any, count: int) -> list[int]:
    numbers = [_whole(number) for number in _listed(plain)]
    if len(numbers) != count:
        raise ValueError(f"{plain!r:.40} has not {count} numbers")
    return numbers


def _instant(plain: Any) -> datetime:
    seconds = _whole(plain)
    if not 0 <= seconds < _LATEST_S:
        raise ValueError(f"{seconds!r:.40} is no instant")
    return EPOCH + timedelta(seconds=seconds)


def _listed(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r:.40} is no list")
    return plain


def _whole(plain: Any) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise TypeError(f"{plain!r:.40} is no whole number")
    return plain


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError(f"{plain!r:.40} is no code")
    return plain


def _check_size(document: bytes) -> None:
    if len(document) > LARGEST_CARD:
        raise Refused("bounds", f"the card has {len(document)} bytes; at most {LARGEST_CARD >> 10} KiB are allowed")


def _refused(why: str) -> Refused:
    return Refused("card", f"the card of an official warning cannot be shown: {why}; look into the hub")
