"""Keys and authority: who may sign for what and until when, the keys at this desk, and the ceremonies that wait."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from content.errors import ContentError
from content.studio.ceremonies import Examined
from content.studio.changes import changes_of
from content.studio.confirming import Confirmed
from content.studio.operators import Operator
from content.studio.policy import Policy, Rule
from displayctl.api.errors import NotFoundedYet
from displayctl.desk.believing import Beliefs, fingerprint
from displayctl.desk.ceremonies import PROPOSAL_SUFFIX, Ceremonies, Renewal, read_proposal_file
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_day
from displayctl.desktop.presenters.policy_words import change_sentence, role_name, rule_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import date_short, listed
from displayctl.desktop.trust.ceremony_window import CeremonyWindow
from displayctl.desktop.trust.change_window import ChangeWindow
from displayctl.desktop.trust.desk_keys import DeskKeys
from displayctl.desktop.trust.first_start import FirstStartWindow
from displayctl.desktop.widgets.beside import Beside
from displayctl.desktop.widgets.pieces import (
    EmptyState,
    button,
    clear,
    column,
    frame,
    label,
    row,
    rule,
    scrolled,
    set_role,
)

MOST_CHANGES = 6


@dataclass(frozen=True, slots=True)
class _Standing:
    """The rules as confirmed at this desk, when signatures end, and what waits; `unreadable` proposals are no reason
    to show nothing."""

    current: Confirmed
    renewals: tuple[Renewal, ...]
    waiting: tuple[Examined, ...]
    unreadable: str


class KeysPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._standing: _Standing | None = None
        self._build()
        self.refresh()

    def _build(self) -> None:
        self._chip = label("", "chip")
        self._chip.hide()
        self._change = button(self.tr("Propose a change…"), self.propose, "primary", "edit")
        self._open = button(self.tr("Open a proposal…"), self.choose_proposal, "", "document")
        title = frame("plain", row(label(self.tr("Keys and authority"), "title"), self._chip, None))
        bar = Beside(title, frame("plain", row(self._open, self._change, None)), spacing=SPACE_S)
        self._places = QStackedWidget()
        self._places.addWidget(self._contents())
        self._places.addWidget(
            EmptyState(
                "key",
                self.tr("Nobody signs here yet"),
                self.tr("Walls show only what people have signed. Say who they are and make their keys."),
                button(self.tr("First start…"), self.first_start, "primary", "key"),
            )
        )
        layout = column(bar, self._places, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _contents(self) -> QWidget:
        self._due, self._rules, self._people, self._waiting = (column(spacing=SPACE_S) for _ in range(4))
        self._root = label("", "caption", selectable=True, wrap=True)
        left = column(
            self._due,
            _panel(self.tr("Who signs what"), self._rules),
            _panel(self.tr("People"), self._people, self._root),
            None,
            spacing=SPACE_M,
        )
        self.desk_keys = DeskKeys(self._desk, cabinet_at(self._desk.installation.keys_folder))
        self.desk_keys.told.connect(self.told)
        self.desk_keys.changed.connect(self.refresh)
        right = column(
            _panel(self.tr("Ceremonies that wait for signatures"), self._waiting),
            self.desk_keys,
            None,
            spacing=SPACE_M,
        )
        both = Beside(frame("plain", left), frame("plain", right), spacing=SPACE_M, shares=(3, 2))
        return scrolled(both)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def refresh(self) -> None:
        self.desk_keys.redraw()
        ceremonies = self._ceremonies()
        self._desk.tasks.run(lambda: _look(ceremonies), self._show, self._not_there, owner=self)

    def keep(self) -> None:
        """Nothing is typed on this page itself."""

    def restore(self, kept: None) -> None:
        """Nothing to go on with."""

    # Showing

    @property
    def policy(self) -> Policy | None:
        """The rules on show."""
        return None if self._standing is None else self._standing.current.people

    def _ceremonies(self) -> Ceremonies:
        beliefs = Beliefs(self._desk.installation.keys_folder)
        return Ceremonies(self._desk.hub.client, beliefs, self._desk.clock)

    def _not_there(self, error: Exception) -> None:
        if isinstance(error, NotFoundedYet):
            self._standing = None
            self._places.setCurrentIndex(1)
            self._chip.hide()
            self._change.setEnabled(False)
            self._open.setEnabled(False)
            return
        self.told.emit(say_problem(error), "danger")

    def _show(self, standing: _Standing) -> None:
        self._standing = standing
        self._places.setCurrentIndex(0)
        self._change.setEnabled(True)
        self._open.setEnabled(True)
        policy = standing.current.people
        single = policy.single_handed
        self._chip.setText(
            self.tr("one pair of eyes: one person decides alone")
            if single
            else self.tr("four eyes: nobody decides alone")
        )
        set_role(self._chip, "chip-warning" if single else "chip-good")
        self._chip.show()
        self._show_due([each for each in standing.renewals if each.due])
        self._show_rules(policy, {each.role: each for each in standing.renewals})
        self._show_people(policy)
        words = self.tr("Root version {n}, fingerprint {print} – the same at every desk")
        self._root.setText(words.format(n=standing.current.root_version, print=fingerprint(standing.current.root)))
        self._show_waiting(standing)

    def _show_due(self, due: list[Renewal]) -> None:
        clear(self._due)
        if not due:
            return
        names = listed([role_name(each.role) for each in due])
        late = any(each.late for each in due)
        words = (
            self.tr("Signatures have ended: {names}. Sign again now.") if late else self.tr("Sign again soon: {names}.")
        )
        line = row(
            label(words.format(names=names), "strong", wrap=True),
            button(self.tr("Sign again…"), lambda: self.renew(tuple(each.role for each in due)), "primary", "refresh"),
            spacing=SPACE_M,
        )
        line.setStretch(0, 1)
        line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self._due.addWidget(frame("banner-danger" if late else "banner-warning", line))

    def _show_rules(self, policy: Policy, renewals: dict[str, Renewal]) -> None:
        clear(self._rules)
        for each in policy.rules:
            self._rules.addLayout(self._rule_line(each, policy, renewals.get(each.role)))
        if policy.auto:
            head = row(label(self.tr("Official warnings"), "strong"), label(self.tr("automatic"), "chip-warning"), None)
            words = self.tr("The hub shows cards by itself, with event, kecamatan and time alone.")
            self._rules.addLayout(column(head, label(words, "soft", wrap=True), spacing=1))

    def _rule_line(self, each: Rule, policy: Policy, renewal: Renewal | None) -> QVBoxLayout:
        number = label(rule_words(each), "chip" if each.threshold > 1 else "chip-warning")
        until = label("", "caption")
        if renewal is not None:
            words = self.tr("ended on {date}") if renewal.late else self.tr("until {date}")
            until.setText(words.format(date=date_short(office_day(renewal.expires))))
            set_role(until, "error" if renewal.due else "caption")
        names = ", ".join(person.name for person in policy.signers(each.role))
        name = role_name(each.role)
        head = row(label(name[0].upper() + name[1:], "strong"), number, None, until)
        return column(head, label(names, "soft", wrap=True), spacing=1)

    def _show_people(self, policy: Policy) -> None:
        clear(self._people)
        here = {person.key for person in cabinet_at(self._desk.installation.keys_folder).operators()}
        for person in policy.people:
            line = row(label(person.name, "strong"), label(person.fingerprint, "caption", selectable=True), None)
            if person.key in here:
                line.addWidget(label(self.tr("key at this desk"), "chip"))
            self._people.addLayout(line)

    def _show_waiting(self, standing: _Standing) -> None:
        clear(self._waiting)
        if standing.unreadable:
            self._waiting.addWidget(label(standing.unreadable, "error", wrap=True))
        for examined in standing.waiting:
            self._waiting.addWidget(self._waiting_card(examined))
        if not standing.waiting:
            self._waiting.addWidget(label(self.tr("No ceremony waits."), "soft"))

    def _waiting_card(self, examined: Examined) -> QFrame:
        lines = [label(f"•  {change_sentence(each)}", "", wrap=True) for each in changes_of(examined)[:MOST_CHANGES]]
        people: tuple[Operator, ...] = examined.waits_for()
        waits = self.tr("Waits for one of: {names}").format(names=listed([person.name for person in people]))
        look = button(self.tr("Look and sign…"), partial(self.open_ceremony, examined), "primary")
        inner = column(*lines, label(waits, "caption", wrap=True), row(None, look), spacing=SPACE_S)
        inner.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        return frame("card", inner)

    # Ceremonies

    def first_start(self) -> None:
        """The first start, where nobody has founded yet."""
        window = FirstStartWindow(self._desk, self)
        window.founded.connect(self.refresh)
        self._open_over(window)

    def propose(self) -> None:
        """The window in which a change is chosen."""
        if self._standing is None:
            return
        window = ChangeWindow(self._desk, self._ceremonies(), self._standing.current, self)
        window.proposed.connect(self.open_ceremony)
        self._open_over(window)

    def renew(self, roles: tuple[str, ...]) -> None:
        """Sign `roles` again as they are."""
        ceremonies = self._ceremonies()
        self._desk.tasks.run(lambda: ceremonies.propose_renewal(roles), self.open_ceremony, self._failed, owner=self)

    def choose_proposal(self) -> None:
        """Open the chooser for a proposal that came on a stick."""
        dialog = QFileDialog(self, self.tr("Proposal"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Proposals (*{suffix})").format(suffix=PROPOSAL_SUFFIX))
        dialog.fileSelected.connect(self.open_proposal)
        dialog.open()

    def open_proposal(self, file: str) -> None:
        """Look at a proposal from a file."""
        ceremonies = self._ceremonies()
        self._desk.tasks.run(
            lambda: ceremonies.examined(read_proposal_file(Path(file))), self.open_ceremony, self._failed, owner=self
        )

    def open_ceremony(self, examined: Examined) -> None:
        """The window in which a proposal is read, signed and applied."""
        window = CeremonyWindow(self._desk, self._ceremonies(), examined, self)
        window.told.connect(self.told)
        window.finished.connect(lambda _: self.refresh())
        self._open_over(window)

    def _open_over(self, window: QDialog) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _failed(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "danger")


def _panel(title: str, *parts: QVBoxLayout | QWidget) -> QFrame:
    inner = column(label(title, "heading"), rule(), *parts, spacing=SPACE_S)
    inner.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
    return frame("panel", inner)


def _look(ceremonies: Ceremonies) -> _Standing:
    waiting: list[Examined] = []
    unreadable = ""
    for proposal in ceremonies.at_hub():
        try:
            waiting.append(ceremonies.examined(proposal))
        except ContentError as error:  # overtaken, most of the time
            unreadable = say_problem(error)
    renewals = ceremonies.renewals()
    current = ceremonies.current()
    return _Standing(current, renewals, tuple(waiting), unreadable)
