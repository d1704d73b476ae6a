"""The messages about why something was not on a wall, and about when it is and was; and the calls that ask for them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from displayctl.api.models import Count, Instant, Message

if TYPE_CHECKING:
    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody


class Verdict(StrEnum):
    """Why a medium was not on a wall in a stretch of time, the first of these that is true."""

    PLAYED = "played"
    NOTHING_PUBLISHED = "nothing-published"
    ALERT = "alert"
    OLDER_PROGRAMME = "older-programme"
    REFUSED = "refused"
    INCOMPLETE = "incomplete"
    AWAY = "away"
    OTHERS_SHOWN = "others-shown"
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    NO_RENDITION = "no-rendition"
    HIDDEN = "hidden"
    NOT_READY = "not-ready"
    NOT_PUBLISHED = "not-published"
    NOT_BOOKED = "not-booked"
    NOT_KEPT = "not-kept"


class Absence(Message):
    """The answer for `medium_id` on a wall in ``[starts, ends)``.

    `verdict` is for programs to translate, with what it tells of: the booking in question, for ``hidden`` the `rule` by
    which it lost (`schedules.ranks.LosingRule`) at the instant `at`, and `detail`, in English, where there is more to
    say. `last_played` is when it was on this wall last, in the 31 days before the end.
    """

    display_id: str
    medium_id: str
    medium_title: str
    starts: Instant
    ends: Instant
    verdict: Verdict
    planned_plays: Count = 0
    planned_seconds: float = 0.0
    played_plays: Count = 0
    played_seconds: float = 0.0
    slot_id: str = ""
    slot_name: str = ""
    rule: str = ""
    at: Instant | None = None
    detail: str = ""
    last_played: Instant | None = None


class LastPlay(Message):
    """When a medium was on a wall last, in the 31 days before now; None: not in these."""

    display_id: str
    ends: Instant | None = None
    slot_id: str = ""


class AbsenceCalls:
    """The routes about what was, and was not, on walls, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def why(self, display_id: str, medium_id: str, starts: datetime, ends: datetime, slot_id: str = "") -> Absence:
        """Why a medium (of one slot, where that is named) was not on a wall; at most 31 days, up to now."""
        params = {
            "medium_id": medium_id,
            "from": starts.isoformat(),
            "to": ends.isoformat(),
            "slot_id": slot_id or None,
        }
        return self._transport.one(Absence, "GET", f"/api/displays/{display_id}/absence", params=params)

    def last_plays(self, medium_id: str) -> tuple[LastPlay, ...]:
        """One for each wall that one may see."""
        return self._transport.many(LastPlay, "GET", f"/api/media/{medium_id}/last-plays")
