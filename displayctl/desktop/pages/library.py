"""The library: drop files in, see what there is, find it again, change many at once, write announcements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSplitter, QWidget

from displayctl.api.accounts import Role
from displayctl.api.models import MediumInfo, MediumKind
from displayctl.desktop.announcement_editor import AnnouncementEditor
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.adding import Adding
from displayctl.desktop.library.chosen_media import ChosenMedia
from displayctl.desktop.library.deleting import ask_to_delete
from displayctl.desktop.library.folders import Folders
from displayctl.desktop.library.ground import ground_of
from displayctl.desktop.library.insight import Insight, insight_of
from displayctl.desktop.library.kept import LONGEST_NAME, KeptFilters
from displayctl.desktop.library.naming import Naming, ask_name
from displayctl.desktop.library.query import Ordered, Query, Texts, found
from displayctl.desktop.library.shelf import LibraryShelf
from displayctl.desktop.library.storage_window import StorageWindow
from displayctl.desktop.library.work import library_work
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.media_words import kind_words
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.stream_window import StreamWindow
from displayctl.desktop.widgets.beside import Beside
from displayctl.desktop.widgets.dropped_files import take_as_copy
from displayctl.desktop.widgets.import_line import ImportLine
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.jobs_strip import JobsStrip
from displayctl.desktop.widgets.list_keys import SearchKeys
from displayctl.desktop.widgets.media_bulk import MediaBulk
from displayctl.desktop.widgets.media_places import EVERYTHING, MediaPlaces, Place, folder_sizes, tag_sizes
from displayctl.desktop.widgets.medium_details import MediumDetails
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, icon_button, label, row, set_role

LOOK_AGAIN_MS = 300
_EMPTY, _NONE_FOUND = range(2)
_TELLING = frozenset({Topic.MEDIUM, Topic.PLAYLIST, Topic.DISPLAY, Topic.SETTINGS})
"""What the smart filters depend on."""


@dataclass(frozen=True, slots=True)
class KeptLibrary:
    """Where the operator was in the library."""

    search: str
    kind: int
    place: Place
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
        self._work = library_work(desk)
        self._work.edits.told.connect(self.told)
        self._work.folder_import.refused.connect(lambda why: self.told.emit(why, "danger"))
        self._kept = KeptFilters(desk.preferences)
        self._folders = Folders(desk, self._work.edits, self._kept, self, self.redraw)
        self._adding = Adding(desk, self._work.folder_import, self, lambda: self.places.place.folder or "")
        self._insight, self._texts, self._ordered = Insight(), Texts(), Ordered()
        self._every: tuple[MediumInfo, ...] = ()
        self._sizes: dict[str, int] = {}
        self._tags: dict[str, int] = {}
        self._redrawing = Redrawing(self, self.redraw)
        self._editor: AnnouncementEditor | None = None
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(LOOK_AGAIN_MS)
        self._look_soon.timeout.connect(self._look_again)
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self._redrawing.ask)
        self.shelf.chosen.connect(self._show_chosen)
        self.shelf.order_changed.connect(self.redraw)
        self.shelf.menu_asked.connect(self._side.open_menu)
        self.shelf.delete_asked.connect(self._delete)
        self.redraw()
        self._look_soon.start()

    def _build(self) -> None:
        self.jobs = JobsStrip(self._desk, self.uploads)
        imports = ImportLine(self._work.folder_import)
        imports.details_asked.connect(self._adding.show_results)
        self._make_places()
        self.storage_button = icon_button("disk", self.tr("Room on the disk…"), self.show_storage)
        self.shelf = LibraryShelf(
            self._desk.pictures,
            self._kept,
            (self._empty_library(), self._none_found()),
            (self._save_filter, self.storage_button),
        )
        self.model, self.grid = self.shelf.model, self.shelf.grid
        self._side = ChosenMedia(self._desk, self._work.edits, frame("panel", column(self._nothing_chosen())))
        self._side.setFixedWidth(324)
        self._side.told.connect(self.told)
        self._side.edit_asked.connect(self.edit)
        self._side.delete_asked.connect(self._ask_delete)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(SPACE_M)
        split.addWidget(frame("card", column(self.places, margins=2)))
        split.addWidget(self.shelf)
        split.setSizes([190, 600])
        split.setStretchFactor(1, 1)
        middle = row(split, self._side, spacing=SPACE_M)
        middle.setStretch(0, 1)
        layout = column(self._make_bar(), imports, self.jobs, middle, spacing=SPACE_M)
        layout.setStretch(3, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _make_bar(self) -> QWidget:
        self._count = label("", "soft")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setToolTip(self.tr("Searches titles, files and tags"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setMaxLength(200)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(270)
        self.search.textChanged.connect(self.redraw)
        SearchKeys(self.search, lambda: self.shelf.view)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.addItem(self.tr("All kinds"), None)
        for kind in MediumKind:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.currentIndexChanged.connect(self.redraw)
        layout = row(
            None,
            self.search,
            self.kind,
            self._guarded(button(self.tr("New announcement"), self.new_announcement, "", "megaphone")),
            self._guarded(icon_button("camera", self.tr("Live stream…"), self.new_stream)),
            self._guarded(icon_button("import", self.tr("Import a folder…"), self._adding.import_folder)),
            self._guarded(button(self.tr("Add files…"), self.choose_files, "primary", "plus")),
        )
        layout.setStretch(layout.indexOf(self.search), 4)
        title = frame("plain", row(label(self.tr("Library"), "title"), self._count, None))
        return Beside(title, frame("plain", layout), spacing=SPACE_S, shares=(0, 1))

    def _make_places(self) -> None:
        self.places = MediaPlaces()
        self.places.setMinimumWidth(168)
        self.places.went.connect(lambda _: self.redraw())
        self.places.moved.connect(self._folders.move)
        self.places.folder_asked.connect(self._folders.ask_new)
        self.places.rename_asked.connect(self._folders.ask_rename)
        self.places.dissolve_asked.connect(self._folders.dissolve)
        self.places.forget_asked.connect(self._forget_filter)
        self._save_filter = icon_button("star", self.tr("Keep this filter…"), self._ask_filter_name)

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

    def _none_found(self) -> EmptyState:
        return EmptyState(
            "search",
            self.tr("Nothing found"),
            self.tr("Nothing here has these words, this kind or lies in this place. Look for less."),
            button(self.tr("Show all media"), self.show_everything),
        )

    def _nothing_chosen(self) -> EmptyState:
        return EmptyState(
            "picture",
            self.tr("Nothing chosen"),
            self.tr("Click a card to see it large and to change it. With Ctrl or Shift you choose several."),
        )

    @property
    def details(self) -> MediumDetails:
        """The panel about one medium."""
        return self._side.details

    @property
    def bulk(self) -> MediaBulk:
        """The panel about many."""
        return self._side.bulk

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.search

    def refresh(self) -> None:
        self._desk.pictures.forget_missing()
        self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)

    def keep(self) -> KeptLibrary:
        medium = self._side.medium
        return KeptLibrary(
            self.search.text(),
            self.kind.currentIndex(),
            self.places.place,
            medium.id if medium else "",
            self._side.unsaved(),
        )

    def restore(self, kept: KeptLibrary) -> None:
        self.search.setText(kept.search)
        self.kind.setCurrentIndex(kept.kind)
        self.places.go_to(kept.place)
        if self.model.row_of(kept.medium_id) is not None:
            self.shelf.choose([kept.medium_id])
            if kept.unsaved is not None:
                self.details.take_unsaved(kept.unsaved)

    # Finding

    @property
    def query(self) -> Query:
        """What is searched for now."""
        place = self.places.place
        saved = self._kept.saved.get(place.saved or "", Query())
        typed, kind = self.search.text(), self.kind.currentData()
        return replace(
            saved,
            words=f"{saved.words} {typed}".strip(),
            kind=MediumKind(kind) if kind is not None else saved.kind,
            smart=place.smart or saved.smart,
            tag=place.tag or saved.tag,
            folder=place.folder if place.folder is not None else saved.folder,
        )

    def show_everything(self) -> None:
        """Take every filter away."""
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.places.go_to(EVERYTHING)

    def _ask_filter_name(self) -> None:
        words = self.tr("What you search for now stays at the left under this name.")
        typed, query = self.search.text().strip(), self.query
        naming = Naming(self.tr("Keep this filter"), words, self.tr("Keep"), typed[:LONGEST_NAME], LONGEST_NAME)
        ask_name(self._desk, self, naming, lambda name: self._keep_filter(name, query))

    def _keep_filter(self, name: str, query: Query) -> None:
        self._kept.save(name, query)
        self.redraw()
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.places.go_to(Place(saved=name))

    def _forget_filter(self, name: str) -> None:
        self._kept.forget(name)
        self.redraw()

    # Showing

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.MEDIUM:
            self._redrawing.ask()
        if topic in _TELLING and not self._look_soon.isActive():
            self._look_soon.start()

    def _look_again(self) -> None:
        ground = ground_of(self._desk.catalogue, self._desk.clock.now())
        self._desk.tasks.run(lambda: insight_of(ground), self._take_insight, owner=self, aside=True)

    def _take_insight(self, insight: Insight) -> None:
        self._insight = insight
        self.places.show_insight(insight)
        self._side.show_insight(insight)
        if self.query.smart is not None:
            self.redraw()

    def redraw(self) -> None:
        """Show what the search, the kind and the place let through."""
        every = self._desk.catalogue.media
        if every is not self._every:  # which it is at every letter typed
            self._every, self._sizes = every, folder_sizes(medium.folder for medium in every)
            self._tags = tag_sizes(medium.tags for medium in every)
            self._texts.forget_others(every)
        self.places.show_places(self._folders.names, self._kept.saved, self._sizes, self._tags)
        self.places.show_insight(self._insight)
        query = self.query
        ordered = self._ordered.of(every, self.shelf.current_order, backwards=self.shelf.backwards)
        shown = found(ordered, query, self._insight, self._texts)
        empty = _NONE_FOUND if every else _EMPTY
        self.shelf.show_media(shown, empty if self._desk.catalogue.loaded else None)
        words = self.tr("{count} items") if len(shown) != 1 else self.tr("{count} item")
        self._count.setText(words.format(count=len(shown)) if every else "")
        self._save_filter.setEnabled(not query.is_everything and self.places.place.saved is None)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._side.show_media(self.shelf.media, self._folders)

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these media, whatever was searched for."""
        wanted = tuple(ids)
        if any(self.model.row_of(name) is None for name in wanted):
            self.show_everything()
        self.shelf.choose(wanted)

    def _delete(self) -> None:
        if len(self.shelf.media) == 1:
            self.details.ask_to_delete()
        elif self.shelf.media:
            self._ask_delete()

    def _ask_delete(self) -> None:
        ask_to_delete(self._desk, self._work.edits, self.shelf.media, self)

    # Room and files
    def choose_files(self) -> None:
        """Ask for files and send them."""
        self._adding.choose_files()

    def show_storage(self) -> None:
        """What the library takes of the disk."""
        window = StorageWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.delete_asked.connect(self._delete_these)
        window.show_asked.connect(lambda name: self.choose([name]))
        window.open()

    def _delete_these(self, ids: tuple[str, ...]) -> None:
        wanted = set(ids)
        media = tuple(medium for medium in self._desk.catalogue.media if medium.id in wanted)
        ask_to_delete(self._desk, self._work.edits, media, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            take_as_copy(event)
            set_role(self.shelf, "banner-good")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_role(self.shelf, "card")

    def dropEvent(self, event: QDropEvent) -> None:
        set_role(self.shelf, "card")
        self._adding.drop(event)

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
