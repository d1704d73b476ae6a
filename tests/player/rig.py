"""A whole agent on a stage in memory, with a simulated hub on a real socket, for stories."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from player.agent import Agent
from player.config import PlayerConfig
from player.folder import data_lock
from player.identity import Binding, DeviceIdentity, save_binding
from player.stage import port
from player.stage.memory_stage import MemoryStage
from schedules.clock import SystemClock
from schedules.display import Display
from schedules.playlist import Asset, AssetKind, Medium, Rendition
from schedules.programme import Programme
from schedules.slot import Slot
from tests import builders
from tests.fakes.hub_simulator import HubSimulator

PNG = builders.png()


class ShiftedClock:
    """The machine's clock, moved by `shift`."""

    def __init__(self) -> None:
        self.shift = timedelta(0)

    def now(self) -> datetime:
        return SystemClock().now() + self.shift

    def monotonic(self) -> float:
        return time.monotonic()

    def set(self, now: datetime) -> None:
        self.shift = now - SystemClock().now()


class Rig:
    """`wall` names the display; media are made of random-looking bytes that the stage in memory does not open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "player"
        self.folder.mkdir()
        self.hub = HubSimulator(folder / "hub")
        self.hub.start()
        self.clock = ShiftedClock()
        self.stages: list[MemoryStage] = []
        self.device_id = DeviceIdentity.load_or_make(self.folder).device_id
        self.wall = builders.wall(fingerprint=self.device_id)
        self.agent: Agent | None = None
        self._thread: threading.Thread | None = None
        self._failure: list[BaseException] = []

    # the desk

    def medium(
        self, id: str, seconds: float | None = None, size: int = 20_000, display: Display | None = None
    ) -> Medium:
        """A medium whose bytes the hub has; a picture where it has no length."""
        data = (f"{id} {seconds} ".encode() * (size // 4))[:size]
        sha256 = self.hub.add_medium(data)
        kind = AssetKind.PICTURE if seconds is None else AssetKind.VIDEO
        duration = None if seconds is None else timedelta(seconds=seconds)
        asset = Asset(sha256, size, kind, duration)
        return Medium(id, id.title(), (Rendition((display or self.wall).format, asset),))

    def programme(
        self, *slots: Slot, media: tuple[Medium, ...] = (), revision: int = 1, **changes: object
    ) -> Programme:
        """A programme for the rig's wall with one playlist a medium, named alike, and ``all``; the filler is ``p``."""
        if all(medium.id != "p" for medium in media):
            media = (*media, self.medium("p"))
        playlists = tuple(builders.playlist(medium.id, medium.id) for medium in media)
        everything = builders.playlist("all", *(medium.id for medium in media if medium.id != "p"))
        now = datetime.now(UTC)  # noqa: TID251  these stories are told in real time
        fields: dict[str, object] = {
            "revision": revision,
            "made_at": now,
            "valid_until": now + timedelta(days=30),
            "displays": (self.wall,),
            "media": media,
            "playlists": (*playlists, everything) if everything.entries else playlists,
        }
        return builders.programme(*slots, **{**fields, **changes})  # type: ignore[arg-type]

    def slot(self, id: str = "pagi", playlist_id: str = "all", **changes: object) -> Slot:
        """A slot all day, from yesterday on."""
        today = datetime.now(UTC).date()  # noqa: TID251
        recurrence = builders.every_day(today - timedelta(days=2), today + timedelta(days=60))
        return builders.slot(id, playlist_id, recurrence=recurrence, **changes)  # type: ignore[arg-type]

    # the player

    def bind(self) -> None:
        """Bind without the way over the code."""
        self.hub.approve(self.wall.id, self.device_id)
        self.hub.know_key(DeviceIdentity.load_or_make(self.folder).public_key)
        save_binding(self.folder, Binding(self.wall.id, self.hub.repository.bootstrap_root()))

    def start(self, **settings: object) -> Agent:
        config = PlayerConfig(data=self.folder, hub=self.hub.address, **settings)  # type: ignore[arg-type]
        self.agent = agent = Agent(config, self._stage, self.clock)
        self._thread = threading.Thread(target=self._run, args=(agent,), daemon=True)
        self._thread.start()
        return agent

    def holds(self, id: str) -> bool:
        """Whether the player has the whole picture `id` on its disk."""
        sha256 = self.medium(id).renditions[0].asset.sha256
        return (self.folder / "assets" / "sha256" / sha256[:2] / sha256).exists()

    def stop(self) -> None:
        if self.agent is not None and self._thread is not None:
            self.agent.stop()
            self._thread.join(15)
            assert not self._thread.is_alive(), "the agent did not end"
        self.agent = self._thread = None
        if self._failure:
            raise self._failure.pop()

    def close(self) -> None:
        self.stop()
        self.hub.stop()

    @property
    def stage(self) -> MemoryStage:
        return self.stages[-1]

    @property
    def shown(self) -> str:
        """The medium on the stage now; empty for the slate."""
        cue = self.stage.showing if self.stages else None
        return cue.token.split("/")[2] if cue is not None and cue.kind is not port.CueKind.SLATE else ""

    @property
    def last_slate(self) -> port.Request | None:
        return self.last(port.SlateText) if self.stages else None

    def last(self, kind: type[port.Request]) -> port.Request | None:
        return next((r for r in reversed(self.stage.requests) if isinstance(r, kind)), None)

    def until(self, fact: Callable[[], object], what: str, seconds: float = 10.0) -> None:
        deadline = time.monotonic() + seconds
        while not fact():
            assert time.monotonic() < deadline, f"{what} did not happen in {seconds} s; {self.told()}"
            time.sleep(0.01)

    @property
    def faults(self) -> tuple[str, ...]:
        return self.agent.faults.sentences(time.monotonic()) if self.agent else ()

    def told(self) -> str:
        """What went on, for the message of a story that stops."""
        said = [(m["revision"], m["stage"]) for m in self.hub.heard("receipt")[-5:]]
        asked = self.hub.requests[-8:]
        return f"on the wall: {self.shown!r}, faults: {self.faults}, receipts: {said}, requests: {asked}"

    def _stage(self) -> MemoryStage:
        self.stages.append(MemoryStage(self.clock))
        return self.stages[-1]

    def _run(self, agent: Agent) -> None:
        try:
            with data_lock(self.folder):
                agent.run()
        except BaseException as error:  # noqa: BLE001  told by stop
            self._failure.append(error)
