"""What slots say on the calendar: on their blocks, in the words that come up over them, and about their conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.look.palette import slot_colour
from displayctl.desktop.presenters.conflicts import Conflicts
from displayctl.desktop.presenters.explaining import overlap_words
from displayctl.desktop.presenters.slot_words import hours_words, kind_words, repeat_words
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Block, Occurrence
from displayctl.desktop.presenters.words import clock_words
from schedules.slot import Slot, SlotKind

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BlockFace:
    """What a block says and how it looks; `note` is its second line, `dashed` marks an interrupt."""

    title: str
    note: str
    colour: QColor
    dashed: bool = False


class SlotFaces:
    """Faces and words of the catalogue's slots. `conflicts` are those found last."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._colours: dict[str, int] = {}
        self.conflicts = Conflicts()

    def note_playlists(self) -> None:
        """Give each playlist its colour."""
        ordered = sorted(self._catalogue.playlists, key=lambda kept: kept.id)
        self._colours = {kept.id: number for number, kept in enumerate(ordered)}

    def face(self, block: Block) -> BlockFace:
        """How a block looks."""
        slot = self._slot(block.slot_id)
        if slot is None:
            return BlockFace("", "", slot_colour(0))
        note = happening_words(block.occurrence)
        interrupt = slot.kind is SlotKind.INTERRUPT
        colour = slot_colour(self._colours.get(slot.playlist_id, 0))
        return BlockFace(slot.name, f"{slot.plays_per_hour}× · {note}" if interrupt else note, colour, interrupt)

    def words(self, block: Block) -> str:
        """Everything about a block's slot, a line each."""
        slot = self._slot(block.slot_id)
        if slot is None:
            return ""
        parts = {kept.id: kept.value.name for kept in self._catalogue.dayparts}
        parts |= {kept.id: kept.value.name for kept in self._catalogue.playlists}
        walls = ", ".join(kept.value.name for kept in self._catalogue.displays if kept.id in slot.display_ids)
        lines = (
            slot.name,
            f"{repeat_words(slot.recurrence)} · {hours_words(slot.hours, parts.get(slot.daypart_id or '', ''))}",
            f"{parts.get(slot.playlist_id, slot.playlist_id)} · {walls}",
            translate("Slots", "{kind} · priority {priority}").format(kind=kind_words(slot), priority=slot.priority),
            *self.conflict_lines(slot.id, True)[:6],
        )
        return "\n".join(lines)

    def conflict_lines(self, slot_id: str, name_walls: bool) -> list[str]:
        """Where a slot is hidden by another, and why."""
        lines = []
        for display, overlap in self.conflicts.of_slot(slot_id):
            winner = self._slot(overlap.winner_id)
            words = overlap_words(overlap, winner.name if winner else overlap.winner_id, ZoneInfo(display.time_zone))
            lines.append(f"{display.name} – {words}" if name_walls else words)
        return lines

    def _slot(self, slot_id: str) -> Slot | None:
        kept: Kept[Slot] | None = self._catalogue.find(Topic.SLOT, slot_id)
        return kept.value if kept is not None else None


def happening_words(happening: Occurrence) -> str:
    """The hours of one occurrence."""
    if happening.length_minutes == DAY_MINUTES:
        return translate("Slots", "24 hours")
    ends = happening.ends_minute % DAY_MINUTES
    starts = time(happening.starts_minute // 60, happening.starts_minute % 60)
    return f"{clock_words(starts)}–{clock_words(time(ends // 60, ends % 60))}"
