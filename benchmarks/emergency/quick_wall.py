"""A wall without a stage: the player's own link and client over a line of its own, that answers for what it is sent."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from content.delivery.bundle import Bundle
from content.delivery.news import unpack_news
from displayctl.api.client import HubClient as Desk
from displayctl.api.models import Approval
from player.alert_reports import AlertReports
from player.errors import HubTrouble
from player.events import Event, LinkChanged, Noted
from player.hub_client import HubClient
from player.identity import DeviceIdentity
from player.link import Link
from player.standing import Gone
from schedules.clock import SystemClock

TELL_EVERY_S = 0.2


class QuickWall:
    """The wall `display_id`, paired with the hub behind `url`. `arrived` is when each alert came (monotonic, in ms)."""

    def __init__(self, folder: Path, url: str, display_id: str, desk: Desk, code: str) -> None:
        clock = SystemClock()
        folder.mkdir(parents=True)
        self.display_id, self._clock = display_id, clock
        self._hub = HubClient(url, DeviceIdentity.load_or_make(folder), clock)
        self._pair(desk, code)
        self._held: dict[str, int] = {}
        self._standing: frozenset[str] = frozenset()
        self.arrived: dict[str, float] = {}
        self.connected = threading.Event()
        self._link = Link(
            self._hub, self._hear, lambda bundle: None, clock, take_news=self._take, held=lambda: self._held
        )
        self._lock = threading.Lock()
        self._reports = AlertReports(self._link.say, clock)
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._stay_linked, self._say_again)]
        self.fetched_bytes = self.largest_bytes = 0

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def saturate(self, sha256: str) -> None:
        """From now on fetch this asset, over and over, as the player does."""
        thread = threading.Thread(target=self._fetch, args=(sha256,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._link.stop()

    def _pair(self, desk: Desk, code: str) -> None:
        self._hub.ask_enrolment(code, "bench")
        desk.approve(Approval(code=code, display_id=self.display_id))
        self._hub.enrolment(code)

    def _stay_linked(self) -> None:
        while not self._stopping.is_set():
            self._stopping.wait(self._link.step())

    def _say_again(self) -> None:
        while not self._stopping.wait(TELL_EVERY_S):
            with self._lock:
                self._reports.tick()

    def _fetch(self, sha256: str) -> None:
        while not self._stopping.is_set():
            try:
                with self._hub.asset(sha256) as stream:
                    for piece in stream.pieces:
                        self.fetched_bytes += len(piece)
                        if self._stopping.is_set():
                            return
            except HubTrouble:
                self._stopping.wait(1.0)

    def _hear(self, event: Event) -> None:
        with self._lock:
            match event:
                case Noted():
                    self._reports.noted(event.id)
                case LinkChanged():
                    self.connected.set() if event.connected else self.connected.clear()
                    if event.connected:
                        self._reports.connected()

    def _take(self, message: bytes) -> None:
        at, now = time.monotonic() * 1000, self._clock.now()
        found = alerts_in(unpack_news(message), self._held)
        if found is None:
            return
        self.largest_bytes = max(self.largest_bytes, len(message))
        with self._lock:
            gone = dict.fromkeys(self._standing - found, Gone.WITHDRAWN)
            self._standing = found
            for name in found:
                self.arrived.setdefault(name, at)
            self._reports.stand(found, gone, now)
            for name in sorted(found):
                self._reports.seen(name, now)
                self._reports.painted(name, "0" * 64)
            if not found:
                self._reports.seen("", now)


def alerts_in(bundle: Bundle, held: dict[str, int]) -> frozenset[str] | None:
    """The alerts that stand by what came, None where it says nothing of them; `held` learns the versions."""
    found: frozenset[str] | None = None
    for name, data in bundle.files.items():
        if not name.startswith("metadata/"):
            continue
        signed: Mapping[str, object] = json.loads(data)["signed"]
        role = name.removesuffix(".json").rpartition("/")[2].rpartition(".")[2]
        held[role] = int(str(signed["version"]))
        targets = signed.get("targets")
        if role == "emergency" and isinstance(targets, dict):
            found = frozenset(path.removeprefix("emergency/").removesuffix(".json") for path in targets)
    return found
