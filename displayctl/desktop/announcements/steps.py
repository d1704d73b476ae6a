"""Steps of writing that can be taken back: what is typed in one go in one field is one step."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.desktop.announcements.wording import Wording

MOST_STEPS = 200
PAUSE_SECONDS = 1.2
"""Who stops typing for so long begins another step."""


@dataclass(frozen=True, slots=True)
class _Step:
    said: Wording
    where: str
    at: float


class Steps:
    """The states of the form. `at` is seconds of a clock that only goes forward."""

    def __init__(self, first: Wording) -> None:
        self._steps = [_Step(first, "", float("-inf"))]
        self._at = 0

    @property
    def now(self) -> Wording:
        """What the form says."""
        return self._steps[self._at].said

    @property
    def can_undo(self) -> bool:
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        return self._at < len(self._steps) - 1

    def note(self, said: Wording, where: str, at: float) -> None:
        """The form says something else now, by what was done in the field `where` (empty: a step of its own)."""
        if said == self.now:
            return
        before = self._steps[self._at]
        goes_on = bool(where) and before.where == where and at - before.at < PAUSE_SECONDS
        del self._steps[self._at + 1 :]
        if goes_on:
            self._steps[self._at] = _Step(said, where, at)
            return
        self._steps.append(_Step(said, where, at))
        del self._steps[: max(0, len(self._steps) - MOST_STEPS)]
        self._at = len(self._steps) - 1

    def undo(self) -> Wording:
        """Go back one step, if there is one."""
        self._at = max(0, self._at - 1)
        return self.now

    def redo(self) -> Wording:
        """Go forward again, if anything was taken back."""
        self._at = min(len(self._steps) - 1, self._at + 1)
        return self.now
