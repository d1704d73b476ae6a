"""How the desk looks to this person: light or dark, how large, and whether things move by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLayout, QToolButton, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import Look
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.preferences import SCALES
from displayctl.desktop.restart import ask_restart
from displayctl.desktop.settings.look_picture import PICTURE, look_picture
from displayctl.desktop.settings.page import SettingsPage
from displayctl.desktop.widgets.pieces import button, column, field, label, row
from displayctl.errors import PreferencesNotKept


class LookPage(SettingsPage):
    """Each choice is kept and done at once; the size from the next start, which is offered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.looks = QButtonGroup(self)
        self._words = {
            Look.COMPUTER: self.tr("As the computer"),
            Look.LIGHT: self.tr("Light"),
            Look.DARK: self.tr("Dark"),
            Look.CONTRAST: self.tr("High contrast"),
        }
        tiles = [self._tile(number, look) for number, look in enumerate(Look)]
        self.motion = QCheckBox(self.tr("Reduce motion: nothing moves by itself"))
        self.motion.setObjectName("motion")
        self.motion.setChecked(desk.preferences.reduce_motion)
        self.motion.toggled.connect(self._motion_chosen)
        layout = column(
            label(self.tr("Look"), "heading"),
            row(*tiles, None, spacing=SPACE_S),
            label(self.tr("The red emergency window stays red in every look."), "caption", wrap=True),
            SPACE_M,
            *self._size_lines(),
            SPACE_M,
            label(self.tr("Motion"), "heading"),
            self.motion,
            None,
            spacing=SPACE_S,
        )
        layout.setContentsMargins(SPACE_S, 0, SPACE_L, 0)
        self.setLayout(layout)
        self._tell_size()

    def _tile(self, number: int, look: Look) -> QToolButton:
        made = QToolButton()
        made.setObjectName(f"look-{look}")
        made.setProperty("role", "tile")
        made.setCheckable(True)
        made.setChecked(self._desk.appearance.look is look)
        made.setText(self._words[look])
        made.setIcon(look_picture(look))
        made.setIconSize(PICTURE)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setMinimumWidth(PICTURE.width() + 24)
        made.clicked.connect(lambda: self._look_chosen(look))
        self.looks.addButton(made, number)
        return made

    def _look_chosen(self, look: Look) -> None:
        self._desk.appearance.choose(look)
        self.kept.emit()

    def _motion_chosen(self, still: bool) -> None:
        self._desk.appearance.be_still(still)
        self.kept.emit()

    def _size_lines(self) -> tuple[QWidget | QLayout, ...]:
        self.scale = QComboBox()
        self.scale.setObjectName("scale")
        for percent in SCALES:
            self.scale.addItem(f"{percent} %", percent)
        self.scale.setCurrentIndex(SCALES.index(self._desk.preferences.scale_percent))
        self.scale.activated.connect(self._scale_chosen)
        self._later = label("", "caption", wrap=True)
        self.restart_button = button(self.tr("Restart now"), self._restart, "primary", "refresh")
        sized = field(self.tr("Size of letters and everything else"), self.scale)
        return (
            label(self.tr("Size"), "heading"),
            row(sized, None),
            row(self._later, self.restart_button, spacing=SPACE_M),
        )

    def _scale_chosen(self, number: int) -> None:
        self._desk.preferences.scale_percent = SCALES[number]
        self._tell_size()
        self.kept.emit()

    def _tell_size(self) -> None:
        other = self._desk.preferences.scale_percent != self._desk.appearance.scale_percent
        self.restart_button.setVisible(other)
        self._later.setText(
            self.tr("The new size counts from the next start. Save first what you are writing in other windows.")
            if other
            else self.tr("This comes on top of what the computer's own settings enlarge.")
        )

    def _restart(self) -> None:
        try:
            self._desk.preferences.store()
        except PreferencesNotKept:
            self.kept.emit()  # the window says why the new size would not be known after a restart
        else:
            ask_restart()
