"""When each picture of a live stream is due: evenly, as the camera took them, however unevenly they arrive."""

from __future__ import annotations

S = 1_000_000_000
LATENCY_NS = S // 5
"""How long pictures are held back, so that those which the network delays are still in time."""

_MOST_LATE_NS = 2 * S
_MOST_AHEAD_NS = 30 * S
_EXCESS_NS = S // 10
_WINDOW_NS = S


class Pacing:
    """Puts a stream's own time on this machine's. One for each connection; instants are monotonic nanoseconds.

    `pushed` streams come as fast as they are taken (RTSP, RTP): what has piled up is skipped, so that the wall stays at
    the camera's present. Others hand out whole segments at once (HLS) and are read as they are due.
    """

    def __init__(self, *, pushed: bool) -> None:
        self._pushed = pushed
        self._offset_ns: int | None = None
        self._least_slack_ns: int | None = None
        self._window_ends_ns = 0

    def due_ns(self, media_ns: int, now_ns: int) -> int:
        """When the picture taken at `media_ns` of the stream's time, which arrived at `now_ns`, is to be shown.

        Never before `now_ns`. It may lie before the answer for an earlier picture: then that one is to be left out.
        """
        if self._offset_ns is None:
            self._anchor(media_ns, now_ns)
        slack_ns = media_ns + (self._offset_ns or 0) - now_ns
        if not -_MOST_LATE_NS < slack_ns < _MOST_AHEAD_NS:
            self._anchor(media_ns, now_ns)  # the stream's time has jumped
        elif slack_ns < 0:
            self._offset_ns = now_ns - media_ns
        elif self._pushed:
            self._catch_up(slack_ns, now_ns)
        return max(now_ns, media_ns + (self._offset_ns or 0))

    def _anchor(self, media_ns: int, now_ns: int) -> None:
        self._offset_ns = now_ns + LATENCY_NS - media_ns
        self._begin_window(now_ns)

    def _begin_window(self, now_ns: int) -> None:
        self._least_slack_ns, self._window_ends_ns = None, now_ns + _WINDOW_NS

    def _catch_up(self, slack_ns: int, now_ns: int) -> None:
        """Where every picture of the last second came clearly too early, the wall lags: skip what lies between."""
        self._least_slack_ns = min(slack_ns, self._least_slack_ns if self._least_slack_ns is not None else slack_ns)
        if now_ns < self._window_ends_ns:
            return
        excess_ns = self._least_slack_ns - LATENCY_NS
        if excess_ns > _EXCESS_NS and self._offset_ns is not None:
            self._offset_ns -= excess_ns
        self._begin_window(now_ns)
