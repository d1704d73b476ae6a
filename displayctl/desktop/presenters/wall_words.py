"""The state of a wall in words: on air or not, what it presents, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import PlayerState
from displayctl.desktop.presenters.hold_words import hold_chip, hold_sentence
from displayctl.desktop.presenters.words import ago_words, duration_words

translate = QCoreApplication.translate
STALE = timedelta(seconds=45)
LARGE_CLOCK_ERROR_MS = 2000
LITTLE_SPACE_BYTES = 500 << 20


@dataclass(frozen=True, slots=True)
class WallState:
    """A word for the chip with its role in the style sheet, and a sentence below it."""

    word: str
    role: str
    sentence: str


def wall_state(player: PlayerState | None, now: datetime) -> WallState:
    """How a wall is doing."""
    if player is None or not player.device_id:
        return WallState(
            translate("Walls", "Not paired"),
            "chip-warning",
            f"{unpaired_words()} {pairing_words()}",
        )
    seen = ago_words(now, player.last_seen)
    if not player.connected:
        return WallState(
            translate("Walls", "Away"),
            "chip-danger",
            translate("Walls", "Last seen {ago}. It plays on with what it has.").format(ago=seen),
        )
    if player.last_seen is None or now - player.last_seen > STALE:
        return WallState(
            translate("Walls", "Silent"),
            "chip-warning",
            translate("Walls", "Connected, but no sign of life since {ago}.").format(ago=seen),
        )
    if player.hold is not None and (word := hold_chip(player.hold)):
        return WallState(word, "chip-warning", hold_sentence(player.hold, now))
    if (player.showing or {}).get("kind") == "closed":
        return WallState(
            translate("Walls", "Closed"),
            "chip",
            translate("Walls", "Outside its hours the wall is dark. Sign of life {ago}").format(ago=seen),
        )
    if player.faults:
        return WallState(
            translate("Walls", "On air, with faults"),
            "chip-warning",
            translate("Walls", "Sign of life {ago}").format(ago=seen),
        )
    return WallState(
        translate("Walls", "On air"), "chip-good", translate("Walls", "Sign of life {ago}").format(ago=seen)
    )


def unpaired_words() -> str:
    """What holds of a wall that nobody has paired."""
    return translate("Walls", "No player is bound to this wall yet.")


def pairing_words() -> str:
    """What is to be done about it."""
    return translate("Walls", "Pair it with the code on the wall.")


def showing_words(showing: dict[str, Any] | None, now: datetime) -> str:
    """What a wall presents now, as ``Hari Kesehatan · masih 12 dtk``."""
    if not showing:
        return translate("Walls", "Nothing reported yet")
    title = kind_words(str(showing.get("kind") or "")) or str(showing.get("title") or "")
    title = title or translate("Walls", "The house card")
    until_ms = showing.get("until_ms")
    if not isinstance(until_ms, int):
        return title
    left = datetime.fromtimestamp(until_ms / 1000, UTC) - now
    if left <= timedelta(0) or left > timedelta(hours=12):
        return title
    return translate("Walls", "{title} · {length} left").format(title=title, length=duration_words(left))


def kind_words(kind: str) -> str:
    """What a wall shows that is no item of its programme; empty for one."""
    return {
        "closed": translate("Walls", "Nothing: outside its hours"),
        "blackout": translate("Walls", "Nothing: dark by order"),
        "safe-card": translate("Walls", "The safe card"),
        "pattern": translate("Walls", "A test pattern"),
    }.get(kind, "")


def trouble(player: PlayerState | None) -> tuple[str, ...]:
    """Everything a technician should hear of, a sentence each."""
    if player is None:
        return ()
    in_safe_mode = bool(player.stats.get("safe_mode"))  # told of by `health_words.safe_mode`
    found = [line for line in player.faults if not (in_safe_mode and line.startswith("safe mode: "))]
    if player.clock_offset_ms is not None and abs(player.clock_offset_ms) > LARGE_CLOCK_ERROR_MS:
        length = duration_words(timedelta(milliseconds=abs(player.clock_offset_ms)))
        found.append(translate("Walls", "The player's clock is wrong by {length}.").format(length=length))
    if player.free_bytes is not None and player.free_bytes < LITTLE_SPACE_BYTES:
        found.append(translate("Walls", "The player's disk is nearly full."))
    return tuple(found)
