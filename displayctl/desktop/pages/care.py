"""Care: backups, log files and versions, for whoever looks after the desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QWidget

from displayctl.desktop.care.backup_section import BackupSection
from displayctl.desktop.care.log_section import LogSection
from displayctl.desktop.care.versions_section import VersionsSection
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.widgets.pieces import button, column, frame, label, reserve_bold, row

BACKUPS, LOGS, VERSIONS = range(3)


class CarePage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.backups, self.logs, self.versions = BackupSection(desk), LogSection(desk), VersionsSection(desk)
        self._choice = QButtonGroup(self)
        self._places = QStackedWidget()
        sections: tuple[tuple[BackupSection | LogSection | VersionsSection, str], ...] = (
            (self.backups, self.tr("Backups")),
            (self.logs, self.tr("Log files")),
            (self.versions, self.tr("Versions")),
        )
        for number, (section, words) in enumerate(sections):
            made = button(words, self._choose, "segment")
            made.setCheckable(True)
            reserve_bold(made, words)
            self._choice.addButton(made, number)
            section.told.connect(self.told)
            self._places.addWidget(section)
        self._choice.button(BACKUPS).setChecked(True)
        segments = frame("segments", row(*self._choice.buttons(), spacing=2, margins=3))
        head = row(label(self.tr("Care"), "title"), SPACE_M, segments, None)
        layout = column(head, self._places, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def show_section(self, number: int) -> None:
        """Bring BACKUPS, LOGS or VERSIONS forward."""
        self._choice.button(number).setChecked(True)
        self._choose()

    def _choose(self) -> None:
        self._places.setCurrentIndex(self._choice.checkedId())

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.logs.search if self._choice.checkedId() == LOGS else None

    def refresh(self) -> None:
        """Read anew what is on show."""
        (self.backups.refresh, self.logs.read, self.versions.refresh)[self._choice.checkedId()]()

    def keep(self) -> tuple[int, str]:
        """The section on show, and what is searched for."""
        return self._choice.checkedId(), self.logs.search.text()

    def restore(self, kept: tuple[int, str]) -> None:
        self.show_section(kept[0])
        self.logs.search.setText(kept[1])
