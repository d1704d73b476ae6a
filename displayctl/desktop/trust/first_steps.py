"""The steps of the first start, one widget each: how many decide, who they are, and the passphrase of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from content.errors import ContentError
from content.studio.invitations import SUFFIX, read_invitation
from content.studio.operators import LONGEST_NAME, Operator, id_for
from content.studio.policy import MOST_PEOPLE
from content.studio.policy_edits import FEWEST_OF_SEVERAL
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.passphrase_fields import NewPassphrase
from displayctl.desktop.widgets.pieces import button, clear, column, field, frame, icon_button, label, row, scrolled
from displayctl.desktop.widgets.remark import Remark
from schedules.checks import check_id
from schedules.errors import InvalidValue

FEWEST_HERE = 2
ONE_LINE_PX, ANY_HEIGHT_PX = 40, 4000


class ManyStep(QWidget):
    """Whether one person decides or several. Signal: `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.alone, self.several = QRadioButton(self.tr("One person")), QRadioButton(self.tr("Three people or more"))
        self._group = QButtonGroup(self)
        for choice in (self.alone, self.several):
            self._group.addButton(choice)
        self.several.setChecked(True)
        self._group.buttonClicked.connect(lambda: self.changed.emit())
        layout = column(
            label(self.tr("Who decides what the walls show?"), "heading"),
            label(
                self.tr("Every programme is signed with people's keys. A wall shows nothing that was not signed."),
                "soft",
                wrap=True,
            ),
            self._choice(
                self.several,
                self.tr("“Four eyes”: two of them sign together. A stolen password or one person alone is not enough."),
            ),
            self._choice(
                self.alone,
                self.tr(
                    "“One pair of eyes”: this person alone decides. So does whoever takes over this computer and "
                    "the passphrase. Others can join later."
                ),
            ),
            label(
                self.tr("Two people are too few: one lost key would end everything. Put a third key into the safe."),
                "caption",
                wrap=True,
            ),
            None,
            spacing=SPACE_M,
        )
        self.setLayout(layout)

    def _choice(self, radio: QRadioButton, words: str) -> QWidget:
        inner = column(radio, label(words, "soft", wrap=True), spacing=2)
        inner.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_M)
        return frame("card", inner)


class PeopleStep(QWidget):
    """The names of those who decide, invitation files of those who are elsewhere, and the groups of walls.

    Signal: `changed`.
    """

    changed = Signal()

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__()
        self.names: list[QLineEdit] = []
        self.invited: list[Operator] = []
        self._several = True
        self._heading = label("", "heading")
        self._words = label("", "soft", wrap=True)
        self._rows: QVBoxLayout = column(spacing=SPACE_S)
        self._guests: QVBoxLayout = column(spacing=SPACE_S)
        self._error = Remark()
        self.groups = QLineEdit(", ".join(groups))
        self.groups.textChanged.connect(lambda: self.changed.emit())
        self._more = button(self.tr("One more person"), lambda: self._add(), "quiet", "plus")
        self._invite = button(self.tr("Invitation file…"), self.choose_invitation, "quiet", "document")
        inner = QWidget()
        inner.setLayout(column(self._rows, self._guests, row(self._more, self._invite, None), None, spacing=SPACE_S))
        self._people = scrolled(inner)
        layout = column(
            self._heading,
            self._words,
            self._people,
            self._error,
            field(
                self.tr("Groups of walls"),
                self.groups,
                self.tr("Walls of a group share a programme, and who signs it. Small letters and hyphens."),
            ),
            None,
            spacing=SPACE_M,
        )
        layout.setStretch(2, 100)  # what several people do not need is left below, not between
        self.setLayout(layout)

    def ask(self, *, several: bool) -> None:
        """Ask for one name or for several."""
        self._several = several
        self._heading.setText(self.tr("Who are they?") if several else self.tr("Who are you?"))
        words = self.tr(
            "Those who are here type a passphrase each, one after the other; two have to be here. "
            "Who sits elsewhere makes a key there and sends an invitation file."
        )
        self._words.setText(words if several else self.tr("This name stands beside everything you sign."))
        self._more.setVisible(several)
        self._invite.setVisible(several)
        self._people.setMaximumHeight(ANY_HEIGHT_PX if several else ONE_LINE_PX)
        while len(self.names) < (FEWEST_OF_SEVERAL if several else 1):
            self._add()
        self._number()

    def _add(self) -> None:
        if len(self.names) >= MOST_PEOPLE:
            return
        line = QLineEdit()
        line.setMaxLength(LONGEST_NAME)
        line.textChanged.connect(lambda: self.changed.emit())
        self.names.append(line)
        self._rows.addWidget(line)
        self._number()

    def _number(self) -> None:
        for number, line in enumerate(self.names, 1):
            line.setVisible(self._several or number == 1)
            line.setPlaceholderText(self.tr("Name of person {n}").format(n=number))
            line.setAccessibleName(line.placeholderText())
        self.changed.emit()

    def choose_invitation(self) -> None:
        """Open the chooser for an invitation."""
        dialog = QFileDialog(self, self.tr("Invitation file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Invitations (*{suffix})").format(suffix=SUFFIX))
        dialog.fileSelected.connect(lambda chosen: self.invite(Path(chosen)))
        dialog.open()

    def invite(self, path: Path) -> None:
        """Take the person of an invitation file in."""
        try:
            person = read_invitation(path)
        except ContentError as error:
            self._error.setText(say_problem(error))
            return
        self._error.setText("")
        self.invited = [*(each for each in self.invited if each.id != person.id), person]
        self._show_guests()

    def _show_guests(self) -> None:
        clear(self._guests)
        for person in self.invited:
            words = self.tr("{name} · compare by phone: {fingerprint}").format(
                name=person.name, fingerprint=person.fingerprint
            )
            out = icon_button("close", self.tr("Take out"), self._dropper(person))
            self._guests.addLayout(row(label(words, "strong"), None, out))
        self.changed.emit()

    def _dropper(self, person: Operator) -> Callable[[], None]:
        def drop() -> None:
            self.invited.remove(person)
            self._show_guests()

        return drop

    @property
    def here(self) -> tuple[str, ...]:
        """The names of those who make their keys at this desk."""
        shown = self.names if self._several else self.names[:1]
        return tuple(name for line in shown if (name := line.text().strip()))

    @property
    def guests(self) -> tuple[Operator, ...]:
        """Those who come by invitation."""
        return tuple(self.invited) if self._several else ()

    @property
    def group_names(self) -> tuple[str, ...]:
        return tuple(name for each in self.groups.text().split(",") if (name := each.strip()))

    @property
    def problem(self) -> str:
        """What is missing yet; empty where the step is done."""
        try:
            ids = [*(id_for(name) for name in self.here), *(person.id for person in self.guests)]
        except InvalidValue:
            return self.tr("Write names with letters.")
        if self._several and (len(self.here) < FEWEST_HERE or len(ids) < FEWEST_OF_SEVERAL):
            return self.tr("Name at least three people; two of them here.")
        if not ids:
            return self.tr("Write your name.")
        if len(set(ids)) != len(ids):
            return self.tr("Two people have the same name; add a second name or initials.")
        try:
            for name in self.group_names:
                check_id("group", name)
        except InvalidValue:
            return self.tr("Groups have small letters and hyphens, as “utama”.")
        return "" if self.group_names else self.tr("Name at least one group, as “utama”.")


class PassphraseStep(QWidget):
    """One person types their passphrase, while the others look away. Signal: `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "heading")
        self._words = label(
            self.tr(
                "Only you know it. It opens your key and cannot be looked up anywhere; "
                "the recovery file of the next step helps when it is forgotten."
            ),
            "soft",
            wrap=True,
        )
        self._turn = label("", "chip-warning")
        self.fields = NewPassphrase()
        self.fields.changed.connect(self.changed)
        layout = column(
            row(self._heading, None, self._turn), self._words, self.fields, None, spacing=SPACE_L, margins=0
        )
        self.setLayout(layout)

    def ask(self, name: str, number: int, count: int) -> None:
        """It is `name`'s turn."""
        self._heading.setText(self.tr("A passphrase for {name}").format(name=name))
        self._turn.setText(self.tr("{n} of {count}").format(n=number, count=count))
        self._turn.setVisible(count > 1)
        self.fields.forget()
        self.fields.belongs_to(name, id_for(name))
        self.fields.first.setFocus()
