"""Official warnings that walls show without anybody's key press, where people have switched that on in the policy.

What leaves here is codes, places and times (`content.delivery.auto_card`); players check each card and write the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from content.delivery.auto_card import (
    LARGEST_RADIUS_M,
    LONGEST_CARD,
    MOST_CARDS,
    MOST_CIRCLES,
    MOST_DISTRICTS,
    MOST_RINGS,
    AutoCard,
    CardEvent,
    CardSource,
    Corner,
    Round,
    card_path,
    pack_card,
)
from content.delivery.repository import Repository
from content.errors import Refused
from content.places.district import District, Ring
from content.places.gazetteer import Gazetteer
from content.places.inside import encloses, lies_in
from displayctl.api.models import PartKind
from displayctl.api.warnings import WarningState
from displayctl.hub.carriage import Carriage
from displayctl.hub.feeds.geometry import districts_by_code
from displayctl.hub.feeds.warning import Circle, Warning, WarningKind
from displayctl.hub.logs import log
from displayctl.hub.repositories.warnings import StoredWarning
from displayctl.hub.storage import Storage
from displayctl.hub.warnings.event import WarnedEvent
from displayctl.hub.warnings.levels import proposed_level
from schedules.alert import AlertLevel
from schedules.codec import display_from_dict
from schedules.position import Position

_AHEAD = timedelta(minutes=5)
_EVENTS = {
    WarningKind.RAIN: CardEvent.RAIN,
    WarningKind.THUNDERSTORM: CardEvent.THUNDERSTORM,
    WarningKind.FLOOD: CardEvent.FLOOD,
    WarningKind.QUAKE: CardEvent.QUAKE,
}
_SOURCES = {source.value: source for source in CardSource}


class AutoWarnings:
    """Keeps the hub's own set of cards as it should be: those of live events that nobody has decided about."""

    def __init__(self, storage: Storage, repository: Repository, carriage: Carriage, gazetteer: Gazetteer) -> None:
        self._storage, self._repository, self._carriage = storage, repository, carriage
        self._gazetteer = gazetteer

    def tick(self) -> None:
        """Publishes what has changed, and tells walls; nothing where people have not let it. Raises as `put_cards`."""
        if not self._repository.may_warn:
            return
        with self._storage.reading() as work:
            live = work.warnings.live(work.now)
            decisions = work.warnings.decisions(live)
            displays = [display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)]
            now = work.now
        events = [WarnedEvent(messages, decisions.get(name)) for name, messages in live.items()]
        waiting = [event.current(now) for event in events if event.state(now) is WarningState.NEW]
        walls = [display.position for display in displays if display.position is not None]
        if self._repository.put_cards(dict(self._documents(waiting, walls, now))):
            self._carriage.push_all()

    def _documents(
        self, waiting: Iterable[StoredWarning], walls: Sequence[Position], now: datetime
    ) -> Iterator[tuple[str, bytes]]:
        """The most severe and newest sixteen that may be cards."""
        made = [(message, card) for message in waiting if (card := card_of(message, walls, self._gazetteer, now))]
        made.sort(key=lambda pair: (pair[1].level, pair[1].sent, pair[0].id), reverse=True)
        for message, card in made[:MOST_CARDS]:
            try:
                yield card_path(message.id), pack_card(card)
            except Refused as error:
                log().warning(
                    "a warning is too large for a card", warning=message.warning.identifier, reason=str(error)
                )


def card_of(message: StoredWarning, walls: Sequence[Position], gazetteer: Gazetteer, now: datetime) -> AutoCard | None:
    """The card of a warning, for those of `walls` that it reaches; None where it is none for machines.

    That is: of another kind or source, a tsunami, not of this hour, without an area of ours, or out of bounds.
    """
    warning = message.warning
    event, source = _EVENTS.get(warning.kind), _SOURCES.get(warning.attribution)
    if event is None or source is None or warning.operator_only:
        return None
    if not now - LONGEST_CARD <= warning.sent <= now + _AHEAD:
        return None
    named = [each for each in gazetteer.districts if each.name in message.reach.districts]
    rings, rounds = _area(warning, walls, districts_by_code(warning, gazetteer))
    quake = event is CardEvent.QUAKE and warning.onset is not None
    level = proposed_level(warning)
    try:
        return AutoCard(
            event=event,
            level=min(level, AlertLevel.SIAGA) if event is CardEvent.QUAKE else level,
            source=source,
            sent=_second(warning.sent),
            effective=_second(warning.onset if quake and warning.onset else warning.effective),
            expires=_second(min(warning.expires, _second(warning.sent) + LONGEST_CARD)),
            districts=tuple(each.code for each in named[:MOST_DISTRICTS]),
            rings=rings,
            rounds=rounds,
        )
    except Refused:
        return None


def _area(
    warning: Warning, walls: Sequence[Position], coded: Sequence[District]
) -> tuple[tuple[tuple[Corner, ...], ...], tuple[Round, ...]]:
    """Those of its parts that a wall stands in; districts that it names by code are as our own list draws them."""
    own = [district for district in coded if any(lies_in(wall, district) for wall in walls)]
    outlines = [ring for ring in warning.polygons if any(encloses(ring, wall) for wall in walls)]
    outlines += [ring for district in own for ring in district.polygons if any(encloses(ring, at) for at in walls)]
    circles = [*warning.circles, *(Circle(each.latitude, each.longitude, each.radius_km) for each in own)]
    return tuple(map(_ring, outlines[:MOST_RINGS])), tuple(map(_round, circles[:MOST_CIRCLES]))


def _ring(ring: Ring) -> tuple[Corner, ...]:
    return tuple((_millionths(latitude), _millionths(longitude)) for latitude, longitude in ring)


def _round(circle: Circle) -> Round:
    radius_m = max(1, min(LARGEST_RADIUS_M, round(circle.radius_km * 1000)))
    return Round(_millionths(circle.latitude), _millionths(circle.longitude), radius_m)


def _millionths(degrees: float) -> int:
    return round(degrees * 1_000_000)


def _second(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)
