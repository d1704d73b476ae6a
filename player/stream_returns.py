"""Notices from the stage's signs of life that a live stream which was told of as lost gives pictures again."""

from __future__ import annotations

from collections.abc import Callable

from player.cueing import CueFacts
from player.faults import FaultBook
from player.stage.port import Fault, FaultKind, Showing

RETURNED_FRAMES = 2
"""A stream that is opened anew may begin to count anew, which looks like one frame."""


class StreamReturns:
    """Clears what `faults` have of a stream once it plays; `facts_of` says what a token stands for."""

    def __init__(self, faults: FaultBook, facts_of: Callable[[str], CueFacts | None]) -> None:
        self._faults, self._facts_of = faults, facts_of
        self._causes: dict[str, str] = {}
        self._seen: dict[str, tuple[str, int]] = {}

    def heard(self, fault: Fault, cause: str) -> None:
        """`fault` was noted for `cause`; where it is that a stream was lost, wait for its pictures."""
        facts = self._facts_of(fault.token)
        if fault.kind is FaultKind.STREAM_LOST and facts is not None:
            self._causes[facts.url] = cause
            self._seen.clear()

    def saw(self, showing: Showing) -> None:
        """Look whether there are more pictures than at the sign before, in the same region."""
        token, frame = self._seen.get(showing.region, ("", 0))
        self._seen[showing.region] = showing.token, showing.frame
        facts = self._facts_of(showing.token)
        if facts is None or facts.url not in self._causes or token != showing.token:
            return
        if showing.frame >= frame + RETURNED_FRAMES:
            self._faults.clear(self._causes.pop(facts.url))
