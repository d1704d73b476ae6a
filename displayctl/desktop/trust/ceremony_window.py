"""A ceremony: what would change, who has signed, who is still to sign; signed here, carried on a stick, or left at the
hub; with the last signature it holds."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from content.studio.ceremonies import Examined, Need
from content.studio.changes import changes_of
from displayctl.desk.ceremonies import Ceremonies, write_proposal_file
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.policy_words import change_sentence, role_name
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import counted, listed_or
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, rule, scrolled
from displayctl.desktop.widgets.remark import Remark


class CeremonyWindow(QDialog):
    """Signal: `told` a sentence and its kind. Accepted once the change holds."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, ceremonies: Ceremonies, examined: Examined, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._ceremonies, self._examined = desk, ceremonies, examined
        self._cabinet = cabinet_at(desk.installation.keys_folder)
        self.setWindowTitle(self.tr("Ceremony"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(640, 560)
        self._changes, self._needs, self._signers = (column(spacing=SPACE_S) for _ in range(3))
        self._state = label("", "strong", wrap=True)
        self._error = Remark()
        self._carry = button(self.tr("Save on a stick…"), self.choose_folder, "", "save")
        self._leave = button(self.tr("Leave at the hub"), self.leave, "", "publish")
        self.apply_button = button(self.tr("Let it hold"), self.apply, "primary", "check")
        self._build()
        self._show()

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(
            column(
                label(self.tr("What would change"), "field"),
                self._changes,
                SPACE_S,
                label(self.tr("Signatures"), "field"),
                self._needs,
                None,
                spacing=SPACE_S,
                margins=SPACE_S,  # from the frame that says where the keys go
            )
        )
        foot = row(self._carry, self._leave, None, button(self.tr("Close"), self.reject), self.apply_button)
        layout = column(
            label(
                self.tr("Read it to each other before you sign: it is taken from the very bytes."), "soft", wrap=True
            ),
            scrolled(inner),
            self._state,
            self._signers,
            self._error,
            rule(),
            foot,
            spacing=SPACE_M,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    # Showing

    @property
    def examined(self) -> Examined:
        """The proposal with the signatures it has now."""
        return self._examined

    @property
    def error(self) -> str:
        """Why it does not go on."""
        return self._error.text()

    def _show(self) -> None:
        for part in (self._changes, self._needs, self._signers):
            clear(part)
        for change in changes_of(self._examined):
            self._changes.addWidget(label(f"•  {change_sentence(change)}", "", wrap=True))
        for need in _worst(self._examined.needs):
            self._needs.addLayout(self._need_line(need))
        complete = self._examined.complete
        names = listed_or([person.name for person in self._examined.waits_for()])
        waits = self.tr("Still to sign, one of: {names}").format(names=names)
        self._state.setText(self.tr("Everybody has signed who has to.") if complete else waits)
        self._carry.setVisible(not complete)
        self._leave.setVisible(not complete)
        self.apply_button.setVisible(complete)
        self._offer_signing()

    def _need_line(self, need: Need) -> QVBoxLayout:
        one, many = self.tr("{signed} of {count} signature"), self.tr("{signed} of {count} signatures")
        words = counted(one, many, need.threshold, signed=len(need.signed))
        chip = label(words, "chip-warning" if need.missing else "chip-good")
        name = role_name(need.role) + (self.tr(", by the former rules") if need.former else "")
        signed = ", ".join(person.name for person in need.signed)
        lines = column(row(label(name[0].upper() + name[1:], "strong"), None, chip), spacing=1)
        if signed:
            lines.addWidget(label(self.tr("Signed: {names}").format(names=signed), "caption", wrap=True))
        return lines

    def _offer_signing(self) -> None:
        """A button for each person who is asked and whose key is here."""
        here = {person.key for person in self._cabinet.operators()}
        able = [person for person in self._examined.waits_for() if person.key in here]
        for person in able:
            words = self.tr("Sign as {name}").format(name=person.name)
            self._signers.addWidget(button(words, partial(self.sign, person.id), "primary", "key"))
        if self._cabinet.has_former_keys and not self._examined.complete:
            self._signers.addWidget(
                button(self.tr("Sign with this desk's keys"), lambda: self.sign(""), "primary", "key")
            )
        if not able and not self._examined.complete and not self._cabinet.has_former_keys:
            words = self.tr("None of their keys is at this desk. Save the proposal on a stick, or leave it at the hub.")
            inner = column(label(words, "", wrap=True), margins=SPACE_M)
            self._signers.addWidget(frame("banner-warning", inner))

    # Signing, carrying, applying

    def sign(self, operator: str) -> None:
        """Add the signature of `operator`, whose passphrase is asked for where their key is locked."""
        proposal, ceremonies = self._examined.proposal, self._ceremonies
        self._error.setText("")
        run_signed(
            self._desk,
            self,
            lambda key: ceremonies.sign(proposal, key),
            self._signed,
            self._failed,
            operator=operator,
        )

    def _signed(self, examined: Examined) -> None:
        self._examined = examined
        self._show()

    def apply(self) -> None:
        """Let the change hold, on every wall that is connected at once."""
        examined, ceremonies = self._examined, self._ceremonies
        self.apply_button.setEnabled(False)
        self._desk.tasks.run(lambda: ceremonies.apply(examined), self._applied, self._failed, owner=self)

    def _applied(self, _: object) -> None:
        self.told.emit(self.tr("It holds from now on."), "good")
        self.accept()

    def leave(self) -> None:
        """Leave the proposal at the hub, where the others find it on this page."""
        proposal, ceremonies = self._examined.proposal, self._ceremonies
        self._desk.tasks.run(lambda: ceremonies.leave_at_hub(proposal), self._left, self._failed, owner=self)

    def _left(self, _: object) -> None:
        self.told.emit(self.tr("The proposal waits at the hub for the others' signatures."), "good")
        self.reject()

    def choose_folder(self) -> None:
        """Open the chooser of the folder for the proposal."""
        dialog = QFileDialog(self, self.tr("Folder on the stick"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.carry(Path(chosen)))
        dialog.open()

    def carry(self, folder: Path) -> None:
        """Write the proposal into `folder`."""
        proposal = self._examined.proposal
        self._desk.tasks.run(lambda: write_proposal_file(proposal, folder), self._carried, self._failed, owner=self)

    def _carried(self, path: Path) -> None:
        words = self.tr("{path}: open it at the other desk with “Open a proposal…”.")
        self.told.emit(words.format(path=path), "good")
        self.reject()

    def _failed(self, error: Exception) -> None:
        self.apply_button.setEnabled(True)
        self._error.setText(say_problem(error))


def _worst(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Those that miss most first; what is signed already is at the end."""
    return tuple(sorted(needs, key=lambda need: -need.missing))
