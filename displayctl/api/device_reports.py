"""What devices tell in a form that can be proven, between hub and desk."""

from __future__ import annotations

from displayctl.api.message import Count, Instant, Message


class RefusalInfo(Message):
    """Something that a wall's player would not believe: the `rule` in one word, and the reason in a sentence."""

    rule: str
    detail: str
    revision: Count = 0
    first_at: Instant
    last_at: Instant
    times: Count = 1


class JournalComparison(Message):
    """How a wall's play records, which reports are made of, agree with the signed journals they came from."""

    display_id: str
    records: Count
    proven: Count
    altered: Count
    missing: Count
    unproven: Count
