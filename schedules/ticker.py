"""Running text: what runs along a wall, how fast, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schedules.checks import check_colour, check_count, check_id, check_int, check_name, check_unique
from schedules.errors import InvalidValue
from schedules.region import GROUND, INK
from schedules.span import require_validity

MOST_TEXTS, LONGEST_TEXT = 50, 500
LEAST_BAND, MOST_BAND = 3, 50


@dataclass(frozen=True, slots=True)
class RunningText:
    """One text of a ticker, on one line; it runs only from `valid_from` up to `valid_until`.

    In the office it may stand for the words of the announcement `announcement_id`; in a programme it is spelled out.
    """

    text: str = ""
    announcement_id: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None

    def __post_init__(self) -> None:
        if bool(self.text) == bool(self.announcement_id):
            raise InvalidValue("text.text", "is written here or taken from an announcement; give one of the two")
        if self.announcement_id:
            check_id("text.announcement_id", self.announcement_id)
        else:
            check_name("text.text", self.text, most=LONGEST_TEXT)
        require_validity("text", self.valid_from, self.valid_until)


@dataclass(frozen=True, slots=True)
class Ticker:
    """Texts that run one after the other without an end, on `display_ids` (empty: every wall).

    They run in the ticker regions of a wall; on a wall that has none, in a band over its lower edge, `band_percent` of
    the canvas's height high (0: they do not run there). `speed_px_s` is in canvas pixels a second; `ink` and `ground`
    are ``#rrggbb``. The ticker runs only from `valid_from` up to `valid_until`.
    """

    id: str
    name: str
    texts: tuple[RunningText, ...]
    display_ids: tuple[str, ...] = ()
    speed_px_s: int = 120
    ink: str = INK
    ground: str = GROUND
    band_percent: int = 12
    valid_from: datetime | None = None
    valid_until: datetime | None = None

    def __post_init__(self) -> None:
        check_id("ticker.id", self.id)
        check_name("ticker.name", self.name)
        check_count("ticker.texts", self.texts, least=1, most=MOST_TEXTS)
        check_count("ticker.display_ids", self.display_ids, most=10_000)
        check_unique("ticker.display_ids", self.display_ids)
        for display_id in self.display_ids:
            check_id("ticker.display_ids", display_id)
        check_int("ticker.speed_px_s", self.speed_px_s, 20, 600)
        check_colour("ticker.ink", self.ink)
        check_colour("ticker.ground", self.ground)
        if self.band_percent:
            check_int("ticker.band_percent", self.band_percent, LEAST_BAND, MOST_BAND)
        require_validity("ticker", self.valid_from, self.valid_until)
