"""What the window can do, as work for a thread that is given a key: what it needs is fetched while people read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from content.delivery.notices import Notice
from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.api.emergencies import AlertInfo
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.carrying import Carried
from displayctl.desk.emergencies.changes import Wish
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desk.emergencies.standing import needed_officers
from displayctl.desk.warnings.showing import Shown, note_shown
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.alert_details import Standing
from displayctl.desktop.emergencies.compose_page import Composed
from displayctl.desktop.emergencies.purpose import Purpose
from displayctl.desktop.emergencies.way_back import Way
from displayctl.desktop.keys import keyring_of
from displayctl.errors import KeyLocked

T = TypeVar("T")
Signed = Callable[[Signatory], T]
"""Work that needs a key. It runs in a thread; raises HubError, DeskError, ContentError, ScheduleError, OSError."""


class Duties(QObject):
    """Signals: `key_needed` with whose passphrase has to be typed first (an id, may be empty), or None where a key is
    open; `second_person_known` with whether the policy knows more than one officer; `unsent_known` with the headlines
    of what went out by stick and the hub does not have; `unprepared` with an error.
    """

    key_needed = Signal(object)
    second_person_known = Signal(bool)
    unsent_known = Signal(tuple)
    unprepared = Signal(object)

    def __init__(self, desk: Desk, purpose: Purpose, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._purpose = desk, purpose
        self._beliefs = Beliefs(desk.installation.keys_folder)
        self._post: tuple[HubClient, DutyPost] | None = None

    @property
    def post(self) -> DutyPost:
        """The duty officer's post at the hub that this desk speaks to now."""
        client = self._desk.hub.client
        if self._post is None or self._post[0] is not client:
            post = DutyPost(client, self._beliefs, drill=self._purpose.drill, clock=self._desk.clock)
            self._post = (client, post)
        return self._post[1]

    def prepare(self) -> None:
        """Fetch and verify what sending needs, and look whether a key is open; all of it in the background."""
        post, installation, drill = self.post, self._desk.installation, self._purpose.drill
        self._desk.tasks.run(
            lambda: (needed_officers(post.prepare().confirmed, drill=drill), post.unsent_headlines()),
            self._prepared,
            self.unprepared.emit,
            owner=self,
        )
        self._desk.tasks.run(
            lambda: keyring_of(installation), lambda _: self.key_needed.emit(None), self._no_key, owner=self
        )

    def _prepared(self, found: tuple[int, tuple[str, ...]]) -> None:
        needed, unsent = found
        self.second_person_known.emit(needed > 1)
        self.unsent_known.emit(unsent)

    def _no_key(self, error: Exception) -> None:
        if isinstance(error, KeyLocked):
            self.key_needed.emit(error.operator)
        else:
            self.unprepared.emit(error)

    # Work

    def raising(self, composed: Composed) -> Signed[Shown]:
        """Puts a message on its walls, in the place of another one where it says so."""
        post = self.post
        supersedes = (composed.supersedes,) if composed.supersedes else ()
        client = self._desk.hub.client

        def work(key: Signatory) -> Shown:
            alert = post.raise_emergency(
                key, composed.message, composed.display_ids, duration=composed.length, supersedes=supersedes
            )
            return Shown(alert, note_shown(client, composed.warning_id, alert.id) if composed.warning_id else "")

        return work

    def extension(self, standing: Standing, length: timedelta) -> Signed[AlertInfo]:
        """Lets an alert stand for so much longer than it would."""
        post, alert_id = self.post, standing.alert.id
        whole = max(standing.alert.expires - self._desk.clock.now(), timedelta()) + length
        return lambda key: post.extend(key, alert_id, whole)

    def way_back(self, standing: Standing, way: Way) -> Signed[AlertInfo]:
        """Takes an alert back, with the words that are written for it."""
        post, alert, template = self.post, standing.alert, standing.template
        if way is Way.CORRECT:
            correction = template.corrected(alert.level, standing.values)
            return lambda key: post.correct(key, alert.id, correction)
        words = template.over(alert.level, standing.values) if way is Way.END else None
        return lambda key: post.end(key, alert.id, words)

    def sending_again(self) -> Signed[AlertInfo]:
        """Signs once more what went out by stick and the hub does not have."""
        return self.post.send_unsent

    def drop_unsent(self) -> None:
        """Forgets it; in the background."""
        self._desk.tasks.run(
            self.post.drop_unsent, lambda _: self.unsent_known.emit(()), self.unprepared.emit, owner=self
        )

    def notice(self, alert_id: str) -> Notice:
        """What was signed, verified, to be read by a second person; for a thread. Raises as `DutyPost.notice`."""
        return self.post.notice(alert_id)

    def confirm(self, alert_id: str, key: Signatory) -> AlertInfo:
        """Sign an alert as a second person; for a thread. Raises as `DutyPost.confirm`."""
        return self.post.confirm(key, alert_id)

    def export(self, composed: Composed, folder: Path) -> Signed[Carried]:
        """Writes a message to a stick; without the hub."""
        post = self.post
        supersedes = (composed.supersedes,) if composed.supersedes else ()
        wish = Wish(composed.message, composed.length, composed.display_ids, supersedes)
        return lambda key: post.export_emergency(key, folder, wish)
