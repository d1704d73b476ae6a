"""A wall's days as bars: which figure, how high each day is, and the sentence about each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import PlayerState
from displayctl.api.wall_health import DayFigures
from displayctl.desktop.presenters.health_words import ms_words, number_words
from displayctl.desktop.presenters.words import counted, date_short, size_words

translate = QCoreApplication.translate
HOURS_A_DAY = 24


class Metric(StrEnum):
    """What the bars show."""

    ON_AIR = "on-air"
    DROPPED = "dropped"
    LATE = "late"
    SEAMS = "seams"
    FAULTS = "faults"
    WARMTH = "warmth"
    MEMORY = "memory"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: `value` in the metric's own unit, None where nothing is known; `bad` is drawn so."""

    day: date
    value: float | None
    words: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    value: Callable[[DayFigures], float | None]
    words: Callable[[float], str]
    bad: Callable[[float], bool]


def metric_name(metric: Metric) -> str:
    return {
        Metric.ON_AIR: translate("History", "Hours on air"),
        Metric.DROPPED: translate("History", "Frames dropped"),
        Metric.LATE: translate("History", "Frames late"),
        Metric.SEAMS: translate("History", "Longest seam between items"),
        Metric.FAULTS: translate("History", "Faults and restarts"),
        Metric.WARMTH: translate("History", "Highest temperature"),
        Metric.MEMORY: translate("History", "Most memory"),
        Metric.ROOM: translate("History", "Least room on the disk"),
    }[metric]


def bars_of(days: Iterable[DayFigures], metric: Metric, today: date, count: int) -> tuple[Bar, ...]:
    """`count` days that end with `today`, oldest first; days of which nothing was heard have no value."""
    known = {each.day: each for each in days}
    reading = _READINGS[metric]
    found = []
    for ago in reversed(range(count)):
        day = today - timedelta(days=ago)
        figures = known.get(day)
        value = None if figures is None else reading.value(figures)
        if metric is Metric.ON_AIR and figures is None and known and day >= min(known):
            value = 0.0
        if value is None:
            words = translate("History", "{day}: nothing is known").format(day=date_short(day))
            found.append(Bar(day, None, words))
        else:
            bad = reading.bad(value) and not (metric is Metric.ON_AIR and day == today)
            found.append(Bar(day, value, f"{date_short(day)}: {reading.words(value)}", bad))
    return tuple(found)


def top_of(bars: Iterable[Bar], metric: Metric) -> tuple[float, str]:
    """The value at the upper edge of the graph, and its words."""
    if metric is Metric.ON_AIR:
        return float(HOURS_A_DAY), _READINGS[metric].words(HOURS_A_DAY)
    most = max((bar.value for bar in bars if bar.value is not None), default=0.0)
    least = {Metric.SEAMS: 40.0, Metric.WARMTH: 60.0}.get(metric, 1.0)
    top = max(most, least)
    return top, _READINGS[metric].words(top)


def summary_words(bars: Iterable[Bar], metric: Metric) -> str:
    """All of it in a sentence."""
    values = [bar.value for bar in bars if bar.value is not None]
    if not values:
        return translate("History", "Nothing is known of these days yet. A wall tells of an hour when it is over.")
    reading = _READINGS[metric]
    if metric is Metric.ON_AIR:
        share = sum(values) / (HOURS_A_DAY * len(values)) * 100
        one = translate("History", "On air {share} % of the hours of {count} day.")
        many = translate("History", "On air {share} % of the hours of {count} days.")
        return counted(one, many, len(values), share=number_words(share))
    if metric in (Metric.DROPPED, Metric.LATE, Metric.FAULTS):
        words = translate("History", "{sum} together, at most {most} on a day.")
        return words.format(sum=number_words(sum(values)), most=number_words(max(values)))
    worst = min(values) if metric is Metric.ROOM else max(values)
    return translate("History", "At worst {worst}.").format(worst=reading.words(worst))


def version_lines(player: PlayerState | None) -> tuple[str, ...]:
    """Which software runs at the wall."""
    if player is None or not player.device_id:
        return (translate("History", "No player is paired with this wall yet."),)
    system = str(player.stats.get("system") or "")
    lines = [translate("History", "Player {version}").format(version=player.version or "–")]
    if system:
        lines.append(translate("History", "System {system}").format(system=system))
    lines.append(translate("History", "Programme {revision}").format(revision=player.revision or "–"))
    lines.append(translate("History", "Device {device}").format(device=player.device_id[:12]))
    return tuple(lines)


def degree_words(value: float) -> str:
    """As ``61 °C``."""
    return f"{number_words(value)} °C"


def _hours_words(value: float) -> str:
    return translate("History", "{n} of 24 hours").format(n=number_words(value))


def _count_words(value: float) -> str:
    return number_words(value)


def _size(value: float) -> str:
    return size_words(int(value))


_READINGS: dict[Metric, _Reading] = {
    Metric.ON_AIR: _Reading(lambda day: float(day.hours), _hours_words, lambda value: value < HOURS_A_DAY / 2),
    Metric.DROPPED: _Reading(lambda day: float(day.dropped), _count_words, lambda value: value > 0),
    Metric.LATE: _Reading(lambda day: float(day.late), _count_words, lambda value: value > 0),
    Metric.SEAMS: _Reading(
        lambda day: day.seam_max_ms if day.seams else None, ms_words, lambda value: value > 1000 / 30
    ),
    Metric.FAULTS: _Reading(
        lambda day: float(day.stage_restarts + day.decoder_faults), _count_words, lambda value: value > 0
    ),
    Metric.WARMTH: _Reading(lambda day: day.temperature_c_max, degree_words, lambda value: value >= 80),
    Metric.MEMORY: _Reading(lambda day: _float(day.memory_bytes_max), _size, lambda value: value > 3 << 30),
    Metric.ROOM: _Reading(lambda day: _float(day.free_bytes_min), _size, lambda value: value < 1 << 30),
}


def _float(value: int | None) -> float | None:
    return None if value is None else float(value)
