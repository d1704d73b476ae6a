"""Running texts in words: whether one runs now, where, and what of it can be read on one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import MediumInfo
from displayctl.desktop.presenters.validity import first_day, last_day
from displayctl.desktop.presenters.words import date_short
from schedules.display import Display
from schedules.region import RegionKind
from schedules.ticker import RunningText, Ticker

translate = QCoreApplication.translate


def ticker_state(ticker: Ticker, now: datetime) -> str:
    """Whether it runs: now, from a day on, up to a day, or no more."""
    first, last = first_day(ticker.valid_from), last_day(ticker.valid_until)
    if ticker.valid_until is not None and ticker.valid_until <= now and last is not None:
        return translate("Tickers", "over since {date}").format(date=date_short(last))
    if ticker.valid_from is not None and ticker.valid_from > now and first is not None:
        return translate("Tickers", "from {date} on").format(date=date_short(first))
    if last is not None:
        return translate("Tickers", "until {date}").format(date=date_short(last))
    return translate("Tickers", "always")


def texts_of(ticker: Ticker, media: Mapping[str, MediumInfo]) -> tuple[str, ...]:
    """What runs, an announcement as its title."""
    return tuple(text.text or _title(text.announcement_id, media) for text in ticker.texts)


def _title(announcement_id: str, media: Mapping[str, MediumInfo]) -> str:
    medium = media.get(announcement_id)
    return medium.title if medium is not None else announcement_id


def strip_height(ticker: Ticker, display: Display) -> int:
    """How high in pixels it runs on a wall; 0 where it does not."""
    for region in display.canvas.regions:
        if region.kind is RegionKind.TICKER and (not region.ticker_ids or ticker.id in region.ticker_ids):
            return region.height_px
    if any(region.kind is RegionKind.TICKER for region in display.canvas.regions):
        return 0
    return display.canvas.height_px * ticker.band_percent // 100


def texts_from(
    lines: str, before: tuple[RunningText, ...], announcement_ids: tuple[str, ...]
) -> tuple[RunningText, ...]:
    """The texts of what was typed, a line each, then the announcements; known ones keep their own days.

    Raises InvalidValue.
    """
    known = {(text.text, text.announcement_id): text for text in before}
    typed = [(" ".join(line.split()), "") for line in lines.splitlines() if line.strip()]
    wanted = dict.fromkeys([*typed, *(("", each) for each in announcement_ids)])
    return tuple(known.get(key) or RunningText(*key) for key in wanted)
