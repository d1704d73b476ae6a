"""What slots say on the calendar: on their blocks, in the words that come up over them, and about their conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.look.palette import COLOURS, slot_colour
from displayctl.desktop.presenters.conflicts import Conflicts
from displayctl.desktop.presenters.explaining import conflict_words
from displayctl.desktop.presenters.slot_words import hours_words, kind_words, repeat_words
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Block, Occurrence
from displayctl.desktop.presenters.words import clock_words, counted
from schedules.slot import Slot, SlotKind

translate = QCoreApplication.translate
USUAL_PRIORITY = 50
MOST_CONFLICTS = 6


@dataclass(frozen=True, slots=True)
class BlockFace:
    """What a block says and how it looks; `note` is its second line, `dashed` marks an interrupt, `layer` a priority
    above or below the usual one.
    """

    title: str
    note: str
    colour: QColor
    dashed: bool = False
    layer: str = ""


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

    def colour(self, playlist_id: str) -> QColor:
        """The calendar's colour of a playlist."""
        return slot_colour(self._colours.get(playlist_id, 0))

    def face(self, block: Block) -> BlockFace:
        """How a block looks."""
        if block.folded:
            return BlockFace(f"+{block.folded}", "", QColor(COLOURS.text_soft))
        slot = self.slot(block.slot_id)
        if slot is None:
            return BlockFace("", "", slot_colour(0))
        note = happening_words(block.occurrence)
        interrupt = slot.kind is SlotKind.INTERRUPT
        note = f"{slot.plays_per_hour}× · {note}" if interrupt else note
        return BlockFace(slot.name, note, self.colour(slot.playlist_id), interrupt, layer_words(slot))

    def words(self, block: Block) -> str:
        """Everything about a block's slot, a line each."""
        if block.folded:
            one = translate("Slots", "{count} more booking here. Click for the day, or choose one wall.")
            many = translate("Slots", "{count} more bookings here. Click for the day, or choose one wall.")
            return counted(one, many, block.folded)
        slot = self.slot(block.slot_id)
        if slot is None:
            return ""
        parts = {kept.id: kept.value.name for kept in self._catalogue.dayparts}
        parts |= {kept.id: kept.value.name for kept in self._catalogue.playlists}
        holidays = {kept.id: kept.value.name for kept in self._catalogue.holidays}
        walls = ", ".join(kept.value.name for kept in self._catalogue.displays if kept.id in slot.display_ids)
        hours = hours_words(slot.hours, parts.get(slot.daypart_id or "", ""))
        lines = (
            slot.name,
            f"{repeat_words(slot.recurrence, holidays)} · {hours}",
            f"{parts.get(slot.playlist_id, slot.playlist_id)} · {walls}",
            translate("Slots", "{kind} · priority {priority}").format(kind=kind_words(slot), priority=slot.priority),
            *self.conflict_lines(slot.id, True, MOST_CONFLICTS),
        )
        return "\n".join(lines)

    def conflict_lines(self, slot_id: str, name_walls: bool, most: int) -> list[str]:
        """Where a slot is hidden by another, and why, a sentence each for the first `most`, and how many more."""
        loser = self.slot(slot_id)
        several = self.conflicts.over_days(slot_id)
        lines = []
        for display, overlaps in several[:most]:
            words = conflict_words(overlaps, self.slot(overlaps[0].winner_id), loser, ZoneInfo(display.time_zone))
            lines.append(f"{display.name} – {words}" if name_walls else words)
        if len(several) > most:
            lines.append(translate("Slots", "and {count} more").format(count=len(several) - most))
        return lines

    def slot(self, slot_id: str) -> Slot | None:
        """A slot by its id; None where it is gone."""
        kept: Kept[Slot] | None = self._catalogue.find(Topic.SLOT, slot_id)
        return kept.value if kept is not None else None


def layer_words(slot: Slot) -> str:
    """As ``▲80`` for a booking above the usual ones, ``▼20`` for one below; empty for the usual priority."""
    if slot.priority == USUAL_PRIORITY:
        return ""
    return f"{'▲' if slot.priority > USUAL_PRIORITY else '▼'}{slot.priority}"


def happening_words(happening: Occurrence) -> str:
    """The hours of one occurrence."""
    if happening.length_minutes == DAY_MINUTES:
        return translate("Slots", "24 hours")
    ends = happening.ends_minute % DAY_MINUTES
    starts = time(happening.starts_minute // 60, happening.starts_minute % 60)
    return f"{clock_words(starts)}–{clock_words(time(ends // 60, ends % 60))}"
