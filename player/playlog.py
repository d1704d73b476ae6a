"""What the stage has presented becomes play records; what it was presenting when it died does too."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from player.cueing import CueFacts
from player.errors import StateUnusable
from player.faults import FaultBook
from player.journal import Gap, Journal
from player.reporter import Figures
from player.stage.port import Presented, Showing
from schedules.clock import Clock
from schedules.proof import PlayRecord, ShowingKind

LONGEST_GAP_NOTE_S = 86_400.0
MOST_FAULTS_AN_HOUR = 100


class PlayLog:
    """Writes records to `journal` once it is open; until then they wait in memory."""

    def __init__(
        self,
        facts_of: Callable[[str], CueFacts | None],
        figures: Figures,
        faults: FaultBook,
        clock: Clock,
    ) -> None:
        self._facts_of, self._figures, self._faults, self._clock = facts_of, figures, faults, clock
        self._journal: Journal | None = None
        self._waiting: list[PlayRecord] = []
        self._last: dict[str, Showing] = {}
        self._seen_ms: dict[str, int] = {}
        self._faults_told: deque[float] = deque(maxlen=MOST_FAULTS_AN_HOUR)
        self.display_id = ""

    def open(self, journal: Journal, now: datetime) -> None:
        """Begin a run of the journal; a gap left by the run before becomes a fault for a day."""
        self._journal = journal
        if journal.set_aside is not None:
            self._note("journal-damaged", f"the journal was damaged and set aside as {journal.set_aside.name}")
        self._guarded(lambda: journal.begin(now))
        waiting, self._waiting = self._waiting, []
        for record in waiting:
            self._write(record)

    def fault(self, cause: str, sentence: str) -> None:
        """What went wrong belongs to the journal too; at most a hundred faults an hour, whatever happens."""
        monotonic, journal = self._clock.monotonic(), self._journal
        full = len(self._faults_told) == MOST_FAULTS_AN_HOUR and monotonic - self._faults_told[0] < 3600.0
        if journal is None or full:
            return
        self._faults_told.append(monotonic)
        with suppress(StateUnusable):  # a full disk is told by the next record
            journal.append_fault(cause, sentence, self._clock.now())

    def prune(self, now: datetime) -> None:
        """Keep the journal within its bounds."""
        journal = self._journal
        if journal is not None:
            self._guarded(lambda: journal.prune(now))

    def presented(self, report: Presented) -> None:
        """An item or overlay has left the screen."""
        figures = self._figures
        figures.presented += report.presented
        figures.late += report.late
        figures.dropped += report.dropped
        figures.slip_max_ms = max(figures.slip_max_ms, report.slip_ms)
        self._last.pop(report.token, None)
        self._add(report.token, report.starts_ms, report.ends_ms, (report.presented, report.late, report.dropped))

    def saw(self, showing: Showing) -> None:
        """Remember what is on the screen, in case nobody can say later."""
        self._seen_ms[showing.region] = showing.at_ms
        here = [token for token, last in self._last.items() if last.region == showing.region]
        past = [token for token in here if token not in (showing.token, showing.overlay, showing.cover)]
        for token in past[: max(0, len(here) - 4)]:
            del self._last[token]
        if showing.token:
            self._last[showing.token] = showing
        for above in (showing.overlay, showing.cover):
            if above and above not in self._last:
                self._last[above] = showing

    def stage_lost(self) -> None:
        """The stage died: what it showed last was on the screen until its last sign of life."""
        last, self._last = self._last, {}
        for token, showing in last.items():
            newest_ms = self._seen_ms[showing.region]
            if token == showing.token and showing.at_ms == newest_ms and showing.since_ms < newest_ms:
                self._add(token, showing.since_ms, newest_ms, (showing.frame, 0, 0))
            elif token in (showing.overlay, showing.cover) and newest_ms > showing.at_ms:
                self._add(token, showing.at_ms, newest_ms, (1, 0, 0))

    def close(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _add(self, token: str, starts_ms: int, ends_ms: int, frames: tuple[int, int, int]) -> None:
        facts = self._facts_of(token)
        if facts is None or (facts.kind is ShowingKind.SLATE and not facts.medium_id) or not self.display_id:
            return
        presented, late, dropped = frames
        record = PlayRecord(
            id=uuid.uuid4().hex,
            display_id=self.display_id,
            kind=facts.kind,
            starts=datetime.fromtimestamp(starts_ms / 1000, UTC),
            ends=datetime.fromtimestamp(max(starts_ms, ends_ms) / 1000, UTC),
            revision=facts.revision,
            slot_id=facts.slot_id,
            medium_id=facts.medium_id,
            sha256=facts.sha256,
            presented=max(0, presented),
            late=max(0, late),
            dropped=max(0, dropped),
            region=facts.region,
        )
        self._write(record)

    def _write(self, record: PlayRecord) -> None:
        if self._journal is None:
            self._waiting = [*self._waiting[-999:], record]
            return
        try:
            self._journal.append(record)
        except StateUnusable as error:
            self._note("journal", str(error))
        else:
            self._faults.clear("journal")

    def _guarded(self, change: Callable[[], Gap | None]) -> None:
        """Change the journal, and note the gap that is left; where the disk takes nothing, the wall plays on."""
        try:
            gap = change()
        except StateUnusable as error:
            self._note("journal", str(error))
            return
        if gap is not None:
            lost = f"{gap.lost} play records" if gap.lost else "play records"
            sentence = f"{lost} from {gap.starts:%Y-%m-%d %H:%M:%S} to {gap.ends:%Y-%m-%d %H:%M:%S} UTC may be missing"
            self._note("journal-gap", f"{sentence}: {gap.reason}")

    def _note(self, cause: str, sentence: str) -> None:
        self._faults.note(cause, sentence, self._clock.monotonic(), LONGEST_GAP_NOTE_S)
