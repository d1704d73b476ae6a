"""What the wall says of emergencies: it has come, is shown, has ended; said again until the hub has noted it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from player.events import Message
from player.reporter import unix_ms
from player.standing import Gone
from schedules.clock import Clock

FIRST_WAIT_S, LONGEST_WAIT_S = 3.0, 60.0
MOST_KEPT, MOST_UNNOTED = 512, 256


@dataclass(slots=True)
class _Unnoted:
    message: Message
    wait_s: float = FIRST_WAIT_S
    again_at: float = 0.0


@dataclass(slots=True)
class _Told:
    """What was said of one alert. `ending` is why it is over, as long as the wall has not changed yet."""

    received: bool = True
    shown_ms: int = 0
    frame: str = ""
    ending: Gone | None = None
    ended: bool = False


@dataclass(slots=True)
class AlertReports:
    """Says what becomes of each alert, in order, through `say`. One thread uses it."""

    say: Callable[[Message], None]
    clock: Clock
    _told: dict[str, _Told] = field(default_factory=dict)
    _unnoted: dict[str, _Unnoted] = field(default_factory=dict)
    _on_wall: str = ""
    _count: int = 0

    def kept(self, names: Iterable[str]) -> None:
        """These alerts are here from before the start: one that ended while the player was off is said to have."""
        for name in names:
            self._told.setdefault(name, _Told(received=False))

    def stand(self, standing: Collection[str], gone: Mapping[str, Gone], now: datetime) -> None:
        """Exactly the alerts `standing` are believed now. Of those that are not any more, `gone` says why."""
        for name in standing:
            known = self._told.get(name)
            if known is None or known.ended or not known.received:
                self._told[name] = _Told()
                self._tell("alert-received", name, unix_ms(now))
        for name, told in self._told.items():
            if name not in standing and not told.ended and told.ending is None:
                told.ending = gone.get(name, Gone.WITHDRAWN)
        self._end(now)
        while len(self._told) > MOST_KEPT:
            del self._told[next(iter(self._told))]

    def seen(self, alert_id: str, now: datetime) -> None:
        """The stage presents this alert (empty: none). The first time the hub is told."""
        self._on_wall = alert_id
        told = self._told.get(alert_id)
        if told is not None and not told.shown_ms:
            told.shown_ms = unix_ms(now)
            self._tell("alert-shown", alert_id, told.shown_ms, frame=told.frame)
        self._end(now)

    def painted(self, alert_id: str, frame: str) -> None:
        """The digest of the pixels of an alert's page; that of the first is told."""
        told = self._told.get(alert_id)
        if told is not None and not told.frame:
            told.frame = frame
            if told.shown_ms:
                self._tell("alert-shown", alert_id, told.shown_ms, frame=frame)

    def noted(self, name: str) -> None:
        """The hub has kept the message called `name`."""
        self._unnoted.pop(name, None)

    def connected(self) -> None:
        """A new connection: everything that the hub has not noted is said again."""
        for unnoted in self._unnoted.values():
            unnoted.wait_s = FIRST_WAIT_S
            self._say(unnoted)

    def tick(self) -> None:
        """Say again what the hub should have noted by now."""
        for unnoted in self._unnoted.values():
            if self.clock.monotonic() >= unnoted.again_at:
                self._say(unnoted)

    def _end(self, now: datetime) -> None:
        for name, told in self._told.items():
            if told.ending is not None and name != self._on_wall and not told.ended:
                told.ended = True
                self._tell("alert-ended", name, unix_ms(now), why=told.ending.value)

    def _tell(self, kind: str, alert_id: str, at_ms: int, **further: str) -> None:
        self._count += 1
        name = str(self._count)
        self._unnoted[name] = _Unnoted({"type": kind, "id": name, "alert_id": alert_id, "at_ms": at_ms, **further})
        while len(self._unnoted) > MOST_UNNOTED:
            del self._unnoted[next(iter(self._unnoted))]
        self._say(self._unnoted[name])

    def _say(self, unnoted: _Unnoted) -> None:
        self.say(unnoted.message)
        unnoted.again_at = self.clock.monotonic() + unnoted.wait_s
        unnoted.wait_s = min(LONGEST_WAIT_S, unnoted.wait_s * 2)
