"""What belongs to the office as a whole: its letterhead, its time zone, and when it drills."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from displayctl.api.brand import Brand, Words
from displayctl.api.message import Count, Message

FIRST_WORKING_DAY = 0


def _zone(name: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r:.80} is no time zone; name one as Asia/Makassar") from error
    return name


class OfficeSettings(Message):
    """`name` and `address` head what is printed. The reminder of the monthly drill comes on `drill_day` of the month
    (1 to 28; 0: its first working day) at `drill_hour` in `zone`. `brand` is worn by announcements; `words` are right
    though no dictionary has them.
    """

    name: Annotated[str, Field(max_length=120)] = ""
    address: Annotated[str, Field(max_length=240)] = ""
    zone: Annotated[str, Field(max_length=64), AfterValidator(_zone)] = "Asia/Makassar"
    drill_reminder: bool = True
    drill_day: Annotated[int, Field(strict=True, ge=0, le=28)] = FIRST_WORKING_DAY
    drill_hour: Annotated[int, Field(strict=True, ge=0, le=23)] = 9
    brand: Brand = Brand()
    words: Words = ()


class SettingsInfo(Message):
    """What belongs to the whole installation: the filler playlist of each group, the slate medium, validity, and the
    office.
    """

    version: Count
    filler_ids: dict[str, str] = Field(default_factory=dict)
    slate_id: str | None = None
    valid_days: Annotated[int, Field(strict=True, ge=1, le=400)] = 90
    office: OfficeSettings = OfficeSettings()
