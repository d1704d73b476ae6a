"""Recovery files: for each person a file on a stick and a page with a code that is printed and put into a safe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from content.studio.key_folder import RecoveryFiles
from content.studio.operators import Operator
from content.studio.sealed_keys import OperatorKey
from displayctl.desk.unlocking import KeyCabinet
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import button, clear, column, label, row, scrolled, set_role


class RecoveryStep(QWidget):
    """Signal: `made` whenever a person has their recovery file."""

    made = Signal()

    def __init__(self, desk: Desk, cabinet: KeyCabinet) -> None:
        super().__init__()
        self._desk, self._cabinet = desk, cabinet
        self.folder = PickFile(self.tr("Where to save: a USB stick, not this computer"))
        self._list: QVBoxLayout = column(spacing=SPACE_S)
        self.lines: list[RecoveryLine] = []
        inner = QWidget()
        inner.setLayout(column(self._list, None, spacing=SPACE_S))
        layout = column(
            label(self.tr("Recovery files"), "heading"),
            label(
                self.tr(
                    "A forgotten passphrase or a dead computer is no disaster with these. The file stays on the "
                    "stick in a drawer, the printed page in the safe: whoever has both can sign in that name."
                ),
                "soft",
                wrap=True,
            ),
            self.folder,
            scrolled(inner),
            spacing=SPACE_M,
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def offer(self, people: tuple[tuple[Operator, Callable[[], OperatorKey]], ...]) -> None:
        """Offer recovery files for people, each with a way to their key (called in another thread)."""
        clear(self._list)
        self.lines = []
        for person, unlock in people:
            line = RecoveryLine(self._desk, person, self._maker(unlock))
            line.made.connect(self.made)
            self.lines.append(line)
            self._list.addWidget(line)

    def forget(self) -> None:
        """Let go of the ways to the keys, which may hold passphrases; nothing more is saved here."""
        for line in self.lines:
            line.forget()

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of those who have no recovery file yet."""
        return tuple(line.name for line in self.lines if line.files is None)

    def _maker(self, unlock: Callable[[], OperatorKey]) -> Callable[[], Callable[[], RecoveryFiles]]:
        """What reads the folder here, and gives what is to be done in another thread."""
        keys, clock = self._cabinet.keys, self._desk.clock

        def prepare() -> Callable[[], RecoveryFiles]:
            folder, hindrance = self.folder.path, self.tr("Choose where to save first.")

            def make() -> RecoveryFiles:
                if folder is None:
                    raise FileNotFoundError(hindrance)
                return keys.make_recovery(unlock(), folder, clock.now())

            return make

        return prepare


class RecoveryLine(QFrame):
    """One person: save, print, and delete the page. Signal: `made`."""

    made = Signal()

    def __init__(self, desk: Desk, person: Operator, make: Callable[[], Callable[[], RecoveryFiles]]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._make: Callable[[], Callable[[], RecoveryFiles]] | None = make
        self.name = person.name
        self.files: RecoveryFiles | None = None
        self._state: QLabel = label(self.tr("not saved yet"), "chip-warning")
        self._words = label("", "caption", wrap=True)
        self._words.hide()
        self.save_button: QPushButton = button(self.tr("Save"), self.save, "primary", "save")
        self._print = button(self.tr("Print the page…"), self.print_page, "", "document")
        self._delete = button(self.tr("Printed: delete the page"), self.delete_page, "quiet")
        for made in (self._print, self._delete):
            made.hide()
        head = row(label(person.name, "strong"), self._state, None, self.save_button, self._print, self._delete)
        inner = column(head, self._words, spacing=2)
        inner.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self.setLayout(inner)

    def save(self) -> None:
        """Write the file and the page."""
        if self._make is None:
            return
        self.save_button.setEnabled(False)
        self._desk.tasks.run(self._make(), self._saved, self._failed, owner=self)

    def forget(self) -> None:
        """Let go of the way to the key."""
        self._make = None
        self.save_button.setEnabled(False)

    def _saved(self, files: RecoveryFiles) -> None:
        self.files = files
        self.save_button.hide()
        self._print.show()
        self._tell(self.tr("saved"), "chip-good", self.tr("{file} and {page}").format(file=files.file, page=files.page))
        self._delete.show()
        self.made.emit()

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        said = str(error) if isinstance(error, FileNotFoundError) and not error.filename else say_problem(error)
        self._tell(self.tr("not saved yet"), "chip-warning", said)

    def print_page(self) -> None:
        """Open the dialog of the printer."""
        if self.files is None:
            return
        try:
            page = self.files.page.read_text(encoding="utf-8")
        except OSError as error:
            self._tell(self.tr("saved"), "chip-good", say_problem(error))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda *_: _print_text(page, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def delete_page(self) -> None:
        """Take the page with the code off the stick, once it is on paper."""
        if self.files is None:
            return
        path: Path = self.files.page
        self._desk.tasks.run(lambda: path.unlink(missing_ok=True), self._page_gone, self._failed, owner=self)

    def _page_gone(self, _: object) -> None:
        self._print.hide()
        self._delete.hide()
        file = "" if self.files is None else str(self.files.file)
        self._tell(self.tr("saved and printed"), "chip-good", file)

    def _tell(self, word: str, role: str, words: str) -> None:
        self._state.setText(word)
        set_role(self._state, role)
        self._words.setText(words)
        self._words.setVisible(bool(words))


def _print_text(text: str, printer: QPrinter) -> None:
    document = QTextDocument()
    document.setDefaultFont(QFont("monospace", 11))
    document.setPlainText(text)
    document.print_(printer)
