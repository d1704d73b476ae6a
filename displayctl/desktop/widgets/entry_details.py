"""The bar under a playlist's entries: how long, how loud, how often, until when and how the chosen one is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFrame, QSpinBox, QVBoxLayout

from displayctl.api.models import MediumInfo, MediumKind
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.scene_words import motion_words
from displayctl.desktop.presenters.validity import beginning_of, end_of, first_day, last_day
from displayctl.desktop.widgets.choices import OptionalDate, indent, number_edit
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import column, field, frame
from displayctl.desktop.widgets.transition_choice import TransitionChoice
from schedules.errors import InvalidValue
from schedules.playlist import Arrangement, PlaylistEntry
from schedules.transition import Motion

STILL = (MediumKind.PICTURE, MediumKind.DOCUMENT, MediumKind.ANNOUNCEMENT, MediumKind.CARD)


class EntryDetails(QFrame):
    """Signals: `changed` with the new PlaylistEntry; `refused` a sentence."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._entry: PlaylistEntry | None = None
        self._showing = False
        self._make_inputs(today)
        self.setLayout(self._form())
        spins: tuple[QDoubleSpinBox | QSpinBox, ...] = (self.seconds, self.volume, self.share)
        for spin in spins:
            spin.valueChanged.connect(self._read)
        self.motion.activated.connect(self._read)
        for edge in (self.first, self.last, self.transition):
            edge.changed.connect(self._read)

    def _make_inputs(self, today: date) -> None:
        self.seconds = QDoubleSpinBox()
        self.seconds.setRange(0, 86400)
        self.seconds.setDecimals(1)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setSpecialValueText(self.tr("own length"))
        self.seconds.setKeyboardTracking(False)
        indent(self.seconds)
        self.volume = number_edit(0, 100, " %")
        self.share = number_edit(1, 1000)
        self.first = OptionalDate(self.tr("From"), today)
        self.last = OptionalDate(self.tr("Until"), today + timedelta(days=30))
        self.transition = TransitionChoice(self.tr("As the playlist"))
        self.motion = QComboBox()
        for motion in Motion:
            self.motion.addItem(motion_words(motion), motion)

    def _form(self) -> QVBoxLayout:
        self._share_box = frame("plain", column(field(self.tr("Share of airtime"), self.share)))
        self._motion_box = frame("plain", column(field(self.tr("The picture"), self.motion)))
        choices = Flow(
            frame("plain", column(field(self.tr("Shown for"), self.seconds))),
            frame("plain", column(field(self.tr("Volume"), self.volume))),
            self._share_box,
            frame("plain", column(field(self.tr("Comes in"), self.transition))),
            self._motion_box,
            spacing=SPACE_L,
        )
        layout = column(choices, Flow(self.first, self.last, spacing=SPACE_S), spacing=SPACE_S)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_S)
        return layout

    def show_entry(self, entry: PlaylistEntry, medium: MediumInfo | None, arrangement: Arrangement) -> None:
        """Show one entry, without telling."""
        self._showing = True
        self._entry = entry
        self.seconds.setValue(entry.duration.total_seconds() if entry.duration else 0)
        self.volume.setValue(entry.volume)
        self.volume.setEnabled(medium is not None and medium.has_sound and not medium.muted)
        self.share.setValue(entry.share)
        self._share_box.setVisible(arrangement is Arrangement.SHARES)
        self.transition.show_value(entry.transition)
        self.motion.setCurrentIndex(self.motion.findData(entry.motion))
        still = medium is not None and medium.kind in STILL
        self._motion_box.setVisible(still or entry.motion is not Motion.NONE)
        self.first.show_value(first_day(entry.valid_from))
        self.last.show_value(last_day(entry.valid_until))
        self._showing = False

    def _read(self) -> None:
        if self._showing or self._entry is None:
            return
        seconds = self.seconds.value()
        try:
            entry = replace(
                self._entry,
                duration=timedelta(milliseconds=round(max(0.5, seconds) * 1000)) if seconds else None,
                volume=self.volume.value(),
                share=self.share.value(),
                valid_from=beginning_of(self.first.value),
                valid_until=end_of(self.last.value),
                transition=self.transition.value,
                motion=Motion(self.motion.currentData()),
            )
        except InvalidValue as error:
            self.refused.emit(self._explain(error))
            return
        if entry != self._entry:
            self._entry = entry
            self.changed.emit(entry)

    def _explain(self, error: InvalidValue) -> str:
        if error.field == "entry.transition":
            return self.tr("The transition takes half of the item's time or more; make it shorter.")
        return self.tr("The last day is before the first; give a later one.")
