"""Letters in their order, shared by the window's thread, which adds them, and the one that sends them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable

from displayctl.desktop.unsaved.letters import Letter


class LetterQueue:
    """The oldest first."""

    def __init__(self) -> None:
        self._letters: deque[Letter] = deque()
        self._lock = threading.Lock()
        self._empty = threading.Event()
        self._empty.set()

    def put(self, letter: Letter) -> None:
        """Behind all others."""
        with self._lock:
            self._letters.append(letter)
            self._empty.clear()

    def put_first(self, letters: Iterable[Letter]) -> None:
        """Before all others, in their order."""
        with self._lock:
            self._letters.extendleft(reversed(tuple(letters)))
            if self._letters:
                self._empty.clear()

    @property
    def head(self) -> Letter | None:
        """The one that goes next."""
        with self._lock:
            return self._letters[0] if self._letters else None

    @property
    def all(self) -> tuple[Letter, ...]:
        """All that are there now."""
        with self._lock:
            return tuple(self._letters)

    def done(self, letter: Letter) -> None:
        """Take it out; nothing happens where it is gone already."""
        with self._lock:
            if letter in self._letters:
                self._letters.remove(letter)
            if not self._letters:
                self._empty.set()

    def take_all(self) -> tuple[Letter, ...]:
        """Take all of them out."""
        with self._lock:
            taken = tuple(self._letters)
            self._letters.clear()
            self._empty.set()
            return taken

    def wait_empty(self, seconds: float) -> None:
        """Return when there are none any more, after `seconds` at the latest."""
        self._empty.wait(seconds)
