"""A wall for those who have none yet: a real player of this computer, in a window of its own.

It is a child process, told of the hub of this computer and approved by itself: nobody can sit in between there.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from displayctl.api.client import HubClient
from displayctl.api.models import PartKind
from displayctl.desk.believing import Beliefs
from displayctl.desk.founding import FIRST_GROUP
from displayctl.desk.installation import Installation
from displayctl.desk.local_hub import last_lines
from displayctl.desk.pairing import Keyless, approve_player
from displayctl.desk.publishing import publishable_groups
from displayctl.errors import WindowWallFailed
from schedules.clock import Clock
from schedules.codec import display_to_dict
from schedules.display import Canvas, Display

WALL_ID = "jendela"
FOLDER, LOG_NAME = "window-wall", "window-wall.log"
WIDTH_PX, HEIGHT_PX = 640, 384
WAIT_SECONDS, POLL_SECONDS, END_SECONDS = 60.0, 0.2, 15.0
LARGEST_LOG_BYTES = 8 << 20
_WINDOWED = {"DISPLAYCTL_PLAYER_WINDOW": "framed"}
_KEY_NAME, _KEY_BYTES = "device.key", 32


class WindowWall:
    """The player in a window of one installation. `begin` and `end` may be called from any thread, one at a time."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._folder = installation.data / FOLDER
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether its window is there."""
        return self._process is not None and self._process.poll() is None

    def begin(self, client: HubClient, name: str, clock: Clock, zone: str) -> str:
        """Open the window, with a wall called `name` behind it; the wall's id, once the player belongs to it.

        Raises WindowWallFailed, HubError.
        """
        _check_here(client)
        wall = _wall(client, name, zone)
        if not self.running:
            self._start(client.url)
        deadline = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < deadline:
            if not self.running:
                raise WindowWallFailed(f"the player ended at once: {last_lines(self._log)}")
            device = self._device_id()
            if device and self._belongs(client, device, wall):
                return wall
            code = next((each.code for each in client.enrolments() if device and each.device_id == device), "")
            if code:
                beliefs = Beliefs(self._installation.keys_folder)
                approve_player(client, Keyless(), code, wall, clock, beliefs=beliefs)
            time.sleep(POLL_SECONDS)
        raise WindowWallFailed(
            f"the player in the window was not heard of within {WAIT_SECONDS:.0f} s; see {self._log}"
        )

    def end(self) -> None:
        """Close the window; returns when the player has ended."""
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    @property
    def _log(self) -> Path:
        return self._installation.data / LOG_NAME

    def _start(self, url: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = not self._log.exists() or self._log.stat().st_size > LARGEST_LOG_BYTES
        command = [sys.executable, "-m", "player", "run", "--data", str(self._folder), "--hub", url]
        command += ["--canvas", f"{WIDTH_PX}x{HEIGHT_PX}+0+0"]
        with self._log.open("wb" if fresh else "ab") as sink:
            environment = {**os.environ, **_WINDOWED}
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, env=environment
            )

    def _device_id(self) -> str:
        """The SHA-256 of its public key, empty before it has made one."""
        try:
            raw = (self._folder / _KEY_NAME).read_bytes()
        except OSError:
            return ""
        if len(raw) != _KEY_BYTES:
            return ""
        return hashlib.sha256(Ed25519PrivateKey.from_private_bytes(raw).public_key().public_bytes_raw()).hexdigest()

    def _belongs(self, client: HubClient, device: str, wall: str) -> bool:
        return any(each.display_id == wall and each.device_id == device and each.connected for each in client.fleet())


def _check_here(client: HubClient) -> None:
    parts = urlsplit(client.url)
    if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise WindowWallFailed(
            f"the hub {client.url} is not on this computer; open the window where the hub runs, or pair a player"
        )


def _wall(client: HubClient, name: str, zone: str) -> str:
    """The wall for the window, added where there is none."""
    if any(part.id == WALL_ID for part in client.parts(PartKind.DISPLAY)):
        return WALL_ID
    group = next(iter(publishable_groups(client)), FIRST_GROUP)
    wall = Display(id=WALL_ID, name=name, canvas=Canvas(WIDTH_PX, HEIGHT_PX), groups=(group,), time_zone=zone)
    client.create_part(PartKind.DISPLAY, display_to_dict(wall))
    return WALL_ID
