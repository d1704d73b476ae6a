"""Booking airtime: what a drag, a key or a form on the calendar becomes at the hub, each as one step to take back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change, new_id, write
from displayctl.desktop.presenters.repeats import next_dates
from displayctl.desktop.presenters.selection import Drop
from displayctl.desktop.presenters.slot_edits import copied, copied_week, hours_at, is_series, moved_series, without
from displayctl.desktop.presenters.week_layout import Occurrence
from schedules.recurrence import Recurrence
from schedules.slot import Slot

Pair = tuple[Slot, Occurrence]
"""A slot, and one time it runs."""


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

    def has_series(self, happenings: Iterable[Occurrence]) -> bool:
        """Whether one of these is of a slot that runs on other days, too."""
        return any(is_series(slot) for slot, _ in self.pairs(happenings))

    def pairs(self, happenings: Iterable[Occurrence]) -> tuple[Pair, ...]:
        """The slots of these occurrences beside them; without those that are gone."""
        found = ((self._kept(each.slot_id), each) for each in happenings)
        return tuple((kept.value, each) for kept, each in found if kept is not None)

    # Moving

    def move_all(self, drop: Drop) -> tuple[Occurrence, ...]:
        """Move whole slots as one of their occurrences was moved; where those are now."""
        moves: dict[str, tuple[Occurrence, Occurrence]] = {}
        for before, after in drop.moves:
            moves.setdefault(before.slot_id, (before, after))
        changes = []
        for slot_id, (before, after) in moves.items():
            kept = self._kept(slot_id)
            if kept is not None:
                moved = moved_series(kept.value, before, after)
                changes.append(self._desk.edits.replace_change(PartKind.SLOT, kept, moved))
        self._apply(changes, drop.before, self.tr("Move {name}"), self.tr("Move bookings: {count}"))
        return drop.after

    def move_these(self, drop: Drop) -> tuple[Occurrence, ...]:
        """Part these occurrences from their series and move them alone; where they are now."""
        changes: list[Change] = []
        now: list[Occurrence] = []
        for slot_id in dict.fromkeys(each.slot_id for each in drop.before):
            kept = self._kept(slot_id)
            if kept is None:
                continue
            moves = [(before, after) for before, after in drop.moves if before.slot_id == slot_id]
            if is_series(kept.value):
                rest = self._rest_of(kept, *(before.day for before, _ in moves))
                made = [copied(kept.value, after, new_id(PartKind.SLOT), self._now()) for _, after in moves]
                if rest.after is None:  # the slot itself goes on, and with it the request that it was made for
                    made[0] = replace(made[0], id=kept.id, created_at=kept.value.created_at)
                    rest = self._desk.edits.replace_change(PartKind.SLOT, kept, made[0])
                changes += [rest, *(_creation(each) for each in made if each.id != kept.id)]
                now += [_of(slot, after) for slot, (_, after) in zip(made, moves, strict=True)]
            else:
                moved = moved_series(kept.value, *moves[0])
                changes.append(self._desk.edits.replace_change(PartKind.SLOT, kept, moved))
                now.append(moves[0][1])
        self._apply(changes, drop.before, self.tr("Move {name} on one day"), self.tr("Move bookings: {count}"))
        return tuple(now)

    # Copying and removing

    def copy_to(self, pairs: Iterable[Pair]) -> tuple[Occurrence, ...]:
        """Copies that run once, each where its occurrence says; where they are."""
        targets = tuple(pairs)
        made = [copied(slot, target, new_id(PartKind.SLOT), self._now()) for slot, target in targets]
        happenings = tuple(_of(slot, target) for slot, (_, target) in zip(made, targets, strict=True))
        names = self.tr("Copy {name}"), self.tr("Copy bookings: {count}")
        if made:
            words = names[0].format(name=made[0].name) if len(made) == 1 else names[1].format(count=len(made))
            self._desk.edits.apply(tuple(map(_creation, made)), words)
        return happenings

    def remove(self, slot_ids: Iterable[str]) -> tuple[str, ...]:
        """Delete whole slots; their names, without those that are gone already."""
        found = [kept for slot_id in dict.fromkeys(slot_ids) if (kept := self._kept(slot_id)) is not None]
        if found:
            changes = tuple(self._desk.edits.removal_change(PartKind.SLOT, kept) for kept in found)
            one, many = self.tr("Delete {name}"), self.tr("Delete bookings: {count}")
            words = one.format(name=found[0].value.name) if len(found) == 1 else many.format(count=len(found))
            self._desk.edits.apply(changes, words)
        return tuple(kept.value.name for kept in found)

    def remove_these(self, happenings: tuple[Occurrence, ...]) -> tuple[str, ...]:
        """Take these occurrences out of their series, and delete slots that have no other; names as of `remove`."""
        changes, names = [], []
        for slot_id in dict.fromkeys(each.slot_id for each in happenings):
            kept = self._kept(slot_id)
            if kept is None:
                continue
            days = [each.day for each in happenings if each.slot_id == slot_id]
            names.append(kept.value.name)
            if is_series(kept.value):
                changes.append(self._rest_of(kept, *days))
            else:
                changes.append(self._desk.edits.removal_change(PartKind.SLOT, kept))
        self._apply(changes, happenings, self.tr("Delete {name} on one day"), self.tr("Delete bookings: {count}"))
        return tuple(names)

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
            self._desk.edits.apply(tuple(map(_creation, copies)), self.tr("Copy week"))
        return len(copies)

    def _rest_of(self, kept: Kept[Slot], *days: date) -> Change:
        """The series without these days; where it has no other it is deleted, as nobody would ever see it again."""
        rest = without(kept.value, *days)
        holidays = {each.id: each.value for each in self._desk.catalogue.holidays}
        if next_dates(rest.recurrence, holidays, rest.recurrence.first, count=1):
            return self._desk.edits.replace_change(PartKind.SLOT, kept, rest)
        return self._desk.edits.removal_change(PartKind.SLOT, kept)

    def _apply(self, changes: list[Change], happenings: tuple[Occurrence, ...], one: str, many: str) -> None:
        """All changes as one step, named by the one slot or by how many there are."""
        changes = [change for change in changes if change.before != change.after]
        if not changes:
            return
        kept = self._kept(happenings[0].slot_id)
        if len(happenings) == 1 and kept is not None:
            self._desk.edits.apply(tuple(changes), one.format(name=kept.value.name))
        else:
            self._desk.edits.apply(tuple(changes), many.format(count=len(happenings)))

    def _kept(self, slot_id: str) -> Kept[Slot] | None:
        kept: Kept[Slot] | None = self._desk.catalogue.find(Topic.SLOT, slot_id)
        return kept

    def _now(self) -> datetime:
        """The instant in whole milliseconds, as documents have it."""
        now = self._desk.clock.now()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)


def _creation(slot: Slot) -> Change:
    return Change(PartKind.SLOT, slot.id, None, write(PartKind.SLOT, slot))


def _of(slot: Slot, happening: Occurrence) -> Occurrence:
    """The occurrence as one of another slot."""
    return Occurrence(slot.id, happening.day, happening.starts_minute, happening.length_minutes)
