"""The common ground of all messages between hub and desk: their root, and the bounds of what they hold."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

# We have no plugins; looking for some reads the description of every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

# A year more at both ends than schedules take: what plays at their first instant began before it.
FIRST_YEAR, LAST_YEAR = 1969, 2200


def _utc(instant: datetime) -> datetime:
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:  # nearer to the end of the calendar arithmetic overflows
        raise ValueError(f"is not in the years {FIRST_YEAR} to {LAST_YEAR}")
    return instant.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(_utc)]
"""An aware instant, in UTC once it is read."""
Text = Annotated[str, Field(max_length=4000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Count = Annotated[int, Field(strict=True, ge=0, le=1 << 53)]
BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
Base64 = Annotated[str, Field(max_length=48 << 20, pattern=BASE64)]
Document = dict[str, Any]
"""A part of a schedule, in the form of `schedules.codec`."""


class Message(BaseModel):
    """Root of all messages: unknown fields are refused, values are immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)
