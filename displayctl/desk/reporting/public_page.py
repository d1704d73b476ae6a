"""The month in public: a page that an office can put on its site, telling what walls showed and when they did not.

Nothing on it is about a person: no names of staff, no words of emergencies (which may name who is missed), and of those
who speak only agencies that the office has on its list.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from displayctl.api.client import HubClient
from displayctl.api.reports import DownStretch, EmergencyRow, WallReport
from displayctl.desk.papers.phrases import KINDS, kind_words
from displayctl.desk.reporting.figures import By, Share, Sort, shares
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.words import SORTS, days_words, length_words, percent_words
from schedules.calendar_names import MONTHS
from schedules.errors import InvalidValue

TEMPLATES = Path(__file__).parent / "templates"
MOST_SILENCES = 60
TOLD_FROM_SECONDS = 60
"""Silences shorter than this are in the sums, and not told one by one."""
_OTHERS = "Pihak lain", "Others"


@dataclass(frozen=True, slots=True)
class PublicShare:
    """A line of how the time was shared; `percent` is for the bar."""

    words: tuple[str, str]
    length: str
    part: str
    percent: float


@dataclass(frozen=True, slots=True)
class PublicWall:
    """A wall of the page."""

    name: str
    hours: str
    available: str
    percent: float
    down: str
    longest: str
    times: int
    unreported: str
    shares: tuple[PublicShare, ...]
    silences: tuple[tuple[str, str, str, tuple[str, str]], ...]
    more_silences: int


@dataclass(frozen=True, slots=True)
class PublicEmergency:
    """An emergency or drill without its words."""

    when: str
    kind: tuple[str, str]
    drill: bool
    walls: str
    length: str


def public_page(report: AirReport, agencies: Collection[str]) -> str:
    """The page as HTML that needs no other file. `agencies` are those that may be named.

    Raises InvalidValue where the days are no whole month, or the month is not over yet.
    """
    if not report.days.is_month:
        raise InvalidValue("month", "the public page is about one whole month; choose a month")
    if not report.is_complete:
        raise InvalidValue("month", f"the month {report.days.name} is not over yet; choose the one before it")
    zone = ZoneInfo(report.days.time_zone)
    indonesian, english = days_words(report.days)
    return (
        _environment()
        .get_template("accountability.html")
        .render(
            office=report.office.name or "Pengelola videotron",
            address=report.office.address,
            month=indonesian,
            month_english=english,
            walls=tuple(_wall(report, each, frozenset(agencies), zone) for each in report.walls),
            broadcast=length_words(report.broadcast_seconds),
            emergencies=tuple(_emergency(each, zone) for each in report.emergencies),
            made=_moment(report.made_at, zone),
            zone=report.made_at.astimezone(zone).tzname(),
            empty=report.is_empty,
            told_from=TOLD_FROM_SECONDS,
        )
    )


def public_agencies(client: HubClient) -> frozenset[str]:
    """The agencies that the office has on its list. Raises HubError."""
    return frozenset(agency.name for agency in client.requests.settings().agencies)


def page_name(report: AirReport) -> str:
    """As ``siaran-2026-10.html``."""
    return f"siaran-{report.days.name}.html"


def _wall(report: AirReport, of: WallReport, agencies: frozenset[str], zone: ZoneInfo) -> PublicWall:
    wall = of.wall
    told = [down for down in of.downs if down.seconds >= TOLD_FROM_SECONDS]
    longest = sorted(told, key=lambda down: -down.seconds)[:MOST_SILENCES]
    shown = sorted(longest, key=lambda down: down.starts)
    return PublicWall(
        name=wall.name,
        hours=length_words(wall.broadcast_seconds),
        available=percent_words(wall.available),
        percent=round(100 * (wall.available or 0.0), 2),
        down=length_words(wall.down_seconds),
        longest=length_words(wall.longest_down_seconds),
        times=wall.down_count,
        unreported=length_words(wall.unreported_seconds),
        shares=_shares(shares(report.of_walls((wall.display_id,)), By.AGENCY), agencies),
        silences=tuple(_silence(down, zone) for down in shown),
        more_silences=len(told) - len(shown) + of.downs_left_out,
    )


def _shares(found: tuple[Share, ...], agencies: frozenset[str]) -> tuple[PublicShare, ...]:
    """Those who are not on the list are told as one."""
    sums: dict[tuple[str, str], tuple[float, float]] = {}
    for each in found:
        if each.sort is not Sort.NAMED:
            words = SORTS[each.sort]
        else:
            words = (each.name, each.name) if each.name in agencies else _OTHERS
        seconds, share = sums.get(words, (0.0, 0.0))
        sums[words] = seconds + each.seconds, share + each.share
    return tuple(
        PublicShare(words, length_words(seconds), percent_words(share), round(100 * share, 2))
        for words, (seconds, share) in sums.items()
    )


def _silence(down: DownStretch, zone: ZoneInfo) -> tuple[str, str, str, tuple[str, str]]:
    sort = Sort.DOWN if down.reported else Sort.UNREPORTED
    return _moment(down.starts, zone), _moment(down.ends, zone), length_words(down.seconds), SORTS[sort]


def _emergency(row: EmergencyRow, zone: ZoneInfo) -> PublicEmergency:
    info = row.info
    return PublicEmergency(
        when=_moment(info.starts, zone),
        kind=kind_words(info.kind if info.kind in KINDS else ""),
        drill=info.drill,
        walls=f"{info.shown} / {info.walls}",
        length=length_words(row.wall_seconds),
    )


def _moment(instant: datetime, zone: ZoneInfo) -> str:
    civil = instant.astimezone(zone)
    return f"{civil.day} {MONTHS[civil.month - 1]} {civil.year} {civil:%H.%M}"


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
