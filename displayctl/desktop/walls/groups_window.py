"""The groups of walls: making, renaming and dissolving one, and which walls are in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from displayctl.api.accounts import Role
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import Myself, grey
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.wall_groups import (
    MOST_OF_A_WALL,
    Group,
    dissolved,
    group_name,
    groups_of,
    renamed,
    with_members,
)
from displayctl.desktop.presenters.words import counted, listed
from displayctl.desktop.widgets.pieces import button, clear, column, label, row, rule
from displayctl.desktop.widgets.remark import Remark
from displayctl.desktop.widgets.wall_choice import WallChoice
from schedules.display import Display
from schedules.errors import InvalidValue


class GroupsWindow(QDialog):
    """Signal: `changed` with the walls that change (a tuple of Display) and what that is called."""

    changed = Signal(tuple, str)

    def __init__(
        self,
        displays: tuple[Kept[Display], ...],
        myself: Myself,
        parent: QWidget | None = None,
        *,
        chosen: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._displays = tuple(kept.value for kept in displays)
        self._chosen, self._myself = chosen, myself
        self._begun: tuple[str, ...] = ()
        self.setWindowTitle(self.tr("Groups of walls"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(760, 560)
        self.groups = QListWidget()
        self.groups.setAccessibleName(self.tr("Groups"))
        self.groups.currentItemChanged.connect(self._show_group)
        self.new_name, self.name = QLineEdit(), QLineEdit()
        self.new_name.setMaxLength(80)
        self.new_name.setPlaceholderText(self.tr("As: Pasar Luwuk"))
        self.new_name.textChanged.connect(self._check)
        self.name.setMaxLength(80)
        self.name.textChanged.connect(self._check)
        self.walls = WallChoice(())
        self._room: QVBoxLayout = column(self.walls)
        self.add_button = button(self.tr("Make it"), self.make, "", "plus")
        self.rename_button = button(self.tr("Rename"), self.rename)
        self.dissolve_button = button(self.tr("Dissolve it"), self.dissolve, "danger", "trash")
        self.save_button = button(self.tr("Save the walls"), self.save, "primary")
        self._close = button(self.tr("Close"), self.accept)
        for made in (self.add_button, self.rename_button, self.dissolve_button, self.save_button, self._close):
            made.setAutoDefault(False)
        self.new_name.returnPressed.connect(self.add_button.click)
        self.name.returnPressed.connect(self.rename_button.click)
        self._about = label("", "caption", wrap=True)
        self._home = label("", wrap=True)
        self._error = Remark()
        self._build()
        self._offer("")

    def _build(self) -> None:
        made = row(self.new_name, self.add_button, spacing=SPACE_S)
        made.setStretch(0, 1)
        new = column(label(self.tr("New group"), "field"), made, spacing=3)
        self.new_name.setAccessibleName(self.tr("New group"))
        left = column(self.groups, new, spacing=SPACE_M)
        left.setStretch(0, 1)
        name_row = row(self.name, self.rename_button, spacing=SPACE_S)
        name_row.setStretch(0, 1)
        self.name.setAccessibleName(self.tr("Name of the group"))
        right = column(
            label(self.tr("Name of the group"), "field"),
            name_row,
            self._about,
            label(self.tr("Walls of the group"), "field"),
            self._home,
            self._room,
            row(self.dissolve_button, None, self.save_button, spacing=SPACE_S),
            spacing=SPACE_S,
        )
        right.setStretch(right.indexOf(self._room), 1)
        both = row(spacing=SPACE_L)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        words = self.tr(
            "A group gathers walls: to find them, and to choose them together in emergencies and lists. "
            "A wall may be in several."
        )
        layout = column(
            label(words, "soft", wrap=True),
            both,
            self._error,
            rule(),
            row(None, self._close),
            spacing=SPACE_M,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    # What is shown

    @property
    def error(self) -> str:
        """Why the last thing did not go."""
        return self._error.text()

    @property
    def group(self) -> Group | None:
        """The group on show."""
        item = self.groups.currentItem()
        name = "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))
        return next((each for each in self._groups() if each.name == name), None)

    def _groups(self) -> tuple[Group, ...]:
        """Those that there are, and those that were begun and have no wall yet."""
        found = groups_of(self._displays)
        return (*found, *(Group(name) for name in self._begun if name not in {each.name for each in found}))

    def _offer(self, name: str) -> None:
        self.groups.blockSignals(True)
        self.groups.clear()
        for each in self._groups():
            one, many = self.tr("{group} · {count} wall"), self.tr("{group} · {count} walls")
            item = QListWidgetItem(counted(one, many, len(each.walls), group=each.name))
            item.setData(Qt.ItemDataRole.UserRole, each.name)
            self.groups.addItem(item)
            if each.name == name:
                self.groups.setCurrentItem(item)
        if self.groups.currentRow() < 0:
            self.groups.setCurrentRow(0)
        self.groups.blockSignals(False)
        self._show_group()

    def _show_group(self) -> None:
        group = self.group
        if group is None:
            self._home.hide()
            self._offer_walls((), ())
            self._check()
            return
        self.name.setText(group.name)
        guests = tuple(wall for wall in self._displays if wall.id not in group.at_home)
        self._home.setText(listed([wall.name for wall in self._displays if wall.id in group.at_home]))
        self._home.setVisible(bool(group.at_home))
        self._offer_walls(guests, group.gathered)
        if group.has_programme:
            one = self.tr(
                "{count} wall plays the programme of this group; who may work on it is decided by that. "
                "Which programme a wall plays is changed in the form of the wall, as the first of its groups."
            )
            many = self.tr(
                "{count} walls play the programme of this group; who may work on them is decided by it. "
                "Which programme a wall plays is changed in the form of the wall, as the first of its groups."
            )
            self._about.setText(counted(one, many, len(group.at_home)))
        else:
            self._about.setText(self.tr("This group only gathers walls; it has no programme of its own."))
        self._check()

    def _offer_walls(self, walls: tuple[Display, ...], ticked: tuple[str, ...]) -> None:
        clear(self._room)
        self.walls = WallChoice(walls)
        self.walls.tick(ticked)
        self.walls.changed.connect(self._check)
        self.walls.setVisible(bool(walls))
        self._room.addWidget(self.walls, 1)
        self._room.addStretch(0 if walls else 1)
        before: QWidget = self.rename_button
        for each in (self.walls.filter, self.walls.list, *self.walls.findChildren(QPushButton)):
            self.setTabOrder(before, each)
            before = each

    def _check(self) -> None:
        group, why = self.group, self._myself.hindrance(Role.TECHNICIAN)
        fixed = self.tr("Walls play the programme of this group.") if group and group.has_programme else ""
        grey(self.add_button, why, able=bool(self.new_name.text().strip()))
        other = group is not None and self.name.text().strip() not in ("", group.name)
        grey(self.rename_button, why or fixed, able=other)
        grey(self.dissolve_button, why or fixed, able=group is not None)
        grey(self.save_button, why, able=group is not None and set(self.walls.ticked) != set(group.gathered))
        self.name.setReadOnly(bool(why or fixed))

    # What is done

    def make(self) -> None:
        """A new group, with the walls that were chosen on the page; without any it waits for walls to be ticked."""
        words = self.new_name.text()
        try:
            name = group_name(words)
        except InvalidValue as error:
            self._error.setText(self._explain(error))
            return
        if any(name == each.name for each in self._groups()):
            self._error.setText(self.tr("There is a group of this name already."))
            return
        self.new_name.clear()
        self._begun = (*self._begun, name)
        if self._chosen:
            self._do(
                lambda: (with_members(self._displays, name, self._chosen), name, self.tr("Make the group {group}"))
            )
        else:
            self._error.setText("")
            self._offer(name)
            self.walls.list.setFocus()

    def rename(self) -> None:
        """Call the group otherwise."""
        group, words = self.group, self.name.text()
        if group is not None:
            self._do(
                lambda: (
                    renamed(self._displays, group.name, group_name(words)),
                    group_name(words),
                    self.tr("Rename the group to {group}"),
                )
            )

    def dissolve(self) -> None:
        """The group is no more; its walls stay."""
        group = self.group
        if group is not None:
            self._do(lambda: (dissolved(self._displays, group.name), group.name, self.tr("Dissolve the group {group}")))

    def save(self) -> None:
        """Exactly the ticked walls are in it."""
        group, members = self.group, self.walls.ticked
        if group is not None:
            self._do(
                lambda: (
                    with_members(self._displays, group.name, members),
                    group.name,
                    self.tr("Change the walls of the group {group}"),
                )
            )

    def _do(self, work: Callable[[], tuple[tuple[Display, ...], str, str]]) -> None:
        """Make the change, or say why it cannot be."""
        try:
            walls, name, words = work()
        except InvalidValue as error:
            self._error.setText(self._explain(error))
            return
        self._error.setText("")
        changed = {wall.id: wall for wall in walls}
        self._displays = tuple(changed.get(wall.id, wall) for wall in self._displays)
        if walls:
            self.changed.emit(walls, words.format(group=name))
        self._offer(name)

    def _explain(self, error: InvalidValue) -> str:
        if "not an identifier" in error.message:
            return self.tr("A group needs a name of letters or digits.")
        if "already; choose another" in error.message:
            return self.tr("There is a group of this name already.")
        if "groups already" in error.message:
            words = self.tr(
                "One of these walls is in {most} groups, which is the most; take it out of another one first."
            )
            return words.format(most=MOST_OF_A_WALL)
        return say_sentence(error.message)
