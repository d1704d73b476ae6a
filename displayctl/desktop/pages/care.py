"""Care: backups, log files and versions, for whoever looks after the desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.desktop.care.backup_section import BackupSection
from displayctl.desktop.care.log_section import LogSection
from displayctl.desktop.care.versions_section import VersionsSection
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.sections import Sections, sectioned_page

BACKUPS, LOGS, VERSIONS = range(3)


class CarePage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.backups, self.logs, self.versions = BackupSection(desk), LogSection(desk), VersionsSection(desk)
        for section in (self.backups, self.logs, self.versions):
            section.told.connect(self.told)
        self._sections = Sections(
            (
                (self.backups, self.tr("Backups")),
                (self.logs, self.tr("Log files")),
                (self.versions, self.tr("Versions")),
            )
        )
        self.setLayout(sectioned_page(self.tr("Care"), self._sections))

    def show_section(self, number: int) -> None:
        """Bring BACKUPS, LOGS or VERSIONS forward."""
        self._sections.bring(number)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.logs.search if self._sections.number == LOGS else None

    def refresh(self) -> None:
        """Read anew what is on show."""
        (self.backups.refresh, self.logs.read, self.versions.refresh)[self._sections.number]()

    def keep(self) -> tuple[int, str]:
        """The section on show, and what is searched for."""
        return self._sections.number, self.logs.search.text()

    def restore(self, kept: tuple[int, str]) -> None:
        self.show_section(kept[0])
        self.logs.search.setText(kept[1])
