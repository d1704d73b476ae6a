"""The schedule of a week on paper, made from what a hub has: the draft, or what is on air."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from content.delivery.roles import programme_role
from content.errors import ContentError
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError
from displayctl.api.models import MediumInfo, SigningState
from displayctl.desk.believing import Beliefs
from displayctl.desk.drafts_seen import draft_digest
from displayctl.desk.national_holidays import national_days
from displayctl.desk.papers.columns import Signers
from displayctl.desk.papers.sheets import Paper
from displayctl.desk.papers.week import week_of
from displayctl.desk.papers.week_sheet import Particulars, week_paper
from displayctl.errors import DeskError, PaperRefused
from schedules.codec import programme_from_dict
from schedules.programme import Programme

MOST_WALLS, MOST_APPROVERS = 24, 2


class Source(StrEnum):
    """Which programme is printed."""

    DRAFT = "draft"
    ON_AIR = "on-air"


@dataclass(frozen=True, slots=True)
class WeekWish:
    """What to print: the week of a Monday, of a group's walls (`display_ids` empty: all of them)."""

    group: str
    monday: date
    display_ids: tuple[str, ...] = ()
    source: Source = Source.DRAFT
    signers: Signers = field(default_factory=Signers)
    landscape: bool = False


def fetch_week_paper(client: HubClient, wish: WeekWish, media: Iterable[MediumInfo], now: datetime) -> Paper:
    """The paper. `media` are looked at for those who speak in announcements.

    Raises PaperRefused where nothing is published yet, a wall is of another group, or there are too many; HubError,
    ScheduleError.
    """
    state = client.signing_state(wish.group)
    document = state.draft if wish.source is Source.DRAFT else state.published
    if document is None:
        raise PaperRefused(f"nothing is on air in the group {wish.group} yet; print the draft, or publish it first")
    programme = programme_from_dict(document)
    walls = _walls(programme, wish)
    named = _holiday_names(wish.monday)
    about = Particulars(
        office=client.settings().office,
        now=now,
        source=_source_words(state, wish.source, programme),
        digest=draft_digest(document),
        signers=wish.signers,
        agencies=agencies_of(programme, media),
    )
    weeks = tuple(week_of(programme, wall, wish.monday, named) for wall in walls)
    return week_paper(weeks, programme, about, landscape=wish.landscape)


def fetch_approvers(client: HubClient, beliefs: Beliefs, group: str) -> str:
    """The names of those who may sign for a group, where they are few enough to stand below a paper; else empty."""
    with suppress(HubError, DeskError, ContentError, OSError):
        people = beliefs.confirmed(client, (programme_role(group),)).people.signers(programme_role(group))
        if len(people) <= MOST_APPROVERS:
            return ", ".join(person.name for person in people)
    return ""


def agencies_of(programme: Programme, media: Iterable[MediumInfo]) -> dict[str, tuple[str, ...]]:
    """Who speaks in each playlist, by its id: the footers of its announcements, as ``Dinas Kesehatan``."""
    spoken = {medium.id: str(medium.announcement.get("footer", "")) for medium in media if medium.announcement}
    found: Mapping[str, tuple[str, ...]] = {
        playlist.id: tuple(dict.fromkeys(name for e in playlist.entries if (name := spoken.get(e.medium_id, ""))))
        for playlist in programme.playlists
    }
    return {key: names for key, names in found.items() if names}


def _walls(programme: Programme, wish: WeekWish) -> tuple[str, ...]:
    there = {display.id for display in programme.displays}
    strange = [each for each in wish.display_ids if each not in there]
    if strange:
        raise PaperRefused(
            f"the wall {strange[0]!r} is not in the programme of the group {wish.group}; a paper is of one group"
        )
    walls = wish.display_ids or tuple(display.id for display in programme.displays)
    if not walls:
        raise PaperRefused(f"the group {wish.group} has no walls; add one first")
    if len(walls) > MOST_WALLS:
        raise PaperRefused(f"{len(walls)} walls are too many for one paper; choose {MOST_WALLS} at the most")
    return walls


def _source_words(state: SigningState, source: Source, programme: Programme) -> tuple[str, str]:
    if source is Source.ON_AIR:
        return f"Program yang tayang, revisi {programme.revision}", "The programme on air"
    if state.published is not None and draft_digest(state.draft) == draft_digest(state.published):
        return "Rancangan, sama dengan yang tayang", "The draft, the same as on air"
    return "Rancangan, belum terbit", "The draft, not published yet"


def _holiday_names(monday: date) -> dict[date, str]:
    years = {monday.year, (monday + timedelta(days=6)).year}
    return {named.day: named.name for year in sorted(years) for named in reversed(national_days(year))}
