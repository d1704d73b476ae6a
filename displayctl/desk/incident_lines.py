"""An incident wall by wall: one line each, whatever came after the first message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from displayctl.api.incidents import TAKING_BACK, Incident, StepKind, WallOutcome


@dataclass(frozen=True, slots=True)
class WallLine:
    """What a wall did with the first message that it showed (else with the first that was for it), when it showed the
    correction, and what it said when all was over.
    """

    first: WallOutcome
    corrected_at: datetime | None
    last: WallOutcome


def wall_lines(incident: Incident) -> tuple[WallLine, ...]:
    """A line for each wall; those that never showed it first, because somebody has to look after them."""
    told: dict[str, list[tuple[StepKind, WallOutcome]]] = {}
    for step in incident.steps:
        for outcome in step.walls:
            told.setdefault(outcome.display_id, []).append((step.kind, outcome))
    lines = [_line(outcomes) for outcomes in told.values()]
    return tuple(sorted(lines, key=lambda line: line.first.shown_at is not None))


def _line(told: list[tuple[StepKind, WallOutcome]]) -> WallLine:
    usual = [outcome for kind, outcome in told if kind not in TAKING_BACK] or [told[0][1]]
    first = next((outcome for outcome in usual if outcome.shown_at is not None), usual[0])
    corrected = [outcome.shown_at for kind, outcome in told if kind is StepKind.CORRECTED and outcome.shown_at]
    ended = [outcome for _, outcome in told if outcome.ended_at is not None]
    return WallLine(first, corrected[0] if corrected else None, ended[-1] if ended else first)
