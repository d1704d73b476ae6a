"""The alerts' side of playback: which page of which alert lies above the programme, what comes next, and what is heard.

The director's own answer (`schedules.turns`), asked in the time that alerts live by.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from player.cueing import CueFacts, to_ms
from player.events import LiveAlert
from player.stage import port
from schedules.alert import Alert, AlertLevel, AlertSound
from schedules.proof import ShowingKind
from schedules.turns import Turn, standing_alerts, turn_at

_NOTHING = (port.Overlay(), port.OverlayAhead(), port.Alarm())


@dataclass(frozen=True, slots=True)
class Raised:
    """What the stage shall hold, what the overlay's token stands for, until when (None: for good); of which alert."""

    requests: tuple[port.Request, ...]
    facts: CueFacts | None
    until: datetime | None
    alert: Alert | None = None


class AlertLoop:
    """The alerts that stand on the wall `display_id`."""

    def __init__(self, display_id: str) -> None:
        self.display_id = display_id
        self.alerts: tuple[LiveAlert, ...] = ()

    def standing(self) -> tuple[LiveAlert, ...]:
        """Those for this wall that no other one supersedes, live or not."""
        kept = standing_alerts([live.alert for live in self.alerts], self.display_id)
        return tuple(live for live in self.alerts if live.alert in kept)

    def raised_at(
        self,
        now: datetime,
        *,
        is_quiet: Callable[[], bool],
        volume: int,
        revision: int,
        may_show: Callable[[Alert], bool] = lambda alert: True,
    ) -> Raised:
        """What is to be seen and heard at `now`, of the alerts that `may_show`.

        `is_quiet` tells whether these are quiet hours: they silence banners, never AWAS. `volume` is the wall's, in
        percent.
        """
        shown = {name: live for name, live in _with_pages(self.alerts).items() if may_show(live.alert)}
        at_once = tuple(live.as_of(now) for live in shown.values())
        alone = frozenset(live.alert.id for live in shown.values() if not live.confirmed)
        turn = turn_at(at_once, self.display_id, now, unconfirmed=alone)
        if turn.alert is None:
            return Raised(_NOTHING, None, turn.until)
        overlay = _overlay(shown[turn.alert.id], turn)
        ahead = port.OverlayAhead()
        if turn.until is not None:
            coming = turn_at(at_once, self.display_id, turn.until, unconfirmed=alone)
            if coming.alert is not None:
                following = _overlay(shown[coming.alert.id], coming)
                ahead = port.OverlayAhead(following.path, following.mode, following.drill)
        alarm = _alarm(turn.alert, is_quiet, volume)
        return Raised((overlay, ahead, alarm), _facts(turn.alert, overlay, revision), turn.until, turn.alert)


def _with_pages(alerts: tuple[LiveAlert, ...]) -> dict[str, LiveAlert]:
    """What can be shown, by id; a drill, or a card of the hub's own, that borrows the id of a real alert is not."""
    real_last = sorted(alerts, key=lambda live: (live.alert.auto, live.alert.drill), reverse=True)
    return {live.alert.id: live for live in real_last if live.pages}


def _overlay(live: LiveAlert, turn: Turn) -> port.Overlay:
    takeover = live.alert.level is AlertLevel.AWAS
    files = live.neutral if turn.neutral else live.pages
    mode = port.OverlayMode.TAKEOVER if takeover else port.OverlayMode.BANNER
    wording = "n" if turn.neutral else ""
    drill = "drill" if live.alert.drill else "alert"
    return port.Overlay(f"{drill}/{live.alert.id}/{turn.page}{wording}", files[turn.page], mode, live.alert.drill)


def _facts(alert: Alert, overlay: port.Overlay, revision: int) -> CueFacts:
    sha256, ends_ms = Path(overlay.path).stem, to_ms(alert.expires)
    return CueFacts(ShowingKind.ALERT, "", alert.id, sha256, revision, ends_ms, moves=False)


def _alarm(alert: Alert, is_quiet: Callable[[], bool], volume: int) -> port.Alarm:
    """AWAS is heard at any hour, and nothing beside it."""
    takeover = alert.level is AlertLevel.AWAS
    heard = alert.sound is not AlertSound.NONE and volume > 0 and (takeover or not is_quiet())
    token = f"{'drill' if alert.drill else 'alert'}/{alert.id}/{to_ms(alert.issued_at)}"
    if not heard:
        return port.Alarm(hush=takeover)
    return port.Alarm(token, port.AlarmSound(alert.sound.value), volume, hush=takeover)
