"""What stands at the left of the window: the pages with what waits on them, who is signed in, and the red button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QMenu, QPushButton, QToolButton, QWidget

from displayctl.api.accounts import Role
from displayctl.api.approvals import SubmissionState
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.page_kinds import PAGES, PageKind, page_key, page_titles
from displayctl.desktop.widgets.pieces import column, label, row

WIDTH_PX, BUTTON_PX, DRILL_PX, NAVIGATION_SPACE = 218, 194, 46, 1
BADGED = ("approvals", "warnings")


class Sidebar(QFrame):
    """Signals: `page_asked` a page's name, `language_asked` a code, `emergency_asked`, `drill_asked`."""

    page_asked = Signal(str)
    language_asked = Signal(str)
    emergency_asked = Signal()
    drill_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cabinet = cabinet_at(desk.installation.keys_folder)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH_PX)
        self._group = QButtonGroup(self)
        self._badges: dict[str, QLabel] = {}
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.myself.changed.connect(self._rights_changed)
        self._rights_changed()

    def _build(self) -> None:
        product = label("displayctl")
        product.setObjectName("product")
        titles = page_titles()
        pages = [self._page_button(kind, number, titles[kind.name]) for number, kind in enumerate(PAGES)]
        self.emergency_button = QPushButton(self.tr("EMERGENCY"))
        self.emergency_button.setObjectName("emergency")
        self.emergency_button.setIcon(icons.icon("alarm", "#ffffff"))
        self.emergency_button.setIconSize(QSize(22, 22))
        self.emergency_button.clicked.connect(lambda: self.emergency_asked.emit())
        self.drill_button = self._tool("megaphone", "")
        self.drill_button.setAccessibleName(self.tr("Emergency drill"))
        self.drill_button.setFixedWidth(DRILL_PX)
        self.drill_button.clicked.connect(lambda: self.drill_asked.emit())
        self._person = self._tool("people", "")
        self._person.clicked.connect(lambda: self.page_asked.emit("accounts"))
        items: list[QWidget | int | None] = [product, SPACE_S, *pages, None, self._person]
        last = row(self._language_button(), self.drill_button, spacing=0)
        layout = column(*items, last, SPACE_S, self.emergency_button, spacing=NAVIGATION_SPACE)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_L)
        self.setLayout(layout)

    def _tool(self, icon: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setText(f" {words}")
        made.setIcon(icons.icon(icon, COLOURS.sidebar_text, "#ffffff"))
        made.setIconSize(QSize(20, 20))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setFixedWidth(BUTTON_PX)
        return made

    def _page_button(self, kind: PageKind, number: int, title: str) -> QToolButton:
        made = self._tool(kind.icon, title)
        made.setCheckable(True)
        key = page_key(number)
        made.setToolTip(f"{title} ({key})" if key else title)
        self._group.addButton(made, number)
        made.clicked.connect(lambda: self.page_asked.emit(kind.name))
        if kind.name in BADGED:
            badge = self._badges[kind.name] = QLabel(made)
            badge.setObjectName("badge")
            badge.hide()
        return made

    def _language_button(self) -> QToolButton:
        made = self._tool("globe", "Indonesia" if self._desk.language.code == "id" else "English")
        made.setFixedWidth(BUTTON_PX - DRILL_PX)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setAccessibleName(self.tr("Language"))
        made.setToolTip(self.tr("Language"))
        menu = QMenu(made)
        choices = QActionGroup(menu)
        for code, name in (("id", "Bahasa Indonesia"), ("en", "English")):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(self._desk.language.code == code)
            choices.addAction(action)
            action.triggered.connect(partial(self._language_chosen, code))
        made.setMenu(menu)
        return made

    def _language_chosen(self, code: str, checked: bool = True) -> None:
        self.language_asked.emit(code)

    def show_page(self, number: int) -> None:
        """Mark the page on show."""
        self._group.button(number).setChecked(True)

    # What waits, and who is there

    @property
    def waiting(self) -> int:
        """Drafts that wait for a signature which somebody with a key at this desk could still give."""
        names = {person.name for person in self._cabinet.operators()}
        return sum(
            each.state is SubmissionState.OPEN
            and bool(names - set(each.signed_by))
            and self._desk.myself.may(Role.APPROVER, group=each.group)
            for each in self._desk.catalogue.submissions
        )

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.SUBMISSION, Topic.WARNING):
            self._count()

    def _count(self) -> None:
        self._tell_badge("approvals", self.waiting, self.tr("Drafts that wait for a signature: {count}"))
        due = sum(each.waits or each.correction_due for each in self._desk.catalogue.warnings)
        self._tell_badge("warnings", due, self.tr("Warnings that wait for a decision: {count}"))

    def _tell_badge(self, page: str, count: int, words: str) -> None:
        badge = self._badges[page]
        badge.setText(str(count))
        badge.setToolTip(words.format(count=count))
        badge.adjustSize()
        badge.move(BUTTON_PX - badge.width() - SPACE_M, 9)
        badge.setVisible(count > 0)

    def _rights_changed(self) -> None:
        myself = self._desk.myself
        self._person.setText(f" {myself.name}")
        self._person.setToolTip(self.tr("Signed in as {name}").format(name=myself.name))
        self._person.setVisible(myself.is_person)
        why = myself.hindrance(Role.DUTY)
        grey(self.emergency_button, why)
        grey(self.drill_button, why)
        if not why:
            self.emergency_button.setToolTip(self.tr("Take over the walls with an emergency message (F12)"))
            self.drill_button.setToolTip(
                self.tr("Emergency drill: practise in a window of its own; the walls write LATIHAN")
            )
        self._count()
