"""What a card of an official warning has to fulfil before this wall shows it, whoever has the hub's key."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.auto_card import AutoCard
from content.errors import Refused
from content.places.district import District, distance_km
from content.places.gazetteer import Gazetteer
from content.places.inside import encloses, lies_in
from player.identity import write_atomically
from schedules.position import Position

OLDEST, AHEAD = timedelta(hours=6), timedelta(minutes=5)
BETWEEN_TAKEOVERS = timedelta(minutes=10)
_KEPT = timedelta(hours=24)
_MILLION = 1_000_000
_GONE = "gone "


def named_districts(card: AutoCard, at: Position | None, gazetteer: Gazetteer, now: datetime) -> tuple[District, ...]:
    """The districts that `card` names, where a wall standing `at` may show it.

    Raises Refused: ``card-time`` for one sent more than six hours ago or more than five minutes ahead, ``card-place``
    where the wall's signed position is not known, not in the card's area or in none of its districts, or a code is
    none of ours.
    """
    if not now - OLDEST <= card.sent <= now + AHEAD:
        raise Refused("card-time", f"a card was sent at {card.sent:%Y-%m-%d %H:%M} UTC, which is not of this hour")
    districts = tuple(filter(None, map(gazetteer.district, card.districts)))
    if len(districts) < len(card.districts):
        raise Refused("card-place", "a card names a kecamatan that is not in this player's list; give it the same list")
    if at is None:
        raise Refused("card-place", "a card came, but nobody has signed where this wall stands; place it, and publish")
    if not _holds_at(card, at) or not any(lies_in(at, district) for district in districts):
        raise Refused("card-place", "a card is for other places than this wall's; it is not shown here")
    return districts


def _holds_at(card: AutoCard, at: Position) -> bool:
    if any(
        distance_km(at, Position(each.latitude / _MILLION, each.longitude / _MILLION)) * 1000 <= each.radius_m
        for each in card.rounds
    ):
        return True
    return any(encloses([(lat / _MILLION, lon / _MILLION) for lat, lon in ring], at) for ring in card.rings)


class TakeoverGate:
    """When cards may take the whole wall: one begins ten minutes after another at the earliest, also after restarts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = _read(path)

    def begins(self, card_id: str, card: AutoCard, now: datetime) -> datetime:
        """When `card` takes the wall over: as it says, or later; the same whenever it is asked again.

        Raises Refused (``card-often``) where its turn would come after its end; StateUnusable where its beginning
        cannot be kept: then nothing is to be taken over.
        """
        if card_id not in self._begun:
            begins = max([card.effective, now, *(each + BETWEEN_TAKEOVERS for each in self._begun.values())])
            if begins >= card.expires:
                raise Refused("card-often", "a card would take the wall over too soon after others; it is not shown")
            kept = {name: each for name, each in self._begun.items() if each > now - _KEPT}
            self._begun = {**kept, card_id: begins}
            self._write()
        return self._begun[card_id]

    def standing(self, card_ids: Collection[str]) -> None:
        """These are all the cards there are now: one that went and comes again is another takeover.

        Raises StateUnusable where that cannot be kept.
        """
        gone = {name for name in self._begun if name not in card_ids and not name.startswith(_GONE)}
        if gone:
            self._begun = {f"{_GONE}{at.isoformat()}" if name in gone else name: at for name, at in self._begun.items()}
            self._write()

    def _write(self) -> None:
        plain = {name: each.isoformat() for name, each in self._begun.items()}
        write_atomically(self._path, json.dumps(plain).encode())


def _read(path: Path) -> dict[str, datetime]:
    try:
        return {name: datetime.fromisoformat(text) for name, text in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
