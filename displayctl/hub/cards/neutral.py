"""What follows a card on the walls once its data are too old: its neutral card, by a rule that people sign with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from schedules.playlist import Playlist, PlaylistEntry

_SUFFIX = "-netral"


def neutral_id(card_id: str) -> str:
    """The medium that is shown in the place of a card whose data are too old."""
    return f"{card_id}{_SUFFIX}"


def is_neutral(medium_id: str) -> bool:
    """Whether that is the id of a neutral card."""
    return medium_id.endswith(_SUFFIX)


def with_neutral(playlist: Playlist, cards: Mapping[str, datetime | None]) -> Playlist:
    """`playlist` with the neutral card after each of `cards`, from when that one's data are too old.

    `cards` are ids, and until when each is good; None: its words hold no figures, and nothing has to follow.
    """
    entries = tuple(made for entry in playlist.entries for made in _followed(entry, cards.get(entry.medium_id)))
    return playlist if entries == playlist.entries else replace(playlist, entries=entries)


def _followed(entry: PlaylistEntry, good_until: datetime | None) -> Iterator[PlaylistEntry]:
    yield entry
    if good_until is None:
        return
    begins = max(good_until.astimezone(UTC), entry.valid_from or good_until.astimezone(UTC))
    if entry.valid_until is None or begins < entry.valid_until:
        yield replace(entry, medium_id=neutral_id(entry.medium_id), valid_from=begins)
