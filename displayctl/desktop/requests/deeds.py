"""What is done with a request, off the UI thread and in the order in which it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from displayctl.api.request_states import RequestLinkKind, RequestState
from displayctl.api.requests import Check, ChecksChange, Decision, Request, RequestFile, RequestLink
from displayctl.desk.saving import save_pieces
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk


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

    # What is made from it

    def link(self, request_id: str, kind: RequestLinkKind, target: str, words: str = "") -> None:
        """Note that it was made from the request, then say `words`. What edits have stored before is there then."""
        client = self._desk.hub.client

        def done(now: Request) -> None:
            self.changed.emit(now)
            if words:
                self.told.emit(words, "good")

        self._desk.tasks.run(
            lambda: client.requests.link(request_id, kind, target), done, self.refused.emit, owner=self, in_order=True
        )

    def unlink(self, request: Request, link: RequestLink) -> None:
        """Note that it was not."""
        client = self._desk.hub.client
        self._run(lambda: client.requests.unlink(request.id, link.kind, link.id))

    def _run(self, work: Callable[[], Request]) -> None:
        self._desk.tasks.run(work, self.changed.emit, self.refused.emit, owner=self, in_order=True)
