"""Signs of life and figures, told from refreshes that really happened."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from player.stage import port
from player.stage.compositor import Compositor

S = 1_000_000_000
SHOWING_NS = S
STATS_NS = 10 * S


class Vitals:
    """Sends `Showing` at every change and every second, `Stats` every ten, and proof of overlays."""

    def __init__(self, send: Callable[[port.Report], None]) -> None:
        self._send = send
        self._refreshes = self._refreshes_then = self._underruns_then = 0
        self._late_ns = 0
        self._shown: tuple[str, str, str] = ("", "", "")
        self._said_ns = self._summed_ns = 0
        self._overlay = ""
        self._overlay_since_ms = 0
        self._cover, self._cover_since_ms = "", 0
        self._since_ms = 0
        self._last_failure = ""

    def refreshed(
        self,
        now_ns: int,
        utc_ms: int,
        painted: int,
        compositor: Compositor,
        restarts: Callable[[], int],
        overlay: port.Overlay | None,
        cover: str = "",
    ) -> None:
        """Count the refresh of `now_ns`, and say what is due.

        `painted` is how often the window was until now, `restarts` tells how often a decoder was replaced. `cover` is
        the token of what hides the programme.
        """
        self._refreshes += 1
        self._late_ns = max(self._late_ns, time.monotonic_ns() - now_ns)
        if overlay is not None and overlay.token != self._overlay:
            self._overlay, self._overlay_since_ms = overlay.token, utc_ms
        if cover != self._cover:
            self.end_cover(utc_ms)
            self._cover, self._cover_since_ms = cover, utc_ms
        token = compositor.shot.token
        if (token, self._overlay, cover) != self._shown:
            self._since_ms = utc_ms if token != self._shown[0] else self._since_ms
            self._shown, self._said_ns = (token, self._overlay, cover), 0
        if now_ns - self._said_ns >= SHOWING_NS:
            self._said_ns = now_ns
            frame = compositor.tally.presented if compositor.tally else 0
            since = self._since_ms or utc_ms
            self._send(
                port.Showing(token, frame, since, utc_ms, self._overlay, self._refreshes, painted=painted, cover=cover)
            )
        if now_ns - self._summed_ns >= STATS_NS:
            self._sum_up(now_ns, utc_ms, compositor.underruns, restarts())

    def rested(self, refreshes: int) -> None:
        """Count refreshes that were kept without being looked at, since nothing was to change."""
        self._refreshes += refreshes

    def end_overlay(self, utc_ms: int) -> None:
        """Report the overlay that is being taken away, if there is one."""
        if self._overlay:
            self._send(port.Presented(self._overlay, self._overlay_since_ms, utc_ms, presented=1))
        self._overlay = ""

    def end_cover(self, utc_ms: int) -> None:
        """Report the cover that is being taken away, if there is one."""
        if self._cover:
            self._send(port.Presented(self._cover, self._cover_since_ms, utc_ms, presented=1))
        self._cover = ""

    def fail(self, trace: str) -> None:
        """Report a failure of the stage's own, once where it repeats."""
        if trace != self._last_failure:
            self._last_failure = trace
            self._send(port.Fault(port.FaultKind.STAGE_FAILED, "", trace[-1000:]))

    def _sum_up(self, now_ns: int, utc_ms: int, underruns: int, restarts: int) -> None:
        if self._summed_ns:
            self._send(
                port.Stats(
                    at_ms=utc_ms,
                    refreshes=self._refreshes - self._refreshes_then,
                    tick_late_ms_max=round(self._late_ns / 1e6, 1),
                    underruns=underruns - self._underruns_then,
                    resident_bytes=_resident_bytes(),
                    restarts=restarts,
                )
            )
        self._summed_ns, self._late_ns = now_ns, 0
        self._refreshes_then, self._underruns_then = self._refreshes, underruns


def _resident_bytes() -> int:
    """Resident memory of this process without what it shares with decoders and libraries; 0 where it is not told."""
    try:
        fields = Path("/proc/self/statm").read_text().split()
    except OSError:
        return 0
    return (int(fields[1]) - int(fields[2])) * os.sysconf("SC_PAGE_SIZE")
