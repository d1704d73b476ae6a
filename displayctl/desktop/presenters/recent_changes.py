"""What changed lately, in sentences by day: from the audit trail, or from publications and one's own changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from displayctl.api.approvals import Submission, SubmissionState
from displayctl.api.audit import AuditEntry
from displayctl.api.models import Publication
from displayctl.desktop.presenters.audit_words import NO_NAMES, action_words, actor_words, name_of
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_words, date_short, weekday_long

translate = QCoreApplication.translate
MOST_LINES = 20
TOGETHER = timedelta(minutes=30)
_NO_CHANGE = ("session.", "wall.", "user.password", "user.second-factor")
"""Coming and going, and what leaves no trace on walls, is for the trail itself."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody did; `count` times, the newest at `at`, to `thing` last."""

    at: datetime
    who: str
    what: str
    thing: str = ""
    count: int = 1

    @property
    def sentence(self) -> str:
        """As ``13.05 Sekar mengubah jadwal: Apel pagi dan 3 lainnya``."""
        thing = self.thing
        if thing and self.count > 1:
            words = translate("Recent", "{thing} and {n} more")
            thing = words.format(thing=thing, n=self.count - 1)
        elif self.count > 1:
            thing = translate("Recent", "{n} times").format(n=self.count)
        who = f"{self.who} " if self.who else ""
        return f"{who}{self.what}: {thing}" if thing else f"{who}{self.what}"

    @property
    def clock(self) -> str:
        """When, on the office's clocks."""
        return clock_words(self.at.astimezone(office_zone()))


@dataclass(frozen=True, slots=True)
class Day:
    """One day of them, newest first."""

    title: str
    happenings: tuple[Happening, ...]


def from_trail(
    entries: Iterable[AuditEntry], but: str = "", names: Mapping[str, str] = NO_NAMES
) -> tuple[Happening, ...]:
    """What entries, newest first, tell of changes; those of the person with the id `but` are left out. `names` are
    those of walls by their ids.
    """
    return _together(
        [
            Happening(entry.at, actor_words(entry), action_words(entry.action), name_of(entry, names))
            for entry in entries
            if not entry.action.startswith(_NO_CHANGE) and not (but and entry.actor_id == but)
        ]
    )


def from_publications(publications: Iterable[Publication], submissions: Iterable[Submission]) -> tuple[Happening, ...]:
    """What was published, with who approved it where a submission tells."""
    approved = {
        (each.group, each.revision): each.decided_by for each in submissions if each.state is SubmissionState.PUBLISHED
    }
    words = translate("Recent", "published")
    by_nobody = translate("Recent", "Published")
    found = []
    for each in publications:
        who = approved.get((each.group, each.revision), "")
        found.append(Happening(each.published_at, who, words if who else by_nobody, each.group))
    return tuple(found)


def newest(*sources: Sequence[Happening]) -> tuple[Happening, ...]:
    """The last twenty of all."""
    return tuple(sorted((each for source in sources for each in source), key=_at, reverse=True)[:MOST_LINES])


def by_day(happenings: Iterable[Happening], today: date) -> tuple[Day, ...]:
    """Grouped by the office's days, as they come."""
    return tuple(Day(_day_title(day, today), tuple(each)) for day, each in groupby(happenings, key=_day_of))


def _together(found: list[Happening]) -> tuple[Happening, ...]:
    """What one person did again and again within half an hour is one line."""
    kept: list[Happening] = []
    for each in found:
        last = kept[-1] if kept else None
        if last and (last.who, last.what) == (each.who, each.what) and last.at - each.at <= TOGETHER:
            kept[-1] = replace(last, count=last.count + 1)
        else:
            kept.append(each)
    return tuple(kept)


def _at(happening: Happening) -> datetime:
    return happening.at


def _day_of(happening: Happening) -> date:
    return happening.at.astimezone(office_zone()).date()


def _day_title(day: date, today: date) -> str:
    if day == today:
        return translate("Recent", "Today")
    if day == today - timedelta(days=1):
        return translate("Recent", "Yesterday")
    return f"{weekday_long(day.weekday())}, {date_short(day)}"
