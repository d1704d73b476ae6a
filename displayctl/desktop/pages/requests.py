"""Requests for airtime: the list at the left, at the right one of them with its files, the rules, and what goes on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from displayctl.api.accounts import Role
from displayctl.api.request_states import FOLLOWING, OPEN, RequestLinkKind, RequestState
from displayctl.api.requests import Airings, Check, Request, RequestBrief, RequestFile, RequestLink
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.requests.announcing import announcement_for
from displayctl.desktop.requests.answer_window import AnswerWindow
from displayctl.desktop.requests.book_window import BookWindow
from displayctl.desktop.requests.deeds import RequestDeeds
from displayctl.desktop.requests.details import RequestDetails
from displayctl.desktop.requests.finder import RequestFinder
from displayctl.desktop.requests.request_form import RequestForm
from displayctl.desktop.requests.request_list import RequestList
from displayctl.desktop.requests.settings_window import RequestSettingsWindow
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, scrolled

LIST_PX = 330
FOUND, NONE, NOT_FOUND = range(3)
HANDLERS = (Role.EDITOR, Role.APPROVER)
BOOKABLE = frozenset({RequestState.ACCEPTED, RequestState.SCHEDULED, RequestState.BROADCAST})
PAGES_OF = {RequestLinkKind.MEDIUM: "library", RequestLinkKind.PLAYLIST: "playlists", RequestLinkKind.SLOT: "schedule"}


class RequestsPage(QWidget):
    """Signals: `told` a sentence and its kind; `place_asked` with the Place of a thing that was made of a request."""

    told = Signal(str, str)
    place_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self.list, self.details = RequestList(), RequestDetails(desk)
        self._deeds = RequestDeeds(desk, self)
        self._build()
        self._connect()
        self.redraw()

    # Building

    def _build(self) -> None:
        self.finder = RequestFinder()
        self._count = label("", "soft")
        self.settings_button = button(self.tr("Settings…"), self.open_settings, "", "settings")
        self.new_button = self._guarded(button(self.tr("New request…"), self.new_request, "primary", "plus"))
        head = row(label(self.tr("Requests"), "title"), self._count, None, self.settings_button, self.new_button)
        left = column(self.finder, frame("card", column(self.list, margins=1)), spacing=SPACE_S)
        left.setStretch(1, 1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(LIST_PX)
        self._area = scrolled(self.details)
        card = column(self._area, self._actions(), spacing=SPACE_S, margins=SPACE_M)
        card.setStretch(0, 1)
        self._places = Stack()
        self._places.addWidget(frame("panel", card))
        self._places.addWidget(
            EmptyState(
                "request",
                self.tr("No request"),
                self.tr("Requests of agencies appear here. Type in what came by letter or chat with “New request”."),
            )
        )
        self._places.addWidget(self._nothing_found())
        body = row(side, self._places, spacing=SPACE_M)
        body.setStretch(1, 1)
        layout = column(head, body, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _nothing_found(self) -> EmptyState:
        words = self.tr("No request has the words, the state and the agency that are chosen at the left.")
        show = button(self.tr("Show all requests"), self.finder.want_all, "", "list")
        return EmptyState("search", self.tr("Nothing found"), words, show)

    def _actions(self) -> QWidget:
        self.seen_button = button(self.tr("Looked at"), partial(self.decide, RequestState.SEEN), "", "check")
        self.announce_button = button(self.tr("Announcement…"), self.announce, "", "megaphone")
        self.book_button = button(self.tr("Book…"), self.book, "", "calendar")
        self.withdraw_button = button(self.tr("Withdraw…"), self.withdraw, "", "close")
        self.answer_button = button(self.tr("Answer…"), self.answer, "primary", "edit")
        bar = QWidget()
        work = (self.seen_button, self.announce_button, self.book_button, self.answer_button)
        bar.setLayout(Flow(self.withdraw_button, *work, spacing=SPACE_S, to_right=True))
        return bar

    def _guarded(self, made: QPushButton) -> QPushButton:
        return self._desk.myself.guarded(made, *HANDLERS)

    def _connect(self) -> None:
        catalogue, details = self._desk.catalogue, self.details
        catalogue.changed.connect(self._topic_changed)
        catalogue.ready.connect(self.redraw)
        self._desk.myself.changed.connect(self._offer)
        self.finder.changed.connect(self.redraw)
        ListKeys(self.list, self.finder.search)
        self.list.chosen.connect(self._look)
        self._deeds.changed.connect(self._changed)
        self._deeds.told.connect(self.told)
        self._deeds.refused.connect(self._refused)
        details.edit_asked.connect(self.edit)
        details.attach_asked.connect(self.choose_files)
        details.checklist.saved.connect(self._check)
        details.files.look_asked.connect(self._deeds.look_at)
        details.files.save_asked.connect(self._ask_where)
        details.files.take_in_asked.connect(self.take_in)
        details.links.show_asked.connect(self._show_link)
        details.links.removal_asked.connect(self._unlink)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.finder.search

    def refresh(self) -> None:
        """Read everything anew."""
        self._desk.catalogue.read(Topic.REQUEST, Topic.REQUEST_SETTINGS)
        self._look(self.list.current_id)

    def keep(self) -> tuple[str, int, str]:
        """What is searched for, which states, and the one on show."""
        return self.finder.search.text(), self.finder.state.currentIndex(), self.list.current_id

    def restore(self, kept: tuple[str, int, str]) -> None:
        self.finder.search.setText(kept[0])
        self.finder.state.setCurrentIndex(kept[1])
        self.redraw()
        self.list.pick(kept[2])

    def pick(self, id: str) -> None:
        """Show this request, whatever was searched for."""
        if id not in {each.id for each in self.shown}:
            self.finder.want_all()
            self.redraw()
        self.list.pick(id)

    # The list

    @property
    def shown(self) -> tuple[RequestBrief, ...]:
        """What search, state and agency let through."""
        return self.finder.found(self._desk.catalogue.requests)

    def redraw(self) -> None:
        """Show what the catalogue holds, on the same one as before."""
        self.finder.offer_agencies(self._desk.catalogue.requests)
        shown = self.shown
        words = self.tr("{count} requests") if len(shown) != 1 else self.tr("{count} request")
        self._count.setText(words.format(count=len(shown)))
        nothing = NOT_FOUND if self._desk.catalogue.requests else NONE
        self._places.setCurrentIndex(FOUND if shown else nothing)
        self.list.show_requests(shown)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.REQUEST:
            self.redraw()
        shown = self.details.request
        if shown is None:
            return
        newest = self._desk.catalogue.find(Topic.REQUEST, shown.id)
        overtaken = newest is not None and newest.version > shown.version
        if (topic == Topic.REQUEST and overtaken) or topic == Topic.REQUEST_SETTINGS:
            self._look(self.list.current_id)

    # One request

    def _look(self, request_id: str) -> None:
        self._asked += 1
        if not request_id:
            self.details.request = None
            return
        asked, client = self._asked, self._desk.hub.client

        def work() -> tuple[Request, Airings]:
            return client.requests.one(request_id), client.requests.airings(request_id)

        self._desk.tasks.run(
            work, lambda read: self._looked(*read) if asked == self._asked else None, self._tell, owner=self
        )

    def _looked(self, request: Request, airings: Airings) -> None:
        catalogue = self._desk.catalogue
        walls = {kept.id: kept.value.name for kept in catalogue.displays}
        if self.details.request is None or self.details.request.id != request.id:
            self._area.verticalScrollBar().setValue(0)
        self.details.show_request(request, airings, catalogue.request_settings, walls, self._zone)
        self._offer()

    def _changed(self, request: Request) -> None:
        """The hub has answered a change; its event brings the line in the list. Somebody may look at another by now."""
        if self.list.current_id == request.id:
            self._look(request.id)
        self._desk.catalogue.read(Topic.REQUEST)

    @property
    def _zone(self) -> ZoneInfo:
        return office_zone()

    def _offer(self) -> None:
        request, why = self.details.request, self._desk.myself.hindrance(*HANDLERS)
        if request is None:
            return
        following = FOLLOWING[request.state]
        again = request.state is RequestState.DECLINED
        self.seen_button.setText(self.tr("Look at it again") if again else self.tr("Looked at"))
        self.seen_button.setVisible(again or request.state is RequestState.NEW)
        self.withdraw_button.setVisible(RequestState.WITHDRAWN in following)
        bookable = request.state in BOOKABLE
        self.announce_button.setVisible(request.state in OPEN)
        self.book_button.setVisible(bookable or request.state in OPEN)
        self.answer_button.setVisible(request.state is not RequestState.CLOSED)
        for made in (self.seen_button, self.withdraw_button, self.answer_button):
            grey(made, why)
        edits = self._desk.myself.hindrance(Role.EDITOR)
        grey(self.announce_button, edits)
        grey(self.book_button, edits or ("" if bookable else self.tr("Accept it first, with “Answer…”.")))

    # What is done with it

    def decide(self, state: RequestState) -> None:
        """Another state, without an answer."""
        if self.details.request is not None:
            self._deeds.decide(self.details.request, state)

    def answer(self) -> AnswerWindow | None:
        """The window to decide and answer in."""
        request = self.details.request
        if request is None:
            return None
        window = AnswerWindow(self._desk, request, None, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.went.connect(self._changed)
        window.open()
        return window

    def withdraw(self) -> AskWindow | None:
        """Ask why, then take the request back for its agency."""
        request, client = self.details.request, self._desk.hub.client
        if request is None:
            return None
        why = QLineEdit()
        why.setMaxLength(500)
        why.setAccessibleName(self.tr("Reason"))
        window = AskWindow(self._desk.tasks, self.tr("Withdraw {number}").format(number=request.id), self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("The agency does not want “{title}” any more. Why?").format(title=request.title)
        window.ask(
            words, (why,), self.tr("Withdraw"), lambda: partial(client.requests.withdraw, request.id, why.text())
        )
        window.went.connect(self._changed)
        window.open()
        return window

    def _check(self, checks: tuple[Check, ...]) -> None:
        if self.details.request is not None:
            self._deeds.check(self.details.request, checks)

    # Files

    def choose_files(self) -> None:
        """Ask for files that belong to it."""
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach(tuple(map(Path, names))))
        dialog.open()

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Send these files."""
        if self.details.request is not None:
            self._deeds.attach(self.details.request, paths)

    def take_in(self, file: RequestFile) -> None:
        """Take an attachment into the library."""
        if self.details.request is not None:
            self._deeds.take_in(self.details.request, file)

    def _ask_where(self, file: RequestFile) -> None:
        dialog = QFileDialog(self, self.tr("Save the attachment"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file.name)
        dialog.fileSelected.connect(lambda chosen: self._deeds.save(file, Path(chosen)))
        dialog.open()

    # What is made from it

    def announce(self) -> QWidget | None:
        """The announcement editor, filled with the words wanted; what it makes belongs to the request."""
        request = self.details.request
        if request is None:
            return None
        editor = announcement_for(self._desk, request, self)
        editor.told.connect(self.told)
        editor.made.connect(partial(self._deeds.link, request.id, RequestLinkKind.MEDIUM))
        editor.open()
        return editor

    def book(self) -> BookWindow | None:
        """The window to book it in; what it makes belongs to the request."""
        request = self.details.request
        if request is None:
            return None
        window = BookWindow(self._desk, request, self._zone, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.booked.connect(partial(self._booked, request.id))
        window.open()
        return window

    def _booked(self, request_id: str, slot_id: str, playlist_id: str) -> None:
        """The hub stores the booking first: both go through the same door in their order."""
        if playlist_id:
            self._deeds.link(request_id, RequestLinkKind.PLAYLIST, playlist_id)
        words = self.tr("It is booked. Publish it, so that the walls show it.")
        self._deeds.link(request_id, RequestLinkKind.SLOT, slot_id, words)

    def _unlink(self, link: RequestLink) -> None:
        if self.details.request is not None:
            self._deeds.unlink(self.details.request, link)

    def _show_link(self, link: RequestLink) -> None:
        self.place_asked.emit(Place(PAGES_OF[link.kind], link.id))

    # New ones, and the settings

    def new_request(self) -> RequestForm:
        """The form of a request that came by letter or chat."""
        return self._form(None)

    def edit(self) -> RequestForm | None:
        """The form, with what is asked for."""
        return None if self.details.request is None else self._form(self.details.request)

    def _form(self, request: Request | None) -> RequestForm:
        window = RequestForm(self._desk, self._desk.catalogue.request_settings, request, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.went.connect(self._entered)
        window.open()
        return window

    def _entered(self, request: Request) -> None:
        self._changed(request)
        if request.same_letter:
            words = self.tr("{number} is kept. The same letter number is on {others}.")
            self.told.emit(words.format(number=request.id, others=", ".join(request.same_letter)), "warning")
        else:
            self.told.emit(self.tr("{number} is kept.").format(number=request.id), "good")

    def open_settings(self) -> RequestSettingsWindow:
        """Agencies, rules, answers, and the web page."""
        window = RequestSettingsWindow(self._desk, self._desk.catalogue.request_settings, self)
        window.saved.connect(lambda _: self._desk.catalogue.read(Topic.REQUEST_SETTINGS, Topic.REQUEST))
        window.open()
        return window

    # Telling

    def _refused(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "danger")
        self._look(self.list.current_id)

    def _tell(self, error: Exception) -> None:
        self.told.emit(say_problem(error), "warning")
