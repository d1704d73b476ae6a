"""The audit trail: who did what to which thing, when and from where; filtered, checked as a chain, exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from displayctl.api.accounts import Role
from displayctl.api.audit import AuditEntry, AuditPage, AuditVerdict
from displayctl.desk.saving import save_file
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.audit_differences import differences
from displayctl.desktop.presenters.audit_vocabulary import instant_words
from displayctl.desktop.presenters.audit_words import action_names, action_words, actor_words, thing_named
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.widgets.beside import Beside
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import button, column, frame, label, row, scrolled, set_role

PAGE_ROWS, DETAILS_PX, SHOWN_DAYS = 200, 306, 30
LEAST_TABLE_PX, LEAST_DETAILS_PX = 580, 150


@dataclass(frozen=True, slots=True)
class _Filter:
    actor: str
    action: str
    starts: datetime
    ends: datetime


class AuditTrailPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entries: list[AuditEntry] = []
        self._asked = 0
        self._build()
        desk.myself.changed.connect(self.refresh)

    def _build(self) -> None:
        self.verify_button = button(self.tr("Check the chain"), self.verify, "", "approve")
        self.export_button = button(self.tr("Export…"), self.export, "", "save")
        bar = row(label(self.tr("Audit trail"), "title"), None, self.verify_button, self.export_button)
        self.actor = QLineEdit()
        self.actor.setPlaceholderText(self.tr("Who"))
        self.actor.setAccessibleName(self.tr("Who"))
        self.actor.setMaxLength(64)
        self.actor.editingFinished.connect(self.refresh)
        self.action = QComboBox()
        self.action.setAccessibleName(self.tr("What was done"))
        self.action.addItem(self.tr("Everything"), "")
        for name, words in sorted(action_names().items(), key=lambda pair: pair[1]):
            self.action.addItem(words, name)
        self.action.activated.connect(lambda: self.refresh())
        today = self._desk.clock.now().astimezone(office_zone()).date()
        self.starts, self.ends = _date(today - timedelta(days=SHOWN_DAYS)), _date(today)
        self.starts.setAccessibleName(self.tr("from"))
        self.ends.setAccessibleName(self.tr("to"))
        for edit in (self.starts, self.ends):
            edit.dateChanged.connect(lambda: self.refresh())
        days = row(label(self.tr("from"), "soft"), self.starts, label(self.tr("to"), "soft"), self.ends)
        filters = Flow(
            self.actor,
            self.action,
            frame("plain", days),
            spacing=SPACE_S,
        )
        self.verdict = label("", "", wrap=True)
        self._verdict_frame = frame("banner-good", column(self.verdict, margins=SPACE_M))
        self._verdict_frame.hide()
        self._why = label("", "soft", wrap=True)
        self._why.hide()
        self.table = self._table()
        self._details = scrolled(QWidget())
        details = frame("panel", column(self._details, margins=SPACE_M))
        details.setMinimumHeight(LEAST_DETAILS_PX)
        self._count = label("", "caption")
        self.more_button = button(self.tr("Show more"), self._read_more)
        left = column(self.table, row(self._count, None, self.more_button), spacing=SPACE_S)
        left.setStretch(0, 1)
        body = Beside(frame("plain", left), details, spacing=SPACE_M, second_px=DETAILS_PX, first_px=LEAST_TABLE_PX)
        layout = column(bar, filters, self._verdict_frame, self._why, body, spacing=SPACE_M)
        layout.setStretch(4, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _table(self) -> QTableWidget:
        made = QTableWidget(0, 4)
        made.setTabKeyNavigation(False)
        made.setHorizontalHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("On what")])
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAlternatingRowColors(True)
        made.setShowGrid(False)
        made.setWordWrap(False)  # else what is too long ends at a word, with room left beside it
        made.verticalHeader().hide()
        header = made.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        to_contents, stretch = QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch
        for at, mode in enumerate((to_contents, to_contents, stretch, stretch)):
            header.setSectionResizeMode(at, mode)
        made.setAccessibleName(self.tr("Audit trail"))
        made.currentCellChanged.connect(lambda row_at, *_: self._show_entry(row_at))
        return made

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.actor

    def keep(self) -> tuple[str, str]:
        """Who and what is looked for."""
        return self.actor.text(), str(self.action.currentData())

    def restore(self, kept: tuple[str, str]) -> None:
        self.actor.setText(kept[0])
        self.action.setCurrentIndex(max(0, self.action.findData(kept[1])))
        self.refresh()

    def refresh(self) -> None:
        """Read the newest entries that match."""
        why = self._desk.myself.hindrance(Role.ADMINISTRATOR)
        for made in (self.verify_button, self.export_button):
            grey(made, why)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if why:
            self._forget()
        else:
            self._read(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _forget(self) -> None:
        """What somebody else was shown is not theirs to see who works here now."""
        self._asked += 1
        self._entries = []
        self.table.setRowCount(0)
        self._count.clear()
        self.more_button.hide()
        self._verdict_frame.hide()
        self._show_lines([])

    def _read_more(self) -> None:
        self._read(len(self._entries))

    def _read(self, offset: int) -> None:
        self._asked += 1
        asked, wanted, client = self._asked, self._filter(), self._desk.hub.client
        self._desk.tasks.run(
            lambda: client.accounts.audit(
                actor=wanted.actor,
                action=wanted.action,
                starts=wanted.starts,
                ends=wanted.ends,
                offset=offset,
                limit=PAGE_ROWS,
            ),
            lambda page: self._show(asked, offset, page),
            lambda error: self._tell(error) if asked == self._asked else None,
            owner=self,
        )

    def _filter(self) -> _Filter:
        first, last = self.starts.date().toPython(), self.ends.date().toPython()
        return _Filter(
            actor=self.actor.text().strip(),
            action=str(self.action.currentData()),
            starts=datetime.combine(first, time(), office_zone()).astimezone(UTC),  # type: ignore[arg-type]
            ends=datetime.combine(last, time(), office_zone()).astimezone(UTC) + timedelta(days=1),  # type: ignore[arg-type]
        )

    def _show(self, asked: int, offset: int, page: AuditPage) -> None:
        if asked != self._asked:
            return
        if offset == 0:
            self._entries = []
            self.table.setRowCount(0)
        names = self._names()
        for entry in page.entries:
            self._entries.append(entry)
            self._add_row(entry, names)
        one, many = self.tr("{shown} of {count} entry"), self.tr("{shown} of {count} entries")
        self._count.setText(counted(one, many, page.total, shown=QLocale().toString(len(self._entries))))
        self.more_button.setVisible(len(self._entries) < page.total)
        if offset == 0 and self._entries:
            self.table.selectRow(0)

    def _names(self) -> dict[str, str]:
        """How people call what entries tell of by its id."""
        catalogue = self._desk.catalogue
        names = {medium.id: medium.title for medium in catalogue.media}
        for parts in (
            catalogue.displays,
            catalogue.playlists,
            catalogue.dayparts,
            catalogue.holidays,
            catalogue.tickers,
        ):
            names |= {kept.id: kept.value.name for kept in parts}
        return names

    def _add_row(self, entry: AuditEntry, names: Mapping[str, str]) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        thing = thing_named(entry, names)
        texts = (instant_words(entry.at), actor_words(entry), action_words(entry.action), thing)
        for place, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)  # of what is long a part is seen
            self.table.setItem(at, place, item)

    def _show_entry(self, at: int) -> None:
        if not 0 <= at < len(self._entries):
            self._show_lines([])
            return
        entry = self._entries[at]
        lines: list[QWidget] = [
            label(action_words(entry.action), "heading", wrap=True),
            label(f"{actor_words(entry)} · {instant_words(entry.at)}", "soft", wrap=True),
            label(self.tr("From {address}").format(address=entry.address or "–"), "caption", wrap=True),
            label(f"{entry.action} · {entry.kind} {entry.id}", "caption", selectable=True, wrap=True),
        ]
        for name, before, after in differences(entry.before, entry.after, self._names()):
            lines.append(label(name or self.tr("Contents"), "field"))
            if entry.before:
                lines.append(label(self.tr("Before: {text}").format(text=before), "soft", selectable=True, wrap=True))
                lines.append(label(self.tr("After: {text}").format(text=after), "", selectable=True, wrap=True))
            else:
                lines.append(label(after, "", selectable=True, wrap=True))
        number = self.tr("Entry {seq}, hash {hash}").format(seq=entry.seq, hash=entry.hash[:16])
        lines.append(label(number, "caption", selectable=True, wrap=True))
        self._show_lines(lines)

    def _show_lines(self, lines: list[QWidget]) -> None:
        made = QWidget()
        made.setProperty("role", "scrolled")
        made.setLayout(column(*lines, None, spacing=SPACE_S))
        self._details.setWidget(made)

    # Checking and exporting

    def verify(self) -> None:
        """Let the hub check every entry against the one before it."""
        client = self._desk.hub.client
        self.verify_button.setEnabled(False)
        self._desk.tasks.run(client.accounts.verify_audit, self._verified, self._not_verified, owner=self)

    def _verified(self, verdict: AuditVerdict) -> None:
        self.verify_button.setEnabled(True)
        if verdict.findings:
            set_role(self._verdict_frame, "banner-danger")
            words = self.tr("The trail was tampered with or damaged:")
            self.verdict.setText("\n".join([words, *(say_sentence(each) for each in verdict.findings)]))
        else:
            set_role(self._verdict_frame, "banner-good")
            one = self.tr("The chain is whole: {count} entry, nothing changed, taken out or moved. Newest: {head}")
            many = self.tr("The chain is whole: {count} entries, nothing changed, taken out or moved. Newest: {head}")
            self.verdict.setText(counted(one, many, verdict.entries, head=verdict.head[:16]))
        self._verdict_frame.show()

    def _not_verified(self, error: Exception) -> None:
        self.verify_button.setEnabled(True)
        self._tell(error)

    def export(self) -> None:
        """Ask for a file: JSON lines from which anybody can check the chain, or CSV for spreadsheets."""
        dialog = QFileDialog(self, self.tr("Export the audit trail"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("JSON lines, with the chain (*.jsonl)"), self.tr("CSV for spreadsheets (*.csv)")]
        )
        dialog.setDefaultSuffix("jsonl")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "jsonl"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, file: Path) -> None:
        """Write the whole trail to `file`; its ending says in which form."""
        client, form = self._desk.hub.client, "csv" if file.suffix == ".csv" else "jsonl"

        def work() -> None:
            save_file(file, client.accounts.export_audit(form))

        words = self.tr("The audit trail is in {file}.").format(file=file)
        self._desk.tasks.run(work, lambda _: self.told.emit(words, "good"), self._tell, owner=self)

    def _tell(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "danger")


def _date(day: object) -> QDateEdit:
    made = QDateEdit(QDate(day.year, day.month, day.day))  # type: ignore[attr-defined]
    made.setCalendarPopup(True)
    made.setDisplayFormat("d MMM yyyy")
    return made
