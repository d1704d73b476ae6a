"""The roles of a person, each for all groups of walls or for some."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QPushButton, QWidget

from displayctl.api.accounts import ALL_GROUPS, Grant, Role
from displayctl.api.request_settings import RequestSettings
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.people_words import role_name, role_task
from displayctl.desktop.widgets.pieces import label

MENU_PX = 190


def agency_names(settings: RequestSettings) -> dict[str, str]:
    """The agencies that accounts may be of, by id."""
    return {agency.id: agency.name for agency in settings.agencies}


class GrantsEditor(QWidget):
    """Signal: `changed`. `groups` are those that have walls; ones that a person has besides are offered too. `agencies`
    are names by id, for the role of that name.
    """

    changed = Signal()

    def __init__(self, groups: tuple[str, ...], agencies: Mapping[str, str]) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        walls = {ALL_GROUPS: self.tr("All groups"), **{each: each for each in groups}}
        self.boxes: dict[Role, QCheckBox] = {}
        self._menus: dict[Role, _GroupMenu] = {}
        for at, role in enumerate(Role):
            self.boxes[role] = QCheckBox(role_name(role))
            self.boxes[role].toggled.connect(self._toggled)
            self._menus[role] = _GroupMenu(agencies if role is Role.AGENCY else walls)
            self._menus[role].changed.connect(self.changed)
            grid.addWidget(self.boxes[role], at, 0)
            grid.addWidget(label(role_task(role), "caption", wrap=True), at, 1)
            grid.addWidget(self._menus[role], at, 2)
        grid.setColumnStretch(1, 1)
        self.setLayout(grid)
        self.show_grants(())

    @property
    def grants(self) -> tuple[Grant, ...]:
        """What is ticked."""
        return tuple(
            Grant(role=role, group=group)
            for role, box in self.boxes.items()
            if box.isChecked()
            for group in self._menus[role].chosen
        )

    def show_grants(self, grants: tuple[Grant, ...]) -> None:
        """Tick these and nothing else."""
        self.blockSignals(True)
        for role, box in self.boxes.items():
            held = tuple(grant.group for grant in grants if grant.role is role)
            box.setChecked(bool(held))
            self._menus[role].choose(held or self._menus[role].usual)
            self._menus[role].setVisible(role is not Role.ADMINISTRATOR)
        self._toggled()
        self.blockSignals(False)

    def _toggled(self) -> None:
        for role, box in self.boxes.items():
            self._menus[role].setEnabled(box.isChecked())
        self.changed.emit()


class _GroupMenu(QPushButton):
    """For which groups, or agencies, a role is held: `names` by id, the usual one first. Signal: `changed`."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = dict(names)
        self.usual = tuple(self._names)[:1]
        self.setFixedWidth(MENU_PX)
        self.choose(self.usual)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Groups by name, or ``*`` alone."""
        return tuple(str(action.data()) for action in self._actions if action.isChecked()) or self.usual

    def choose(self, groups: tuple[str, ...]) -> None:
        """Tick these; others that are known stay on offer."""
        menu = QMenu(self)
        self._actions: list[QAction] = []
        for group in (*self._names, *sorted(set(groups) - set(self._names))):
            action = menu.addAction(self._names.get(group, group))
            action.setData(group)
            action.setCheckable(True)
            action.setChecked(group in groups)
            action.triggered.connect(lambda _, of=action: self._picked(of))
            self._actions.append(action)
        self.setMenu(menu)
        self._say()

    def _picked(self, picked: QAction) -> None:
        for action in self._actions:
            if action is not picked and ALL_GROUPS in (action.data(), picked.data()):
                action.setChecked(False)
        if self._actions and not any(action.isChecked() for action in self._actions):
            self._actions[0].setChecked(True)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = ", ".join(action.text() for action in self._actions if action.isChecked())
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, MENU_PX - 2 * SPACE_M))
        self.setToolTip(words)
