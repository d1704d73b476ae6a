"""What needs the one who works here: a line each, with a button that goes exactly there; or that nothing does."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S
from displayctl.desktop.presenters.need import Need, Urgency
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, scrolled

MOST_LINES, AT_ONCE, ICON_PX = 24, 4, 18


class NeedsList(QWidget):
    """Signal: `place_asked` with the Place of a line whose button was pressed."""

    place_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._needs: tuple[Need, ...] | None = None
        self._made: dict[Need, QWidget] = {}
        self._waiting: list[Need] = []
        self._held = ""
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._make_some)
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
        self._held = self._focused() or self._held
        self._needs, self._known = needs, known
        shown = tuple(dict.fromkeys(needs[:MOST_LINES]))
        self._drop_others(shown)
        self._waiting = list(shown)
        self._count.setText(str(len(needs)))
        self._count.setVisible(bool(needs))
        if not needs:
            self._lines.addWidget(self._nothing(known))
        self._make_some()

    def _drop_others(self, needs: tuple[Need, ...]) -> None:
        """Take everything out of the list, and keep the lines of these."""
        for line in self._made.values():
            self._lines.removeWidget(line)
        clear(self._lines)
        for need in self._made.keys() - set(needs):
            gone = self._made.pop(need)
            gone.hide()
            gone.deleteLater()

    def _make_some(self) -> None:
        """Put the next lines below the others: as many as are seen at once, and the rest in the turns after it."""
        made = 0
        while self._waiting and made < AT_ONCE:
            need = self._waiting.pop(0)
            if need not in self._made:
                self._made[need] = self._line(need)
                made += 1
            self._lines.addWidget(self._made[need])
        if self._waiting:
            self._more.start()
            return
        self._more.stop()
        if len(self.needs) > MOST_LINES:
            words = self.tr("And {count} more, less urgent.").format(count=len(self.needs) - MOST_LINES)
            self._lines.addWidget(label(words, "soft", wrap=True))
        for former, later in pairwise(self._buttons()):
            self.setTabOrder(former, later)
        self._give_back()

    def _buttons(self) -> list[QPushButton]:
        """The buttons of the lines from the top."""
        lines = (self._made[need] for need in dict.fromkeys(self.needs) if need in self._made)
        return [found for line in lines for found in line.findChildren(QPushButton)]

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

    def _focused(self) -> str:
        focused = self.focusWidget()
        return focused.objectName() if isinstance(focused, QPushButton) and focused.hasFocus() else ""

    def _give_back(self) -> None:
        key, self._held = self._held, ""
        for made in self._buttons():
            if key and made.objectName() == key:
                made.setFocus(Qt.FocusReason.OtherFocusReason)
