"""Booking airtime: what a drag, a key or a form on the calendar becomes at the hub, each as one step to take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change, new_id, write
from displayctl.desktop.presenters.slot_edits import copied_week, hours_at, moved_series, parted
from displayctl.desktop.presenters.week_layout import Occurrence
from schedules.recurrence import Recurrence
from schedules.slot import Slot


class Bookings(QObject):
    """Makes, moves, copies and removes slots of one desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def drawn(self, happening: Occurrence, display_ids: tuple[str, ...]) -> Slot | None:
        """The slot for what was drawn, with the playlist booked last; None without a playlist or a wall."""
        playlists = self._desk.catalogue.playlists
        if not playlists or not display_ids:
            return None
        wanted = self._desk.preferences.text("schedule-playlist")
        playlist = next((kept for kept in playlists if kept.id == wanted), playlists[0])
        return Slot(
            id=new_id(PartKind.SLOT),
            name=playlist.value.name,
            playlist_id=playlist.id,
            display_ids=display_ids,
            recurrence=Recurrence(first=happening.day),
            created_at=self._now(),
            hours=hours_at(happening.starts_minute, happening.length_minutes),
        )

    def change(self, kept: Kept[Slot], slot: Slot) -> None:
        """Store what the form says."""
        self._desk.preferences.keep("schedule-playlist", slot.playlist_id)
        self._desk.edits.replace(PartKind.SLOT, kept, slot, self.tr("Change {name}").format(name=slot.name))

    def remove(self, slot_id: str) -> str:
        """Delete a slot; its name, empty where it is gone already."""
        kept: Kept[Slot] | None = self._desk.catalogue.find(Topic.SLOT, slot_id)
        if kept is None:
            return ""
        self._desk.edits.remove(PartKind.SLOT, kept, self.tr("Delete {name}").format(name=kept.value.name))
        return kept.value.name

    def move_all(self, kept: Kept[Slot], before: Occurrence, after: Occurrence) -> None:
        """Move the whole slot as one of its occurrences was moved."""
        moved = moved_series(kept.value, before, after)
        self._desk.edits.replace(PartKind.SLOT, kept, moved, self.tr("Move {name}").format(name=moved.name))

    def move_one(self, kept: Kept[Slot], before: Occurrence, after: Occurrence) -> None:
        """Part one occurrence from its series and move it alone."""
        series, single = parted(kept.value, before, after, new_id(PartKind.SLOT), self._now())
        changes = (
            self._desk.edits.replace_change(PartKind.SLOT, kept, series),
            Change(PartKind.SLOT, single.id, None, write(PartKind.SLOT, single)),
        )
        self._desk.edits.apply(changes, self.tr("Move {name} on one day").format(name=single.name))

    def pasted(self, slot: Slot, day: date) -> Slot:
        """A copy that runs once, on `day`."""
        return replace(
            slot, id=new_id(PartKind.SLOT), created_at=self._now(), recurrence=Recurrence(first=day), exceptions=()
        )

    def copy_week(self, slots: tuple[Slot, ...], monday: date, target: date) -> int:
        """Repeat the week of `monday` in the week of `target`; how many slots were made."""
        catalogue = self._desk.catalogue
        copies = copied_week(
            slots,
            {kept.id: kept.value for kept in catalogue.dayparts},
            {kept.id: kept.value for kept in catalogue.holidays},
            (monday, target),
            (tuple(new_id(PartKind.SLOT) for _ in slots), self._now()),
        )
        if copies:
            changes = tuple(Change(PartKind.SLOT, slot.id, None, write(PartKind.SLOT, slot)) for slot in copies)
            self._desk.edits.apply(changes, self.tr("Copy week"))
        return len(copies)

    def _now(self) -> datetime:
        """The instant in whole milliseconds, as documents have it."""
        now = self._desk.clock.now()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)
