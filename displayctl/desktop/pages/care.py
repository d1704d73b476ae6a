"""Care: backups, log files and versions, for whoever looks after the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from displayctl.desktop.care.backup_section import BackupSection
from displayctl.desktop.care.log_section import LogSection
from displayctl.desktop.care.versions_section import VersionsSection
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.sections import Sections, sectioned_page

BACKUPS, LOGS, VERSIONS = range(3)
Section = BackupSection | LogSection | VersionsSection


class CarePage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sections = Sections(
            (
                (lambda: self._make(BackupSection), self.tr("Backups")),
                (lambda: self._make(LogSection), self.tr("Log files")),
                (lambda: self._make(VersionsSection), self.tr("Versions")),
            )
        )
        self.setLayout(sectioned_page(self.tr("Care"), self._sections))

    @property
    def backups(self) -> BackupSection:
        return self._sections.section(BACKUPS, BackupSection)

    @property
    def logs(self) -> LogSection:
        return self._sections.section(LOGS, LogSection)

    @property
    def versions(self) -> VersionsSection:
        return self._sections.section(VERSIONS, VersionsSection)

    def _make(self, kind: Callable[[Desk], Section]) -> Section:
        made = kind(self._desk)
        made.told.connect(self.told)
        return made

    def show_section(self, number: int) -> None:
        """Bring BACKUPS, LOGS or VERSIONS forward."""
        self._sections.bring(number)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.logs.search if self._sections.number == LOGS else None

    def refresh(self) -> None:
        """Read anew what is on show."""
        number = self._sections.number
        if number == LOGS:
            self.logs.read()
        else:
            (self.backups if number == BACKUPS else self.versions).refresh()

    def keep(self) -> tuple[int, str]:
        """The section on show, and what is searched for."""
        return self._sections.number, self.logs.search.text() if self._sections.is_made(LOGS) else ""

    def restore(self, kept: tuple[int, str]) -> None:
        self.show_section(kept[0])
        if kept[1]:
            self.logs.search.setText(kept[1])
