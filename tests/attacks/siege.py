"""A wall under siege: a real player before a screen in memory, watched all the time, and a hub that a thief owns."""

from __future__ import annotations

import base64
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from content.delivery.bundle import Bundle, pack
from content.delivery.notices import Notice, pack_notice
from content.delivery.roles import programme_role
from player.identity import Binding, DeviceIdentity, save_binding
from schedules.alert import AlertLevel, AlertPicture
from schedules.clock import SystemClock
from schedules.codec import programme_to_dict
from schedules.display import Canvas, Display
from schedules.playlist import Asset, AssetKind, Medium, Rendition
from schedules.programme import Programme
from tests import builders
from tests.attacks.people import GROUPS, People
from tests.attacks.thief import Thief
from tests.attacks.watcher import IN_A_DRILL, SIZE, UNMARKED, Sight, Watch
from tests.fakes.former_office import Installation
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.hub_simulator import HubSimulator
from tests.fakes.marked_media import write_clip, write_picture

T = TypeVar("T")
CLOCKS = Path(__file__).parent / "shifted_clock"
RATE = 30
FIRST, SECOND, THIRD, POSTER = 1, 2, 3, 9
EVIL, EVIL_POSTER = 50, 51
_PATIENCE_S = 30.0
"""How long what has to come may take, with the start of three processes, while other runs are busy on the machine."""
_LONGEST_BETWEEN_NS = 1_500_000_000
"""How long a wall may show no marked picture: what lies between two, painted by a busy machine."""


