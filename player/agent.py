"""The player's agent process: holds the data folder, starts the stage first and everything slow after it.

It uses neither Qt nor VLC. The stage is a process of its own; networks and disks are waited for in carrier threads.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.delivery.store import AssetStore
from content.errors import ContentError
from player.alert_reports import AlertReports
from player.cache import Cache
from player.checkup_file import CheckupFile
from player.clock_trust import ClockTrust, TrustedClock
from player.conductor import Calls, Conductor, Parts
from player.errors import StateUnusable
from player.events import Bound, EventQueue
from player.faults import FaultBook
from player.heap import Heap
from player.identity import Binding, load_binding, save_binding
from player.inbox import Inbox
from player.orders import Orders
from player.playback import Playback
from player.playlog import PlayLog
from player.reporter import Reporter
from player.rundown import Rundown
from player.scenery import DEFAULT_CANVAS
from player.stage import port
from player.stage_keeper import StageKeeper
from player.standing import Standing
from player.starts import StartBook
from player.watchdog import ServiceNotices, Watchdog
from player.wellbeing import Wellbeing
from schedules.clock import Clock, SystemClock

if TYPE_CHECKING:
    from player.config import PlayerConfig
    from player.connection import Connection
    from player.journal import Journal

FIRST_PICTURE_S = 2.5


class Agent:
    """Everything a player is made of, in the folder of `config`. `run` returns when `stop` was called.

    `restarts` tells whether it ended because a person wants it started anew: its last picture stays until then.
    """

    def __init__(self, config: PlayerConfig, start_stage: Callable[[], port.Stage], clock: Clock | None = None) -> None:
        """Start the stage, and read what is on the disk meanwhile. Raises StateUnusable."""
        self._config, self._clock = config, clock or SystemClock()
        self._stopping = threading.Event()
        self.restarts = False
        self.faults, self.inbound = FaultBook(), EventQueue()
        self._keeper = StageKeeper(start_stage, Watchdog(config.liveness_seconds), self.faults, self._clock)
        self._starts = StartBook(config.data, int(self._clock.now().timestamp()))
        self._keeper.open()
        self._connection: Connection | None = None
        try:
            self._open_folder(config.data)
        except BaseException:
            self._keeper.close()
            raise

    def _open_folder(self, folder: Path) -> None:
        self.time = ClockTrust(self._clock)
        self._binding = load_binding(folder)
        self._rundown = Rundown(folder / "rundown.db")
        if self._rundown.set_aside is not None:
            self.faults.note("rundown", "the rundown was damaged; it is fetched again", self._clock.monotonic())
        self._store = AssetStore(folder / "assets")
        self.cache = Cache(
            self._store,
            folder,
            tell=self.inbound.put,
            faults=self.faults,
            clock=self._clock,
            limit_bytes=self._config.cache_limit_bytes,
        )
        self._inbox = self._opened_inbox(self._binding) if self._binding else None
        self.conductor = self._conductor(self._binding.display_id if self._binding else "")

    def _conductor(self, display_id: str) -> Conductor:
        reporter = Reporter(self._say, self._clock)
        playback = Playback(display_id, self.cache, self._keeper.want)
        self._playlog = PlayLog(playback.facts, reporter.figures, self.faults, self._clock)
        checkups = CheckupFile(self._config.data)
        self._wellbeing = Wellbeing(
            self._keeper,
            playback,
            self._starts,
            checkups,
            self.faults,
            self._clock,
            safe_mode=self._config.safe_mode,
        )
        self._wellbeing.stage_started()
        self._keeper.on_started, self._keeper.on_lost = self._wellbeing.stage_started, self._stage_lost
        self._notices = ServiceNotices()
        parts = Parts(
            clock=self._clock,
            time=self.time,
            rundown=self._rundown,
            cache=self.cache,
            keeper=self._keeper,
            playback=playback,
            standing=self._standing_of(playback),
            playlog=self._playlog,
            reporter=reporter,
            alert_reports=AlertReports(self._say, self._clock),
            wellbeing=self._wellbeing,
            orders=Orders(
                self._config.data,
                keeper=self._keeper,
                playback=playback,
                faults=self.faults,
                say=self._say,
                restart=self._restart,
            ),
            faults=self.faults,
            inbound=self.inbound,
            notices=self._notices,
        )
        calls = Calls(
            fetch_bundle=self._fetch_bundle,
            fetch_again=self._fetch_again,
            bind=self._bind,
            fill=self._fill,
            on_air=self._expect,
            confirmed_until=lambda: self._inbox.confirmed_until if self._inbox else None,
        )
        address = own_address(self._config.hub) if self._config.show_address else ""
        host_name = socket.gethostname()[:200] or "displayctl"
        return Conductor(
            parts, calls, display_id=display_id, canvas=self._config.canvas, host_name=host_name, address=address
        )

    def _standing_of(self, playback: Playback) -> Standing:
        standing = Standing(self._rundown, playback, self.time, self._clock)
        standing.time_floor = lambda: self._inbox.time_floor if self._inbox else None
        return standing

    def _stage_lost(self, crashed: bool) -> None:
        self._playlog.stage_lost()
        if crashed:
            self._wellbeing.stage_lost(self.time.read().now)

    def run(self) -> None:
        """Play until `stop` is called. The first picture is on its way before anything slow is begun."""
        try:
            self._show_first_picture()
            self._begin_slow_parts()
            heap = Heap()
            while not self._stopping.is_set():
                self.inbound.wait(self._guarded_tick())
                heap.tidy()
        finally:
            self._end()

    def _show_first_picture(self) -> None:
        """Tick until the stage presents what is due, so that nothing slow competes with it; not for long, though."""
        ends = self._clock.monotonic() + FIRST_PICTURE_S
        while not (self._stopping.is_set() or self.conductor.has_presented or self._clock.monotonic() > ends):
            self.inbound.wait(self._guarded_tick())

    def stop(self) -> None:
        """Ask `run` to return for good, whoever asked for a new start before; may be called from a signal handler or
        another thread.
        """
        self.restarts = False
        self._end_soon()

    def _restart(self) -> None:
        if not self._stopping.is_set():
            self.restarts = True
        self._end_soon()

    def _end_soon(self) -> None:
        self._stopping.set()
        self.inbound.wake()

    def _guarded_tick(self) -> float:
        """One tick. Whatever surprises in it, the stage plays on and the next tick follows."""
        try:
            return self.conductor.tick()
        except Exception as error:  # noqa: BLE001  the outermost door of the agent's own thread
            from player.logs import log

            log().error("surprise", part="tick", exc_info=True)
            self.faults.note("tick", f"a surprise in the agent: {error!r:.200}", self._clock.monotonic(), 600)
            return 1.0

    def _begin_slow_parts(self) -> None:
        from player.journal import Journal
        from player.logs import log, set_up_logs

        config = self._config
        set_up_logs(config.data, config.log_level, config.log_file_bytes)
        self.faults.on_new = self._tell_fault
        self._store.sweep(self.time.read().now)
        try:
            journal = Journal(config.data / "journal.db")
            self._playlog.open(journal, self.time.read().now)
        except StateUnusable as error:
            journal = None
            self.faults.note("journal", str(error), self._clock.monotonic(), 86_400)
        try:
            self._connect(journal)
        except StateUnusable as error:
            if self._binding is None:
                raise  # there is nothing to play, and without a key nothing will come
            self.faults.note("identity", f"{error}; the wall plays on alone", self._clock.monotonic(), 1e9)
        if self._inbox is not None:
            threading.Thread(target=self._inbox.recall, daemon=True, name="recall").start()
        log().info("running", data=str(config.data), hub=config.hub, display=self._binding and self._binding.display_id)

    def _tell_fault(self, cause: str, sentence: str) -> None:
        from player.logs import log

        log().warning("fault", cause=cause, sentence=sentence)
        self._playlog.fault(cause, sentence)

    def _connect(self, journal: Journal | None) -> None:
        from player.connection import Connection

        self._connection = Connection(
            self._config.data,
            self._config.hub,
            cache=self.cache,
            journal=journal,
            inbox=lambda: self._inbox,
            is_bound=lambda: self._binding is not None,
            inbound=self.inbound,
            faults=self.faults,
            clock=self._clock,
            sticks=self._config.import_from,
        )
        self._connection.start()

    def _opened_inbox(self, binding: Binding) -> Inbox | None:
        try:
            inbox = Inbox(
                self._config.data,
                binding,
                tell=self.inbound.put,
                faults=self.faults,
                clock=TrustedClock(self.time, self._clock),
                canvas=self._config.canvas or DEFAULT_CANVAS,
            )
        except (ContentError, OSError) as error:
            self.faults.note("trust", f"{error}; the wall plays on, news is not taken", self._clock.monotonic(), 86_400)
            return None
        self.time.raise_floor(inbox.time_floor)
        if self._rundown.on_air is not None:
            inbox.expect(self._rundown.on_air)
        return inbox

    def _bind(self, bound: Bound) -> None:
        try:
            save_binding(self._config.data, bound.binding)
        except StateUnusable as error:  # it holds until the next start, and is then asked for again
            self.faults.note("binding-kept", str(error), self._clock.monotonic(), 86_400)
        former, self._inbox = self._inbox, None
        if former is not None:
            former.close()
        self._binding = bound.binding
        self._inbox = self._opened_inbox(bound.binding)
        if self._connection is not None:
            self._connection.bound()

    def _expect(self, programme: Any) -> None:
        if self._inbox is not None:
            self._inbox.expect(programme)

    def _say(self, message: dict[str, Any]) -> None:
        if self._connection is not None:
            self._connection.say(message)

    def _fetch_bundle(self) -> None:
        if self._connection is not None:
            self._connection.fetch_bundle()

    def _fetch_again(self) -> None:
        if self._inbox is None and self._binding is not None:
            self._inbox = self._opened_inbox(self._binding)
            if self._inbox is not None:
                self.faults.clear("trust")
        if self._connection is not None:
            self._connection.fetch_bundle_again()

    def _fill(self) -> None:
        if self._connection is not None:
            self._connection.fill()

    def _end(self) -> None:
        if not self.restarts:  # else systemd would wait for an end that does not come
            self._notices.stopping()
        if self._stopping.is_set():
            self._wellbeing.ended()
        if self._connection is not None:
            self._connection.ask_to_stop()
        self.conductor.end(keep_picture=self.restarts)
        if self._connection is not None:
            self._connection.close()
        self._playlog.close()
        self._rundown.close()
        if self._inbox is not None:
            self._inbox.close()


def own_address(hub: str | None) -> str:
    """The address of this machine on its way to the hub, found without sending anything; empty where there is none."""
    from urllib.parse import urlsplit

    target = urlsplit(hub or "").hostname or "192.0.2.1"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((target, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""
