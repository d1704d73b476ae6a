"""Liveness as the public sees it: pictures that were presented, not processes that run."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass

from player.stage.port import Showing

STARTING_S = 30.0


@dataclass(frozen=True, slots=True)
class Expected:
    """What should be on the wall: the item's token (empty: the slate), until when (unix ms), and whether it moves."""

    token: str
    until_ms: int
    moves: bool


class Watchdog:
    """Judges a stage by what it says it has presented. Instants are monotonic seconds, patience in seconds."""

    def __init__(self, patience_s: float) -> None:
        self._patience = patience_s
        self.begin(0.0)

    def begin(self, now: float) -> None:
        """A stage was started at `now`."""
        self._spoke = now + max(0.0, STARTING_S - self._patience)
        self._progressed = self._spoke
        self._right = self._spoke
        self._last: Showing | None = None

    def saw(self, showing: Showing, expected: Expected, now: float) -> bool:
        """Take a sign of life; True where it tells of a new picture of the item that is due."""
        last, self._last = self._last, showing
        self._spoke = max(self._spoke, now)
        right = expected.token in ("", showing.token) or bool(showing.overlay)
        moved = last is None or (showing.token, showing.frame) != (last.token, last.frame)
        painted = last is None or showing.painted != last.painted
        if right:
            self._right = max(self._right, now)
        if moved or (painted and not expected.moves):
            self._progressed = max(self._progressed, now)
            return right
        return False

    def complaint(self, now: float) -> str:
        """Why the stage has to be started again; empty while all is well."""
        if now - self._spoke > self._patience:
            return f"the stage said nothing for {now - self._spoke:.0f} s"
        if now - self._progressed > self._patience:
            return f"no new picture was presented for {now - self._progressed:.0f} s though one was due"
        if now - self._right > self._patience:
            return f"the stage showed another item than the one due for {now - self._right:.0f} s"
        return ""


class ServiceNotices:
    """Tells systemd, where it started us, that pictures are presented (sd_notify(3), over NOTIFY_SOCKET)."""

    def __init__(self, address: str | None = None) -> None:
        self._address = address if address is not None else os.environ.get("NOTIFY_SOCKET", "")
        self._ready = False
        self._status = ""

    def presented(self, status: str = "") -> None:
        """The picture that is due was just presented: the service is ready and alive. `status` is for people."""
        lines = ["WATCHDOG=1"] if self._ready else ["READY=1", "WATCHDOG=1"]
        if status != self._status:
            lines.append(f"STATUS={' '.join(status.split())[:200]}")
        self._say("\n".join(lines))
        self._ready, self._status = True, status

    def stopping(self) -> None:
        self._say("STOPPING=1")

    def _say(self, text: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
                channel.setblocking(False)
                channel.sendto(text.encode(), address)
        except OSError:
            return  # systemd is gone or deaf; the wall does not depend on it
