"""Where to look in the library: everything, the smart filters with their counts, saved filters, folders, and tags.

Media dropped on a folder move there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeWidget, QTreeWidgetItem

from displayctl.desktop.library.insight import Insight, Smart
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.library_words import smart_meaning, smart_words
from displayctl.desktop.widgets.media_grid import MIME_MEDIA

_PLACE = Qt.ItemDataRole.UserRole
MOST_TAGS = 40
"""So many of the tags that most media have are listed; the others are found by searching for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the tree. At most one of these is set; none: everything."""

    smart: Smart | None = None
    saved: str | None = None
    folder: str | None = None
    tag: str | None = None


EVERYTHING = Place()


class MediaPlaces(QTreeWidget):
    """Signals: `went` to a Place; `moved` media ids into a folder; `folder_asked` below this one; `rename_asked` and
    `dissolve_asked` of a folder; `forget_asked` of a saved filter."""

    went = Signal(object)
    moved = Signal(object, str)
    folder_asked = Signal(str)
    rename_asked = Signal(str)
    dissolve_asked = Signal(str)
    forget_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setProperty("role", "bare")
        self.setIndentation(12)
        self.setAccessibleName(self.tr("Folders and filters"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self._shown: tuple[object, ...] = ()
        self._counts: dict[Smart, QTreeWidgetItem] = {}
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._place = EVERYTHING
        self.currentItemChanged.connect(self._gone_to)
        rename = QAction(self.tr("Rename…"), self)
        rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        rename.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        rename.triggered.connect(self._ask_rename)
        self.addAction(rename)

    @property
    def place(self) -> Place:
        """Where the operator is."""
        return self._place

    def show_places(
        self, folders: Iterable[str], saved: Iterable[str], sizes: Mapping[str, int], tags: Mapping[str, int]
    ) -> None:
        """Show these folders (with how many media each holds itself), saved filters and tags (with how many media have
        each); the place stays if it can."""
        sorted_tags = tuple(sorted(tags.items(), key=lambda tag: tag[0].casefold()))
        told = tuple(sorted(folders, key=str.casefold)), tuple(saved), tuple(sorted(sizes.items())), sorted_tags
        if told == self._shown:
            return
        self._shown = told
        self.blockSignals(True)
        self.clear()
        self._items, self._counts = {}, {}
        self._add(None, EVERYTHING, self.tr("All media"), "library")
        for smart in Smart:
            self._counts[smart] = self._add(None, Place(smart=smart), smart_words(smart), "filter")
            self._counts[smart].setToolTip(0, smart_meaning(smart))
        for name in told[1]:
            self._add(None, Place(saved=name), name, "star")
        self._add(None, Place(folder=""), self.tr("Without a folder"), "folder")
        for path in told[0]:
            self._add_folder(path, sizes)
        for tag, count in sorted_tags:
            self._add(None, Place(tag=tag), f"{tag} ({count})", "tag")
        self.setCurrentItem(self._items.get(self._place) or self._items[EVERYTHING])
        self.blockSignals(False)
        if self._place not in self._items:
            self._gone_to(self._items[EVERYTHING], None)

    def show_insight(self, insight: Insight) -> None:
        """Show how many media each smart filter holds."""
        for smart, item in self._counts.items():
            count = len(insight.of(smart))
            item.setText(0, f"{smart_words(smart)} ({count})" if count else smart_words(smart))

    def go_to(self, place: Place) -> None:
        """Choose a place, where it exists."""
        item = self._items.get(place)
        if item is not None:
            self.setCurrentItem(item)

    def _add(self, parent: QTreeWidgetItem | None, place: Place, words: str, icon: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setIcon(0, icons.icon(icon, COLOURS.text_soft))
        item.setToolTip(0, words)
        item.setData(0, _PLACE, place)
        if parent is None:
            self.addTopLevelItem(item)
        else:
            parent.addChild(item)
        self._items[place] = item
        return item

    def _add_folder(self, path: str, sizes: Mapping[str, int]) -> QTreeWidgetItem:
        """The folder's item, with those above it."""
        known = self._items.get(Place(folder=path))
        if known is not None:
            return known
        above, _, name = path.rpartition("/")
        parent = self._add_folder(above, sizes) if above else None
        count = sizes.get(path, 0)
        item = self._add(parent, Place(folder=path), f"{name} ({count})" if count else name, "folder")
        if parent is not None:
            parent.setExpanded(True)
        return item

    def _gone_to(self, item: QTreeWidgetItem | None, _: object) -> None:
        if item is not None:
            self._place = item.data(0, _PLACE)
            self.went.emit(self._place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        place = self._place
        folder = place.folder
        menu.addAction(self.tr("New folder…"), lambda: self.folder_asked.emit(folder or ""))
        if folder:
            menu.addAction(self.tr("Rename…"), self._ask_rename)
            menu.addAction(self.tr("Take its media out"), lambda: self.dissolve_asked.emit(folder))
        if place.saved is not None:
            name = place.saved
            menu.addAction(self.tr("Forget this filter"), lambda: self.forget_asked.emit(name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _ask_rename(self) -> None:
        if self._place.folder:
            self.rename_asked.emit(self._place.folder)

    # Dropping media on folders

    def mimeTypes(self) -> list[str]:
        return [MIME_MEDIA]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def dropMimeData(self, parent: QTreeWidgetItem | None, index: int, data: QMimeData, action: Qt.DropAction) -> bool:
        folder = None if parent is None else parent.data(0, _PLACE).folder
        if folder is None or not data.hasFormat(MIME_MEDIA):
            return False
        ids = bytes(data.data(MIME_MEDIA).data()).decode().split("\n")
        self.moved.emit(tuple(ids), folder)
        return True

    def dropEvent(self, event: QDropEvent) -> None:
        # The view would take the rows away from where they came from, as for a move of its own items.
        event.setDropAction(Qt.DropAction.CopyAction)
        super().dropEvent(event)


def tag_sizes(tags: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """How many media have each of the tags that most have."""
    return dict(Counter(chain.from_iterable(tags)).most_common(MOST_TAGS))


def folder_sizes(folders: Iterable[str]) -> dict[str, int]:
    """How many media each folder holds, itself and below."""
    sizes: Counter[str] = Counter()
    for folder, count in Counter(folders).items():  # thousands of media lie in a few folders
        names = folder.split("/") if folder else []
        for depth in range(len(names)):
            sizes["/".join(names[: depth + 1])] += count
    return dict(sizes)
