"""What is done with a request, off the UI thread and in the order in which it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from displayctl.api.errors import HubUnreachable
from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import Check, ChecksChange, Decision, Request, RequestFile, RequestLink
from displayctl.desk.saving import save_pieces
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.requests.viewing import PrivateCopies


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made from a request, and what to say once that is noted."""

    request_id: str
    kind: RequestLinkKind
    target: str
    words: str


class RequestDeeds(QObject):
    """Signals: `changed` with the request as the hub has it then, `told` a sentence and its kind, `refused` with the
    error.
    """

    changed = Signal(object)
    told = Signal(str, str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unlinked: list[_Made] = []
        self._copies = PrivateCopies(lambda file_id: desk.hub.client.requests.file_pieces(file_id))
        desk.edits.caught_up.connect(self._link_what_waits)
        desk.link.came.connect(self._link_what_waits)

    def decide(self, request: Request, state: RequestState) -> None:
        """Another state, without an answer."""
        client, decision = self._desk.hub.client, Decision(version=request.version, state=state)
        self._run(lambda: client.requests.decide(request.id, decision))

    def check(self, request: Request, checks: tuple[Check, ...]) -> None:
        """How it keeps these rules."""
        client, change = self._desk.hub.client, ChecksChange(version=request.version, checks=checks)
        self._run(lambda: client.requests.check(request.id, change))

    # Files

    def attach(self, request: Request, paths: tuple[Path, ...]) -> None:
        """Send these files."""
        client = self._desk.hub.client
        for path in paths:
            self._run(partial(client.requests.attach, request.id, path))

    def take_in(self, request: Request, file: RequestFile) -> None:
        """Take an attachment into the library."""
        client = self._desk.hub.client
        words = self.tr("{name} is in the library now, and is being made ready for every wall.").format(name=file.name)

        def work() -> Request:
            client.requests.take_in(file.id)
            return client.requests.one(request.id)

        def done(now: Request) -> None:
            self.told.emit(words, "good")
            self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)
            self.changed.emit(now)

        self._desk.tasks.run(work, done, self.refused.emit, owner=self, in_order=True)

    def save(self, file: RequestFile, path: Path) -> None:
        """Write an attachment to `path`."""
        client, words = self._desk.hub.client, self.tr("Saved as {path}").format(path=path)
        self._desk.tasks.run(
            lambda: save_pieces(path, client.requests.file_pieces(file.id)),
            lambda _: self.told.emit(words, "good"),
            self.refused.emit,
            owner=self,
        )

    def look_at(self, file: RequestFile) -> None:
        """Open an attachment with the computer's own program."""
        self._desk.tasks.run(
            lambda: self._copies.copy_of(file), partial(self._open, file.name), self.refused.emit, owner=self
        )

    def _open(self, name: str, path: Path | None) -> None:
        if path is None:
            words = self.tr("{name} is not of a kind that is opened from here. Save it to look at it.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program of this computer opens {name}. Save it to look at it elsewhere.")
        else:
            return
        self.told.emit(words.format(name=name), "warning")

    # What is made from it

    def link(self, request_id: str, kind: RequestLinkKind, target: str, words: str = "") -> None:
        """Note that it was made from the request, then say `words`. What edits have stored before is there then; with
        what waits for the hub this waits, too.
        """
        self._link(_Made(request_id, kind, target, words))

    def _link(self, made: _Made) -> None:
        client = self._desk.hub.client

        def done(now: Request) -> None:
            self.changed.emit(now)
            if made.words:
                self.told.emit(made.words, "good")

        self._desk.tasks.run(
            lambda: client.requests.link(made.request_id, made.kind, made.target),
            done,
            partial(self._not_linked, made),
            owner=self,
            in_order=True,
        )

    def _not_linked(self, made: _Made, error: Exception) -> None:
        if not isinstance(error, HubUnreachable) and not self._desk.edits.is_on_its_way(made.kind.value, made.target):
            self.refused.emit(error)
            return
        self._unlinked.append(made)
        words = self.tr("The hub is away. Leave displayctl open: the request gets what was made of it once it is back.")
        self.told.emit(words, "warning")

    def _link_what_waits(self) -> None:
        if not self._desk.edits.waiting:
            due, self._unlinked = self._unlinked, []
            for made in due:
                self._link(made)

    def unlink(self, request: Request, link: RequestLink) -> None:
        """Note that it was not."""
        client = self._desk.hub.client
        self._run(lambda: client.requests.unlink(request.id, link.kind, link.id))

    def _run(self, work: Callable[[], Request]) -> None:
        self._desk.tasks.run(work, self.changed.emit, self.refused.emit, owner=self, in_order=True)
