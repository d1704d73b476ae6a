"""The week on paper: chosen at the left, seen as it will be at the right, then saved as PDF or printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from displayctl.api.client import HubClient
from displayctl.api.models import MediumInfo
from displayctl.desk.believing import Beliefs
from displayctl.desk.papers.columns import Signers
from displayctl.desk.papers.sheets import Paper, Sheets
from displayctl.desk.printing import MOST_WALLS, Source, WeekWish, fetch_approvers, fetch_week_paper
from displayctl.desk.saving import save_file
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import week_words
from displayctl.desktop.schedule_tools.paper_page import PaperPage
from displayctl.desktop.widgets.choices import TickList, date_edit, to_date
from displayctl.desktop.widgets.pieces import button, clear, column, field, label, row, rule, scrolled
from displayctl.errors import PaperRefused
from schedules.clock import Clock

SIDE_PX, PAGE_PX, WALLS_PX, MOST_SEEN, LONGEST_NAME = 290, 640, 130, 24, 120
TYPED_MS = 500


@dataclass(frozen=True, slots=True)
class _Laid:
    """A paper with its first pages as pictures; and the size of its letters does not depend on where it is shown."""

    paper: Paper
    pages: int
    pictures: tuple[QImage, ...]
    pdf: bytes


class PrintWindow(QDialog):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, monday: date, display_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self._laid: _Laid | None = None
        self._approvers_of = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPED_MS)
        self._soon.timeout.connect(self.look)
        self.setWindowTitle(self.tr("The week on paper"))
        self.resize(1040, 660)
        self._make(monday, display_id)
        self._build()
        self.look()

    def _make(self, monday: date, display_id: str) -> None:
        catalogue = self._desk.catalogue
        self.group = QComboBox()
        self.group.addItems(list(catalogue.groups))
        chosen = next((kept.value for kept in catalogue.displays if kept.id == display_id), None)
        if chosen is not None:
            self.group.setCurrentText(chosen.groups[0])
        self.walls = TickList()
        self._offer_walls()
        if chosen is not None:
            self.walls.tick((chosen.id,))
        self.day = date_edit(monday)
        self.source = QComboBox()
        self.source.addItem(self.tr("The draft"), Source.DRAFT)
        self.source.addItem(self.tr("What is on air"), Source.ON_AIR)
        self.across = QCheckBox(self.tr("A4 across"))
        self.prepared, self.checked, self.approved = QLineEdit(self._desk.myself.name), QLineEdit(), QLineEdit()
        for edit in (self.prepared, self.checked, self.approved):
            edit.setMaxLength(LONGEST_NAME)
            edit.textEdited.connect(lambda _: self._soon.start())
        self.group.activated.connect(lambda _: self._group_chosen())
        self.walls.changed.connect(self.look)
        self.day.dateChanged.connect(lambda _: self.look())
        self.source.activated.connect(lambda _: self.look())
        self.across.clicked.connect(lambda: self.look())

    def _build(self) -> None:
        ticks = scrolled(self.walls)
        ticks.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        ticks.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ticks.setMaximumHeight(WALLS_PX)
        form = QWidget()
        inner = column(
            field(self.tr("Group"), self.group),
            field(self.tr("Walls"), ticks),
            field(self.tr("The week of"), self.day),
            field(self.tr("Which programme"), self.source),
            self.across,
            rule(),
            field(self.tr("Prepared by"), self.prepared),
            field(self.tr("Checked by"), self.checked),
            field(self.tr("Approved by"), self.approved),
            None,
            spacing=SPACE_M,
        )
        inner.setContentsMargins(0, 0, SPACE_M, 0)
        form.setLayout(inner)
        side = scrolled(form)
        side.setFixedWidth(SIDE_PX)
        self._pages = column(spacing=SPACE_M, margins=SPACE_M)
        shown = QWidget()
        shown.setLayout(self._pages)
        self._preview = scrolled(shown)
        self._preview.setAccessibleName(self.tr("The pages"))
        self._state = label("", "soft", wrap=True)
        self.pdf_button = button(self.tr("Save as PDF…"), self.ask_file, "", "save")
        self.print_button = button(self.tr("Print…"), self.ask_printer, "primary")
        close = button(self.tr("Close"), self.reject)
        for each in (self.pdf_button, self.print_button, close):
            each.setAutoDefault(False)
        middle = row(side, spacing=SPACE_L)
        middle.addWidget(self._preview, 1)
        foot = row(self._state, close, self.pdf_button, self.print_button, spacing=SPACE_S)
        foot.setStretch(0, 1)
        layout = column(middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    # What is chosen

    def _offer_walls(self) -> None:
        group = self.group.currentText()
        walls = [kept for kept in self._desk.catalogue.displays if kept.value.groups[0] == group]
        self.walls.offer((kept.id, kept.value.name) for kept in walls)
        self.walls.tick(kept.id for kept in walls[:MOST_WALLS])

    def _group_chosen(self) -> None:
        self._offer_walls()
        self.look()

    @property
    def wish(self) -> WeekWish:
        """What the window says now."""
        day = to_date(self.day.date())
        return WeekWish(
            group=self.group.currentText(),
            monday=day - timedelta(days=day.weekday()),
            display_ids=self.walls.ticked,
            source=Source(self.source.currentData()),
            signers=Signers(self.prepared.text().strip(), self.checked.text().strip(), self.approved.text().strip()),
            landscape=self.across.isChecked(),
        )

    # Seeing it

    def look(self) -> None:
        """Lay the paper out anew, elsewhere."""
        wish, client, media = self.wish, self._desk.hub.client, self._desk.catalogue.media
        self._laid = None
        self._asked += 1  # what is being laid out is not wanted any more
        self._offer()
        if not wish.display_ids:
            clear(self._pages)
            self._state.setText(self.tr("Tick at least one wall."))
            return
        self._state.setText(self.tr("Laying out…"))
        asked, clock = self._asked, self._desk.clock
        self._desk.tasks.run(
            lambda: _lay(client, wish, media, clock),
            lambda laid: self._show(asked, laid),
            lambda error: self._failed(asked, error),
            owner=self,
        )
        self._ask_approvers(wish.group)

    def _ask_approvers(self, group: str) -> None:
        """Those who approve by the policy, once for each group, where nobody has typed a name."""
        if group == self._approvers_of or self.approved.text():
            return
        self._approvers_of = group
        client, beliefs = self._desk.hub.client, Beliefs(self._desk.installation.keys_folder)
        self._desk.tasks.run(lambda: fetch_approvers(client, beliefs, group), self._name_approvers, owner=self)

    def _name_approvers(self, names: str) -> None:
        if names and not self.approved.text():
            self.approved.setText(names[:LONGEST_NAME])
            self.look()

    def _show(self, asked: int, laid: _Laid) -> None:
        if asked != self._asked:
            return
        self._laid = laid
        clear(self._pages)
        for number, picture in enumerate(laid.pictures):
            page = PaperPage(picture, self.tr("Page {number}").format(number=number + 1))
            self._pages.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch(1)
        self._state.setText(
            self.tr("{week}; pages: {count}").format(week=week_words(self.wish.monday), count=laid.pages)
        )
        self._offer()

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            clear(self._pages)
            self._state.setText(say_problem(error))

    def _offer(self) -> None:
        for each in (self.pdf_button, self.print_button):
            each.setEnabled(self._laid is not None)

    # Having it

    def ask_file(self) -> None:
        """Ask where the PDF goes, then save and open it."""
        dialog = QFileDialog(self, self.tr("Save the paper"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("Papers (*.pdf)"))
        dialog.selectFile(f"jadwal-{self.wish.monday:%G-W%V}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name), show=True))
        dialog.open()

    def save(self, path: Path, *, show: bool = False) -> None:
        """Write the paper to `path`, and have it opened where `show` says so."""
        laid = self._laid
        if laid is None:
            return
        self._desk.tasks.run(
            lambda: save_file(path, laid.pdf), lambda _: self._saved(path, show), self._not_done, owner=self
        )

    def _saved(self, path: Path, show: bool) -> None:
        self.told.emit(self.tr("Saved as {path}").format(path=path), "good")
        self._state.setText(self.tr("Saved as {path}").format(path=path))
        if show:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def ask_printer(self) -> None:
        """The system's own dialog, then on paper."""
        if self._laid is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(Sheets(Paper("", (), "", self.wish.landscape)).page_layout())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper, elsewhere."""
        laid = self._laid
        if laid is None:
            return
        self._desk.tasks.run(
            lambda: _print(laid.paper, printer),
            lambda _: self._state.setText(self.tr("Handed to the printer.")),
            self._not_done,
            owner=self,
        )

    def _not_done(self, error: Exception) -> None:
        self._state.setText(say_problem(error))


def _lay(client: HubClient, wish: WeekWish, media: tuple[MediumInfo, ...], clock: Clock) -> _Laid:
    paper = fetch_week_paper(client, wish, media, clock.now())
    sheets = Sheets(paper)
    pictures = tuple(sheets.picture(page, PAGE_PX) for page in range(min(sheets.pages, MOST_SEEN)))
    return _Laid(paper, sheets.pages, pictures, sheets.as_pdf())


def _print(paper: Paper, printer: QPrinter) -> None:
    """All pages; the paper is laid out anew, as it belongs to the thread that prints. Raises PaperRefused."""
    sheets = Sheets(paper)
    painter = QPainter()
    if not painter.begin(printer):
        raise PaperRefused("the printer does not take the paper; look whether it is switched on, or save it as PDF")
    try:
        scale = printer.pageRect(QPrinter.Unit.DevicePixel).width() / sheets.room.width()
        painter.scale(scale, scale)
        for page in range(sheets.pages):
            if page:
                printer.newPage()
            sheets.paint(painter, page)
    finally:
        painter.end()
