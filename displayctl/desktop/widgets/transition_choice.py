"""The choice of a transition: at once, growing clear, or sliding in; and how long it takes."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QWidget

from displayctl.desktop.presenters.scene_words import transition_kind_words
from displayctl.desktop.widgets.choices import indent
from displayctl.desktop.widgets.pieces import row
from schedules.transition import CUT, LONGEST_TRANSITION, Transition, TransitionKind

USUAL = timedelta(milliseconds=800)


class TransitionChoice(QWidget):
    """Signal: `changed`, when a person chooses. With `inherited` words the choice may also be none of its own."""

    changed = Signal()

    def __init__(self, inherited: str = "") -> None:
        super().__init__()
        self.kind = QComboBox()
        if inherited:
            self.kind.addItem(inherited, None)
        for kind in TransitionKind:
            self.kind.addItem(transition_kind_words(kind), kind)
        self.seconds = QDoubleSpinBox()
        self.seconds.setRange(0.1, LONGEST_TRANSITION.total_seconds())
        self.seconds.setDecimals(1)
        self.seconds.setSingleStep(0.1)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setValue(USUAL.total_seconds())
        self.seconds.setKeyboardTracking(False)
        self.seconds.setAccessibleName(self.tr("Length of the transition"))
        indent(self.seconds)
        self.setLayout(row(self.kind, self.seconds))
        self.kind.currentIndexChanged.connect(self._show_what_applies)
        self.kind.activated.connect(lambda: self.changed.emit())
        self.seconds.valueChanged.connect(lambda: self.changed.emit())
        self._show_what_applies()

    @property
    def value(self) -> Transition | None:
        """The transition; None for that of the playlist."""
        kind = self._kind()
        if kind is None:
            return None
        if kind is TransitionKind.CUT:
            return CUT
        return Transition(kind, timedelta(milliseconds=round(self.seconds.value() * 1000)))

    def show_value(self, transition: Transition | None) -> None:
        """Show one, without telling."""
        self.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(transition.kind if transition else None))
        if transition is not None and transition.duration:
            self.seconds.setValue(transition.duration.total_seconds())
        self.blockSignals(False)
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        self.seconds.setVisible(self._kind() in (TransitionKind.CROSSFADE, TransitionKind.SLIDE))

    def _kind(self) -> TransitionKind | None:
        # Qt hands a word back as a plain string, whatever it was made from.
        data = self.kind.currentData()
        return None if data is None else TransitionKind(data)
