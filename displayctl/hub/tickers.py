"""The running text of a programme: tickers for the walls of one group, with the words of announcements spelled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from content.studio.announcement import Announcement
from displayctl.hub.repositories.media import StoredMedium
from schedules.display import Display
from schedules.ticker import LONGEST_TEXT, RunningText, Ticker


def announcements_of(tickers: Iterable[Ticker]) -> set[str]:
    """The announcements whose words run."""
    return {text.announcement_id for ticker in tickers for text in ticker.texts if text.announcement_id}


def tickers_for(
    tickers: Iterable[Ticker], displays: Iterable[Display], media: dict[str, StoredMedium]
) -> tuple[Ticker, ...]:
    """Those of `tickers` that are meant for these walls, or named by their regions, with every text spelled out.

    A text ends with the life of its announcement. A ticker all of whose announcements are gone is left out.
    """
    walls = tuple(displays)
    made = (_for_walls(ticker, walls) for ticker in tickers)
    return tuple(
        replace(ticker, texts=texts)
        for ticker in made
        if ticker is not None and (texts := tuple(_spelled_out(ticker, media)))
    )


def spoken(announcement: Announcement) -> str:
    """The words of an announcement on one line, cut where they are longer than a running text may be."""
    line = " · ".join(" ".join(part.split()) for part in announcement.paragraphs)
    return line if len(line) <= LONGEST_TEXT else f"{line[: LONGEST_TEXT - 1].rstrip()}…"


def _for_walls(ticker: Ticker, walls: tuple[Display, ...]) -> Ticker | None:
    naming = {wall.id for wall in walls for region in wall.canvas.regions if ticker.id in region.ticker_ids}
    if not ticker.display_ids:
        return ticker if walls else None
    # No wall left must not become every wall: one that is only named runs where it is named.
    mine = tuple(wall.id for wall in walls if wall.id in ticker.display_ids or wall.id in naming)
    return replace(ticker, display_ids=mine) if mine else None


def _spelled_out(ticker: Ticker, media: dict[str, StoredMedium]) -> Iterator[RunningText]:
    for text in ticker.texts:
        if not text.announcement_id:
            yield text
            continue
        medium = media.get(text.announcement_id)
        if medium is None or medium.announcement is None:
            continue
        limits = _limits(text, medium.expires_at)
        if limits is not None:
            yield RunningText(spoken(Announcement.from_dict(medium.announcement)), "", *limits)


def _limits(text: RunningText, expires_at: datetime | None) -> tuple[datetime | None, datetime | None] | None:
    """From when to when a text runs whose announcement lives until `expires_at`; None where that is never."""
    ends = [end.astimezone(UTC) for end in (text.valid_until, expires_at) if end is not None]
    until = min(ends, default=None)
    if until is not None and text.valid_from is not None and until <= text.valid_from:
        return None
    return text.valid_from, until
