"""What people order this wall to do now, beside what is published: holds, test patterns, restarts.

None of it needs a signature, since none of it puts anything on the wall but black, a card with its own name, and the
player's own patterns; emergencies lie above all of them, and each has an end (docs/decisions/0035).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from player.clock_trust import Reading
from player.cueing import to_ms
from player.errors import StateUnusable
from player.events import HoldAsked, Message, PatternAsked, RestartAsked
from player.faults import FaultBook
from player.hold import LONGEST_MS, Hold, HoldBook
from player.playback import Playback
from player.restarts import MOST, RestartBook
from player.stage import port
from player.stage_keeper import StageKeeper
from schedules.display import Canvas

SAID_FIRST_S = 0.5
"""How long a restart waits, so that the answer is on its way before the link is gone."""


class Orders:
    """Call `obey` for each order and `tick` at every step. `restart` is called when a restart was granted and said."""

    def __init__(
        self,
        folder: Path,
        *,
        keeper: StageKeeper,
        playback: Playback,
        faults: FaultBook,
        say: Callable[[Message], None],
        restart: Callable[[], None],
    ) -> None:
        self._keeper, self._playback, self._faults, self._say, self._restart = keeper, playback, faults, say, restart
        self._book, self._restarts = HoldBook(folder), RestartBook(folder)
        self._hold = self._book.hold
        self._shown_ms: int | None = None
        self._pattern: PatternAsked | None = None
        self._name = ""
        self._pattern_ends = self._restart_at = math.inf
        playback.hold(self._hold)

    @property
    def canvas(self) -> Canvas | None:
        """The canvas that is tried out by a test pattern; None where the wall's own holds."""
        return self._pattern.canvas if self._pattern is not None else None

    @property
    def told(self) -> Message | None:
        """The hold as the hub is told of it: `shown_ms` is when the wall had it on all pixels, None before."""
        hold = self._hold
        if hold is None:
            return None
        return {"id": hold.id, "kind": hold.kind.value, "shown_ms": self._shown_ms}

    def obey(self, order: HoldAsked | PatternAsked | RestartAsked, reading: Reading, name: str) -> None:
        """Begin what was ordered; `name` is what the wall is called."""
        match order:
            case HoldAsked():
                self._take_hold(order.hold, reading)
            case PatternAsked():
                self._name, self._pattern = name[:200], order if order.pattern.on else None
                self._pattern_ends = reading.monotonic + order.seconds
                self._show_pattern()
            case RestartAsked():
                self._answer_restart(order, reading)

    def saw(self, showing: port.Showing) -> None:
        """A sign of life of the main picture: the hold is on the wall once it is painted and nothing lies above it."""
        hold = self._hold
        if hold is not None and self._shown_ms is None and showing.cover == hold.token and not showing.overlay:
            self._shown_ms = showing.at_ms

    def tick(self, reading: Reading) -> None:
        """End what is over; a hold that was taken while nobody knew the time gets its bounds once somebody does."""
        if self._hold is not None:
            self._take_hold(self._hold, reading)
        if reading.monotonic >= self._pattern_ends:
            self._pattern, self._pattern_ends = None, math.inf
            self._show_pattern()
        if reading.monotonic >= self._restart_at:
            self._restart_at = math.inf
            self._restart()

    def keep(self, reading: Reading) -> None:
        """Keep the hold for the next start, after the wall was told of it: the disk may be slow."""
        try:
            self._book.keep(self._hold)
        except StateUnusable as error:
            self._faults.note("hold", f"{error}; a restart would end the hold", reading.monotonic, 86_400)

    def _take_hold(self, hold: Hold | None, reading: Reading) -> None:
        if hold is not None and reading.trusted:
            now_ms = to_ms(reading.now)
            if hold.until_ms <= now_ms:
                hold = None
            elif hold.until_ms - now_ms > LONGEST_MS:
                hold = replace(hold, until_ms=now_ms + LONGEST_MS)
        if hold == self._hold:
            return
        if hold is None or self._hold is None or hold.id != self._hold.id:
            self._shown_ms = None
        self._hold = hold
        self._playback.hold(hold)
        self._show_pattern()

    def _show_pattern(self) -> None:
        """A wall that is held shows no pattern, and none afterwards: whoever set it up comes back to it."""
        asked = self._pattern = self._pattern if self._hold is None else None
        off = port.ShowTestPattern(False)
        self._keeper.want(off if asked is None else replace(asked.pattern, label=self._name))

    def _answer_restart(self, order: RestartAsked, reading: Reading) -> None:
        now_s = int(reading.now.timestamp())
        wait_s = self._restarts.wait_s(now_s)
        detail = ""
        if wait_s:
            minutes = -(-wait_s // 60)
            detail = f"this player was restarted {MOST} times within an hour; try again in {minutes} min"
        else:
            self._restarts.note(now_s)
            self._restart_at = reading.monotonic + SAID_FIRST_S
        self._say({"type": "answer", "id": order.id, "accepted": not wait_s, "detail": detail})
