"""What needs the one who works here: a line each, with a button that goes exactly there; or that nothing does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S
from displayctl.desktop.presenters.need import Need, Urgency
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, scrolled

MOST_LINES, ICON_PX = 24, 18


class NeedsList(QWidget):
    """Signal: `place_asked` with the Place of a line whose button was pressed."""

    place_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._needs: tuple[Need, ...] | None = None
        self._known = False
        self._heading = label(self.tr("What needs you"), "heading")
        self._count = label("", "chip")
        self._count.hide()
        self._lines: QVBoxLayout = column(spacing=SPACE_S)
        inner = QWidget()
        inner.setLayout(column(self._lines, None, spacing=0))
        self._area = scrolled(inner)
        self._area.setAccessibleName(self.tr("What needs you"))
        layout = column(row(self._heading, None, self._count), self._area, spacing=SPACE_S)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    @property
    def needs(self) -> tuple[Need, ...]:
        """What is shown."""
        return self._needs or ()

    def show_needs(self, needs: tuple[Need, ...], *, known: bool) -> None:
        """Show these, the most urgent first; `known` is whether everything was read, so that nothing means nothing."""
        if needs == self._needs and (needs or known == self._known):
            return
        held = self._held()
        self._needs, self._known = needs, known
        clear(self._lines)
        for need in needs[:MOST_LINES]:
            self._lines.addWidget(self._line(need))
        if len(needs) > MOST_LINES:
            words = self.tr("And {count} more, less urgent.").format(count=len(needs) - MOST_LINES)
            self._lines.addWidget(label(words, "soft", wrap=True))
        if not needs:
            self._lines.addWidget(self._nothing(known))
        self._count.setText(str(len(needs)))
        self._count.setVisible(bool(needs))
        self._give_back(held)

    def _line(self, need: Need) -> QFrame:
        icon, colour, role, said = self._urgency(need.urgency)
        drawing = QLabel()
        drawing.setPixmap(icons.pixmap(icon, colour, ICON_PX))
        drawing.setAccessibleName(said)
        drawing.setToolTip(said)
        sentence = label(need.sentence, "", wrap=True)
        head = row(drawing, sentence, spacing=SPACE_M)
        head.setStretch(1, 1)
        head.setAlignment(drawing, Qt.AlignmentFlag.AlignTop)
        inner = column(head, spacing=0)
        if need.action:
            inner.addLayout(row(None, self._button(need), spacing=0))
        inner.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        return frame(role, inner)

    def _button(self, need: Need) -> QPushButton:
        made = button(need.action, partial(self.place_asked.emit, need.place), "quiet")
        made.setObjectName(need.key)
        made.setAccessibleDescription(need.sentence)
        return made

    def _urgency(self, urgency: Urgency) -> tuple[str, str, str, str]:
        """Icon, colour, role in the style sheet, and a word."""
        return {
            Urgency.NOW: ("alarm", COLOURS.danger, "banner-danger", self.tr("Now")),
            Urgency.SOON: ("info", COLOURS.warning, "banner-warning", self.tr("Soon")),
            Urgency.LATER: ("info", COLOURS.text_soft, "card", self.tr("When there is time")),
        }[urgency]

    def _nothing(self, known: bool) -> QWidget:
        if not known:
            return label(self.tr("Looking around…"), "soft")
        drawing = QLabel()
        drawing.setPixmap(icons.pixmap("check", COLOURS.good, 28))
        words = label(self.tr("Nothing needs you now. The walls play, and nobody waits for you."), "", wrap=True)
        line = row(drawing, words, spacing=SPACE_M)
        line.setStretch(1, 1)
        line.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        return frame("banner-good", line)

    # The keyboard stays on the same matter

    def _held(self) -> str:
        focused = self.focusWidget()
        return focused.objectName() if isinstance(focused, QPushButton) and focused.hasFocus() else ""

    def _give_back(self, key: str) -> None:
        made = self.findChildren(QPushButton, key) if key else []
        if made:  # the last one: those before are only waiting to be deleted
            made[-1].setFocus(Qt.FocusReason.OtherFocusReason)
