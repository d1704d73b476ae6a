"""The test pattern that a desk holds on one wall: told one thing after another, so that the wall ends with the last.

What is wished while the wall is being told waits, and only the newest of it is told then. So does the end of it, also
once the window is closed from which it was shown: no pattern stays on a wall that nobody looks after.
"""

from __future__ import annotations

from collections.abc import Callable

from displayctl.api.walls import PatternWish
from displayctl.desktop.desk import Desk


class LivePattern:
    """Calls `shown` once the wall has what was wished last, `ended` once it has its programme, `failed` with the
    error where it did not take either; after `leave` none of them.
    """

    def __init__(self, desk: Desk, wall: str) -> None:
        self._desk, self._wall = desk, wall
        self._told: PatternWish | None = None
        self._wish: PatternWish | None = None
        self._telling = False
        self.shown: Callable[[], object] = _nothing
        self.ended: Callable[[], object] = _nothing
        self.failed: Callable[[Exception], object] = _ignore

    @property
    def wanted(self) -> bool:
        """Whether the wall is to show a pattern, told or not."""
        return self._wish is not None

    @property
    def on(self) -> bool:
        """Whether the wall is to show one and was told."""
        return self._wish is not None and self._told is not None

    def show(self, wish: PatternWish) -> None:
        """Show this, in place of what stands there."""
        self._wish = wish
        self._tell()

    def end(self) -> None:
        """Let the wall go back to its programme."""
        self._wish = None
        self._tell()

    def leave(self) -> None:
        """Nobody looks any more: end what stands on the wall, or is on its way there."""
        self.shown, self.ended, self.failed = _nothing, _nothing, _ignore
        if self._telling or self._told is not None:
            self.end()

    def ran_out(self) -> None:
        """The wall has ended it by itself."""
        self._wish = self._told = None

    def _tell(self) -> None:
        if self._telling:
            return
        self._telling = True
        wish, walls, wall = self._wish, self._desk.hub.client.walls, self._wall
        work = (lambda: walls.end_pattern(wall)) if wish is None else (lambda: walls.show_pattern(wall, wish))
        self._desk.tasks.run(work, lambda _: self._done(wish), lambda error: self._refused(wish, error))

    def _done(self, wish: PatternWish | None) -> None:
        self._telling, self._told = False, wish
        if self._wish is not wish:
            self._tell()
        elif wish is not None:
            self.shown()
        else:
            self.ended()

    def _refused(self, wish: PatternWish | None, error: Exception) -> None:
        self._telling = False
        if self._wish is not wish:
            self._tell()
            return
        self._wish = self._told
        self.failed(error)


def _nothing() -> None:
    """Nobody looks."""


def _ignore(_: Exception) -> None:
    """Nobody looks."""
