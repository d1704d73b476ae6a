"""Taking a message back: what stands there instead is written already, and one held button does it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from content.studio.emergency.message import Message
from content.studio.emergency.template import Template
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.message_pictures import drawing_of
from displayctl.desktop.emergencies.page_preview import PagePreview
from displayctl.desktop.emergencies.purpose import Purpose
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.emergency_words import text_words
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.widgets.hold_button import HoldButton
from displayctl.desktop.widgets.pieces import column, label
from schedules.alert import Alert, AlertLevel
from schedules.display import Display

ALMOST_ALL = 50
"""Of the height, where there is a picture."""


class Way(StrEnum):
    """How a message is taken back: it was wrong, it is over, or it just goes."""

    CORRECT = "correct"
    END = "end"
    CLEAR = "clear"


class WayBack(QWidget):
    """Signal: `asked` with a Way, once the button was held. The first way, RALAT, is the one without any choosing."""

    asked = Signal(object)

    def __init__(self, desk: Desk, purpose: Purpose) -> None:
        super().__init__()
        self._purpose = purpose
        self._template: Template | None = None
        self._level, self._count = AlertLevel.AWAS, 0
        self._values: Mapping[str, str] = {}
        self._ways = QButtonGroup(self)
        titles = {
            Way.CORRECT: self.tr("RALAT: it was wrong; stands for ten minutes"),
            Way.END: self.tr("Over: no more danger; stands for ten minutes"),
            Way.CLEAR: self.tr("Take it away without a word"),
        }
        for number, way in enumerate(Way):
            made = QRadioButton(titles[way])
            self._ways.addButton(made, number)
        self._ways.button(0).setChecked(True)
        self._ways.idToggled.connect(lambda _, on: self._tell() if on else None)
        self.words = label("", "strong", wrap=True)
        self.preview = PagePreview(desk.tasks)
        self.hold_button = HoldButton("", strong=purpose.strong, dark=purpose.dark, height_px=60)
        self.hold_button.held.connect(lambda: self.asked.emit(self.way))
        layout = column(*self._ways.buttons(), self.words, self.preview, self.hold_button, None, spacing=SPACE_S)
        layout.setStretchFactor(self.preview, ALMOST_ALL)
        self.setLayout(layout)

    @property
    def way(self) -> Way:
        """The chosen one."""
        return tuple(Way)[self._ways.checkedId()]

    def choose(self, way: Way) -> None:
        """As if a person had chosen it."""
        self._ways.button(tuple(Way).index(way)).setChecked(True)

    def show_alert(
        self, alert: Alert, template: Template, values: Mapping[str, str], walls: tuple[Display, ...]
    ) -> None:
        """Offer the ways back of `alert`, made from `template` with `values`, on these walls."""
        self._template, self._level, self._values, self._count = template, alert.level, values, len(walls)
        self.preview.show_walls(walls)
        self._tell()

    def set_busy(self, busy: bool) -> None:
        """While something is on its way nothing else is asked."""
        self.hold_button.setEnabled(not busy)

    def _message(self) -> Message | None:
        if self._template is None or self.way is Way.CLEAR:
            return None
        if self.way is Way.CORRECT:
            return self._template.corrected(self._level, self._values)
        return self._template.over(self._level, self._values)

    def _tell(self) -> None:
        message = self._message()
        self.words.setText("" if message is None else f"“{text_words(message.words[0])}”")
        self.words.setVisible(message is not None)
        self.preview.setVisible(message is not None)
        drill = self._purpose.drill
        programme = self.tr("the programme goes on")
        self.preview.show_drawing(None if message is None else drawing_of(message, drill=drill, programme=programme))
        words = {
            Way.CORRECT: (
                self.tr("Hold 3 seconds: RALAT on {count} wall"),
                self.tr("Hold 3 seconds: RALAT on {count} walls"),
            ),
            Way.END: (self.tr("Hold 3 seconds: end on {count} wall"), self.tr("Hold 3 seconds: end on {count} walls")),
            Way.CLEAR: (
                self.tr("Hold 3 seconds: take away from {count} wall"),
                self.tr("Hold 3 seconds: take away from {count} walls"),
            ),
        }
        self.hold_button.set_text(counted(*words[self.way], self._count))
