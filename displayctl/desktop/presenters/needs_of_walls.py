"""What walls need of people: those that are away or in trouble, that miss an emergency, that have no player or no
programme for hours in which people pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.api.accounts import Role
from displayctl.api.models import AlertInfo, Enrolment, PlayerState
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.need import Need, Rights, Urgency
from displayctl.desktop.presenters.outlook import Empty
from displayctl.desktop.presenters.outlook_words import empty_words
from displayctl.desktop.presenters.wall_tiles import Gravity, WallTile
from displayctl.desktop.presenters.warning_words import few
from displayctl.desktop.presenters.words import ago_words, unbroken
from schedules.display import Display

translate = QCoreApplication.translate
AWAY_IS_TOLD = timedelta(minutes=5)
"""Lines are cut for moments all the time; what comes back by itself needs nobody."""
MOST_LINES = 3
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class WallFacts:
    """The walls as they are."""

    displays: tuple[Display, ...] = ()
    tiles: tuple[WallTile, ...] = ()
    players: Mapping[str, PlayerState] | None = None
    alerts: tuple[AlertInfo, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    empties: tuple[Empty, ...] = ()


def needs_of_walls(facts: WallFacts, rights: Rights, now: datetime) -> Iterator[Need]:
    """What is to be done about walls."""
    yield from _missed_alerts(facts, rights)
    yield from _away(facts, now)
    yield from _troubled(facts)
    if rights.may(Role.TECHNICIAN):
        yield from _unpaired(facts)
    if rights.may(Role.EDITOR):
        yield from _empty(facts)


def _missed_alerts(facts: WallFacts, rights: Rights) -> Iterator[Need]:
    names = {display.id: display.name for display in facts.displays}
    for alert in facts.alerts:
        missing = [names[wall] for wall in alert.missing if wall in names]
        if not missing or alert.value.get("drill"):
            continue
        words = translate("Needs", "“{headline}” is not on {walls}. Ring somebody who stands there.")
        if not alert.live:
            words = translate("Needs", "“{headline}” was taken back; {walls} may still show it. Ring somebody there.")
        page = Place("", deed=Deed.EMERGENCY) if rights.may(Role.DUTY) else Place("walls")
        yield Need(
            f"alert-missing/{alert.id}",
            Urgency.NOW,
            words.format(headline=alert.value.get("headline", ""), walls=few(missing)),
            translate("Needs", "See receipts"),
            page,
        )


def _away(facts: WallFacts, now: datetime) -> Iterator[Need]:
    players = facts.players or {}
    away = [tile for tile in facts.tiles if _is_away(players.get(tile.id), now)]
    if len(away) > MOST_LINES:
        words = translate("Needs", "{count} walls are away: {walls}. They play on with what they have.")
        said = words.format(count=len(away), walls=few([tile.name for tile in away]))
        yield Need("away", Urgency.NOW, said, translate("Needs", "Open Walls"), Place("walls", away[0].id))
        return
    for tile in away:
        words = translate("Needs", "{wall} is away, last seen {ago}. Look at its power and its network.")
        said = words.format(wall=tile.name, ago=unbroken(ago_words(now, players[tile.id].last_seen)))
        yield Need(f"away/{tile.id}", Urgency.NOW, said, translate("Needs", "Open wall"), Place("walls", tile.id))


def _is_away(player: PlayerState | None, now: datetime) -> bool:
    if player is None or not player.device_id or player.connected:
        return False
    return player.last_seen is None or now - player.last_seen >= AWAY_IS_TOLD


def _troubled(facts: WallFacts) -> Iterator[Need]:
    found = [tile for tile in facts.tiles if tile.gravity in (Gravity.TROUBLED, Gravity.SILENT)]
    if len(found) > MOST_LINES:
        words = translate("Needs", "{count} walls are in trouble: {walls}.")
        said = words.format(count=len(found), walls=few([tile.name for tile in found]))
        yield Need("trouble", Urgency.SOON, said, translate("Needs", "Open Walls"), Place("walls", found[0].id))
        return
    for tile in found:
        said = f"{tile.name}: {tile.health}"
        place = Place("walls", tile.id, Deed.HEALTH)
        yield Need(f"trouble/{tile.id}", Urgency.SOON, said, translate("Needs", "See its health"), place)


def _unpaired(facts: WallFacts) -> Iterator[Need]:
    for enrolment in facts.enrolments[:MOST_LINES]:
        words = translate("Needs", "A player waits to be paired: {host}.")
        said = words.format(host=enrolment.host_name or enrolment.address)
        place = Place("walls", enrolment.code, Deed.PAIR)
        yield Need(f"enrolment/{enrolment.device_id}", Urgency.SOON, said, translate("Needs", "Pair…"), place)
    without = [tile for tile in facts.tiles if tile.gravity is Gravity.UNPAIRED]
    if without and not facts.enrolments:
        words = translate("Needs", "No player is paired with {walls}, so nothing is shown there.")
        said = words.format(walls=few([tile.name for tile in without]))
        yield Need("unpaired", Urgency.LATER, said, translate("Needs", "Open Walls"), Place("walls", without[0].id))


def _empty(facts: WallFacts) -> Iterator[Need]:
    zones = {display.id: ZoneInfo(display.time_zone) for display in facts.displays}
    found = sorted(facts.empties, key=lambda each: (each.first.starts, each.name))
    if len(found) > MOST_LINES:
        words = translate("Needs", "{count} walls have hours with filler alone in the next 7 days: {walls}.")
        said = words.format(count=len(found), walls=few([each.name for each in found]))
        yield Need("empty", Urgency.LATER, said, translate("Needs", "Open Schedule"), _hours(found[0], zones))
        return
    for each in found:
        said = empty_words(each, zones.get(each.display_id, _UTC))
        yield Need(f"empty/{each.display_id}", Urgency.LATER, said, translate("Needs", "Book it"), _hours(each, zones))


def _hours(empty: Empty, zones: Mapping[str, ZoneInfo]) -> Place:
    day = empty.first.starts.astimezone(zones.get(empty.display_id, _UTC)).date()
    return Place("schedule", empty.display_id, Deed.WEEK, day)
