"""The precedence between bookings, stated once, and the words for why a booking is not on the wall."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

# Negative priority, length of the occurrence, negative creation, slot id, negative start: the smaller rank wins.
Rank: TypeAlias = tuple[int, int, int, str, int]

FILLER_PRIORITY, SLATE_PRIORITY = -1, -2
CLOSED_PRIORITY = 1000
"""Above every slot: nobody plays on a wall that is closed."""


class LosingRule(StrEnum):
    """Why a slot is not on the wall at an instant."""

    PROGRAMME_OVER = "programme-over"
    DATE_RANGE = "date-range"
    NOT_ON_DATE = "not-on-date"
    EXCEPTED_DATE = "excepted-date"
    HOLIDAY = "holiday"
    DISPLAY_EXCEPTION = "display-exception"
    OUTSIDE_HOURS = "outside-hours"
    WALL_CLOSED = "wall-closed"
    NOTHING_PLAYABLE = "nothing-playable"
    LOWER_PRIORITY = "lower-priority"
    WIDER = "wider"
    OLDER = "older"
    ID = "id"
    NOT_DUE = "not-due"
    INTERRUPTED = "interrupted"
    HIDDEN_BY_ALERT = "hidden-by-alert"


def rank_of(priority: int, length: int, created: int, slot_id: str, starts: int) -> Rank:
    """The rank of an occurrence that lasts `length`: priority, then the shorter one, the newer one, the id that sorts
    first. Of a slot's own occurrences that overlap, the later begun has the wall."""
    return (-priority, length, -created, slot_id, -starts)


def rule_between(winner: Rank, loser: Rank) -> LosingRule:
    """The rule by which the occurrence ranked `winner` hides the one ranked `loser`."""
    if winner[0] != loser[0]:
        return LosingRule.LOWER_PRIORITY
    if winner[1] != loser[1]:
        return LosingRule.WIDER
    return LosingRule.OLDER if winner[2] != loser[2] else LosingRule.ID
