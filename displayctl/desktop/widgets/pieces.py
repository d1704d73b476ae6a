"""The small pieces pages are built of, each with its role in the style sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.beside import Beside
from displayctl.desktop.widgets.breaking import Breaking, BreakingToCopy, OneLine
from displayctl.desktop.widgets.in_place import Scroll

SEGMENT_ROOM_PX = 40


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet, at once."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Plain text; markup in names from outside is never interpreted."""
    kind = (BreakingToCopy if selectable else Breaking) if wrap else QLabel if selectable else OneLine
    made = kind()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    elif role.startswith("chip"):  # stays as high as its words beside a button
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def break_words_at(room_px: int, *words: QLabel) -> None:
    """Let words that do not change take the height of the lines that they have in this room: Qt, which does not know
    it, would keep room for more of them.
    """
    for each in words:
        each.ensurePolished()
        each.setMinimumHeight(max(0, each.heightForWidth(room_px)))  # of no words, Qt says -1


class Button(QPushButton):
    """Enter presses the one that has the keyboard, and never another: Qt would press the dialog's default instead."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(text: str, on_click: Callable[[], object], role: str = "", icon: str = "") -> QPushButton:
    """A push button that calls `on_click` without arguments."""
    made = Button(text)
    if role:
        made.setProperty("role", role)
    if icon:
        made.setIcon(icons.icon(icon, _icon_colour(role)))
        made.setIconSize(QSize(18, 18))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if role == "segment":
        reserve_bold(made, text)
        made.setAutoDefault(False)
    made.clicked.connect(lambda: on_click())
    return made


def change_role(made: QPushButton, role: str, icon: str) -> None:
    """Give a button another role, and its icon the colour that is seen on it."""
    if (made.property("role") or "") != role:
        set_role(made, role)
        made.setIcon(icons.icon(icon, _icon_colour(role)))


def reserve_bold(tab: QAbstractButton, words: str) -> None:
    """Room for the bold letters that a chosen segment has, which Qt does not reckon with."""
    font = QFont(tab.font())
    font.setWeight(QFont.Weight.DemiBold)
    tab.setMinimumWidth(QFontMetrics(font).horizontalAdvance(words) + SEGMENT_ROOM_PX)


def icon_button(icon: str, name: str, on_click: Callable[[], object]) -> QPushButton:
    """A button with an icon alone; `name` is its tooltip and what a screen reader says."""
    made = button("", on_click, "icon", icon)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


def _icon_colour(role: str) -> str:
    colours = {
        "primary": COLOURS.on_accent,
        "alarm": COLOURS.on_alarm,
        "danger": COLOURS.danger,
        "quiet": COLOURS.accent,
    }
    return colours.get(role, COLOURS.text)


def frame(role: str, layout: QLayout | None = None) -> QFrame:
    """A surface: card, panel, strip, bar, screen."""
    made = QFrame()
    made.setProperty("role", role)
    if layout is not None:
        made.setLayout(layout)
    return made


def rule() -> QFrame:
    """A thin line between two parts."""
    return frame("rule")


def row(*items: QWidget | QLayout | int | None, spacing: int = SPACE_S, margins: int = 0) -> QHBoxLayout:
    """Items side by side: None is a stretch, a number a space in pixels."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def column(*items: QWidget | QLayout | int | None, spacing: int = SPACE_S, margins: int = 0) -> QVBoxLayout:
    """Items one below the other: None is a stretch, a number a space in pixels."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def _fill(layout: QBoxLayout, items: Iterable[QWidget | QLayout | int | None], spacing: int, margins: int) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margins, margins, margins, margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def field(name: str, widget: QWidget, note: str = "") -> QVBoxLayout:
    """A form field: its name above, the widget, and a note below."""
    caption = label(name, "field")
    caption.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(name)
    layout = column(caption, widget, spacing=3)
    if note:
        layout.addWidget(label(note, "caption", wrap=True))
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in an area that scrolls up and down."""
    area = Scroll(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    content.setProperty("role", content.property("role") or "scrolled")
    area.viewport().setAutoFillBackground(False)
    if any(child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value for child in content.findChildren(QWidget)):
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab scrolls it along; a stop of its own would be one too many
    return area


def panel(layout: QLayout) -> QFrame:
    """A white surface with comfortable margins."""
    layout.setContentsMargins(SPACE_L, SPACE_L - 4, SPACE_L, SPACE_L - 4)
    return frame("panel", layout)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Scaled(QLabel):
    """A picture that keeps its proportions in whatever room it is given."""

    def __init__(self, least: QSize | None = None) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(least or QSize(160, 90))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show `picture`; None shows nothing."""
        self._picture = picture or QPixmap()
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def _fit(self) -> None:
        if self._picture.isNull():
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        if self._picture.devicePixelRatio() > 1:  # a drawing of ours, which keeps its size
            self.setPixmap(self._picture)
            return
        fitted = self._picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)


class EmptyState(QWidget):
    """What a place without contents says: what it is for, and what to do first."""

    def __init__(self, icon: str, heading: str, sentence: str, *actions: QPushButton) -> None:
        super().__init__()
        drawing = QLabel()
        drawing.setPixmap(icons.pixmap(icon, COLOURS.line_strong, 64))
        drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = label(heading, "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = label(sentence, "soft", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        words.setMinimumWidth(250)
        words.setMaximumWidth(460)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = row(None, words, None)
        line.setStretch(1, 8)  # as wide as they may be, before what is beside them
        choices = (Beside(*actions, spacing=SPACE_S),) if len(actions) == 2 else actions
        middle = column(None, drawing, title, line, SPACE_S, row(None, *choices, None), None, spacing=SPACE_M)
        middle.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(middle)
