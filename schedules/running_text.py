"""What runs along a wall at an instant: the texts of its tickers, put together for each place they run in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from schedules.display import Display
from schedules.programme import Programme
from schedules.region import RegionKind
from schedules.ticker import MOST_TEXTS, RunningText, Ticker


@dataclass(frozen=True, slots=True)
class Strip:
    """Texts that run in `region`, or, where that is empty, in a band of `band_percent` of the canvas's height.

    Where several tickers run in one place, their texts follow each other, and the first of them says how they look
    and how fast they are.
    """

    texts: tuple[str, ...]
    region: str
    band_percent: int
    speed_px_s: int
    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Running:
    """All strips of a wall, unchanged until `until` (None: for good)."""

    strips: tuple[Strip, ...]
    until: datetime | None


def running_at(programme: Programme, display_id: str, instant: datetime) -> Running:
    """The strips of a display at the UTC `instant`. After the programme's end nothing runs any more.

    Raises UnknownName for a display that is not in the programme.
    """
    places = list(_places(programme, programme.display(display_id)))
    tickers = list(chain.from_iterable(tickers for _, tickers in places))
    edges = [edge for edge in (programme.valid_until, *_edges(tickers)) if edge > instant]
    if instant >= programme.valid_until:
        return Running((), None)
    strips = (_strip(region, tickers, instant) for region, tickers in places)
    return Running(tuple(strip for strip in strips if strip is not None), min(edges))


def tickers_on(programme: Programme, display: Display) -> tuple[Ticker, ...]:
    """The tickers that have a place on `display`, each once."""
    found = chain.from_iterable(tickers for _, tickers in _places(programme, display))
    return tuple({ticker.id: ticker for ticker in found}.values())


def _places(programme: Programme, display: Display) -> Iterator[tuple[str, tuple[Ticker, ...]]]:
    """Where texts may run on `display`, by the region's name, empty for a band; and which tickers run there."""
    meant = tuple(t for t in programme.tickers if not t.display_ids or display.id in t.display_ids)
    regions = [region for region in display.canvas.regions if region.kind is RegionKind.TICKER]
    named = {ticker.id: ticker for ticker in programme.tickers}
    for region in regions:
        yield region.name, tuple(named[name] for name in region.ticker_ids) or meant
    if not regions:
        yield "", tuple(ticker for ticker in meant if ticker.band_percent)


def _strip(region: str, tickers: Sequence[Ticker], instant: datetime) -> Strip | None:
    running = [
        (ticker, text.text)
        for ticker in tickers
        if _is_valid(ticker, instant)
        for text in ticker.texts
        if _is_valid(text, instant)
    ]
    if not running:
        return None
    first, texts = running[0][0], tuple(text for _, text in running[:MOST_TEXTS])
    return Strip(texts, region, first.band_percent, first.speed_px_s, first.ink, first.ground)


def _is_valid(limited: Ticker | RunningText, instant: datetime) -> bool:
    begun = limited.valid_from is None or limited.valid_from <= instant
    return begun and (limited.valid_until is None or instant < limited.valid_until)


def _edges(tickers: Iterable[Ticker]) -> Iterator[datetime]:
    """Every instant at which a ticker or one of its texts begins or ends."""
    for ticker in tickers:
        limits = [(ticker.valid_from, ticker.valid_until)]
        limits += [(text.valid_from, text.valid_until) for text in ticker.texts]
        yield from (edge for edge in chain.from_iterable(limits) if edge is not None)
