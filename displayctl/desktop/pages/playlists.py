"""Playlists: choose one at the left, order its entries in the middle, see it play and find media at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from displayctl.api.accounts import Role
from displayctl.api.models import PartKind, SettingsInfo
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import new_id
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.playlist_name import PlaylistName
from displayctl.desktop.presenters.entry_words import total_length
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.validity import office_today
from displayctl.desktop.presenters.words import duration_words
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.widgets.entry_details import EntryDetails
from displayctl.desktop.widgets.entry_list import EntryList, EntryModel
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.low_room import LowRoom
from displayctl.desktop.widgets.media_shelf import MediaShelf
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.name_rows import NameRows
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row
from displayctl.desktop.widgets.player_view import PlayerView
from displayctl.desktop.widgets.playlist_item import PlaylistItem
from displayctl.desktop.widgets.playlist_sides import PlaylistSides
from displayctl.desktop.widgets.transition_choice import TransitionChoice
from schedules.display import Display
from schedules.playlist import Arrangement, Playlist, PlaylistEntry
from schedules.transition import CUT

LEAST_ENTRIES_PX = 152


class PlaylistsPage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Kept[Playlist] | None = None
        self._wanted = desk.preferences.text("playlist")
        self._rename_new = ""
        self.model = EntryModel()
        self.entries = EntryList(desk, self.model)
        self._redrawing = Redrawing(self, self.redraw)
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(150)
        self._reload.timeout.connect(self._load_preview)
        self._build()
        self.memory = PlaylistName(desk, self.name, self)
        self.memory.told.connect(self.told)
        self._listen()
        self.redraw()

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setAccessibleName(self.tr("Playlists"))
        self.list.setItemDelegate(NameRows(self.list))
        self.list.setSpacing(1)
        self.list.setUniformItemSizes(True)
        self._middle = Stack()
        self._middle.addWidget(self._editor())
        self._middle.addWidget(self._empty_state())
        self._sides = self._both_sides()
        body = row(self._sides.left, self._middle, self._sides.right, spacing=SPACE_M)
        body.setStretch(1, 1)
        bar = row(
            label(self.tr("Playlists"), "title"),
            None,
            self._desk.myself.guarded(button(self.tr("New playlist"), self.make_new, "primary", "plus"), Role.EDITOR),
        )
        layout = column(bar, body, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _editor(self) -> QWidget:
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setAccessibleName(self.tr("Name of the playlist"))
        self.arrangement = QComboBox()
        self.arrangement.setAccessibleName(self.tr("Order"))
        self.arrangement.addItem(self.tr("In this order"), Arrangement.FIXED)
        self.arrangement.addItem(self.tr("By shares of airtime"), Arrangement.SHARES)
        self.transition = TransitionChoice()
        self.transition.kind.setAccessibleName(self.tr("From one item to the next"))
        self.transition.kind.setToolTip(self.tr("From one item to the next"))
        self._total = label("", "soft")
        self.filler = QCheckBox(self.tr("Fills hours without a booking"))
        self.details = EntryDetails(office_today(self._desk.clock))
        self._places = Stack()
        self._places.setMinimumHeight(LEAST_ENTRIES_PX)  # what an empty one says asks for more
        self._places.addWidget(self.entries)
        self._places.addWidget(
            EmptyState(
                "playlist",
                self.tr("This playlist is empty"),
                self.tr("Drag media from the shelf at the right into this place, or double-click them there."),
            )
        )
        for part in (self.name, self.arrangement, self.transition, self.filler, self.details):
            self._desk.myself.guarded(part, Role.EDITOR)
        delete = self._desk.myself.guarded(button(self.tr("Delete"), self.remove, "danger", "trash"), Role.EDITOR)
        head = row(self.name, delete)
        head.setStretch(0, 1)
        order = Flow(self.arrangement, self.transition, spacing=SPACE_S)
        self._details_room = LowRoom(self.details)
        facts = Flow(self._total, self.filler, spacing=SPACE_M)
        inner = column(head, order, facts, self._places, self._details_room, spacing=SPACE_S)
        inner.setStretch(3, 1)
        inner.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        return frame("panel", inner)

    def _empty_state(self) -> QWidget:
        self._no_playlist = EmptyState(
            "playlist",
            self.tr("No playlist yet"),
            self.tr(
                "A playlist is what loops on the walls: pictures, videos and announcements in your order. "
                "Make the first one."
            ),
            self._desk.myself.guarded(button(self.tr("New playlist"), self.make_new, "primary", "plus"), Role.EDITOR),
        )
        return frame("panel", column(self._no_playlist))

    def _both_sides(self) -> PlaylistSides:
        self.player = PlayerView(self._desk)
        self.wall = NameChoice()
        self.wall.setAccessibleName(self.tr("Preview on the wall"))
        self.wall.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shelf = MediaShelf(self._desk)
        heading = row(label(self.tr("Preview"), "strong"), self.wall, spacing=SPACE_M)
        return PlaylistSides(frame("panel", column(self.list, margins=6)), heading, self.player, self.shelf)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sides.follow(self.width())

    def _listen(self) -> None:
        self.list.currentItemChanged.connect(self._chosen)
        self.name.editingFinished.connect(self._rename)
        self.arrangement.activated.connect(self._rearrange)
        self.transition.changed.connect(self._set_transition)
        self.filler.clicked.connect(self._set_filler)
        self.wall.activated.connect(lambda: self._load_preview())
        self.model.edited.connect(self._set_entries)
        self.entries.selectionModel().selectionChanged.connect(lambda *_: self._show_entry())
        self.details.changed.connect(self._change_entry)
        self.details.refused.connect(lambda words: self.told.emit(words, "warning"))
        self.shelf.chosen.connect(lambda medium_id: self.model.insert_media([medium_id]))
        self._desk.catalogue.changed.connect(self._topic_changed)
        self._desk.catalogue.ready.connect(self._redrawing.ask)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.shelf.search

    def refresh(self) -> None:
        self._desk.catalogue.read(Topic.PLAYLIST, Topic.MEDIUM, Topic.SETTINGS)

    def keep(self) -> tuple[str, tuple[int, ...]]:
        """The search in the shelf and the chosen rows; the playlist itself is kept in the preferences."""
        return self.shelf.search.text(), tuple(self.entries.chosen_rows)

    def restore(self, kept: tuple[str, tuple[int, ...]]) -> None:
        search, rows = kept
        self.shelf.search.setText(search)
        if len(rows) == 1 and rows[0] < len(self.model.entries):
            self.entries.setCurrentIndex(self.model.index(rows[0]))

    def pick(self, id: str) -> None:
        """Show the playlist `id`."""
        if self._desk.catalogue.find(Topic.PLAYLIST, id) is not None:
            self._wanted = id
            self._desk.preferences.keep("playlist", id)
            self.redraw()

    # Showing

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.PLAYLIST, Topic.MEDIUM, Topic.DISPLAY, Topic.SETTINGS):
            self._redrawing.ask()

    def redraw(self) -> None:
        """Show from the catalogue; the chosen playlist stays chosen."""
        playlists = self._desk.catalogue.playlists
        wanted = self._wanted if any(kept.id == self._wanted for kept in playlists) else ""
        wanted = wanted or (playlists[0].id if playlists else "")
        self.list.blockSignals(True)
        self.list.clear()
        for kept in playlists:
            self.list.addItem(PlaylistItem(kept, self._words_of))
            if kept.id == wanted:
                self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self._offer_walls()
        self._sides.left.setVisible(bool(playlists))  # an empty list beside a sentence that says so looks broken
        self._middle.setCurrentIndex(0 if playlists else 1)
        self._no_playlist.setVisible(self._desk.catalogue.loaded)
        self._show(wanted)

    def _words_of(self, playlist: Playlist) -> str:
        count = len(playlist.entries)
        words = self.tr("{count} entries") if count != 1 else self.tr("{count} entry")
        length = duration_words(total_length(playlist.entries, self._desk.catalogue.media_by_id))
        return f"{playlist.name}\n{words.format(count=count)} · {length}"

    def _offer_walls(self) -> None:
        chosen = self.wall.currentData()
        self.wall.clear()
        for kept in self._desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        self.wall.setCurrentIndex(max(0, self.wall.findData(chosen)))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._wanted = item.data(Qt.ItemDataRole.UserRole)
            self._desk.preferences.keep("playlist", self._wanted)
            self._show(self._wanted)

    def _show(self, playlist_id: str) -> None:
        before = self._shown
        self._shown = self._desk.catalogue.find(Topic.PLAYLIST, playlist_id) if playlist_id else None
        kept = self._shown
        self.memory.show_name(kept)
        if kept is None:
            self.model.show_entries(())
            self.player.clear()
            self._details_room.hide()
            return
        self.arrangement.setCurrentIndex(self.arrangement.findData(kept.value.arrangement))
        self.transition.show_value(kept.value.transition)
        self.model.show_entries(kept.value.entries)
        self._places.setCurrentIndex(0 if kept.value.entries else 1)
        length = duration_words(total_length(kept.value.entries, self._desk.catalogue.media_by_id))
        self._total.setText(self.tr("One round takes {length}").format(length=length))
        settings = self._desk.catalogue.settings
        self.filler.setChecked(settings is not None and kept.id in settings.filler_ids.values())
        self._show_entry()
        if self._rename_new == kept.id:
            self._rename_new = ""
            self.name.setFocus()
            self.name.selectAll()
        if before is None or before.value != kept.value or before.id != kept.id or self.player.cue is None:
            self._reload.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.memory.offer()

    def _show_entry(self) -> None:
        rows = self.entries.chosen_rows
        kept = self._shown
        if kept is None or len(rows) != 1 or rows[0] >= len(kept.value.entries):
            self._details_room.hide()
            return
        entry = kept.value.entries[rows[0]]
        self.details.show_entry(entry, self._desk.catalogue.find(Topic.MEDIUM, entry.medium_id), kept.value.arrangement)
        self._details_room.show()

    def _load_preview(self) -> None:
        display = self._preview_display()
        if self._shown is None or display is None:
            self.player.clear()
            return
        self.player.load(self._shown.value, self._desk.catalogue.media, display, self._desk.clock.now())

    def _preview_display(self) -> Display | None:
        kept = self._desk.catalogue.find(Topic.DISPLAY, self.wall.currentData() or "")
        return kept.value if kept is not None else None

    # Changing

    def make_new(self) -> None:
        """A new playlist with a name to overwrite."""
        names = {kept.value.name for kept in self._desk.catalogue.playlists}
        name, number = self.tr("New playlist"), 2
        while name in names:
            name, number = f"{self.tr('New playlist')} {number}", number + 1
        playlist = Playlist(new_id(PartKind.PLAYLIST), name)
        self._wanted = self._rename_new = playlist.id
        self._desk.edits.create(PartKind.PLAYLIST, playlist, self.tr("Make {name}").format(name=name))

    def remove(self) -> None:
        """Delete the playlist on show; the hub refuses while it is booked."""
        if self._shown is not None:
            name = self._shown.value.name
            self.memory.let_go()
            self._desk.edits.remove(PartKind.PLAYLIST, self._shown, self.tr("Delete {name}").format(name=name))

    def _replace(self, change: Callable[[Playlist], Playlist], words: str) -> None:
        kept = self._shown
        if kept is None:
            return
        after = change(kept.value)
        if after == kept.value:
            return
        self._desk.edits.replace(PartKind.PLAYLIST, kept, after, words.format(name=after.name))

    def _rename(self) -> None:
        if self._shown is not None:
            self.memory.sent(self._shown.id)
        name = self.name.text().strip()
        if name:
            self._replace(lambda playlist: replace(playlist, name=name), self.tr("Rename {name}"))
        elif self._shown is not None:
            self.name.setText(self._shown.value.name)

    def _rearrange(self) -> None:
        arrangement = Arrangement(self.arrangement.currentData())
        self._replace(lambda playlist: replace(playlist, arrangement=arrangement), self.tr("Order {name}"))

    def _set_transition(self) -> None:
        transition = self.transition.value or CUT
        self._replace(lambda playlist: replace(playlist, transition=transition), self.tr("Transition of {name}"))

    def _set_entries(self, entries: tuple[PlaylistEntry, ...]) -> None:
        if self._shown is None:
            self.told.emit(self.tr("Make a playlist first, then add media to it."), "warning")
            return
        self._replace(lambda playlist: replace(playlist, entries=tuple(entries)), self.tr("Order {name}"))

    def _change_entry(self, entry: PlaylistEntry) -> None:
        rows = self.entries.chosen_rows
        if len(rows) == 1:
            self.model.replace_entry(rows[0], entry)

    def _set_filler(self) -> None:
        """Upon the newest settings: what another desk has changed in them is no hindrance."""
        client, kept, wanted = self._desk.hub.client, self._shown, self.filler.isChecked()
        groups = self._desk.catalogue.groups or ("utama",)
        if kept is None:
            return

        def work() -> SettingsInfo:
            settings = client.settings()
            others = {group: filler for group, filler in settings.filler_ids.items() if filler != kept.id}
            fillers = dict.fromkeys(groups, kept.id) if wanted else others
            return client.put_settings(settings.model_copy(update={"filler_ids": fillers}))

        def refused(error: Exception) -> None:
            self.told.emit(say_problem(error), "danger")
            self.redraw()

        self._desk.tasks.run(work, lambda _: self._desk.catalogue.read(Topic.SETTINGS), refused, owner=self)
