"""The decoder's one controlling thread: takes orders, gives the start signal on the nanosecond, and beats."""

from __future__ import annotations

import os
import select
import time

from player.decoder import orders
from player.decoder.calibration import Calibration
from player.decoder.deck import Deck
from player.decoder.frames import Ring, Word

BEAT_SECONDS = 0.1
_SPIN_SECONDS = 0.0015


class Worker:
    """Obeys the orders that come in on `fd` until it is closed."""

    def __init__(self, deck: Deck, ring: Ring, fd: int) -> None:
        self._deck = deck
        self._ring = ring
        self._fd = fd
        self._unread = b""
        self._due: orders.Go | None = None
        self._calibration: Calibration | None = None

    def run(self) -> None:
        self._ring[Word.BEAT_NS] = time.monotonic_ns()
        self._ring[Word.BOOTED] = 1
        if not self._orders_wait(BEAT_SECONDS):
            self._calibration = Calibration(self._deck, self._ring)
        while self._step():
            self._ring[Word.BEAT_NS] = time.monotonic_ns()

    def _step(self) -> bool:
        """Wait for orders or the start signal, and see to it. False at the end of orders."""
        if self._orders_wait(self._patience()) and not self._read():
            return False
        self._deck.look_for_pictures()
        if self._patience() == BEAT_SECONDS:
            self._deck.tidy()
        if self._calibration is not None:
            self._calibration.step()
            if self._calibration.is_over:
                self._calibration = None
        if self._due is not None and self._patience() == 0.0:
            self._start(self._due)
        return True

    def _orders_wait(self, seconds: float) -> bool:
        return bool(select.select([self._fd], [], [], seconds)[0])

    def _patience(self) -> float:
        if self._due is None:
            return BEAT_SECONDS
        left = (self._due.at_ns - time.monotonic_ns()) / 1e9 - _SPIN_SECONDS
        return min(BEAT_SECONDS, max(0.0, left))

    def _start(self, due: orders.Go) -> None:
        left = (due.at_ns - time.monotonic_ns()) / 1e9
        if left > 0:
            time.sleep(left)
        self._due = None
        self._deck.go(due.token)

    def _read(self) -> bool:
        arrived = os.read(self._fd, 65_536)
        *lines, self._unread = (self._unread + arrived).split(b"\n")
        for line in lines:
            self._obey(orders.decode(line))
        return bool(arrived) and len(self._unread) <= orders.LONGEST_ORDER

    def _obey(self, order: orders.Order) -> None:
        self._calibration = None
        match order:
            case orders.Prepare():
                self._due = None
                self._deck.prepare(order)
            case orders.Go():
                self._due = order
            case orders.Volume():
                self._deck.sound(order)
            case orders.Halt():
                self._due = None
                self._deck.halt()
