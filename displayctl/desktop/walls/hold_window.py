"""Asks before walls go dark or show the safe card: for how long, why, and with a button that has to be held."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from displayctl.api.walls import HoldKind, HoldWish
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.deed_words import WallDeed, deed_sentence
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.widgets.hold_button import HoldButton
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule

HOLD_MS = 1200
LONGEST_REASON = 300
MOST_NAMED = 4
MINUTES = (15, 60, 240, 720, 1440, 10080)


class HoldWindow(QDialog):
    """Signal: `wished` with a HoldWish, before it closes."""

    wished = Signal(object)

    def __init__(self, kind: HoldKind, walls: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        dark = kind is HoldKind.BLACKOUT
        self.setWindowTitle(self.tr("Blackout") if dark else self.tr("Safe card"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self.minutes = QComboBox()
        for minutes, words in zip(MINUTES, self._lengths(), strict=True):
            self.minutes.addItem(words, minutes)
        self.minutes.setCurrentIndex(1)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setPlaceholderText(self.tr("As: wrong picture, work at the wall, order of the police"))
        self.go_button = HoldButton(self.tr("Hold: blackout") if dark else self.tr("Hold: safe card"), HOLD_MS)
        self.go_button.held.connect(self._go)
        self._build(walls)

    def _build(self, walls: tuple[str, ...]) -> None:
        more = [f"+{len(walls) - MOST_NAMED}"] if len(walls) > MOST_NAMED else []
        what = deed_sentence(WallDeed.BLACKOUT if self._kind is HoldKind.BLACKOUT else WallDeed.SAFE_CARD)
        alerts = self.tr("Emergency messages of the level Awas are shown all the same.")
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        layout = column(
            label(listed([*walls[:MOST_NAMED], *more]), "heading", wrap=True),
            label(f"{what} {alerts}", "", wrap=True),
            field(self.tr("For how long"), self.minutes),
            field(self.tr("Why (it stands in the audit trail)"), self.reason),
            None,
            rule(),
            self.go_button,
            row(None, cancel, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    def _lengths(self) -> tuple[str, ...]:
        return (
            self.tr("15 minutes"),
            self.tr("1 hour"),
            self.tr("4 hours"),
            self.tr("12 hours"),
            self.tr("1 day"),
            self.tr("1 week"),
        )

    @property
    def wish(self) -> HoldWish:
        """What is wished for."""
        return HoldWish(kind=self._kind, minutes=self.minutes.currentData(), reason=self.reason.text().strip())

    def _go(self) -> None:
        self.wished.emit(self.wish)
        self.accept()
