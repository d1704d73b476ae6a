"""The pages at the left of the window, in groups, each with what waits on it; it scrolls where the screen is low."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_XS
from displayctl.desktop.page_kinds import PAGES, PageKind, page_titles
from displayctl.desktop.widgets.pieces import column, set_role

BUTTON_PX, ICON_BUTTON_PX, LEAST_HEIGHT_PX, HEIGHT_PX, BADGE_PX, DOT_PX = 194, 46, 27, 36, 20, 10
LEAST_WIDTH_PX = 30
"""What a page's button keeps beside a scroll bar."""
GROUP_SPACE_PX, PAGE_SPACE_PX = 3, 1


BESIDE_PAGES = ("search", "chevron-left", "chevron-right", "people", "settings", "globe", "megaphone")
"""What the other buttons of the sidebar show."""


def draw_icons() -> Iterator[None]:
    """Draw what the buttons show before they are made: that is a fifth of what the window takes to make.

    One icon a step, for whoever lets others have their turns in between; before them as long a step for what the list
    of pages is the first to ask for: a widget that Qt made itself, for which the classes of all widgets are made.
    """
    yield
    QScrollArea().viewport()
    for icon in (*BESIDE_PAGES, *(kind.icon for kind in PAGES)):
        yield
        _drawn(icon)


def _drawn(icon: str) -> QIcon:
    return icons.icon(icon, COLOURS.sidebar_text, COLOURS.sidebar_strong)


class SidebarButton(QToolButton):
    """An icon and words on the sidebar's ground; lower where there is little room, never so low that words are cut."""

    def __init__(self, icon: str, words: str, width_px: int = BUTTON_PX) -> None:
        super().__init__()
        self._width_px = width_px
        self._words, self._folded = words, False
        self.show_icon(icon)
        self.setIconSize(QSize(20, 20))
        self.set_words(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_icon(self, icon: str) -> None:
        """Another icon than before."""
        self.setIcon(_drawn(icon))

    def set_words(self, words: str, width_px: int = 0) -> None:
        """Say `words`, in another width if one is given; without any the icon stands alone."""
        self._width_px = width_px or self._width_px
        self._words = words
        self._arrange()

    def fold(self, folded: bool) -> None:
        """The icon alone, as wide as all of them are in a strip of icons, or as it was."""
        self._folded = folded
        self._arrange()

    def _arrange(self) -> None:
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        worded = bool(self._words) and not self._folded
        self.setText(f" {self._words}" if worded else "")
        self.setToolButtonStyle(beside if worded else alone)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(ICON_BUTTON_PX if self._folded else self._width_px, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), LEAST_HEIGHT_PX)


class PageButton(SidebarButton):
    """A page's button, with a number on it where something waits there."""

    def __init__(self, kind: PageKind, title: str) -> None:
        super().__init__(kind.icon, title)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._tip = f"{title} ({kind.key})" if kind.key else title
        self.setToolTip(self._tip)
        self.setAccessibleName(title)
        self._title, self._count = title, 0
        self._badge = QLabel(self)
        self._badge.setObjectName("badge")
        self._badge.hide()

    def tell(self, count: int, words: str) -> None:
        """Show `count`; zero shows nothing. `words` say what it counts."""
        self._count = count
        self._badge.setToolTip(words)
        self._badge.setVisible(count > 0)
        self.setToolTip(f"{self._tip}\n{words}" if count else self._tip)
        self.setAccessibleName(f"{self._title}. {words}" if count else self._title)
        self._place_badge()

    def fold(self, folded: bool) -> None:
        super().fold(folded)
        set_role(self._badge, "dot" if folded else "")
        self._place_badge()

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)

    def resizeEvent(self, event: object) -> None:
        self._place_badge()

    def _place_badge(self) -> None:
        """On an icon alone a dot says that something waits: a number would hide the icon."""
        self._badge.setText("" if self._folded else str(self._count))
        if self._folded:
            self._badge.setGeometry(self.width() - DOT_PX - SPACE_XS, 1, DOT_PX, DOT_PX)
            return
        self._badge.resize(self._badge.sizeHint().width(), BADGE_PX)
        self._badge.move(self.width() - self._badge.width() - SPACE_M, (self.height() - BADGE_PX) // 2)


class Navigation(QScrollArea):
    """All of `PAGES`. Signal: `page_asked` with a page's name."""

    page_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.buttons: dict[str, PageButton] = {}
        self._width_px = BUTTON_PX
        self._group = QButtonGroup(self)
        pages = QWidget()
        pages.setObjectName("pages")
        self._lines = self._pages()
        pages.setLayout(self._lines)
        self.setWidget(pages)

    def _pages(self) -> QVBoxLayout:
        layout = column(spacing=PAGE_SPACE_PX)
        titles = page_titles()
        former: PageKind | None = None
        for number, kind in enumerate(PAGES):
            if former is not None and former.group != kind.group:
                layout.addSpacing(GROUP_SPACE_PX)
                line = QFrame()
                line.setObjectName("group")
                layout.addWidget(line)
                layout.addSpacing(GROUP_SPACE_PX)
            former = kind
            layout.addWidget(self._button(kind, number, titles[kind.name]))
        layout.addStretch(1)
        return layout

    def _button(self, kind: PageKind, number: int, title: str) -> PageButton:
        made = self.buttons[kind.name] = PageButton(kind, title)
        self._group.addButton(made, number)
        made.clicked.connect(lambda: self.page_asked.emit(kind.name))
        return made

    def show_page(self, number: int) -> None:
        """Mark the page on show."""
        button = self._group.button(number)
        button.setChecked(True)
        self.ensureWidgetVisible(button, 0, HEIGHT_PX)

    def tell(self, page: str, count: int, words: str) -> None:
        """Say how many things wait on a page; one that does not exist is passed over."""
        if page in self.buttons:
            self.buttons[page].tell(count, words)

    def fold(self, folded: bool) -> None:
        """Icons alone, or icons with the pages' names."""
        self._width_px = ICON_BUTTON_PX if folded else BUTTON_PX
        side = Qt.AlignmentFlag.AlignLeft if folded else Qt.AlignmentFlag(0)
        for made in self.buttons.values():
            made.fold(folded)
            self._lines.setAlignment(made, side)  # icons stand below those above, whether there is a bar or not
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_px, 4 * LEAST_HEIGHT_PX)
