"""Alerts told as incidents: which belong together, what each was to those before, and how fast walls showed them."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol, TypeVar

from content.studio.emergency.message import ENDED
from displayctl.api.incidents import TAKING_BACK, IncidentInfo, IncidentStep, StepKind, WallName, WallOutcome
from schedules.alert import Alert
from schedules.codec import alert_from_dict


class Linked(Protocol):
    """What tells which alerts belong together."""

    @property
    def id(self) -> str: ...
    @property
    def issued_at(self) -> datetime: ...
    @property
    def drill(self) -> bool: ...
    @property
    def supersedes(self) -> tuple[str, ...]: ...
    @property
    def corrects(self) -> str: ...


L = TypeVar("L", bound=Linked)


def chains(alerts: Iterable[L]) -> tuple[tuple[L, ...], ...]:
    """The alerts in incidents: those that one supersedes or corrects belong to it. Each incident is oldest first, and
    the newest incident comes first; drills and earnest never mix.
    """
    known = {(alert.id, alert.drill): alert for alert in alerts}
    leader = {key: key for key in known}
    for key, alert in known.items():
        for other in {(name, alert.drill) for name in (*alert.supersedes, alert.corrects)} & known.keys():
            leader[_led(leader, other)] = _led(leader, key)  # two desks' clocks may disagree on which came first
    found: dict[tuple[str, bool], list[L]] = {}
    for key in sorted(known, key=lambda key: (known[key].issued_at, key)):
        found.setdefault(_led(leader, key), []).append(known[key])
    return tuple(sorted(map(tuple, found.values()), key=lambda chain: (chain[0].issued_at, chain[0].id), reverse=True))


def _led(leader: Mapping[tuple[str, bool], tuple[str, bool]], key: tuple[str, bool]) -> tuple[str, bool]:
    while leader[key] != key:
        key = leader[key]
    return key


def step_kind(alert: Alert, earlier: Mapping[str, Alert]) -> StepKind:
    """What an alert is to `earlier` ones, by their ids: one that says the same for longer extends it."""
    if alert.corrects:
        return StepKind.CORRECTED
    if alert.kind == ENDED and alert.supersedes:
        return StepKind.ENDED
    former = [earlier[name] for name in alert.supersedes if name in earlier]
    if not former:
        return StepKind.RAISED
    same = any(_words(alert) == _words(other) and alert.expires > other.expires for other in former)
    return StepKind.EXTENDED if same else StepKind.UPDATED


def pressed_at(alert: Alert) -> datetime:
    """When the button was pressed, or when the alert was to begin where that is later: delays count from here."""
    return max(alert.issued_at, alert.effective)


def summary(steps: tuple[IncidentStep, ...], pictures: int, now: datetime) -> IncidentInfo:
    """An incident in a line. What it takes back with does not count for how fast it came."""
    alerts = [alert_from_dict(step.value) for step in steps]
    first = alerts[0]
    lives = [_is_live(step, alert, now) for step, alert in zip(steps, alerts, strict=True)]
    outcomes = _first_outcomes(steps)
    delays = [outcome.seconds for outcome in outcomes if outcome.seconds is not None]
    ends = max(_over(step, alert) for step, alert in zip(steps, alerts, strict=True))
    return IncidentInfo(
        id=first.id,
        headline=first.headline,
        kind=first.kind,
        level=max(alert.level for alert in alerts),
        drill=first.drill,
        area=first.area,
        source=first.source,
        starts=first.effective,
        ends=None if any(lives) or ends > now else ends,
        live=any(lives),
        corrected=any(step.kind is StepKind.CORRECTED for step in steps),
        alerts=len(steps),
        walls=len(outcomes),
        shown=len(delays),
        missing=tuple(
            WallName(display_id=outcome.display_id, name=outcome.name)
            for outcome in outcomes
            if outcome.seconds is None
        ),
        median_seconds=statistics.median(delays) if delays else None,
        worst_seconds=max(delays, default=None),
        pictures=pictures,
    )


def _first_outcomes(steps: tuple[IncidentStep, ...]) -> tuple[WallOutcome, ...]:
    """For each wall what became of the first alert that was for it; a later one counts where that one never came."""
    found: dict[str, WallOutcome] = {}
    for step in steps:
        if step.kind in TAKING_BACK:
            continue
        for outcome in step.walls:
            known = found.get(outcome.display_id)
            if known is None or known.seconds is None:
                found[outcome.display_id] = outcome
    return tuple(found.values())


def _is_live(step: IncidentStep, alert: Alert, now: datetime) -> bool:
    return step.withdrawn_at is None and alert.effective <= now < _over(step, alert)


def _over(step: IncidentStep, alert: Alert) -> datetime:
    """When it was off the walls: where all that showed it have said so, then, as after two hours without a second
    person.
    """
    planned = alert.expires if step.withdrawn_at is None else min(step.withdrawn_at, alert.expires)
    ended = [outcome.ended_at for outcome in step.walls if outcome.shown_at is not None]
    said = [at for at in ended if at is not None]
    return min(planned, max(said)) if said and len(said) == len(ended) else planned


def _words(alert: Alert) -> tuple[object, ...]:
    return alert.headline, alert.level, alert.kind, alert.area, alert.display_ids
