"""What a wall's player keeps: room used and free, and what is still missing."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from displayctl.api.errors import NotFound
from displayctl.api.models import Receipt
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.health_words import number_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.storage_words import stage_words, stored_of
from displayctl.desktop.widgets.pieces import column, label
from schedules.display import Display

MOST_TITLES = 12


class StorageTab(QWidget):
    """One wall's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Kept[Display] | None = None
        self._receipt: Receipt | None = None
        self._trouble = ""
        self._asked = 0
        self.stage = label("", "strong", wrap=True)
        self.missing = label("", "", wrap=True)
        self.titles = label("", "error", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("Room used for media"))
        self.share = label("", "caption")
        self.lines = label("", "soft", wrap=True)
        layout = column(
            label(self.tr("What was published"), "field"),
            self.stage,
            self.missing,
            self.titles,
            SPACE_M,
            label(self.tr("Room at the wall"), "field"),
            self.bar,
            self.share,
            self.lines,
            None,
            spacing=SPACE_S,
        )
        self.setLayout(layout)

    def show_wall(self, kept: Kept[Display]) -> None:
        """Show this wall."""
        if self._kept is None or self._kept.id != kept.id:
            self._receipt, self._trouble = None, ""
            self._kept = kept
            self.ask_again()
        self._kept = kept
        self.tell()

    def ask_again(self) -> None:
        """Ask the hub how far the wall has come."""
        if self._kept is None:
            return
        self._asked += 1
        asked, wall, group, client = self._asked, self._kept.id, self._kept.value.groups[0], self._desk.hub.client

        def work() -> Receipt | None:
            try:
                return next((each for each in client.receipts(group) if each.display_id == wall), None)
            except NotFound:  # nothing was published there yet
                return None

        def done(receipt: Receipt | None) -> None:
            if asked == self._asked:
                self._receipt, self._trouble = receipt, ""
                self.tell()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._trouble = say_problem(error)
                self.tell()

        self._desk.tasks.run(work, done, failed, owner=self)

    def tell(self) -> None:
        """Show what is known now."""
        if self._kept is None:
            return
        player = self._desk.catalogue.players.get(self._kept.id)
        stored = stored_of(player, self._receipt, self._desk.catalogue.medium_title)
        self.stage.setText(self._trouble or stage_words(self._receipt))
        self.missing.setText(stored.missing)
        self.titles.setText("\n".join(stored.missing_titles[:MOST_TITLES]))
        self.titles.setVisible(bool(stored.missing_titles))
        self.bar.setVisible(stored.share is not None)
        self.share.setVisible(stored.share is not None)
        if stored.share is not None:
            self.bar.setValue(round(stored.share * 1000))
            self.share.setText(self.tr("{share} % used").format(share=number_words(stored.share * 100)))
        self.lines.setText("\n".join(stored.lines) or self.tr("It tells of its room while it is connected."))
