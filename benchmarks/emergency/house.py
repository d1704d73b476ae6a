"""Twelve walls and their hub in real processes, a desk that presses the button, and lines between them."""

from __future__ import annotations

import base64
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType

from PIL import Image

from benchmarks.emergency.line import Spec
from benchmarks.emergency.quick_wall import QuickWall
from content.delivery.store import AssetStore
from content.studio.emergency.message import Message
from content.studio.emergency.templates_folder import load_templates
from content.studio.signing import sign_programme
from displayctl.api.emergencies import AlertInfo
from displayctl.api.models import PartKind, SignedRoles
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.pictures import draw
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.signed import signed_message
from schedules.alert import AlertLevel
from schedules.clock import SystemClock
from schedules.codec import display_to_dict, playlist_to_dict, programme_from_dict, programme_to_dict, slot_to_dict
from schedules.display import Canvas, Display
from schedules.playlist import Asset, AssetKind, Medium, Playlist, PlaylistEntry, Rendition
from schedules.recurrence import Recurrence
from tests import builders
from tests.fakes.founded import founder_of
from tests.fakes.office import Office, Wall, wait_for

ZONE = "Asia/Makassar"
REAL = {"tugu": (640, 384), "taman": (256, 128)}
QUICK = 10
HALF_HOUR = timedelta(minutes=30)
FILM_BYTES = 2 << 30
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


@dataclass(slots=True)
class Press:
    """One press of the button, and what became of it; milliseconds are monotonic, or since the press."""

    kind: str
    alert_id: str
    pressed_ms: float
    answered_ms: float = 0.0
    cut: tuple[str, ...] = ()
    arrived_ms: list[float] = field(default_factory=list)
    accounted: bool = False
    accounted_s: float = 0.0
    listed: int = 0


