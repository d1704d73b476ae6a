"""The living connection to the hub: facts as they happen, and whether a hub is there at all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from content.delivery.pin import Pin
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError
from displayctl.api.events import follow_events
from displayctl.api.models import Event
from displayctl.errors import DeskError

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 8.0


@dataclass(frozen=True, slots=True)
class HubAddress:
    """Where a hub answers, the token that opens it, and the authority it has to show where it speaks TLS."""

    url: str
    token: str
    pin: Pin | None = None

    def client(self) -> HubClient:
        return HubClient(self.url, self.token, pin=self.pin)


class Link(QObject):
    """Follows the hub's events in a thread, and comes back after every break.

    `locate` is asked before each attempt (in the thread), since a hub that was restarted may answer elsewhere.
    Signals: `came` with the address whenever a hub is there (again), `lost` with the reason, `told` each fact.
    """

    came = Signal(object)
    lost = Signal(str)
    told = Signal(object)
    _heard = Signal(int, object, object)

    def __init__(self, locate: Callable[[], HubAddress], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locate = locate
        self._stopped = threading.Event()
        self._hurry = threading.Event()
        self._anew = threading.Event()
        self._turn = 0
        self._connected_turn: int | None = None
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._follow, name="hub-events", daemon=True)

    @property
    def connected(self) -> bool:
        """Whether the hub answers; not by a connection that was let go of."""
        return self._connected_turn == self._turn

    def start(self) -> None:
        self._thread.start()

    def hurry(self) -> None:
        """Try again now instead of after the pause."""
        self._hurry.set()

    def come_anew(self) -> None:
        """Let go of the connection and come again, as with another session; what it still says is not heard."""
        self._turn += 1
        self._anew.set()
        self._hurry.set()

    def stop(self) -> None:
        """Ends the thread; returns when it has ended, within a second or two."""
        self._stopped.set()
        self._hurry.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5.0)

    def _follow(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not self._stopped.is_set():
            self._anew.clear()
            turn = self._turn
            try:
                address = self._locate()
                for event in follow_events(address.url, address.token, self._is_over, address.pin):
                    pause = FIRST_PAUSE_SECONDS
                    self._connected_turn = turn
                    self._heard.emit(turn, address, event)
            except (HubError, DeskError, OSError) as error:
                self._connected_turn = None
                if not self._stopped.is_set():
                    self.lost.emit(str(error))
            self._hurry.wait(pause)
            self._hurry.clear()
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _is_over(self) -> bool:
        return self._stopped.is_set() or self._anew.is_set()

    def _deliver(self, turn: int, address: HubAddress, event: Event) -> None:
        if turn != self._turn:
            return
        if event.kind == "hello":
            self.came.emit(address)
        else:
            self.told.emit(event)
