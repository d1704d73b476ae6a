"""The library: drop files in, see what there is, find it again, write announcements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QStackedWidget, QWidget

from displayctl.api.accounts import Role
from displayctl.api.models import MediumInfo, MediumKind
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.presenters.media_words import kind_words
from displayctl.desktop.stream_window import StreamWindow
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.jobs_strip import JobsStrip
from displayctl.desktop.widgets.media_grid import MediaGrid, MediaModel
from displayctl.desktop.widgets.medium_details import MediumDetails
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, set_role

PATTERNS = "*.jpg *.jpeg *.png *.webp *.avif *.gif *.heic *.heif *.pdf *.mp4 *.mov *.mkv *.webm *.m4v *.mpg *.ts"


@dataclass(frozen=True, slots=True)
class KeptLibrary:
    """Where the operator was in the library."""

    search: str
    kind: int
    medium_id: str
    unsaved: Unsaved | None


class LibraryPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAcceptDrops(True)
        self.uploads = desk.uploads
        self.uploads.refused.connect(self._upload_refused)
        self.model = MediaModel()
        self.grid = MediaGrid(self.model, desk.pictures)
        self.details = desk.myself.guarded(MediumDetails(desk), Role.EDITOR)
        self.details.told.connect(self.told)
        self.details.edit_asked.connect(self.edit)
        self._editor: AnnouncementEditor | None = None
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self.redraw)
        self.grid.selectionModel().selectionChanged.connect(self._show_chosen)
        QShortcut(QKeySequence.StandardKey.Delete, self.grid, self._delete, context=Qt.ShortcutContext.WidgetShortcut)
        self.redraw()

    def _build(self) -> None:
        self._count = label("", "soft")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search title, file or tag (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(270)
        self.search.textChanged.connect(self.redraw)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.addItem(self.tr("All kinds"), None)
        for kind in MediumKind:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.currentIndexChanged.connect(self.redraw)
        bar = row(
            label(self.tr("Library"), "title"),
            self._count,
            None,
            self.search,
            self.kind,
            self._guarded(button(self.tr("New announcement"), self.new_announcement, "", "megaphone")),
            self._guarded(button(self.tr("Live stream…"), self.new_stream, "", "camera")),
            self._guarded(button(self.tr("Add files…"), self.choose_files, "primary", "plus")),
        )
        bar.setStretch(bar.indexOf(self.search), 4)
        self.jobs = JobsStrip(self._desk, self.uploads)
        self._places = QStackedWidget()
        self._places.addWidget(self.grid)
        self._places.addWidget(self._empty_library())
        self._places.addWidget(
            EmptyState(
                "search", self.tr("Nothing found"), self.tr("No title, file name or tag has these words. Try fewer.")
            )
        )
        self._side = QStackedWidget()
        self._side.setFixedWidth(336)
        self._side.addWidget(frame("panel", column(self._nothing_chosen())))
        self._side.addWidget(self.details)
        self._ground = frame("card", column(self._places, margins=6))
        middle = row(self._ground, self._side, spacing=SPACE_M)
        middle.setStretch(0, 1)
        layout = column(bar, self.jobs, middle, spacing=SPACE_M)
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _guarded(self, made: QPushButton) -> QPushButton:
        return self._desk.myself.guarded(made, Role.EDITOR)

    def _empty_library(self) -> EmptyState:
        return EmptyState(
            "library",
            self.tr("The library is empty"),
            self.tr(
                "Drop pictures, videos or PDF files here, or write an announcement. "
                "They are fitted to every wall by themselves."
            ),
            self._guarded(button(self.tr("Add files…"), self.choose_files, "primary", "plus")),
            self._guarded(button(self.tr("New announcement"), self.new_announcement, "", "megaphone")),
        )

    def _nothing_chosen(self) -> EmptyState:
        return EmptyState(
            "picture",
            self.tr("Nothing chosen"),
            self.tr("Click a card to see it large and to change its title, fit and expiry."),
        )

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.search

    def refresh(self) -> None:
        self._desk.pictures.forget_missing()
        self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)

    def keep(self) -> KeptLibrary:
        medium = self.details.medium if self._side.currentIndex() else None
        return KeptLibrary(
            self.search.text(), self.kind.currentIndex(), medium.id if medium else "", self.details.unsaved()
        )

    def restore(self, kept: KeptLibrary) -> None:
        self.search.setText(kept.search)
        self.kind.setCurrentIndex(kept.kind)
        number = self.model.row_of(kept.medium_id)
        if number is not None:
            self.grid.setCurrentIndex(self.model.index(number))
            if kept.unsaved is not None:
                self.details.take_unsaved(kept.unsaved)

    # Showing

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.MEDIUM:
            self.redraw()

    def redraw(self) -> None:
        """Show what the search and the kind let through."""
        every = self._desk.catalogue.media
        shown = [medium for medium in every if self._wanted(medium)]
        chosen = self.details.medium.id if self.details.medium and self._side.currentIndex() else ""
        self.model.show_media(shown)
        self._places.setCurrentIndex(0 if shown or not self._desk.catalogue.loaded else 2 if every else 1)
        words = self.tr("{count} items") if len(shown) != 1 else self.tr("{count} item")
        self._count.setText(words.format(count=len(shown)) if every else "")
        row_number = self.model.row_of(chosen) if chosen else None
        if row_number is not None:
            self.grid.setCurrentIndex(self.model.index(row_number))
            self.details.show_medium(self.model.media[row_number])
        elif chosen:
            self._side.setCurrentIndex(0)

    def _wanted(self, medium: MediumInfo) -> bool:
        kind = self.kind.currentData()
        if kind is not None and medium.kind != kind:
            return False
        words = self.search.text().casefold().split()
        text = " ".join((medium.title, medium.source_name, *medium.tags)).casefold()
        return all(word in text for word in words)

    def _show_chosen(self) -> None:
        indexes = self.grid.selectedIndexes()
        if len(indexes) == 1:
            self.details.show_medium(indexes[0].data(Qt.ItemDataRole.UserRole))
            self._side.setCurrentIndex(1)
        elif not indexes:
            self._side.setCurrentIndex(0)

    def _delete(self) -> None:
        if len(self.grid.selectedIndexes()) == 1:
            self.details.delete_asked()

    # Adding

    def choose_files(self) -> None:
        """Ask for files and send them."""
        dialog = QFileDialog(self, self.tr("Add files to the library"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, False)
        dialog.setNameFilters(
            [self.tr("Pictures, videos, PDF ({patterns})").format(patterns=PATTERNS), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.uploads.add(Path(name) for name in names))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            set_role(self._ground, "banner-good")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_role(self._ground, "card")

    def dropEvent(self, event: QDropEvent) -> None:
        set_role(self._ground, "card")
        self.uploads.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()

    def _upload_refused(self, name: str, why: str) -> None:
        self.told.emit(f"{name}: {why}", "danger")

    # Announcements

    def new_announcement(self) -> None:
        """Open the editor on an empty announcement."""
        self._open_editor(None)

    def edit(self, medium: MediumInfo) -> None:
        """Open the editor, or the window of a live stream, on one that exists."""
        if medium.kind is MediumKind.STREAM:
            self._open_stream(medium)
        else:
            self._open_editor(medium)

    def new_stream(self) -> None:
        """Ask for the address of a live stream."""
        self._open_stream(None)

    def _open_stream(self, medium: MediumInfo | None) -> None:
        window = StreamWindow(self._desk, medium, self)
        window.told.connect(self.told)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _open_editor(self, medium: MediumInfo | None) -> None:
        editor = AnnouncementEditor(self._desk, medium, self)
        editor.told.connect(self.told)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()
        self._editor = editor
