"""Changes on their way to the hub, one after another. While no hub is there they wait, also in a file at this desk: who
closes the window, or loses it, finds them sent at the next start.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from content.errors import StorageFull
from displayctl.api.errors import HubUnreachable, NotAllowed, TooManyTries
from displayctl.api.models import Part, PartKind
from displayctl.desktop.care.desk_log import log
from displayctl.desktop.edits import Change
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.letter_queue import LetterQueue
from displayctl.desktop.unsaved.letters import Letter, Versions, packed_letters, read_letters
from displayctl.desktop.unsaved.post import Post
from displayctl.desktop.unsaved.steady_file import SteadyFile
from displayctl.desktop.unsaved.values import NotKeepable

TRY_AGAIN_MS, PATIENCE_SECONDS = 3000, 2.0
LATER = (HubUnreachable, NotAllowed, TooManyTries)
"""What a change waits through: the hub is away, or somebody has to sign in again first."""


@dataclass(slots=True)
class _Attempt:
    """Which letter a piece of work took; None where there was none left."""

    letter: Letter | None = None


class Outbox(QObject):
    """Signals: `opened` when it is known what an earlier run left; `stored` a letter and the hub's parts; `refused` a
    letter and the error; `delayed` a letter that waits, `caught_up` when none does any more; `laid_by` letters of
    somebody else, which wait for them; `not_kept` with the error where what waits cannot be written down.
    """

    opened = Signal()
    stored = Signal(object, object)
    refused = Signal(object, object)
    delayed = Signal(object)
    caught_up = Signal()
    laid_by = Signal(object)
    not_kept = Signal(object)

    def __init__(self, tasks: Tasks, hub: HubDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._post, self._queue = Post(hub), LetterQueue()
        self._numbers = count(1)
        self._file: SteadyFile | None = None
        self._on_disk = self._away = self._rests = False
        self._under_way = 0
        self._tried: set[int] = set()
        self._told: set[int] = set()
        self._again = QTimer(self)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self.send_waiting)

    # Whose it is

    def turn_to(self, path: Path) -> None:
        """Be the outbox of whoever's letters are in this file; those of somebody else wait in theirs."""
        if self._file is not None and self._file.path == path:
            return
        if self._file is not None:
            self._keep()
            others = self._queue.take_all()
            if others:
                self.laid_by.emit(others)
            self._away = False
            self._again.stop()
        self._file = file = SteadyFile(path)
        self._on_disk = False
        self._tasks.run(lambda: read_letters(path), partial(self._opened, file), owner=self)

    def _opened(self, file: SteadyFile, found: tuple[tuple[Letter, ...], Versions]) -> None:
        if file is self._file:
            self._take_in(*found)
            self.opened.emit()

    def _take_in(self, letters: tuple[Letter, ...], versions: Versions) -> None:
        """What was left waiting goes before all else."""
        if not letters:
            return
        self._on_disk = True
        renumbered = tuple(Letter(next(self._numbers), letter.text, letter.changes, kept=True) for letter in letters)
        self._tried.update(letter.number for letter in renumbered)
        self._post.versions |= versions  # what somebody else stored since is not written over
        self._queue.put_first(renumbered)
        self._go()

    @property
    def rests(self) -> bool:
        """Whether nothing is sent until somebody has signed in."""
        return self._rests

    def rest(self) -> None:
        """Send nothing until `resume`, as nobody is signed in."""
        self._rests = True

    def resume(self) -> None:
        """Somebody is signed in."""
        self._rests = False
        self.send_waiting()

    # Sending

    @property
    def waiting(self) -> int:
        """How many letters wait for the hub to be back."""
        return len(self._queue.all) if self._away else 0

    @property
    def letters(self) -> tuple[Letter, ...]:
        """All that are on their way, whether they wait or not."""
        return self._queue.all

    def note_version(self, kind: PartKind, id: str, version: int) -> None:
        """What was seen, unless this desk itself has made a newer one since."""
        self._post.versions[kind, id] = max(version, self._post.versions.get((kind, id), 0))

    def send(self, text: str, changes: tuple[Change, ...]) -> Letter:
        """Hand changes to the hub as one step, after those given before."""
        letter = Letter(next(self._numbers), text, changes)
        self._queue.put(letter)
        if self._away:
            self._wait()
        else:
            self._go()
        return letter

    def send_waiting(self) -> None:
        """Send what waits, one after another, if there is any and nothing else is under way."""
        if not self._rests and not self._under_way and self._queue.head is not None:
            self._go()

    def _go(self) -> None:
        self._under_way += 1
        attempt = _Attempt()
        self._tasks.run(
            partial(self._send_head, attempt),
            partial(self._sent, attempt),
            partial(self._failed, attempt),
            owner=self,
            in_order=True,
        )

    def _send_head(self, attempt: _Attempt) -> tuple[Part, ...]:
        """In the edits' own thread. The letter leaves the queue here, so that the next piece of work takes the next."""
        letter = attempt.letter = self._queue.head
        if letter is None:
            return ()
        store = self._post.store_again if letter.number in self._tried else self._post.store
        stays = False
        try:
            return store(letter.changes)
        except LATER:
            stays = True
            self._tried.add(letter.number)
            raise
        finally:
            if not stays:
                self._queue.done(letter)

    def _sent(self, attempt: _Attempt, parts: tuple[Part, ...]) -> None:
        self._under_way -= 1
        if attempt.letter is not None:
            self.stored.emit(attempt.letter, parts)
        self._go_on()

    def _failed(self, attempt: _Attempt, error: Exception) -> None:
        self._under_way -= 1
        if isinstance(error, LATER):
            self._rests = self._rests or isinstance(error, NotAllowed)
            self._wait()
            return
        if attempt.letter is not None:
            self.refused.emit(attempt.letter, error)
        self._go_on()

    def _go_on(self) -> None:
        left = self._queue.all
        if left and not self._under_way and not self._rests:
            self._go()
        if not left and self._away:
            self._away = False
            self._again.stop()
            self.caught_up.emit()
        if self._on_disk:
            self._keep()

    def _wait(self) -> None:
        self._away = True
        if not self._again.isActive():
            self._again.start()
        for letter in self._queue.all:
            if letter.number not in self._told:
                self._told.add(letter.number)
                self.delayed.emit(letter)
        self._keep()

    # Keeping

    def _keep(self) -> None:
        """Write what waits into the file, elsewhere."""
        if self._file is None:
            return
        self._on_disk = True
        file, letters, versions = self._file, self._queue.all, dict(self._post.versions)
        ticket = file.ticket()

        def work() -> tuple[bool, int]:
            data, left_out = packed_letters(letters, versions)
            file.write(ticket, data)
            return bool(data), left_out

        self._tasks.run(work, partial(self._written, file), self.not_kept.emit, owner=self)

    def _written(self, file: SteadyFile, found: tuple[bool, int]) -> None:
        there, left_out = found
        if file is self._file:
            self._on_disk = there or bool(self._queue.all)
        if left_out:
            self.not_kept.emit(NotKeepable(f"{left_out} changes more than can be kept wait for the hub"))

    def close(self) -> None:
        """Give what is under way a moment, then write down what is left, here and now: the last thing that happens."""
        self._again.stop()
        if not self._away:
            self._queue.wait_empty(PATIENCE_SECONDS)
        if self._file is None or not (self._on_disk or self._queue.head):
            return
        try:
            data, _ = packed_letters(self._queue.all, self._post.versions)
            self._file.write(self._file.ticket(), data)
        except (OSError, StorageFull) as error:
            log().error("what waits for the hub cannot be kept", extra={"facts": {"why": error}})