class Media:
    """Marked clips of a second and pictures, made once: items below 40 are approved sooner or later, others never."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        clips = [write_clip(folder / f"{item}.mp4", item, RATE, RATE, SIZE) for item in (FIRST, SECOND, THIRD, EVIL)]
        pictures = [write_picture(folder / f"{item}.png", item, SIZE) for item in (POSTER, EVIL_POSTER)]
        self.data = {int(path.stem): path.read_bytes() for path in (*clips, *pictures)}


def notice_of(format: str, picture: bytes) -> bytes:
    """The document of the emergency ``banjir``, of the highest level and for an hour, with that PNG."""
    now, digest = SystemClock().now().replace(microsecond=0), hashlib.sha256(picture).hexdigest()
    alert = builders.alert(
        "banjir",
        AlertLevel.AWAS,
        issued_at=now,
        effective=now,
        expires=now + timedelta(hours=1),
        pictures=(AlertPicture(format, digest),),
    )
    return pack_notice(Notice(alert, {digest: picture}))


class Siege:
    """The wall ``tugu`` of the group ``utama``, whose player is a process; and what goes on around it."""

    def __init__(self, folder: Path, media: Media, screen: Framebuffer) -> None:
        self.folder, self._media, self.screen = folder, media, screen
        self.player = folder / "player"
        self.player.mkdir(parents=True)
        self.stick = folder / "sticks"
        self.stick.mkdir()
        self.people = People(folder / "hub")
        self.thief = Thief(self.people)
        founded = Installation(self.people.repository, self.people.key("sekar"))
        self.hub = HubSimulator(folder, GROUPS, SystemClock(), founded)
        self.hub.start()
        self.identity = DeviceIdentity.load_or_make(self.player)
        self.display = Display(
            "tugu", "Tugu", builders.ZONE, Canvas(*SIZE), groups=GROUPS[:1], fingerprint=self.identity.device_id
        )
        self.revision = 0
        self.watch = Watch(screen.path, folder / "seen.log")
        self.process: subprocess.Popen[bytes] | None = None
        self.set_clock(None)
        (self.player / "player.toml").write_text(f'import_from = ["{self.stick}"]\n')
        self.hub.approve("tugu", self.identity.device_id)
        self.hub.know_key(self.identity.public_key)
        save_binding(self.player, Binding("tugu", self.people.repository.bootstrap_root()))

    # What is signed

    def medium(self, item: int) -> Medium:
        """The medium marked as `item`, whose bytes the hub has."""
        data = self._media.data[item]
        video = item not in (POSTER, EVIL_POSTER)
        kind, length = (AssetKind.VIDEO, timedelta(seconds=1)) if video else (AssetKind.PICTURE, None)
        asset = Asset(self.hub.add_medium(data), len(data), kind, length)
        return Medium(f"m{item}", f"Item {item}", (Rendition(self.display.format, asset),))

    def fresh_asset(self, item: int) -> str:
        """Have `item` in bytes that the player has never seen; the digest of these."""
        self._media.data[item] += b"\0\0\0\x08free"  # an empty box at the end of an MP4 file says nothing
        return self.hub.add_medium(self._media.data[item])

    def bytes_of(self, item: int) -> bytes:
        return self._media.data[item]

    def notice(self, item: int) -> bytes:
        """The document of an emergency whose picture is `item`."""
        return notice_of(self.display.format, self._media.data[item])

    def document(self, item: int, display: Display | None = None, group: str = "utama") -> dict[str, Any]:
        """A programme that shows nothing but `item`, all day."""
        self.revision += 1
        now, wall = SystemClock().now().replace(microsecond=0), display or self.display
        programme = Programme(
            group=group,
            revision=self.revision,
            made_at=now,
            valid_until=now + timedelta(days=60),
            displays=(wall,),
            media=(self.medium(item),),
            playlists=(builders.playlist("p", f"m{item}"),),
            slots=(),
            filler_id="p",
        )
        return programme_to_dict(programme)

    def show(self, item: int) -> None:
        """People approve a programme with `item`, the hub is honest, and the wall shows it."""
        self.hub.mischief.bundle = None
        self.until(lambda: self.hub.connected, "the link")
        for role in self.thief.touched - {programme_role("utama")}:
            self.people.renew(role)
        self.thief.touched.clear()
        self.people.publish(self.document(item))
        self.tell()
        self.until(lambda: self._is_on_air(self.revision) and self.shows(item), f"item {item} on the wall")

    def _is_on_air(self, revision: int) -> bool:
        return any(told["revision"] == revision and told["stage"] == "on-air" for told in self.hub.heard("receipt"))

    # What goes over the wire

    def tell(self) -> None:
        """The hub says that there is news."""
        self.hub.say({"type": "notice", "digest": self.people.repository.head("utama").digest})

    def hand_over(self, bundle: Bundle | bytes) -> None:
        """The thief hands out `bundle`, pushed and whenever it is asked for."""
        data = bundle if isinstance(bundle, bytes) else pack(bundle)
        self.hub.mischief.bundle = data
        self.until(lambda: self.hub.connected, "the link")
        self.hub.say({"type": "bundle", "bundle": base64.b64encode(data).decode()})

    def refusals(self) -> list[Mapping[str, Any]]:
        """Every refusal that the hub was told of, again and again as heartbeats repeat it."""
        return [refusal for beat in self.hub.heard("heartbeat") for refusal in beat["refusals"]]

    def faults(self) -> str:
        """What the newest heartbeat complains of."""
        return " / ".join(next(iter(self.hub.heard("heartbeat")[-1:]), {"faults": []})["faults"])

    def said(self) -> str:
        """What the player has written into its log."""
        return (self.folder / "player.err").read_text()

    # The player

    def set_clock(self, moment: datetime | None) -> None:
        """Set the machine's clock, as the player's processes see it; None is the right time."""
        shift = timedelta(0) if moment is None else moment - SystemClock().now()
        (self.folder / "shift.new").write_text(str(shift.total_seconds()))
        (self.folder / "shift.new").replace(self.folder / "shift")

    def start(self, hub: str = "") -> None:
        """Start the player on the hub, or on the address `hub`."""
        address = hub or self.hub.address
        command = [sys.executable, "-m", "player", "run", "--data", str(self.player), "--hub", address]
        paths = os.pathsep.join((str(CLOCKS), str(CLOCKS.parents[2])))
        shifted = {"PYTHONPATH": paths, "SHIFTED_CLOCK": str(self.folder / "shift")}
        variables = {**os.environ, "DISPLAY": self.screen.display, **shifted}
        with (self.folder / "player.err").open("ab") as errors:
            self.process = subprocess.Popen(command, env=variables, stderr=errors)

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            assert self.process.wait(15) == 0
            self.process = None

    def shows(self, item: int) -> bool:
        """Whether the wall shows `item`, and as it should: a clip moves."""
        seen = self.watch.sights(time.monotonic_ns() - 300_000_000)
        here = [sight for sight in seen if sight.item == item]
        return bool(here) and here[-1] is seen[-1] and (item % IN_A_DRILL in (POSTER, EVIL_POSTER) or len(here) > 3)

    def until(self, fact: Callable[[], T], what: str, seconds: float = _PATIENCE_S) -> T:
        deadline = time.monotonic() + seconds
        while not (found := fact()):
            alive = self.process is None or self.process.poll() is None
            assert alive, f"the player ended while {what} was waited for"
            assert time.monotonic() < deadline, f"{what} did not come in {seconds:g} s; {self._state()}"
            time.sleep(0.02)
        return found

    def _state(self) -> str:
        refusals = [beat["refusals"][-1:] for beat in self.hub.heard("heartbeat")[-1:]]
        return f"on the wall: {self.watch.now}, faults: {self.faults()}, refusals: {refusals}"

    def close(self) -> None:
        try:
            self.stop()
        finally:
            self.watch.close()
            self.hub.stop()


class Attack:
    """The time from its making to `over`, in which the wall must show `allowed` items and nothing else."""

    def __init__(self, siege: Siege, *allowed: int) -> None:
        self.siege, self.allowed = siege, set(allowed)
        self.began_ns = time.monotonic_ns()
        self._known = siege.refusals()

    def refused_by(self, rule: str) -> Mapping[str, Any]:
        """Waits until the hub hears that this attack was refused for `rule`."""

        def found() -> Mapping[str, Any] | None:
            fresh = (each for each in self.siege.refusals() if each not in self._known)
            return next((each for each in fresh if each["rule"] == rule), None)

        return self.siege.until(found, f"the refusal for {rule}")

    def over(self) -> None:
        """Not one look found anything else, and the wall plays on."""
        self.siege.until(lambda: any(self.siege.shows(item) for item in self.allowed), "the wall to play on")
        seen = self.only_allowed()
        assert longest_unmarked_ns(seen) < _LONGEST_BETWEEN_NS, "the wall showed something that is no approved item"

    def only_allowed(self) -> list[Sight]:
        """What was seen, in which there is no marked picture that was not allowed."""
        seen = self.siege.watch.sights(self.began_ns)
        others = [sight for sight in seen if sight.item not in (*self.allowed, UNMARKED)]
        assert not others, f"on the wall stood what nobody approved: {others[:5]}"
        return seen


def longest_unmarked_ns(seen: list[Sight]) -> int:
    """The longest time without a marked picture, in nanoseconds."""
    ends = [sight.since_ns for sight in seen[1:]] + [time.monotonic_ns()]
    return max(
        (end - sight.since_ns for sight, end in zip(seen, ends, strict=True) if sight.item == UNMARKED), default=0
    )
