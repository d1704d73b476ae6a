"""What stands at the left of the window: the pages with what waits on them, who is signed in, and the red button.

In a narrow window it is a strip of icons, so that the pages keep the room they need; a person may have it otherwise.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QPushButton, QToolButton, QWidget

from displayctl.api.accounts import Role
from displayctl.api.approvals import SubmissionState
from displayctl.api.request_states import RequestState
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S, SPACE_XS
from displayctl.desktop.myself import grey
from displayctl.desktop.navigation import BUTTON_PX, ICON_BUTTON_PX, Navigation, SidebarButton
from displayctl.desktop.preferences import FOLDED, UNFOLDED
from displayctl.desktop.widgets.pieces import column, label, row, set_role

BAR_PX = 12
"""A scroll bar's width: in a strip it stands beside the icons, where all else keeps a space."""
WIDTH_PX, STRIP_PX, NAME_PX = 219, SPACE_S + ICON_BUTTON_PX + BAR_PX + 1, 100
LEAST_WIDE_WINDOW_PX = 1100


class Sidebar(QFrame):
    """Signals: `page_asked` a page's name, `language_asked` a code, and `…_asked` for each of the other buttons."""

    page_asked = Signal(str)
    jump_asked = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    emergency_asked = Signal()
    drill_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cabinet = cabinet_at(desk.installation.keys_folder)
        self.setObjectName("desk-sidebar")
        self.setFixedWidth(WIDTH_PX)
        self._folded = False
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.myself.changed.connect(self._rights_changed)
        self._rights_changed()

    def _build(self) -> None:
        self._product = label("displayctl")
        self._product.setObjectName("product")
        self.jump_button = self._icon_button("search", self.tr("Jump to anything (Ctrl+K)"))
        self.jump_button.clicked.connect(lambda: self.jump_asked.emit())
        self.fold_button = self._icon_button("chevron-left", "")
        self.fold_button.clicked.connect(self._fold_otherwise)
        self.navigation = Navigation()
        self.navigation.page_asked.connect(self.page_asked)
        self._person = SidebarButton("people", "", BUTTON_PX - ICON_BUTTON_PX)
        self._person.clicked.connect(lambda: self.page_asked.emit("accounts"))
        self.settings_button = self._icon_button("settings", self.tr("Settings"))
        self.settings_button.setToolTip(self.tr("Settings: look, size, language… (Ctrl+,)"))
        self.settings_button.clicked.connect(lambda: self.settings_asked.emit())
        self.drill_button = self._icon_button("megaphone", self.tr("Emergency drill"))
        self.drill_button.clicked.connect(lambda: self.drill_asked.emit())
        self._build_emergency()
        self._language = self._language_button()
        self._who = row(self._person, None, self.settings_button, spacing=0)
        self._last = row(self._language, None, self.drill_button, spacing=0)
        self._top = row(self._product, None, self.jump_button, self.fold_button, spacing=0)
        self._red = row(self.emergency_button)
        self._lines = layout = column(
            self._top,
            SPACE_XS,
            self.navigation,
            SPACE_S,
            self._who,
            self._last,
            SPACE_S,
            self._red,
            spacing=0,
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self.setLayout(layout)
        self._name_fold()

    def _build_emergency(self) -> None:
        self._emergency_words = self.tr("EMERGENCY")
        self.emergency_button = QPushButton(self._emergency_words)
        self.emergency_button.setAccessibleName(self._emergency_words)
        self.emergency_button.setObjectName("emergency")
        self.emergency_button.setIcon(icons.icon("alarm", COLOURS.on_alarm))
        self.emergency_button.setIconSize(QSize(22, 22))
        self.emergency_button.clicked.connect(lambda: self.emergency_asked.emit())

    def _icon_button(self, icon: str, name: str) -> SidebarButton:
        made = SidebarButton(icon, "", ICON_BUTTON_PX)
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _language_button(self) -> SidebarButton:
        words = "Indonesia" if self._desk.language.code == "id" else "English"
        made = SidebarButton("globe", words, BUTTON_PX - ICON_BUTTON_PX)
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

    # A strip of icons, or icons with words

    @property
    def folded(self) -> bool:
        """Whether it is a strip of icons now."""
        return self._folded

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._beside().installEventFilter(self)
        self._follow_window()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = event.type() == QEvent.Type.Resize and watched is self.window()
        if resized or (event.type() == QEvent.Type.ContentsRectChange and watched is self._beside()):
            self._follow_window()
        return super().eventFilter(watched, event)

    def _beside(self) -> QWidget:
        """What holds this and the pages, and leaves room at its right edge for what lies over the window there."""
        return self.parentWidget() or self

    @property
    def _folds_by_itself(self) -> bool:
        return self.window().width() - self._beside().contentsMargins().right() < LEAST_WIDE_WINDOW_PX

    def _fold_otherwise(self) -> None:
        """What the window would ask for by itself need not be remembered: then it follows the window again."""
        folded = not self._folded
        kept = "" if folded == self._folds_by_itself else FOLDED if folded else UNFOLDED
        self._desk.preferences.sidebar = kept
        self._follow_window()

    def _follow_window(self) -> None:
        kept = self._desk.preferences.sidebar
        folded = kept == FOLDED if kept else self._folds_by_itself
        if folded != self._folded:
            self._folded = folded
            self._fold()

    def _fold(self) -> None:
        folded = self._folded
        self.setFixedWidth(STRIP_PX if folded else WIDTH_PX)
        self._lines.setContentsMargins(SPACE_S if folded else SPACE_M, SPACE_M, 0 if folded else SPACE_M, SPACE_M)
        for line in (self._top, self._who, self._last, self._red):
            line.setContentsMargins(0, 0, BAR_PX if folded else 0, 0)
        self._product.setVisible(not folded)
        for line in (self._top, self._who, self._last):
            line.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        beside = (self._person, self.settings_button, self._language, self.drill_button)
        for made in (self.jump_button, self.fold_button, *beside):
            made.fold(folded)
        self._name_fold()
        self.navigation.fold(folded)
        self.emergency_button.setText("" if folded else self._emergency_words)
        self._dress()

    def _name_fold(self) -> None:
        name = self.tr("Show the names of the pages") if self._folded else self.tr("Icons alone, without names")
        self.fold_button.show_icon("chevron-right" if self._folded else "chevron-left")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)

    def _dress(self) -> None:
        """Icons alone have narrower edges than words, so that they stand whole beside a scroll bar."""
        for made in (self.emergency_button, *self.findChildren(SidebarButton)):
            set_role(made, "strip-icon" if self._folded else "")

    def show_page(self, number: int) -> None:
        """Mark the page on show."""
        self.navigation.show_page(number)

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
        if topic in (Topic.SUBMISSION, Topic.WARNING, Topic.REQUEST):
            self._count()

    def _count(self) -> None:
        waiting, tell = self.waiting, self.navigation.tell
        tell("approvals", waiting, self.tr("Drafts that wait for a signature: {count}").format(count=waiting))
        due = sum(each.waits or each.correction_due for each in self._desk.catalogue.warnings)
        tell("warnings", due, self.tr("Warnings that wait for a decision: {count}").format(count=due))
        fresh = sum(each.state is RequestState.NEW for each in self._desk.catalogue.requests)
        tell("requests", fresh, self.tr("Requests that nobody has looked at: {count}").format(count=fresh))

    def _rights_changed(self) -> None:
        myself = self._desk.myself
        name = self.fontMetrics().elidedText(myself.name, Qt.TextElideMode.ElideRight, NAME_PX)
        self._person.set_words(name)
        self._person.setAccessibleName(self.tr("Signed in as {name}").format(name=myself.name))
        self._person.setToolTip(self.tr("Signed in as {name}").format(name=myself.name))
        self._person.setVisible(myself.is_person)
        if myself.is_person:
            self.settings_button.set_words("", ICON_BUTTON_PX)
        else:
            self.settings_button.set_words(self.tr("Settings"), BUTTON_PX)
        why = myself.hindrance(Role.DUTY)
        grey(self.emergency_button, why)
        grey(self.drill_button, why)
        if not why:
            self.emergency_button.setToolTip(self.tr("Take over the walls with an emergency message (F12)"))
            self.drill_button.setToolTip(
                self.tr("Emergency drill: practise in a window of its own; the walls write LATIHAN")
            )
        self._count()
