"""Proposing another set of rules: what should change is chosen and filled in; nothing is signed here yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLayout, QLineEdit, QStackedWidget, QWidget

from content.delivery.roles import programme_role
from content.studio.ceremonies import Examined
from content.studio.confirming import Confirmed
from content.studio.invitations import SUFFIX, read_invitation
from content.studio.policy import MOST_PEOPLE, Policy, WallKey
from content.studio.policy_edits import (
    with_auto,
    with_group,
    with_key,
    with_person,
    with_rule,
    with_threshold_everywhere,
    with_wall,
    without_person,
    without_wall,
)
from displayctl.desk.ceremonies import Ceremonies
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.policy_words import role_name
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.choices import TickList, number_edit
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.remark import Remark

Proposing = Callable[[], Examined]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of change: a stable word, its name, what it means, its fields, and how they become a proposal (made
    elsewhere)."""

    key: str
    name: str
    words: str
    fields: tuple[QWidget | QLayout, ...]
    propose: Callable[[], Proposing]


class ChangeWindow(QDialog):
    """Signal: `proposed` what would have to be signed (`Examined`)."""

    proposed = Signal(object)

    def __init__(self, desk: Desk, ceremonies: Ceremonies, current: Confirmed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._ceremonies, self._policy = desk, ceremonies, current.people
        self.setWindowTitle(self.tr("Propose a change"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(560, 520)
        self._kinds = (*self._about_people(), *self._about_numbers(), *self._about_walls(), *self._about_signatures())
        self.kind = QComboBox()
        self._panels = QStackedWidget()
        for each in self._kinds:
            self.kind.addItem(each.name, each.key)
            panel = QWidget()
            panel.setLayout(column(label(each.words, "soft", wrap=True), *each.fields, None, spacing=SPACE_M))
            self._panels.addWidget(panel)
        self.kind.currentIndexChanged.connect(self._chosen)
        self._error = Remark()
        self.next_button = button(self.tr("Next"), self.propose, "primary")
        layout = column(
            field(self.tr("What should change?"), self.kind),
            self._panels,
            self._error,
            rule(),
            row(None, button(self.tr("Cancel"), self.reject), self.next_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.next_button.setDefault(True)

    @property
    def error(self) -> str:
        """Why that cannot be proposed."""
        return self._error.text()

    def choose(self, key: str) -> None:
        """Choose a kind of change by its stable word, as ``join`` or ``four-eyes``."""
        self.kind.setCurrentIndex(self.kind.findData(key))

    def _chosen(self, index: int) -> None:
        self._panels.setCurrentIndex(index)
        self._error.setText("")

    def propose(self) -> None:
        """Work out what has to be signed, or say why it cannot be."""
        self._error.setText("")
        self.next_button.setEnabled(False)
        work = self._kinds[self.kind.currentIndex()].propose()
        self._desk.tasks.run(work, self._made, self._refused, owner=self)

    def _made(self, examined: Examined) -> None:
        self.accept()
        self.proposed.emit(examined)

    def _refused(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        self._error.setText(say_problem(error))

    def _changing(self, change: Callable[[Policy], Policy]) -> Proposing:
        return lambda: self._ceremonies.propose(change)

    # People

    def _about_people(self) -> tuple[_Kind, ...]:
        self.invitation = PickFile(self.tr("Invitation file"), self.tr("Invitations (*{suffix})").format(suffix=SUFFIX))
        self.roles = TickList()
        self.roles.offer((each.role, role_name(each.role)) for each in self._policy.rules)
        self.roles.tick(each.role for each in self._policy.rules)
        self.leaving = self._person_box()
        self.new_key = PickFile(self.tr("Invitation file"), self.tr("Invitations (*{suffix})").format(suffix=SUFFIX))
        return (
            _Kind(
                "join",
                self.tr("Somebody joins"),
                self.tr(
                    "They make a key at their own desk and send the invitation file. Read the fingerprint to them."
                ),
                (self.invitation, field(self.tr("Signs for"), self.roles)),
                self._join,
            ),
            _Kind(
                "leave",
                self.tr("Somebody leaves, or their key was stolen"),
                self.tr("Their key counts for nothing any more, on every wall as soon as it hears of it."),
                (field(self.tr("Who"), self.leaving),),
                self._leave,
            ),
            _Kind(
                "replace",
                self.tr("Somebody lost their key and has a new one"),
                self.tr("The invitation file of the new key, with the same name as before."),
                (self.new_key,),
                self._replace,
            ),
        )

    def _person_box(self) -> QComboBox:
        made = QComboBox()
        for person in self._policy.people:
            made.addItem(person.name, person.id)
        return made

    def _join(self) -> Proposing:
        file, roles = self.invitation.path or Path(), self.roles.ticked
        return lambda: self._ceremonies.propose(_joining(file, roles))

    def _leave(self) -> Proposing:
        person = str(self.leaving.currentData())
        return self._changing(lambda policy: without_person(policy, person))

    def _replace(self) -> Proposing:
        file = self.new_key.path or Path()
        return lambda: self._ceremonies.propose(_replacing(file))

    # Numbers and groups

    def _about_numbers(self) -> tuple[_Kind, ...]:
        self.role = QComboBox()
        for each in self._policy.rules:
            self.role.addItem(role_name(each.role), each.role)
        self.number = number_edit(1, MOST_PEOPLE, "")
        self.group = QLineEdit()
        self.old_group = QComboBox()
        self.old_group.addItems(list(self._policy.groups))
        return (
            _Kind(
                "four-eyes",
                self.tr("From one person to four eyes"),
                self.tr("Two people sign everything but emergencies and drills. Let at least three join first."),
                (),
                lambda: self._changing(lambda policy: with_threshold_everywhere(policy, 2)),
            ),
            _Kind(
                "number",
                self.tr("How many sign"),
                self.tr("More is safer, as long as enough people can be reached."),
                (field(self.tr("For"), self.role), field(self.tr("Signatures"), self.number)),
                self._threshold,
            ),
            _Kind(
                "add-group",
                self.tr("A new group of walls"),
                self.tr("The people and the number are those of the first group, and can be changed afterwards."),
                (field(self.tr("Name"), self.group, self.tr("Small letters and hyphens, as “taman”.")),),
                self._add_group,
            ),
            _Kind(
                "retire-group",
                self.tr("A group of walls ends"),
                self.tr("Its walls show their house card. The name stays, as players refuse rules that forget one."),
                (field(self.tr("Group"), self.old_group),),
                self._retire_group,
            ),
            self._about_auto(),
        )

    def _about_auto(self) -> _Kind:
        on = not self._policy.auto
        name = (
            self.tr("Official warnings by themselves") if on else self.tr("No official warnings by themselves any more")
        )
        words = (
            self.tr(
                "The hub shows BMKG's warnings of rain, storm, flood and felt earthquakes without anybody's signature, "
                "as cards with event, kecamatan and time alone. Whoever breaks into the hub could show false ones."
            )
            if on
            else self.tr("People show each warning again; what the hub shows by itself goes off the walls.")
        )
        return _Kind("auto", name, words, (), lambda: self._changing(lambda policy: with_auto(policy, on=on)))

    def _threshold(self) -> Proposing:
        role, number = str(self.role.currentData()), self.number.value()
        return self._changing(lambda policy: with_rule(policy, role, number))

    def _add_group(self) -> Proposing:
        name = self.group.text().strip()
        return self._changing(lambda policy: with_group(policy, name))

    def _retire_group(self) -> Proposing:
        role = programme_role(self.old_group.currentText())
        return lambda: self._ceremonies.propose(lambda policy: policy, emptied=(role,))

    # Walls

    def _about_walls(self) -> tuple[_Kind, ...]:
        self.wall, self.old_wall = NameChoice(), NameChoice()
        for kept in self._desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        for wall in self._policy.walls:
            self.old_wall.addItem(wall.display_id, wall.display_id)
        return (
            _Kind(
                "list-wall",
                self.tr("List a wall with its player"),
                self.tr("Then everybody who approves is warned when another player stands there."),
                (field(self.tr("Wall"), self.wall),),
                self._list_wall,
            ),
            _Kind(
                "drop-wall",
                self.tr("A wall is no longer ours"),
                self.tr("It is taken off the list."),
                (field(self.tr("Wall"), self.old_wall),),
                self._drop_wall,
            ),
        )

    def _list_wall(self) -> Proposing:
        display_id = str(self.wall.currentData())
        found = next((kept for kept in self._desk.catalogue.displays if kept.id == display_id), None)
        player = self._desk.catalogue.players.get(display_id)
        group = found.value.groups[0] if found is not None else ""
        device = player.device_id or "" if player is not None else ""
        return self._changing(lambda policy: with_wall(policy, WallKey(display_id, group, device)))

    def _drop_wall(self) -> Proposing:
        display_id = str(self.old_wall.currentData() or "")
        return self._changing(lambda policy: without_wall(policy, display_id))

    # Signatures and the hub

    def _about_signatures(self) -> tuple[_Kind, ...]:
        self.again = TickList()
        self.again.offer((each.role, role_name(each.role)) for each in self._policy.rules)
        return (
            _Kind(
                "renew",
                self.tr("Sign again before it ends"),
                self.tr("The same rules, with a new date. “Root” also renews what players begin with."),
                (field(self.tr("What"), self.again),),
                self._renew,
            ),
            _Kind(
                "hub-key",
                self.tr("A new key for the hub"),
                self.tr("After somebody broke into the hub: it makes a new key, and the stolen one counts no more."),
                (),
                lambda: self._ceremonies.propose_online_key,
            ),
        )

    def _renew(self) -> Proposing:
        roles = tuple(self.again.ticked)
        return lambda: self._ceremonies.propose_renewal(roles)


def _joining(file: Path, roles: tuple[str, ...]) -> Callable[[Policy], Policy]:
    person = read_invitation(file)
    return lambda policy: with_person(policy, person, roles)


def _replacing(file: Path) -> Callable[[Policy], Policy]:
    person = read_invitation(file)
    return lambda policy: with_key(policy, person.id, person.key)
