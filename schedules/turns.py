"""Which alert has its turn on a wall, and which of its pages: rank and rotation, as a pure function of time.

Live alerts outrank drills, which are hidden while any live one stands, and both outrank cards that nobody signed. Where
one of them is AWAS, those that are have the whole wall in turn and all others wait; else banners take turns. The order
is by severity, then the newest, then id.
Each gives its pages in order; the round begins with the alert that became effective last, at the very moment it did,
so that news is seen at once and walls agree without talking.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from schedules.alert import Alert, AlertLevel
from schedules.instants import EPOCH


@dataclass(frozen=True, slots=True)
class Turn:
    """`page` (counted from 0) of `alert`, of its neutral wording or not, all unchanged until `until`.

    Without a live alert `alert` is None. `until` is None where nothing changes any more.
    """

    alert: Alert | None
    page: int
    neutral: bool
    until: datetime | None


@dataclass(frozen=True, slots=True)
class _Page:
    alert: Alert
    page: int
    neutral: bool

    @property
    def lasts(self) -> timedelta:
        return timedelta(seconds=self.alert.page_seconds)


def standing_alerts(alerts: Iterable[Alert], display_id: str) -> tuple[Alert, ...]:
    """The alerts for a display that no newer one supersedes, live or not. A drill supersedes drills alone."""
    given = tuple(alerts)
    newest: dict[tuple[bool, str], tuple[datetime, str]] = {}
    for alert in given:
        for name in alert.supersedes:
            newest[alert.drill, name] = max(newest.get((alert.drill, name), age_of(alert)), age_of(alert))
    return tuple(
        alert
        for alert in given
        if (not alert.display_ids or display_id in alert.display_ids)
        and not newest.get((alert.drill, alert.id), age_of(alert)) > age_of(alert)
    )


def turn_at(
    alerts: Iterable[Alert],
    display_id: str,
    instant: datetime,
    *,
    format: str = "",
    unconfirmed: Collection[str] = (),
) -> Turn:
    """Whose turn it is at `instant` on a display whose pictures are of `format` (empty: whichever there are).

    `unconfirmed` are the ids of alerts that one person alone answers for, though a second one would be needed: they end
    two hours after their start, and those that order people to move change to their neutral pages after 15 minutes.
    """
    standing = standing_alerts(alerts, display_id)
    alone = frozenset(unconfirmed)
    edges = [edge for alert in standing for edge in _edges(alert, alert.id not in alone) if edge > instant]
    live = [alert for alert in standing if alert.effective <= instant < alert.ends(alert.id not in alone)]
    if not live:
        return Turn(None, 0, False, min(edges, default=None))
    page, until = _page_at(_round(_ranked(live), instant, format, alone), instant)
    return Turn(page.alert, page.page, page.neutral, min([*edges, *([until] if until else [])]))


def age_of(alert: Alert) -> tuple[datetime, str]:
    """What tells which of two alerts is the newer one: the greater."""
    return alert.issued_at, alert.id


def _edges(alert: Alert, confirmed: bool) -> tuple[datetime, ...]:
    """When it comes, changes its wording and goes."""
    neutral_from = alert.neutral_from(confirmed)
    return (alert.effective, alert.ends(confirmed), *([neutral_from] if neutral_from else []))


def _ranked(live: Sequence[Alert]) -> list[Alert]:
    """Those that take turns, the newest in effect first and then on in their order."""
    signed = [alert for alert in live if not alert.auto] or list(live)
    shown = [alert for alert in signed if not alert.drill] or signed
    shown = [alert for alert in shown if alert.level is AlertLevel.AWAS] or shown
    shown.sort(key=_severity)
    newest = max(alert.effective for alert in shown)
    first = next(at for at, alert in enumerate(shown) if alert.effective == newest)
    return shown[first:] + shown[:first]


def _round(ranked: Sequence[Alert], instant: datetime, format: str, alone: Collection[str]) -> list[_Page]:
    pages: list[_Page] = []
    for alert in ranked:
        neutral_from = alert.neutral_from(alert.id not in alone)
        neutral = neutral_from is not None and instant >= neutral_from
        count = len(alert.pages(alert.nearest_format(format), neutral))
        pages += [_Page(alert, page, neutral) for page in range(max(1, count))]
    return pages


def _page_at(pages: Sequence[_Page], instant: datetime) -> tuple[_Page, datetime | None]:
    """The page of `instant`, and its end; None where it is the only one."""
    rest = (instant - pages[0].alert.effective) % sum((page.lasts for page in pages), timedelta())
    at = 0
    while rest >= pages[at].lasts:
        rest -= pages[at].lasts
        at += 1
    return pages[at], instant + pages[at].lasts - rest if len(pages) > 1 else None


def _severity(alert: Alert) -> tuple[int, timedelta, str]:
    return -alert.level, EPOCH - alert.issued_at, alert.id
