"""A folder in memory, for what an emergency needs while the disk takes nothing any more."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from player.errors import StateUnusable

PLACES = (Path("/dev/shm"), Path(os.environ.get("TEMP", "/tmp")))  # noqa: S108  folders there are made for us alone
"""Where memory is a folder on Linux; elsewhere what is not on the disk of the data, with luck. Python's own way to find
one tries it out, which needs room.
"""


class SpareFolder:
    """Made when it is asked for first, readable by this account alone; what an earlier run has left there goes.

    It belongs to the data folder `data`, which one player at a time holds.
    """

    def __init__(self, data: Path, places: tuple[Path, ...] = PLACES) -> None:
        self._places = places
        self._prefix = f"displayctl-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]}-"
        self.made: Path | None = None
        for place in places:
            for left in place.glob(f"{self._prefix}*"):
                shutil.rmtree(left, ignore_errors=True)

    def folder(self) -> Path:
        """The folder. Raises StateUnusable where there is no memory for one either."""
        for place in () if self.made else self._places:
            try:
                self.made = Path(tempfile.mkdtemp(prefix=self._prefix, dir=place))
                break
            except OSError:
                continue
        if self.made is None:
            raise StateUnusable(f"neither the disk nor {self._places[0]} takes anything; make room on one of them")
        return self.made

    def remove(self) -> None:
        """Let go of it and of all that is in it."""
        if self.made is not None:
            shutil.rmtree(self.made, ignore_errors=True)
            self.made = None
