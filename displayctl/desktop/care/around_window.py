"""What care puts around the window: help by F1 and by a button, and a word where versions differ."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from displayctl.desktop.care.guide_pages import guide_folder
from displayctl.desktop.care.help_panel import WIDTH_PX, HelpPanel
from displayctl.desktop.care.versions import Versions
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.widgets.pieces import button

if TYPE_CHECKING:
    from displayctl.desk.window_wall import WindowWall
    from displayctl.desktop.care.guide_reader import GuideReader
    from displayctl.desktop.care.guide_window import GuideWindow

SHARE_PERCENT = 40
"""Of a narrow window, for help."""


class CareAround(QObject):
    """Lives as long as its window. Signal: `first_start_asked`."""

    first_start_asked = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.panel = HelpPanel(desk, window)
        self.panel.page_asked.connect(window.show_page)
        self.panel.guide_asked.connect(self.open_guide)
        self.panel.book_asked.connect(self.open_book)
        self.panel.turned.connect(self._place)
        self.guide: GuideWindow | None = None
        self.book: GuideReader | None = None
        self.help_button = button("", self.toggle_help, "quiet", "help")
        self.help_button.setObjectName("help")
        self.versions_button = button("", self.open_versions, "quiet", "info")
        for low in (self.help_button, self.versions_button):  # no higher than the words beside them
            low.setStyleSheet("padding: 1px 8px; min-height: 0px;")
        self.versions_button.hide()
        self._versions = Versions(desk, self)
        self._versions.changed.connect(self._tell_versions)
        window.page_shown.connect(self._page_shown)
        window.jump.guide_asked.connect(self.open_guide)
        window.installEventFilter(self)
        QShortcut(QKeySequence("F1"), window).activated.connect(self.toggle_help)

    @cached_property
    def wall(self) -> WindowWall:
        """The wall in a window of this computer; it ends with the program."""
        from displayctl.desk.window_wall import WindowWall

        wall, application = WindowWall(self._desk.installation), QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(wall.end)
        return wall

    def begin(self) -> None:
        """Put everything there."""
        bar = self._window.statusBar()
        bar.addPermanentWidget(self.versions_button)
        bar.addPermanentWidget(self.help_button)
        self._page_shown(self._window.page_name)

    def toggle_help(self) -> None:
        """Open the help of the page on show, or put it away."""
        if self.panel.isVisible():
            self.panel.put_away()
            self._window.page.setFocus()
        else:
            self.panel.open()

    def open_versions(self) -> None:
        """The page that tells which version runs where."""
        from displayctl.desktop.pages.care import VERSIONS, CarePage

        self._window.show_page("care")
        page = self._window.page
        if isinstance(page, CarePage):
            page.show_section(VERSIONS)

    def open_guide(self) -> None:
        """The first steps; one window at a time, beside which the work goes on."""
        from displayctl.desktop.care.guide_window import GuideWindow

        if self.guide is None:
            self.guide = GuideWindow(self._desk, self.wall, self._window)
            self.guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.guide.page_asked.connect(self._window.show_page)
            self.guide.first_start_asked.connect(self.first_start_asked)
            self.guide.destroyed.connect(self._guide_gone)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def _guide_gone(self) -> None:
        self.guide = None

    def open_book(self) -> None:
        """The guide for operators, where it came along; one window at a time."""
        from displayctl.desktop.care.guide_reader import GuideReader

        folder = guide_folder()
        if folder is None:
            return
        if self.book is None:
            self.book = GuideReader(folder, self._window)
            self.book.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.book.destroyed.connect(self._book_gone)
        self.book.show()
        self.book.raise_()
        self.book.activateWindow()

    def _book_gone(self) -> None:
        self.book = None

    def founded(self) -> None:
        """Somebody has just founded the installation: the next steps follow."""
        self.open_guide()
        if self.guide is not None:
            self.guide.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and self._puts_help_away(event):
            self.toggle_help()
            return True
        return False

    def _puts_help_away(self, event: QEvent) -> bool:
        """Whether it is Esc, for which nothing in the window had a use."""
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.panel.isVisible()

    def _page_shown(self, name: str) -> None:
        self.help_button.setText(self.tr("Help (F1)"))
        self.help_button.setIcon(icons.icon("help", COLOURS.accent))
        self.versions_button.setIcon(icons.icon("info", COLOURS.warning))
        self.panel.show_page(name)
        self._place()
        self._tell_versions()

    def _tell_versions(self) -> None:
        notice = self._versions.notice()
        self.versions_button.setText(self.tr("Versions differ"))
        self.versions_button.setToolTip("\n".join(notice))
        self.versions_button.setVisible(bool(notice))

    def _place(self) -> None:
        """Put the panel at the right edge, and let the page have the rest of the window."""
        width = self._width() if self.panel.isVisible() else 0
        if beside := self._window.centralWidget():
            beside.setContentsMargins(0, 0, width, 0)
        if width:
            height = self._window.height() - self._window.statusBar().height()
            self.panel.setGeometry(QRect(self._window.width() - width, 0, width, height))
            self.panel.raise_()

    def _width(self) -> int:
        return max(self.panel.minimumSizeHint().width(), min(WIDTH_PX, self._window.width() * SHARE_PERCENT // 100))
