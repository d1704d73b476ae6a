"""The first start: who decides, a key for each of them, the first policy, and what brings a lost key back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QWidget

from content.studio.operators import id_for
from displayctl.desk.believing import Beliefs
from displayctl.desk.founding import FIRST_GROUP, Founded, Founder, found_one_person, found_several
from displayctl.desk.unlocking import KeyCabinet, cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.policy_words import rule_sentences
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.trust.first_steps import ManyStep, PassphraseStep, PeopleStep
from displayctl.desktop.trust.recovery_step import RecoveryStep
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, rule
from displayctl.desktop.widgets.remark import Remark

MANY, PEOPLE, PASSPHRASE, WORKING, RECOVERY, DONE = range(6)


class FirstStartWindow(QDialog):
    """Founds the installation. Signal: `founded` once walls can believe its people."""

    founded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, cabinet: KeyCabinet | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cabinet = cabinet or cabinet_at(desk.installation.keys_folder)
        self._passphrases: list[str] = []
        self._founders: tuple[Founder, ...] = ()
        self._result: Founded | None = None
        self.setWindowTitle(self.tr("First start"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(680, 600)
        groups = sorted({group for kept in desk.catalogue.displays for group in kept.value.groups[:1]})
        self.many, self.people = ManyStep(), PeopleStep(tuple(groups) or (FIRST_GROUP,))
        self.passphrase = PassphraseStep()
        self.recovery = RecoveryStep(desk, self._cabinet)
        self._build()
        self._go(MANY)

    def _build(self) -> None:
        self._steps = QStackedWidget()
        for step in (self.many, self.people, self.passphrase, self._working(), self.recovery, self._done_step()):
            self._steps.addWidget(step)
        self._error = Remark()
        self._later = button(self.tr("Later"), self.reject)
        self._back = button(self.tr("Back"), self.back)
        self.next_button = button(self.tr("Next"), self.next, "primary")
        self.next_button.setDefault(True)
        for changed in (self.many.changed, self.people.changed, self.passphrase.changed):
            changed.connect(self._check)
        foot = row(self._later, None, self._back, self.next_button, spacing=SPACE_S)
        layout = column(self._steps, self._error, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    def _working(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        made = QWidget()
        words = self.tr("Making the keys and signing the first policy…")
        made.setLayout(column(None, label(words, "heading"), bar, None, spacing=SPACE_M))
        return made

    def _done_step(self) -> QWidget:
        self._summary = column(spacing=SPACE_S)
        made = QWidget()
        made.setLayout(column(label(self.tr("Ready"), "heading"), self._summary, None, spacing=SPACE_M))
        return made

    # Going through

    @property
    def step(self) -> int:
        """Where the operator is: MANY, PEOPLE, PASSPHRASE, WORKING, RECOVERY or DONE."""
        return self._steps.currentIndex()

    @property
    def error(self) -> str:
        """Why it does not go on."""
        return self._error.text()

    def next(self) -> None:
        """On to the next step."""
        if self.step == MANY:
            self.people.ask(several=self.many.several.isChecked())
            self._go(PEOPLE)
        elif self.step == PEOPLE:
            self._passphrases = []
            self._ask_passphrase()
        elif self.step == PASSPHRASE:
            self._passphrases.append(self.passphrase.fields.text)
            if len(self._passphrases) < len(self.people.here):
                self._ask_passphrase()
            else:
                self._found()
        elif self.step == RECOVERY:
            self._show_summary()
            self._forget()
            self._go(DONE)
        elif self.step == DONE:
            self.accept()

    def back(self) -> None:
        """Back to the step before; passphrases are typed again."""
        if self.step == PASSPHRASE:
            self._passphrases = []
            self.passphrase.fields.forget()
        self._go(MANY if self.step == PEOPLE else PEOPLE)

    def reject(self) -> None:
        """Leave before anything was founded. Afterwards there is no way back, only on: keys that were made want their
        recovery files, and the fingerprint has to be seen."""
        if self.step < WORKING:
            super().reject()
        elif self.step > WORKING:
            self.next()

    def done(self, result: int) -> None:
        """Close, and keep no passphrase in a window that is still there."""
        self._forget()
        super().done(result)

    def _forget(self) -> None:
        self._passphrases, self._founders = [], ()
        self.passphrase.fields.forget()
        self.recovery.forget()

    def _ask_passphrase(self) -> None:
        here, number = self.people.here, len(self._passphrases)
        self.passphrase.ask(here[number], number + 1, len(here))
        self._go(PASSPHRASE)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._error.setText("")
        self._later.setVisible(step < WORKING)
        self._back.setVisible(step in (PEOPLE, PASSPHRASE))
        self.next_button.setVisible(step != WORKING)
        last = self.tr("Finish") if step == DONE else self.tr("Next")
        self.next_button.setText(last)
        self._check()

    def _check(self) -> None:
        problem = ""
        if self.step == PEOPLE:
            problem = self.people.problem
        elif self.step == PASSPHRASE:
            problem = self.passphrase.fields.problem
        self.next_button.setEnabled(not problem)
        self.next_button.setToolTip(problem)
        if self.step == PEOPLE:
            self._error.setText(problem if any(self.people.here) else "")

    # Founding

    def _found(self) -> None:
        names, guests, groups = self.people.here, self.people.guests, self.people.group_names
        self._founders = tuple(
            Founder(name, passphrase, id_for(name)) for name, passphrase in zip(names, self._passphrases, strict=True)
        )
        founders, desk, cabinet, alone = self._founders, self._desk, self._cabinet, self.many.alone.isChecked()
        client, beliefs = desk.hub.client, Beliefs(desk.installation.keys_folder)
        self.passphrase.fields.forget()
        self._go(WORKING)

        def found() -> Founded:
            if alone:
                return found_one_person(client, cabinet, beliefs, founders[0], groups, desk.clock)
            return found_several(client, cabinet, beliefs, founders, groups, desk.clock, invited=guests)

        desk.tasks.run(found, self._founded, self._refused, owner=self)

    def _founded(self, result: Founded) -> None:
        self._result = result
        known = {founder.id: founder.passphrase for founder in self._founders}
        here = [person for person in result.policy.people if person.id in known]
        self.recovery.offer(
            tuple((person, partial(self._cabinet.keys.unlock, person.id, known[person.id])) for person in here)
        )
        self._go(RECOVERY)
        self.founded.emit()

    def _refused(self, error: Exception) -> None:
        self._passphrases, self._founders = [], ()
        self._go(PEOPLE)
        self._error.setText(say_problem(error))

    def _show_summary(self) -> None:
        clear(self._summary)
        if self._result is None:
            return
        policy = self._result.policy
        single = policy.single_handed
        head = (
            self.tr("“One pair of eyes”: {name} alone decides what is on the walls, and so does whoever has that key "
                    "and its passphrase. Raise it on the page “Keys and authority” once others have keys.")
            if single
            else self.tr("“Four eyes”: nobody decides alone.")
        )  # fmt: skip
        inner = column(label(head.format(name=policy.people[0].name), "strong", wrap=True), margins=SPACE_M)
        self._summary.addWidget(frame("banner-warning" if single else "banner-good", inner))
        for sentence in rule_sentences(policy):
            self._summary.addWidget(label(f"•  {sentence}", "", wrap=True))
        print_words = self.tr("Write down the fingerprint of this installation; other desks compare it:")
        self._summary.addWidget(label(print_words, "soft", wrap=True))
        self._summary.addWidget(label(self._result.fingerprint, "heading", selectable=True))
        missing = self.recovery.missing
        if missing:
            words = self.tr("Still without a recovery file: {names}. Make it on the page “Keys and authority”.")
            self._summary.addWidget(label(words.format(names=listed(missing)), "error", wrap=True))
        if not single:
            words = self.tr(
                "Carry each key to its owner's computer: “Keys and authority”, “Copy to a stick”, then remove it here."
            )
            self._summary.addWidget(label(words, "soft", wrap=True))
        self._summary.addWidget(label(self.tr("Next: add your wall, and pair its player."), "soft", wrap=True))
