"""Counts what was really painted of one item: the raw material of proof of play."""

from __future__ import annotations

from player.stage.port import Presented

MS = 1_000_000


class Tally:
    """The count of one appearance, from its first painted refresh on. Instants are UTC nanoseconds."""

    def __init__(self, token: str, due_ns: int, since_ns: int) -> None:
        self.token = token
        self.since_ns = since_ns
        self.presented = 0
        self.faults = 0
        self._due_ns = due_ns
        self._late = 0
        self._dropped = 0
        self._underruns = 0
        self._index: int | None = None
        self._lap: object = None
        self._hidden_ns = 0
        self._at_ns = since_ns

    def paint(self, at_ns: int, lap: object, index: int, *, late: bool, hidden: bool) -> None:
        """One refresh that painted frame `index` of `lap`; `late` where a later frame was due, `hidden` if covered."""
        if hidden:
            self._hidden_ns += at_ns - self._at_ns
        self._at_ns = at_ns
        self._underruns += late
        if lap == self._lap and index == self._index:
            return
        if lap == self._lap and self._index is not None:
            self._dropped += max(0, index - self._index - 1)
        self._lap, self._index = lap, index
        self.presented += 1
        self._late += late

    def finish(self, at_ns: int) -> Presented:
        """The report of an appearance that gave way to another picture at `at_ns`."""
        return Presented(
            self.token,
            starts_ms=self.since_ns // MS,
            ends_ms=max(at_ns, self.since_ns) // MS,
            presented=self.presented,
            late=self._late,
            dropped=self._dropped,
            slip_ms=round((self.since_ns - self._due_ns) / MS, 1),
            hidden_ms=self._hidden_ns // MS,
            faults=self.faults,
            underruns=self._underruns,
        )
