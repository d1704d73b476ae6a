"""The health of a wall in words and sums: what was presented, how its machine copes, what it can play."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.api.models import PlayerState
from displayctl.api.wall_health import Checkup, HourFigures, PlayableFormat
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import counted, date_short, size_words

translate = QCoreApplication.translate
ENOUGH, AMPLE = 1.5, 2.5
"""How many times faster than needed is enough beside everything else a wall does, and is plenty."""
_CODECS = {"h264": "H.264", "hevc": "HEVC", "vp9": "VP9", "mpeg2": "MPEG-2", "mpeg2video": "MPEG-2", "av1": "AV1"}


@dataclass(frozen=True, slots=True)
class Sum:
    """Some hours of a wall together. Seams are in milliseconds: the greatest of the hours' middles, and the worst."""

    items: int = 0
    presented: int = 0
    late: int = 0
    dropped: int = 0
    seams: int = 0
    seam_median_ms: float = 0.0
    seam_max_ms: float = 0.0
    stage_restarts: int = 0
    decoder_faults: int = 0


def summed(hours: Iterable[HourFigures], now: datetime, span: timedelta = timedelta(hours=24)) -> Sum:
    """The hours that began within `span` before `now`."""
    near = [hour for hour in hours if now - span <= hour.starts <= now]
    return Sum(
        items=sum(hour.items for hour in near),
        presented=sum(hour.presented for hour in near),
        late=sum(hour.late for hour in near),
        dropped=sum(hour.dropped for hour in near),
        seams=sum(hour.seams for hour in near),
        seam_median_ms=max((hour.seam_median_ms for hour in near), default=0.0),
        seam_max_ms=max((hour.seam_max_ms for hour in near), default=0.0),
        stage_restarts=sum(hour.stage_restarts for hour in near),
        decoder_faults=sum(hour.decoder_faults for hour in near),
    )


def running_hour(player: PlayerState | None) -> HourFigures | None:
    """The hour that is not over, as the player of a wall told it last; None where it told none, or nonsense."""
    stats = player.stats if player is not None and player.connected else {}
    told = {name: stats[f"hour_{name}"] for name in HourFigures.model_fields if f"hour_{name}" in stats}
    try:
        return HourFigures.model_validate(told) if told.get("starts_ms") else None
    except ValidationError:
        return None


def item_words(player: PlayerState | None) -> str:
    """How the item before this one was shown; empty where nothing is known of it."""
    stats = player.stats if player is not None and player.connected else {}
    if "item_presented" not in stats:
        return ""
    words = translate("Health", "Last item: {n} presented, {late} late, {dropped} dropped, seam {seam}")
    return words.format(
        n=number_words(_figure(stats, "item_presented")),
        late=number_words(_figure(stats, "item_late")),
        dropped=number_words(_figure(stats, "item_dropped")),
        seam=ms_words(max(0.0, _figure(stats, "item_slip_ms"))),
    )


def number_words(value: float, digits: int = 0) -> str:
    """As ``1.800`` and ``0,4``."""
    return QLocale().toString(float(value), "f", digits)


def ms_words(value: float) -> str:
    """As ``0,4 md``."""
    return translate("Health", "{n} ms").format(n=number_words(value, 1))


def codec_words(codec: str) -> str:
    return _CODECS.get(codec, codec)


def headroom_words(found: PlayableFormat) -> str:
    """As ``Lancar · 4,2×``."""
    if not found.plays:
        verdict = translate("Health", "No")
    elif found.headroom < AMPLE:
        verdict = translate("Health", "Just enough")
    else:
        verdict = translate("Health", "Smooth")
    return f"{verdict} · {number_words(found.headroom, 1)}×"


def now_words(player: PlayerState | None) -> tuple[str, ...]:
    """What the player of a wall said of itself last, a sentence each."""
    stats = player.stats if player is not None else {}
    if not stats:
        return (translate("Health", "Nothing has been heard of its player since the hub was started."),)
    said = [
        translate("Health", "{n} refreshes a second").format(n=number_words(_figure(stats, "refresh_hz"), 1)),
        counted(
            translate("Health", "memory {size} in {count} process"),
            translate("Health", "memory {size} in {count} processes"),
            int(_figure(stats, "processes")),
            size=size_words(int(_figure(stats, "memory_bytes"))),
        ),
        counted(
            translate("Health", "stage started anew once"),
            translate("Health", "stage started anew {count} times"),
            int(_figure(stats, "stage_restarts")),
        ),
        counted(
            translate("Health", "decoders started anew once"),
            translate("Health", "decoders started anew {count} times"),
            int(_figure(stats, "decoder_restarts")),
        ),
    ]
    return (*said, item) if (item := item_words(player)) else tuple(said)


def safe_mode(player: PlayerState | None) -> str:
    """What safe mode leaves out on this wall; empty where it is not in it."""
    mode = str((player.stats if player is not None else {}).get("safe_mode") or "")
    if not mode:
        return ""
    if mode == "pictures":
        return translate("Health", "Safe mode: pictures are shown, videos are left out, because the player kept dying.")
    return translate("Health", "Safe mode: only the house card is shown, because the player died without videos, too.")


def checkup_words(checkup: Checkup | None) -> str:
    """Whether the machine was found fit, in a sentence."""
    if checkup is None:
        return translate("Health", "Never checked. Run this at the wall: displayctl-player check")
    day = date_short(checkup.measured_at.astimezone(office_zone()).date())
    if checkup.good:
        return translate("Health", "Fit for this wall, by the check-up of {day}.").format(day=day)
    return translate("Health", "Too weak for this wall, by the check-up of {day}.").format(day=day)


def _figure(stats: dict[str, object], name: str) -> float:
    value = stats.get(name)
    return float(value) if isinstance(value, int | float) else 0.0
