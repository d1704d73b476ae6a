"""A wall as one tile of the home page: how it does, what plays, what comes next, in words, and how grave it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import AlertInfo, PlayerState
from displayctl.api.wall_health import WallHealth
from displayctl.desktop.presenters.fault_words import say_fault
from displayctl.desktop.presenters.health_words import safe_mode
from displayctl.desktop.presenters.outlook import Outlook
from displayctl.desktop.presenters.outlook_words import booking_words, planned_words, then_words
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.wall_words import (
    WallState,
    kind_words,
    pairing_words,
    trouble,
    unpaired_words,
    wall_state,
)
from schedules.display import Display

translate = QCoreApplication.translate


class Gravity(IntEnum):
    """How a wall does, the worst first."""

    MISSES_ALERT = 0
    AWAY = 1
    SILENT = 2
    TROUBLED = 3
    UNPAIRED = 4
    WELL = 5


_GRAVITY = {"chip-danger": Gravity.AWAY, "chip-good": Gravity.WELL, "chip": Gravity.WELL}


@dataclass(frozen=True, slots=True)
class WallTile:
    """`role` is that of the chip with `word` in it. `medium_id` is what should be on the wall (empty: the house card),
    `booking` what has it by the programme, or would have it if the wall had a player;
    `alert` the headline of what stands over it, `alert_role` how it is coloured; both empty where nothing stands.
    """

    id: str
    name: str
    groups: tuple[str, ...]
    word: str
    role: str
    gravity: Gravity
    connected: bool
    medium_id: str
    plays: str
    booking: str
    then: str
    health: str
    alert: str = ""
    alert_role: str = ""

    @property
    def said(self) -> str:
        """All of it, as a screen reader says it."""
        return ". ".join(part.rstrip(".") for part in self._parts)

    @property
    def tip(self) -> str:
        """All of it, a line each, as it stands under the pointer."""
        return "\n".join(self._parts)

    @property
    def _parts(self) -> tuple[str, ...]:
        parts = (self.name, self.word, self.alert, self.plays, self.booking, self.then, self.health)
        return tuple(part for part in parts if part)

    def has(self, words: Iterable[str]) -> bool:
        """Whether each of `words`, in small letters, is in its name, its group, its state or what it plays."""
        text = " ".join((self.name, *self.groups, self.word, self.plays, self.booking, self.alert)).casefold()
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one wall; without an `outlook` it may still be, until all is `worked_out`."""

    player: PlayerState | None
    health: WallHealth | None
    alerts: tuple[AlertInfo, ...]
    outlook: Outlook | None
    worked_out: bool = True


def tile_of(display: Display, known: Known, now: datetime, title_of: Callable[[str], str]) -> WallTile:
    """The tile of a wall; `title_of` names a medium by its id."""
    player, outlook, zone = known.player, known.outlook, ZoneInfo(display.time_zone)
    state = wall_state(player, now)
    connected = player is not None and player.connected
    troubles = _troubles(known, title_of) if connected else []
    alert = _standing(display.id, known.alerts)
    medium_id, plays = _plays(known, connected, title_of)
    paired = player is not None and bool(player.device_id)
    gravity = _GRAVITY.get(state.role, Gravity.SILENT)
    if not paired:
        gravity = Gravity.UNPAIRED
    elif gravity is not Gravity.AWAY and troubles:
        gravity = Gravity.TROUBLED
    if alert is not None and display.id in alert.missing:
        gravity = Gravity.MISSES_ALERT
    return WallTile(
        id=display.id,
        name=display.name,
        groups=display.groups,
        word=state.word,
        role=state.role,
        gravity=gravity,
        connected=connected,
        medium_id=medium_id,
        plays=plays,
        booking=_booking(outlook, zone, paired),
        then=then_words(outlook, zone) if outlook is not None and paired else "",
        health=_health(troubles, state) if paired else pairing_words(),
        alert=_alert_words(display.id, alert) if alert is not None else "",
        alert_role="" if alert is None else "drill" if alert.value.get("drill") else "danger",
    )


def worst_first(tiles: Iterable[WallTile]) -> tuple[WallTile, ...]:
    """By how grave it is, then by name."""
    return tuple(sorted(tiles, key=lambda tile: (tile.gravity, tile.name.casefold(), tile.id)))


def alerts_by_wall(alerts: Iterable[AlertInfo]) -> dict[str, tuple[AlertInfo, ...]]:
    """The messages that stand now, by the walls that they are for; the newest first."""
    found: dict[str, list[AlertInfo]] = {}
    for alert in alerts:
        if alert.live:
            for wall in alert.walls:
                found.setdefault(wall, []).append(alert)
    return {wall: tuple(each) for wall, each in found.items()}


def _troubles(known: Known, title_of: Callable[[str], str]) -> list[str]:
    mode = safe_mode(known.player)
    found = [mode] if mode else []
    found += [say_fault(line, title_of) for line in trouble(known.player)]
    return found + [say_sentence(line) for line in (known.health.warnings if known.health else ())]


def _health(troubles: list[str], state: WallState) -> str:
    return troubles[0] if troubles else state.sentence


def _booking(outlook: Outlook | None, zone: ZoneInfo, paired: bool) -> str:
    if outlook is None:
        return ""
    return booking_words(outlook, zone) if paired else planned_words(outlook, zone)


def _standing(display_id: str, alerts: tuple[AlertInfo, ...]) -> AlertInfo | None:
    """The message to tell of: one that the wall misses before one that it shows, earnest before practice."""
    ranked = sorted(alerts, key=lambda each: (bool(each.value.get("drill")), display_id not in each.missing))
    return ranked[0] if ranked else None


def _alert_words(display_id: str, alert: AlertInfo) -> str:
    headline = str(alert.value.get("headline") or "")
    if display_id in alert.missing:
        return translate("Home", "NOT SHOWN YET: {headline}").format(headline=headline)
    receipt = alert.receipts.get(display_id)
    if receipt is None or receipt.shown_at is None:
        return translate("Home", "On its way: {headline}").format(headline=headline)
    if alert.value.get("drill"):
        return translate("Home", "LATIHAN shown: {headline}").format(headline=headline)
    return translate("Home", "Emergency shown: {headline}").format(headline=headline)


def _plays(known: Known, connected: bool, title_of: Callable[[str], str]) -> tuple[str, str]:
    """The medium on the wall and its title: as the player says, else as the programme has it."""
    player, outlook = known.player, known.outlook
    card = translate("Walls", "The house card")
    showing = player.showing if connected and player is not None else None
    if showing:
        medium_id = str(showing.get("medium_id") or "")
        kind = kind_words(str(showing.get("kind") or ""))
        return "" if kind else medium_id, kind or str(showing.get("title") or "") or card
    if player is None or not player.device_id:
        return "", unpaired_words()
    if outlook is None:
        return "", translate("Home", "Nothing is known of what plays") if known.worked_out else ""
    return outlook.medium_id, title_of(outlook.medium_id) if outlook.medium_id else card
