"""Requests for airtime, as agencies make them and an office answers them. Their numbers are as ``REQ-2026-0001``."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from displayctl.api.message import Count, Instant, Message
from displayctl.api.plain_words import Line, Lines
from displayctl.api.request_settings import AgencyId, AnswerText, RuleId
from displayctl.api.request_states import (
    CheckAnswer,
    RequestFileKind,
    RequestLinkKind,
    RequestState,
    RequestStepKind,
    Side,
)

LONGEST_TITLE, LONGEST_TEXT, LONGEST_WHY = 200, 4000, 2000
MOST_FILES, LARGEST_FILE_BYTES = 10, 512 << 20
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Hour = Annotated[str, Field(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]
Words = Annotated[Lines, Field(max_length=LONGEST_WHY)]


class Wish(Message):
    """When and where it should be shown; what is empty or None is left to the office. Civil days and times."""

    first: Day | None = None
    last: Day | None = None
    weekdays: Annotated[tuple[Annotated[int, Field(strict=True, ge=0, le=6)], ...], Field(max_length=7)] = ()
    starts: Hour = ""
    ends: Hour = ""
    times_a_day: Annotated[int, Field(strict=True, ge=1, le=1440)] | None = None
    walls: Annotated[tuple[Annotated[str, Field(max_length=64)], ...], Field(max_length=200)] = ()
    note: Annotated[Line, Field(max_length=500)] = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"the last day {self.last} is before the first one {self.first}; give a later one")
        if len(set(self.weekdays)) < len(self.weekdays) or len(set(self.walls)) < len(self.walls):
            raise ValueError("a day of the week or a wall is named twice; name each once")
        return self


class RequestDraft(Message):
    """What is asked for. `text` are the words wanted on the walls, where they are not in a file."""

    agency: AgencyId
    title: Annotated[Line, Field(min_length=1, max_length=LONGEST_TITLE)]
    contact: Annotated[Line, Field(max_length=120)] = ""
    phone: Annotated[Line, Field(max_length=40)] = ""
    letter_number: Annotated[Line, Field(max_length=120)] = ""
    letter_date: Day | None = None
    text: Annotated[Lines, Field(max_length=LONGEST_TEXT)] = ""
    wish: Wish = Wish()


class RequestCreation(Message):
    """A new request. `once` names this very wish: sent again it makes no second request."""

    draft: RequestDraft
    once: Annotated[str, Field(pattern=r"^([0-9a-f]{32})?$")] = ""


class RequestChange(Message):
    """What is asked for instead. `version` is of the request that was seen."""

    version: Count
    draft: RequestDraft


class Check(Message):
    """A rule of contents as it was looked at; `answer` None: nobody has."""

    rule: RuleId
    answer: CheckAnswer | None = None
    note: Annotated[Line, Field(max_length=500)] = ""
    by: str = ""
    at: Instant | None = None


class ChecksChange(Message):
    """How rules are kept; those that are not named stay as they are."""

    version: Count
    checks: Annotated[tuple[Check, ...], Field(min_length=1, max_length=40)]


class Decision(Message):
    """Another state, with the reason (which ``needs-changes`` and ``declined`` must have), and the answer that the
    agency reads; without one the former answer stays.
    """

    version: Count
    state: RequestState
    why: Words = ""
    answer: AnswerText = ""


class Reply(Message):
    """Words of the agency, or of the office to it."""

    words: Annotated[Lines, Field(min_length=1, max_length=LONGEST_WHY)]


class Withdrawal(Message):
    why: Words = ""


class AnswerWish(Message):
    """For which state an answer is prepared, and why it will be that one."""

    state: RequestState
    why: Words = ""


class PreparedAnswer(Message):
    """An answer, its gaps filled with the facts of a request."""

    text: str


class RequestLink(Message):
    """Something that was made from a request; `name` is what it is called now, empty where it is gone."""

    kind: RequestLinkKind
    id: Annotated[str, Field(min_length=1, max_length=64)]
    name: str = ""


class RequestFile(Message):
    """An attachment. `medium_id` is what became of it in the library, `kept` whether the hub still has its bytes."""

    id: str
    name: str
    kind: RequestFileKind
    size_bytes: Count
    added_at: Instant
    by: str
    medium_id: str = ""
    kept: bool = True


class RequestStep(Message):
    """Something that happened: who did it, when, and in which words. `state` is the one it led to."""

    at: Instant
    by: str
    side: Side
    kind: RequestStepKind
    state: RequestState | None = None
    words: str = ""


class RequestBrief(Message):
    """A request in a line. `agency_spoke`: what the agency has added or changed is the newest that happened."""

    id: str
    version: Count
    state: RequestState
    agency: str
    agency_name: str
    title: str
    letter_number: str = ""
    contact: str = ""
    wish: Wish = Wish()
    files: Count = 0
    from_page: bool = False
    agency_spoke: bool = False
    created_at: Instant
    updated_at: Instant


class Request(RequestBrief):
    """A request whole. `same_letter` are other requests of this agency with the same letter number, `checks` the
    office's rules in their order, `answer` what the agency reads.
    """

    phone: str = ""
    letter_date: Day | None = None
    text: str = ""
    asked_by: str = ""
    checks: tuple[Check, ...] = ()
    attachments: tuple[RequestFile, ...] = ()
    links: tuple[RequestLink, ...] = ()
    steps: tuple[RequestStep, ...] = ()
    same_letter: tuple[str, ...] = ()
    answer: str = ""
    answered_at: Instant | None = None

    @property
    def draft(self) -> RequestDraft:
        """What is asked for."""
        same = {name: getattr(self, name) for name in RequestDraft.model_fields}
        return RequestDraft(**same)


class RequestPage(Message):
    """Requests, the newest first; `total` counts all that match."""

    total: Count
    requests: tuple[RequestBrief, ...]


class Airing(Message):
    """How often something of a request was on a wall, by the wall's own records."""

    display_id: str
    slot_id: str
    medium_id: str
    medium_title: str
    plays: Count
    seconds: float
    first: Instant
    last: Instant


class Airings(Message):
    """What was broadcast of a request, by wall."""

    rows: tuple[Airing, ...] = ()

    @property
    def plays(self) -> int:
        return sum(row.plays for row in self.rows)

    @property
    def seconds(self) -> float:
        return sum(row.seconds for row in self.rows)
