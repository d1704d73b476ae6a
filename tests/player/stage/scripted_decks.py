"""Two decoders that do exactly as a story says, and a lookahead over them to which time is passed on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from player.decoder import orders
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.kernel_view import ProcessView
from player.decoder.supervisor import DecoderLost
from player.stage.lookahead import Lookahead
from player.stage.port import CueKind, Fault, FaultKind, StageCue, Timeline
from player.stage.reel import Reel
from player.stage.wall_clock import WallClock
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)
MS = 1_000_000
STEP_MS = 10


class ScriptedDecoder:
    """Prepares in 100 ms and plays without fail, unless told to be `deaf`, `stuck` or dead."""

    def __init__(self) -> None:
        self.ring = Ring.make(FrameFormat(16, 16, 24))
        self.up, self.life, self.deaf, self.stuck = True, 1, False, False
        self.was_ended = self.is_halted = self.slow = False
        self.view: ProcessView | None = None
        self.advice, self.exit_code, self.pid = "", None, 1
        self.orders: list[orders.Order] = []
        self.kills = 0
        self.broken: set[str] = set()
        self._prepare: orders.Prepare | None = None
        self._go: orders.Go | None = None
        self._ready_ns = 0

    def look(self) -> ProcessView | None:
        return self.view

    def kill_if_running(self, life: int) -> None:
        if self.life == life and self.up:
            self.kill()

    def order(self, order: orders.Order) -> None:
        if self.deaf:
            self.kill()
            raise DecoderLost("deaf")
        self.orders.append(order)
        if isinstance(order, orders.Prepare):
            self._prepare, self._go, self._ready_ns = order, None, 0
        elif isinstance(order, orders.Go):
            self._go = order

    def silent(self, now_ns: int) -> bool:
        return self.up and 0 < self.ring[Word.BEAT_NS] < now_ns - 1000 * MS

    def kill(self) -> None:
        self.kills += 1
        self.up = False

    def revive(self) -> None:
        self.up, self.stuck, self._prepare = True, False, None
        self.life += 1

    def close(self) -> None:
        self.ring.close()

    def live(self, now_ns: int) -> None:
        if not self.up or self.stuck:
            return
        self.ring[Word.BEAT_NS] = now_ns
        prepare = self._prepare
        if prepare is None or prepare.path in self.broken:
            return
        self._ready_ns = self._ready_ns or now_ns + 100 * MS
        if now_ns >= self._ready_ns and self.ring[Word.TOKEN] != prepare.token:
            self.ring[Word.TOKEN], self.ring[Word.PREPARED_NS], self.ring[Word.STARTED_NS] = prepare.token, now_ns, 0
            self.ring[Word.ENDED_NS] = 0
            self.ring.publish(0, prepare.token, round(prepare.start_s * 30), now_ns)
        if self._go and self._go.token == prepare.token and now_ns >= self._go.at_ns:
            self.ring[Word.STARTED_NS] = self._go.at_ns
            index = round((prepare.start_s + (now_ns - self._go.at_ns) / 1e9 * (0.3 if self.slow else 1.0)) * 30)
            self.ring.publish(index % 24, prepare.token, index, now_ns)


class Story:
    """Lets time pass over a lookahead with two scripted decoders."""

    def __init__(self, *cues: StageCue) -> None:
        self.clock = PushedClock(NOON)
        self.decoders = (ScriptedDecoder(), ScriptedDecoder())
        self.faults: list[Fault] = []
        self.lookahead = Lookahead(self.decoders, WallClock(self.clock), self.faults.append)  # type: ignore[arg-type]
        self.reel = Reel(Timeline(cues))

    def until(self, seconds: float) -> None:
        """Pass on to `seconds` after noon."""
        while self.clock.monotonic() < seconds - 1e-6:
            self.clock.push(timedelta(milliseconds=STEP_MS))
            now_ns = round(self.clock.monotonic() * 1e9)
            for decoder in self.decoders:
                decoder.live(now_ns)
            self.lookahead.tick(now_ns, self.reel)

    def prepared(self) -> list[str]:
        """The files both decks were told to open, in order."""
        found = [o for d in self.decoders for o in d.orders if isinstance(o, orders.Prepare)]
        return [Path(order.path).name for order in sorted(found, key=lambda order: order.token)]

    def index(self) -> int | None:
        """The newest frame there is of what is due now."""
        lap = self.reel.at(NOON_MS * MS + round(self.clock.monotonic() * 1e9))
        found = self.lookahead.find(lap, 1 << 40) if lap else None
        return found.index if found else None

    def kinds(self) -> list[FaultKind]:
        return [fault.kind for fault in self.faults]


def cue(path: Path, starts_s: float, ends_s: float) -> StageCue:
    starts, ends = NOON_MS + round(starts_s * 1000), NOON_MS + round(ends_s * 1000)
    return StageCue(f"{path.name}@{starts_s}", CueKind.VIDEO, starts, ends, str(path), 0, 30.0, 60_000)
