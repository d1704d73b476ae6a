"""The window of the settings: their pages at the left, the chosen one at the right; what is changed counts at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.settings.kinds import SETTINGS, settings_titles
from displayctl.desktop.widgets.pieces import button, column, row, scrolled
from displayctl.desktop.widgets.remark import Remark
from displayctl.errors import PreferencesNotKept

LIST_PX, WIDTH_PX, HEIGHT_PX = 210, 900, 560


class SettingsWindow(QDialog):
    """Built anew when the language or the look changes, with the same page on show."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, page: str = "") -> None:
        super().__init__(parent)
        self._desk, self._trouble = desk, ""
        self.setProperty("role", "settings")
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._contents = QWidget()
        self._build()
        self.show_page(page)
        self._rebuild_soon = QTimer(self)
        self._rebuild_soon.setSingleShot(True)
        self._rebuild_soon.timeout.connect(self._rebuild)
        desk.appearance.changed.connect(self._rebuild_soon.start)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.list, self.stack = QListWidget(), QStackedWidget()
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setFixedWidth(LIST_PX)
        titles = settings_titles()
        self._pages = {kind.name: kind.make(self._desk) for kind in SETTINGS}
        for kind in SETTINGS:
            QListWidgetItem(icons.icon(kind.icon, COLOURS.text_soft), titles[kind.name], self.list)
            self.stack.addWidget(scrolled(self._pages[kind.name]))
            self._pages[kind.name].kept.connect(self._store)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        close = button(self.tr("Close"), self.accept)
        close.setAutoDefault(False)
        self._error = Remark()
        foot = row(self._error, None, close, spacing=SPACE_M)
        foot.setStretch(0, 8)  # as wide as it may be; without one the button stays at its edge
        whole = column(row(self.list, self.stack, spacing=SPACE_L), foot, spacing=SPACE_M)
        whole.setStretch(0, 1)
        whole.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self._contents = QWidget()
        self._contents.setLayout(whole)
        self._error.setText(self._trouble)
        self._outer.addWidget(self._contents)

    @property
    def error(self) -> str:
        """Why the settings are not kept; empty while they are."""
        return self._trouble

    def _store(self) -> None:
        try:
            self._desk.preferences.store()
            self._trouble = ""
        except PreferencesNotKept as error:
            self._trouble = say_problem(error)
        self._error.setText(self._trouble)

    @property
    def page_name(self) -> str:
        """The page on show."""
        return SETTINGS[max(0, self.list.currentRow())].name

    def show_page(self, name: str) -> None:
        """Bring a page forward; an unknown name brings the first."""
        names = [kind.name for kind in SETTINGS]
        self.list.setCurrentRow(names.index(name) if name in names else 0)

    def page_named(self, name: str) -> QWidget:
        """One of the pages of `SETTINGS`."""
        return self._pages[name]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild_soon.start()

    def _rebuild(self) -> None:
        """The keyboard stays where it was, which is what was just changed."""
        name, old, at = self.page_name, self._contents, self.focusWidget()
        focused = at.objectName() if at is not None else ""
        self._outer.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._build()
        self.show_page(name)
        again = self._contents.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus()
