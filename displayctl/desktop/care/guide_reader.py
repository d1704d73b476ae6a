"""The guide in a window beside the work: its pages at the left, the one that is read at the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from displayctl.desktop.care.guide_pages import FIRST, ORDER, anchor_of, guide_text, picture_file, title_of
from displayctl.desktop.care.markdown_text import write_markdown
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, column, frame, row

LIST_PX, SETTLE_MS, ROOM_PX = 230, 120, 2 * SPACE_M


class GuideReader(QDialog):
    """Shows the guide of `folder`, beginning with its first page."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Guide"))
        self.resize(1040, 700)
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        for page in ORDER:
            text = guide_text(folder, page)
            if text:
                item = QListWidgetItem(title_of(text))
                item.setData(Qt.ItemDataRole.UserRole, page)
                self.list.addItem(item)
        self.text = GuideText(folder)
        self.text.setAccessibleName(self.tr("Guide"))
        left = frame("panel", column(self.list, margins=SPACE_S))
        left.setFixedWidth(LIST_PX)
        body = row(left, self.text, spacing=SPACE_M)
        body.setStretch(1, 1)
        close = button(self.tr("Close"), self.reject)
        close.setAutoDefault(False)
        layout = column(body, row(None, close), spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self.list.currentItemChanged.connect(lambda item, _: self.text.read(item.data(Qt.ItemDataRole.UserRole)))
        self.text.anchorClicked.connect(self._follow)
        self.turn_to(FIRST)

    def turn_to(self, page: str, heading: str = "") -> None:
        """Show a page, from its beginning or a heading as links name it; one that is not there is passed over."""
        places = (self.list.item(at) for at in range(self.list.count()))
        item = next((each for each in places if each.data(Qt.ItemDataRole.UserRole) == page), None)
        if item is not None:
            self.list.setCurrentItem(item)
            self.text.go_to(heading)

    def _follow(self, link: QUrl) -> None:
        """Links of the guide name its own pages; others lead nowhere."""
        if not link.scheme() and not link.host():
            self.turn_to(link.path().removesuffix(".md") or self.text.page, link.fragment())


class GuideText(QTextBrowser):
    """A page of the guide, with pictures no wider than there is room."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.page = ""
        self.setOpenLinks(False)
        # Tab goes on to the next control, not through dozens of links: the list beside the text leads to every page.
        self.setTextInteractionFlags(self.textInteractionFlags() & ~Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.document().setDocumentMargin(SPACE_S)
        # Else pictures that fit would make it go, which made them larger, and so on.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(SETTLE_MS)
        self._fit_soon.timeout.connect(self._fit)

    def read(self, page: str) -> None:
        """Show `page` from its beginning."""
        self.page = page
        write_markdown(self, guide_text(self._folder, page))

    def go_to(self, heading: str) -> None:
        """Bring a heading to the upper edge; an empty one is the beginning."""
        block = self.document().begin()
        while block.isValid():
            if heading and block.blockFormat().headingLevel() and anchor_of(block.text()) == heading:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return
            block = block.next()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures of the guide alone."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        file = picture_file(self._folder, name.path() if isinstance(name, QUrl) else name)
        picture = QImage(str(file)) if file is not None else QImage()
        room = max(1, self.viewport().width() - ROOM_PX)
        if picture.width() > room:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_soon.start()

    def _fit(self) -> None:
        """Pictures in their new width, at the same place of the page."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self.document().clear()
        self.read(self.page)
        bar.setValue(round(share * bar.maximum()))
