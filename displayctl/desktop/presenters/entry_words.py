"""A playlist's entries in words and lengths: how long each takes, and what keeps one from playing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.presenters.media_words import kind_words, state_words
from displayctl.desktop.presenters.scene_words import motion_words, transition_words
from displayctl.desktop.presenters.validity import first_day, last_day
from displayctl.desktop.presenters.words import date_short
from schedules.playlist import PlaylistEntry
from schedules.rotation import PICTURE_SHOWS, STREAM_SHOWS
from schedules.transition import Motion

translate = QCoreApplication.translate


def entry_length(entry: PlaylistEntry, medium: MediumInfo | None) -> timedelta:
    """How long an entry is shown."""
    if entry.duration is not None:
        return entry.duration
    if medium is not None and medium.played_ms is not None:
        return timedelta(milliseconds=medium.played_ms)
    return STREAM_SHOWS if medium is not None and medium.kind is MediumKind.STREAM else PICTURE_SHOWS


def total_length(entries: Iterable[PlaylistEntry], media: Mapping[str, MediumInfo]) -> timedelta:
    """One round through all entries."""
    return sum((entry_length(entry, media.get(entry.medium_id)) for entry in entries), timedelta(0))


def entry_note(entry: PlaylistEntry, medium: MediumInfo | None, now: datetime) -> tuple[str, bool]:
    """The second line of an entry, and whether it is a warning."""
    if medium is None:
        return translate("Entries", "Deleted from the library"), True
    if medium.state is not MediumState.READY:
        return state_words(medium.state), True
    if (entry.valid_until and entry.valid_until <= now) or (medium.expires_at and medium.expires_at <= now):
        return translate("Entries", "Expired; it does not play any more"), True
    first, last = first_day(entry.valid_from), last_day(entry.valid_until)
    if entry.valid_from and entry.valid_from > now and first:
        return translate("Entries", "Plays from {date} on").format(date=date_short(first)), True
    parts = [kind_words(medium.kind)]
    if last:
        parts.append(translate("Entries", "until {date}").format(date=date_short(last)))
    if entry.share != 1:
        parts.append(translate("Entries", "share {n}").format(n=entry.share))
    if medium.has_sound and not medium.muted:
        parts.append(translate("Entries", "volume {n} %").format(n=entry.volume))
    if entry.transition and transition_words(entry.transition):
        parts.append(transition_words(entry.transition))
    if entry.motion is not Motion.NONE:
        parts.append(motion_words(entry.motion).lower())
    return " · ".join(parts), False
