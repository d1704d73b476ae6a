"""The roles of a person, each for all groups of walls or for some; that of an agency for those it is said of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QPushButton, QWidget

from displayctl.api.accounts import ALL_GROUPS, Grant, Role
from displayctl.api.request_settings import RequestSettings
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.people_words import role_name, role_task
from displayctl.desktop.widgets.pieces import label, row

MENU_PX, AGENCY_PX = 190, 350


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
        self.menus: dict[Role, GroupMenu] = {}
        for at, role in enumerate(Role):
            self.boxes[role] = QCheckBox(role_name(role))
            self.boxes[role].toggled.connect(self._toggled)
            # Nobody asks for an agency by chance: which one it is has to be said.
            agency = role is Role.AGENCY
            made = GroupMenu(agencies, "", AGENCY_PX) if agency else GroupMenu(walls, ALL_GROUPS)
            made.changed.connect(self._picked)
            self.menus[role] = made
            grid.addWidget(self.boxes[role], at, 0)
            grid.addWidget(label(role_task(role), "caption", wrap=True), at, 1)
            if agency:  # names of agencies want a row of their own
                asked_for = row(None, label(self.tr("Asks for:"), "caption"), made, spacing=SPACE_S)
                grid.addLayout(asked_for, at + 1, 1, 1, 2)
            else:
                grid.addWidget(made, at, 2)
        self._hint = label(self.tr("Choose which agency this person asks for."), "error", wrap=True)
        grid.addWidget(self._hint, len(self.boxes) + 1, 0, 1, 3)
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
            for group in self.menus[role].chosen
        )

    @property
    def is_complete(self) -> bool:
        """Whether each role that is ticked is for something."""
        return all(self.menus[role].chosen for role, box in self.boxes.items() if box.isChecked())

    def offer_agencies(self, agencies: Mapping[str, str]) -> None:
        """Offer these from the next `show_grants` on."""
        self.menus[Role.AGENCY].names = dict(agencies)

    def show_grants(self, grants: tuple[Grant, ...]) -> None:
        """Tick these and nothing else."""
        self.blockSignals(True)
        for role, box in self.boxes.items():
            held = tuple(grant.group for grant in grants if grant.role is role)
            box.setChecked(bool(held))
            self.menus[role].choose(held)
            self.menus[role].setVisible(role is not Role.ADMINISTRATOR)
        self._toggled()
        self.blockSignals(False)

    def _toggled(self) -> None:
        for role, box in self.boxes.items():
            self.menus[role].setEnabled(box.isChecked())
        self._picked()

    def _picked(self) -> None:
        self._hint.setVisible(not self.is_complete)
        self.changed.emit()


class GroupMenu(QPushButton):
    """For which groups, or agencies, a role is held: `names` by id. `usual` is the one where none is chosen; without
    one nothing is. Signal: `changed`.
    """

    changed = Signal()

    def __init__(self, names: Mapping[str, str], usual: str, width_px: int = MENU_PX) -> None:
        super().__init__()
        self.names = dict(names)
        self._usual = (usual,) if usual else ()
        self.setFixedWidth(width_px)
        self.choose(())

    @property
    def chosen(self) -> tuple[str, ...]:
        """Groups by name, or ``*`` alone."""
        return tuple(str(action.data()) for action in self.actions_offered if action.isChecked()) or self._usual

    def choose(self, groups: tuple[str, ...]) -> None:
        """Tick these, or the usual one; others that are known stay on offer."""
        wanted = groups or self._usual
        menu = QMenu(self)
        self.actions_offered: list[QAction] = []
        for group in (*self.names, *sorted(set(wanted) - set(self.names))):
            action = menu.addAction(self.names.get(group, group))
            action.setData(group)
            action.setCheckable(True)
            action.setChecked(group in wanted)
            action.triggered.connect(lambda _, of=action: self._picked(of))
            self.actions_offered.append(action)
        self.setMenu(menu)
        self._say()

    def _picked(self, picked: QAction) -> None:
        for action in self.actions_offered:
            if action is not picked and ALL_GROUPS in (action.data(), picked.data()):
                action.setChecked(False)
        wanted = self.chosen
        for action in self.actions_offered:
            action.setChecked(action.data() in wanted)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = ", ".join(action.text() for action in self.actions_offered if action.isChecked())
        words = words or self.tr("Choose…")
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width() - 2 * SPACE_M))
        self.setToolTip(words)
        self.setAccessibleName(words)
