"""Help at the right edge of the window: what the page beside it is for, its commonest tasks, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from displayctl.desktop.care.guide_pages import guide_folder
from displayctl.desktop.care.help_texts import help_text
from displayctl.desktop.care.markdown_text import write_markdown
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.page_kinds import PAGES, page_titles
from displayctl.desktop.widgets.pieces import button, column, icon_button, label, row

WIDTH_PX = 380
PAGE, OPEN, INDEX = "page", "open", "index"


class HelpPanel(QFrame):
    """Signals: `page_asked` a page's name, `guide_asked` for the first steps, `book_asked` for the guide; `turned` when
    it was opened or put away.
    """

    page_asked = Signal(str)
    guide_asked = Signal()
    book_asked = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._here = ""
        self.showing = ""
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("", "heading")
        self._all = button("", self.show_index, "quiet", "list")
        self._close = icon_button("close", "", self.put_away)
        self._guide = button("", self.guide_asked.emit, "quiet", "target")
        self._book = button("", self.book_asked.emit, "quiet", "document")
        if guide_folder() is None:
            self._book.hide()
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        layout = column(
            row(self._title, None, self._all, self._close, spacing=SPACE_S),
            self.text,
            row(self._guide, None, self._book),
            spacing=SPACE_S,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_S, SPACE_S)
        self.setLayout(layout)
        self._say()
        self.hide()

    def show_page(self, name: str) -> None:
        """The help of the page that is on show now; it is written once somebody looks."""
        self._here = name
        if self.isVisible():
            self.turn_to(name)

    def turn_to(self, name: str) -> None:
        """The help of any page."""
        self.showing = name
        write_markdown(self.text, help_text(self._desk.language.code, name))

    def show_index(self) -> None:
        """All pages there is help about."""
        titles = page_titles()
        lines = [f"- [{titles[kind.name]}]({PAGE}:{kind.name})" for kind in PAGES]
        self.showing = INDEX
        write_markdown(self.text, "\n".join((f"# {self.tr('All pages')}", "", *lines)))

    def open(self) -> None:
        """Show the panel, and put the keyboard into it."""
        self.show()
        self.turned.emit()
        self.turn_to(self._here)
        self.raise_()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Hide the panel."""
        self.hide()
        self.turned.emit()

    def _follow(self, link: QUrl) -> None:
        name = link.path()
        if name not in {kind.name for kind in PAGES}:
            return
        if link.scheme() == OPEN:
            self.page_asked.emit(name)
        elif link.scheme() == PAGE:
            self.turn_to(name)

    def _say(self) -> None:
        self._title.setText(self.tr("Help"))
        self._all.setText(self.tr("All pages"))
        self._guide.setText(self.tr("First steps…"))
        self._book.setText(self.tr("Guide…"))
        self._close.setToolTip(self.tr("Close help (F1)"))
        self._close.setAccessibleName(self.tr("Close help (F1)"))
        self.text.setAccessibleName(self.tr("Help"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self.showing == INDEX:
                self.show_index()
            else:
                self.turn_to(self.showing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
