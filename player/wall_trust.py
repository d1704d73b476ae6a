"""The wall's trust: on its disk, and in memory where that takes nothing, so that emergencies are shown all the same.

A disk that is full, or that its system has made read-only because it is dying, can keep nothing of what is admitted. It
still tells what was known: a copy of that in memory judges by the same rules and floors. Once there is one, all that
arrives is admitted there first, until the player is started anew: what was seen is not undone when the disk recovers.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from content.errors import ContentError, Refused
from player.clock_trust import BUILT_AT
from player.errors import StateUnusable
from player.identity import Binding
from player.spare_folder import SpareFolder
from schedules.clock import Clock

if TYPE_CHECKING:
    from content.delivery.bundle import Bundle
    from content.delivery.trust import Admitted, Trust

LARGEST_COPY = 256 << 20
T = TypeVar("T")


class WallTrust:
    """Of the binding's root, in `folder`; another root begins another one. `make_room` frees the disk once, if it can.

    `believed` is what is believed now, to be asked and never to admit anything. `not_kept` is why what was admitted
    last is held in memory alone; empty where the disk has it.
    """

    def __init__(
        self, folder: Path, binding: Binding, clock: Clock, make_room: Callable[[], bool], spare: SpareFolder
    ) -> None:
        """Raises ContentError, OSError where neither disk nor memory can hold it."""
        self._folder, self._binding, self._clock = folder, binding, clock
        self._make_room, self._spare = make_room, spare
        self._on_disk: Trust | None = None
        self._in_memory: Trust | None = None
        self.not_kept = ""
        try:
            self.believed = self._with_room(self._disk)
        except (ContentError, OSError) as error:
            self.believed, self.not_kept = self._copied(error), str(error)

    @property
    def versions(self) -> Mapping[str, int]:
        """The version of every role that the disk holds, or memory where it cannot be read; news may build upon it."""
        return (self._on_disk or self.believed).versions

    def admit(self, bundle: Bundle, group: str | None, *, is_news: bool) -> Admitted:
        """As `Trust.admit`; where the disk takes nothing, it is admitted in memory (see `not_kept`)."""
        held = self._held(bundle, group, is_news=is_news)
        try:
            kept = self._with_room(lambda: self._disk().admit(bundle, group, is_news=is_news))
        except Refused:
            raise
        except (ContentError, OSError) as error:
            held = held or self._copied(error).admit(bundle, group, is_news=is_news)
            self.believed, self.not_kept = self._in_memory or self.believed, str(error)
            return held
        self.believed, self.not_kept = self._in_memory or self._disk(), ""
        return kept

    def close(self) -> None:
        """Give the files back; nothing else may be called afterwards."""
        for trust in (self._on_disk, self._in_memory):
            if trust is not None:
                trust.close()
        self._spare.remove()

    def _held(self, bundle: Bundle, group: str | None, *, is_news: bool) -> Admitted | None:
        """The same in memory, where there is a copy; it is given up where memory takes nothing either."""
        if self._in_memory is None:
            return None
        try:
            return self._in_memory.admit(bundle, group, is_news=is_news)
        except Refused:
            raise
        except (ContentError, OSError):
            self._in_memory = None
            return None

    def _with_room(self, work: Callable[[], T]) -> T:
        """Does `work`, once more where the disk was full and room was kept back."""
        try:
            return work()
        except Refused:
            raise
        except (ContentError, OSError):
            if not self._make_room():
                raise
            return work()

    def _disk(self) -> Trust:
        if self._on_disk is None:
            self._on_disk = open_trust(self._folder, self._binding, self._clock)
        return self._on_disk

    def _copied(self, why: ContentError | OSError) -> Trust:
        """The trust of a new copy in memory. Raises `why` where there is no memory for one."""
        try:
            folder = self._spare.folder() / "copy"
            shutil.rmtree(folder, ignore_errors=True)
            _copy(trust_home(self._folder, self._binding), trust_home(folder, self._binding))
            self._in_memory = open_trust(folder, self._binding, self._clock)
        except (ContentError, StateUnusable, OSError):
            raise why from None
        return self._in_memory


def trust_home(folder: Path, binding: Binding) -> Path:
    """Where the state of trust that grew from the binding's root lies in `folder`."""
    return folder / f"trust-{hashlib.sha256(binding.root).hexdigest()[:16]}"


def open_trust(folder: Path, binding: Binding, clock: Clock) -> Trust:
    """The state of trust that grew from the binding's root; another root begins another one."""
    from content.delivery.trust import Trust

    home = trust_home(folder, binding)
    home.mkdir(parents=True, exist_ok=True)
    return Trust(home, binding.root, clock, BUILT_AT)


def _copy(home: Path, to: Path) -> None:
    """The files of a trust that nobody writes meanwhile. Raises OSError, also for more than 256 MiB."""
    to.mkdir(parents=True)
    files = [path for path in home.glob("trust.*") if path.is_file() and not path.name.endswith("-shm")]
    if sum(path.stat().st_size for path in files) > LARGEST_COPY:
        raise OSError(f"{home} is too large to be held in memory")
    for path in files:
        shutil.copyfile(path, to / path.name)
