"""The jump: a field over the window (Ctrl+K) that finds pages, things and commands as one types, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLineEdit, QListView, QWidget

from displayctl.desktop.home.jump_list import ROW_PX, JumpModel, JumpRows, beside_words
from displayctl.desktop.home.jump_targets import JumpTargets
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.jump_index import MOST_LETTERS, Sort, Target
from displayctl.desktop.widgets.pieces import column, label

WIDTH_PX, TOP_PX, MOST_ROWS = 620, 64, 10
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class JumpBox(QFrame):
    """Lies over `window` and goes away with Escape, or when the keyboard goes elsewhere.

    Signal: `chosen` with the Place of what was taken.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget, targets: JumpTargets) -> None:
        super().__init__(window)
        self._over, self._targets = window, targets
        self._before: QWidget | None = None
        self.setProperty("role", "panel")
        self.setObjectName("jump")
        self.field = _Field()
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setPlaceholderText(self.tr("Jump to a page, a wall, a medium, or say what to do"))
        self.field.setAccessibleName(self.tr("Jump to anything"))
        self.field.textChanged.connect(self._search)
        self.field.moved.connect(self._move)
        self.field.taken.connect(self._take)
        self.field.left.connect(self.put_away)
        self.model = JumpModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(JumpRows(self.list))
        self.list.setProperty("role", "bare")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.clicked.connect(self._take_index)
        self._words = label("", "soft")
        layout = column(self.field, self.list, self._words, spacing=SPACE_S)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self.setLayout(layout)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(36)
        shadow.setOffset(0, 8)
        self.setGraphicsEffect(shadow)
        targets.changed.connect(self._refresh)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Come forward, empty, with the keyboard."""
        self._before = self._over.focusWidget()
        self.field.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Go away, and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        held = self.field.hasFocus()
        self.hide()
        if held and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @property
    def found(self) -> tuple[Target, ...]:
        """What is offered now."""
        return self.model.targets

    def _place(self) -> None:
        window = self._over
        rows = max(1, min(MOST_ROWS, len(self.model.targets)))
        self.list.setVisible(bool(self.model.targets))
        self.list.setFixedHeight(rows * ROW_PX + 4)
        width = min(WIDTH_PX, window.width() - 2 * SPACE_M)
        self.setFixedWidth(width)
        self.adjustSize()
        if (over := self.height() + 2 * SPACE_M - window.height()) > 0:
            self.list.setFixedHeight(max(ROW_PX, self.list.height() - over))  # what has no room is scrolled to
            self.adjustSize()
        self.move((window.width() - width) // 2, max(0, min(TOP_PX, window.height() - self.height() - SPACE_M)))

    def _search(self, text: str) -> None:
        found = self._targets.index.find(text, MOST_ROWS) if text.strip() else self._first_offer()
        self.model.show_targets(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self._tell(text, found)
        self._place()

    def _first_offer(self) -> tuple[Target, ...]:
        """Before anything is typed: what can be done."""
        return self._targets.index.of_sort(Sort.COMMAND)[:MOST_ROWS]

    def _tell(self, text: str, found: tuple[Target, ...]) -> None:
        if found:
            self._words.setText(self.tr("↑ ↓ to choose, Enter to go, Esc to stay here"))
        elif text.strip():
            self._words.setText(self.tr("Nothing is called that. Try fewer letters."))
        self._tell_current()

    def _tell_current(self) -> None:
        target: Target | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole) if self.found else None
        said = f"{target.title}, {beside_words(target)}" if target is not None else self._words.text()
        self.field.setAccessibleDescription(said)

    def _refresh(self) -> None:
        if self.isVisible():
            self._search(self.field.text())

    def _move(self, rows: int) -> None:
        count = len(self.found)
        if count:
            at = self.list.currentIndex().row() + rows
            at = at % count if abs(rows) == 1 else max(0, min(count - 1, at))
            self.list.setCurrentIndex(self.model.index(at))
            self._tell_current()

    def _take(self) -> None:
        self._take_index(self.list.currentIndex())

    def _take_index(self, index: QModelIndex) -> None:
        target: Target | None = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if target is not None:
            self.put_away()
            self.chosen.emit(target.place)


class _Field(QLineEdit):
    """Signals: `moved` by how many rows, `taken`, and `left` when the keyboard goes elsewhere or stays no longer."""

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
