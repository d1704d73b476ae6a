"""What a person is told when something broke: plain words, where the report lies, and that it was not sent anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from displayctl.desktop.care.crash_files import CrashReport
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.restart import ask_restart
from displayctl.desktop.widgets.pieces import button, column, label, row, rule


class CrashWindow(QDialog):
    """About one report; it waits over no other window, so that work can be saved first."""

    def __init__(self, report: CrashReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 520)
        words = self.tr(
            "A part of this window did something unexpected. The hub and the walls are not affected and go on. What "
            "you typed last may not be saved; look, and restart the window when it suits you."
        )
        sent = self.tr(
            "Nothing was sent anywhere. A report lies on this computer; give it to whoever looks after displayctl. "
            "Passwords and keys are not in it."
        )
        self.details = QPlainTextEdit(report.text)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("The report"))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        restart = button(self.tr("Restart"), self._restart, "primary", "refresh")
        close = button(self.tr("Go on"), self.close)
        close.setDefault(True)
        foot = row(
            button(self.tr("Open folder"), self.open_folder),
            button(self.tr("Copy"), self.copy, icon="copy"),
            None,
            close,
            restart,
            spacing=SPACE_S,
        )
        layout = column(
            label(self.tr("Something went wrong"), "heading"),
            label(words, "", wrap=True),
            label(sent, "", wrap=True),
            label(str(report.path), "soft", wrap=True, selectable=True),
            self.details,
            rule(),
            foot,
            spacing=SPACE_M,
        )
        layout.setStretch(4, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    def copy(self) -> None:
        """The whole report to the clipboard."""
        QGuiApplication.clipboard().setText(self.report.text)

    def open_folder(self) -> None:
        """Show where the report lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.report.path.parent)))

    def _restart(self) -> None:
        self.close()
        ask_restart()
