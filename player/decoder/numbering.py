"""Which frame of its file a picture is, told by when libVLC shows it: libVLC does not say.

After playing began at T, libVLC shows frame k at T + anchor + k / rate, and the anchor is a constant of libVLC (about
10.3 ms, standard deviation below 0.6 ms). While it stands still or starves it shows a picture again, 80 ms after it
was shown last less what rendering takes: that may be just where the next one would be due.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

ANCHOR_S = 0.0103
MOST_ANCHOR_ERROR_S = 0.008
_ENOUGH = 30
_IN_A_ROW = 6
_TOLERANCE = 0.6
_SPREAD = 0.2
_PUNCTUAL = 0.1
_SHOWN_AGAIN_S = 0.05
_LONG = 1.2


class Numbering:
    """Numbers the pictures of one item that begins `start_s` seconds into its file.

    With `exact` every frame comes, in order, so frames are counted. Without it, or without a `frame_rate` (then the
    number is the position in milliseconds), a picture's number comes from its time alone. `lag_s` is by how much the
    last counted frame came after its time: where it grows and grows, frames cost more time than there is.
    """

    def __init__(self, start_s: float, frame_rate: float, exact: bool = True) -> None:
        self.repeats = 0
        self.resyncs = 0
        self.lag_s = 0.0
        self._start_s = start_s
        self._rate = frame_rate or 1000.0
        self._counts = exact and frame_rate > 0
        self._from_top = start_s < 0.5 / self._rate
        self._last: int | None = None
        self._has_begun = False
        self._errors: deque[float] = deque(maxlen=_IN_A_ROW)
        self._offsets: deque[float] = deque(maxlen=600)

    def first(self) -> int | None:
        """The number of the picture shown while paused: 0 at the top of a file.

        Elsewhere None: what libVLC then shows is some frame before the wanted one.
        """
        if not self._from_top:
            return None
        self._last = 0
        return 0

    def number(
        self, elapsed_s: float, anchor_s: float, quiet_s: float = 0.0, is_same: Callable[[], bool] = lambda: False
    ) -> int | None:
        """The number of a picture shown `elapsed_s` after playing began; None for a picture shown again.

        It comes `quiet_s` after the one before it, and `is_same` compares the two, which is asked where time alone
        does not tell.
        """
        due = (elapsed_s - anchor_s + self._start_s) * self._rate
        if not self._counts:
            return max(0, round(due))
        if self._last is None:
            return self._join(due)
        expected = self._last + 1
        error = due - expected
        if error < -_TOLERANCE or (self._may_be_shown_again(error, quiet_s) and is_same()):
            self.repeats += 1
            return None
        self.lag_s = error / self._rate
        self._errors.append(error)
        self._offsets.append(error)
        if self._some_are_lost():
            expected = round(due)
            self.resyncs += 1
            self._errors.clear()
        self._last, self._has_begun = expected, True
        return expected

    def lose_count(self) -> None:
        """Some frames will never come: take the number of the next one from its time."""
        self._last = None
        self._errors.clear()

    def measured_anchor_s(self) -> float | None:
        """The anchor as this item shows it, within bounds; None while too few frames were seen."""
        if len(self._offsets) < _ENOUGH:
            return None
        error = sorted(self._offsets)[len(self._offsets) // 2] / self._rate
        return ANCHOR_S + max(-MOST_ANCHOR_ERROR_S, min(MOST_ANCHOR_ERROR_S, error))

    def _may_be_shown_again(self, error: float, quiet_s: float) -> bool:
        """Frames of a film that does not move look alike, too: those that come one after another are never asked."""
        frame_s = _LONG / self._rate if self._has_begun else 0.0
        return abs(error) > _PUNCTUAL and quiet_s > max(_SHOWN_AGAIN_S, frame_s)

    def _some_are_lost(self) -> bool:
        """Whether the last pictures all came the same whole number of frames late: so many are lost for good.

        Where playing began late, or libVLC was held up and catches up, they are late by anything, and none is lost.
        """
        least, most = min(self._errors), max(self._errors)
        agree = len(self._errors) == _IN_A_ROW and least > _TOLERANCE and most - least <= _SPREAD
        return agree and abs(most - round(most)) <= _SPREAD and abs(least - round(least)) <= _SPREAD

    def _join(self, due: float) -> int | None:
        """In the middle of a file libVLC hurries through frames before the wanted one: those do not count."""
        if due < self._start_s * self._rate + _TOLERANCE:
            return None
        self._last = round(due)
        return self._last
