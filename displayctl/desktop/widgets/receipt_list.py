"""How far each wall of a group has come with what was published last, a line and a bar each."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from displayctl.api.models import Receipt, ReceiptStage
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.refusal_words import receipt_words
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.widgets.elided_label import ElidedLabel
from displayctl.desktop.widgets.pieces import clear, column, label, row

STAGES = (ReceiptStage.RECEIVED, ReceiptStage.COMPLETE, ReceiptStage.ON_AIR)


class ReceiptList(QWidget):
    """Empty until it is told of receipts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: QVBoxLayout = column(spacing=SPACE_M)
        self.setLayout(self._lines)

    def show_receipts(self, receipts: tuple[Receipt, ...]) -> None:
        """Show these; without any, that nothing was published."""
        clear(self._lines)
        if not receipts:
            self._lines.addWidget(label(self.tr("Nothing was published to this group yet."), "soft", wrap=True))
        for receipt in receipts:
            self._lines.addLayout(self._line(receipt))

    def _line(self, receipt: Receipt) -> QVBoxLayout:
        kept = self._desk.catalogue.find(Topic.DISPLAY, receipt.display_id)
        name = kept.value.name if kept is not None else receipt.display_id
        words, role = self._stage_words(receipt)
        made = column(spacing=3)
        made.addLayout(row(ElidedLabel(name, "strong"), None, label(words, role)))
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, len(STAGES))
        bar.setValue(STAGES.index(receipt.stage) + 1 if receipt.stage in STAGES else 0)
        bar.setAccessibleName(name)
        made.addWidget(bar)
        if receipt.stage is ReceiptStage.REFUSED:
            made.addWidget(label(receipt_words(receipt.detail), "error", wrap=True))
        elif receipt.missing_assets:
            missing = self.tr("Files still on their way: {count}").format(count=receipt.missing_assets)
            made.addWidget(label(missing, "caption"))
        elif receipt.at is not None:
            made.addWidget(label(ago_words(self._desk.clock.now(), receipt.at), "caption"))
        return made

    def _stage_words(self, receipt: Receipt) -> tuple[str, str]:
        if receipt.missing_assets and receipt.stage in (ReceiptStage.COMPLETE, ReceiptStage.ON_AIR):
            return self.tr("On air, incomplete"), "chip-warning"
        return {
            ReceiptStage.WAITING: (self.tr("Waiting"), "chip"),
            ReceiptStage.RECEIVED: (self.tr("Received"), "chip-warning"),
            ReceiptStage.COMPLETE: (self.tr("Complete"), "chip-warning"),
            ReceiptStage.ON_AIR: (self.tr("On air"), "chip-good"),
            ReceiptStage.REFUSED: (self.tr("Refused"), "chip-danger"),
        }[receipt.stage]