class House:
    """Hub and walls in `folder`, each wall behind a line like `spec` where one is given."""

    def __init__(self, folder: Path, spec: Spec | None) -> None:
        self._folder, self._spec = folder, spec
        self._office = Office(folder)
        self._lines: subprocess.Popen[str] | None = None
        self._walls: list[Wall] = []
        self._quick: list[QuickWall] = []

    def __enter__(self) -> House:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for wall in self._quick:
            wall.stop()
        self._office.close()
        if self._lines is not None:
            self._lines.terminate()
            self._lines.wait()

    @property
    def screens(self) -> list[tuple[Path, tuple[int, int]]]:
        """The memory of each screen that is looked at, and its size."""
        there = [wall for wall in self._walls if wall.process is not None]
        return [(self._folder / "screens" / wall.display.id / "Xvfb_screen0", REAL[wall.display.id]) for wall in there]

    def move_in(self, *, busy: bool) -> None:
        """Everything runs, is paired, and shows a picture that stands still."""
        office = self._office
        film = self._film() if busy else None
        office.start_hub()
        sizes = {**REAL, **{f"wall-{number}": (640, 384) for number in range(QUICK)}}
        ports = self._open_lines(len(sizes))
        for place, (name, size) in enumerate(sizes.items()):
            display = Display(name, name.title(), ZONE, Canvas(*size))
            url = office.url if ports is None else f"http://127.0.0.1:{ports[place]}"
            if name in REAL:
                self._walls.append(self._real(display, url))
            else:
                office.client.create_part(PartKind.DISPLAY, display_to_dict(display))
        self._publish_picture()
        self._quick_walls(ports)
        self._beliefs = Beliefs(None)
        self._key = founder_of(office.installation.data)
        self._post = DutyPost(office.client, self._beliefs)
        office.publish()  # names the players that were paired
        wait_for("all links", self._all_there, office.programs, 120)
        wait_for("the picture", lambda: self._on_air() or None, office.programs, 120)
        if film is not None:
            self._saturate(film)
        time.sleep(3)

    def send_half_away(self) -> None:
        """Five walls without a stage and one with are switched off."""
        for wall in self._quick[:5]:
            wall.stop()
        self._walls[-1].kill()
        wait_for("walls to be away", lambda: self._connected() == 6 or None, self._office.programs, 60)

    def draw(self, number: int) -> Message:
        """The words of round `number`, with their pictures drawn, as a window does while somebody reads them."""
        message = load_templates().find("flood").message({"tempat": f"Bantaran Sungai {number}"}, level=AlertLevel.AWAS)
        corrected = load_templates().find("flood").corrected(message.level)
        for each in (message, corrected):
            draw(each, self._displays())
        return message

    def prepare(self) -> None:
        self._post.prepare()

    def press_raise(self, message: Message, cut: tuple[str, ...]) -> Press:
        return self._pressed("raise", cut, lambda: self._post.raise_emergency(self._key, message, duration=HALF_HOUR))

    def press_correct(self, message: Message, cut: tuple[str, ...]) -> Press:
        corrected = load_templates().find("flood").corrected(message.level)
        return self._pressed("ralat", cut, lambda: self._post.correct(self._key, self._last, corrected))

    def press_end(self, message: Message, cut: tuple[str, ...]) -> Press:
        return self._pressed("end", cut, lambda: self._post.end(self._key, self._last))

    def cut_some(self, share: float, after_s: float) -> tuple[str, ...]:
        """Each line loses its connections with this chance, `after_s` from now (at once where that is over)."""
        places = [place for place in range(len(REAL) + QUICK) if random.random() < share]
        lines = self._lines
        assert lines is not None
        assert lines.stdin is not None
        way = lines.stdin

        def cut() -> None:
            for place in places:
                way.write(f"cut {place}\n")
            way.flush()

        if after_s <= 0:
            cut()
            time.sleep(-after_s)
        else:
            threading.Timer(after_s, cut).start()
        return tuple(map(str, places))

    def wait_for_answers(self, press: Press, seconds: float) -> None:
        """Until every wall has said what it is asked, or is listed as missing."""
        deadline = time.monotonic() + seconds + 5
        while time.monotonic() < deadline:
            info = next(each for each in self._office.client.alerts() if each.id == press.alert_id)
            silent = self._asked(info, press.kind) - self._answered(info, press.kind)
            if silent <= set(info.missing):
                press.accounted, press.listed = True, len(silent)
                press.accounted_s = time.monotonic() - press.pressed_ms / 1000
                break
            time.sleep(0.1)
        for wall in self._quick:
            if press.kind != "end" and press.alert_id in wall.arrived:
                press.arrived_ms.append(wall.arrived[press.alert_id] - press.pressed_ms)

    @property
    def news_bytes(self) -> int:
        """The most that was sent to a wall for one press."""
        return max((wall.largest_bytes for wall in self._quick), default=0)

    def fetched_bytes(self) -> int:
        """What all walls have got of the film so far."""
        partial = (path.stat().st_size for path in (self._folder / "players").glob("*/assets/**/*") if path.is_file())
        return sum(wall.fetched_bytes for wall in self._quick) + sum(partial)

    def _asked(self, info: AlertInfo, kind: str) -> set[str]:
        """Those who have something to say: an end only who has shown it, or was on the way to."""
        if kind == "end":
            return {wall for wall, said in info.receipts.items() if said.received_at is not None}
        return set(info.walls)

    def _answered(self, info: AlertInfo, kind: str) -> set[str]:
        if kind == "end":
            return {wall for wall, said in info.receipts.items() if said.ended_at is not None}
        return {wall for wall, said in info.receipts.items() if said.shown_at is not None}

    def _pressed(self, kind: str, cut: tuple[str, ...], act: Callable[[], AlertInfo]) -> Press:
        began = time.monotonic() * 1000
        self._last = act().id
        return Press(kind, self._last, began, time.monotonic() * 1000 - began, cut)

    def _displays(self) -> tuple[Display, ...]:
        return tuple(Display(name, name.title(), ZONE, Canvas(*size)) for name, size in REAL.items())

    def _open_lines(self, count: int) -> list[int] | None:
        if self._spec is None:
            return None
        port = int(self._office.url.rpartition(":")[2])
        spec = {name: getattr(self._spec, name) for name in ("bytes_a_second", "delay_s", "queue_bytes")}
        command = [sys.executable, "-m", "benchmarks.emergency.line", json.dumps([{**spec, "port": port}] * count)]
        self._lines = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._lines.stdout is not None
        return [int(each) for each in json.loads(self._lines.stdout.readline())]

    def _real(self, display: Display, url: str) -> Wall:
        former, self._office.url = self._office.url, url  # where this wall's player looks for the hub
        try:
            wall = self._office.add_wall(display)
            wall.pair()
        finally:
            self._office.url = former
        return wall

    def _quick_walls(self, ports: list[int] | None) -> None:
        for number in range(QUICK):
            code = "BCDF-" + "".join(LETTERS[number // 20**place % 20] for place in range(4))
            url = self._office.url if ports is None else f"http://127.0.0.1:{ports[len(REAL) + number]}"
            folder = self._folder / "quick" / str(number)
            self._quick.append(QuickWall(folder, url, f"wall-{number}", self._office.client, code))
        for wall in self._quick:
            wall.start()

    def _publish_picture(self) -> None:
        client = self._office.client
        path = self._folder / "standing.png"
        Image.linear_gradient("L").resize((640, 384)).convert("RGB").save(path)
        medium = self._office.bring_in(path)
        client.create_part(PartKind.PLAYLIST, playlist_to_dict(builders.playlist("diam", medium.id)))
        walls = (*REAL, *(f"wall-{number}" for number in range(QUICK)))
        every_day = Recurrence(date(2020, 1, 1), date(2099, 12, 31))
        slot = builders.slot("diam", "diam", display_ids=walls, recurrence=every_day)
        client.create_part(PartKind.SLOT, slot_to_dict(slot))
        self._office.publish()

    def _film(self) -> Asset:
        """Two gigabytes of noise in the hub's store."""
        path = self._folder / "film"
        noise = os.urandom(1 << 20)
        with path.open("wb") as file:
            for _ in range(FILM_BYTES >> 20):
                file.write(noise)
        folder = self._office.installation.hub_folder / "media"
        folder.mkdir(parents=True, exist_ok=True)
        stored = AssetStore(folder).add_file(path)
        path.unlink()
        return Asset(stored.sha256, stored.size_bytes, AssetKind.VIDEO, timedelta(hours=1))

    def _saturate(self, film: Asset) -> None:
        """Every wall is told of the film, in a booking of next week, and fetches it from now on."""
        client = self._office.client
        state = client.signing_state("utama")
        programme = programme_from_dict(state.draft)
        formats = sorted({display.format for display in programme.displays})
        medium = Medium("film", "Film", tuple(Rendition(each, film) for each in formats))
        coming = SystemClock().now().date() + timedelta(days=5)
        slot = builders.slot(
            "film", "film", display_ids=tuple(REAL), recurrence=Recurrence(coming, coming + timedelta(days=30))
        )
        with_film = replace(
            programme,
            media=(*programme.media, medium),
            playlists=(*programme.playlists, Playlist("film", "Film", (PlaylistEntry("film"),))),
            slots=(*programme.slots, slot),
        )
        role = None if state.role is None else base64.b64decode(state.role)
        now = SystemClock().now()
        signed = sign_programme(self._key, role, "utama", programme_to_dict(with_film), now)
        message: SignedRoles = signed_message((signed,))
        client.publish("utama", message)
        for wall in self._quick:
            wall.saturate(film.sha256)
        wait_for("the film under way", lambda: self.fetched_bytes() > 1_000_000 or None, self._office.programs, 120)

    def _connected(self) -> int:
        return sum(state.connected for state in self._office.client.fleet())

    def _all_there(self) -> bool | None:
        return self._connected() == len(REAL) + QUICK or None

    def _on_air(self) -> bool:
        receipts = {each.display_id: each.stage.value for each in self._office.client.receipts("utama")}
        return all(receipts.get(name) == "on-air" for name in REAL)
