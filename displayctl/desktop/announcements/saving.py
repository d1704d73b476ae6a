"""Handing an announcement to the hub, and from there into the schedule where it is to be aired."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from content.studio.announcement import Announcement
from displayctl.api.models import AnnouncementChange, Job, MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.changing import Overtaken, change_words
from displayctl.desktop.presenters.airing import Airing, changes_for


class Saving(QObject):
    """Signals: `stored` with what to tell and the medium's id, `refused` with the error."""

    stored = Signal(str, str)
    refused = Signal(object)

    def __init__(self, desk: Desk, medium: MediumInfo | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._medium = desk, medium
        self.under_way = False

    def save(self, announcement: Announcement, airing: Airing | None) -> None:
        """Have the hub set it for every wall; with `airing` it is put into the schedule, in one step to take back."""
        medium, client, title = self._medium, self._desk.hub.client, announcement.title
        change = AnnouncementChange(title=title, announcement=announcement.to_dict())
        self.under_way = True

        def stored(job: Job) -> None:
            self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)
            words = self.tr("“{title}” is being set for every wall.")
            if airing is not None:
                changes = changes_for(airing, job.medium_id, self._desk.clock.now())
                self._desk.edits.apply(changes, self.tr("Air {name}").format(name=title))
                words = self.tr("“{title}” is being set for every wall, and stands in the draft of the schedule.")
            self.under_way = False
            self.stored.emit(words.format(title=title), job.medium_id)

        self._desk.tasks.run(
            lambda: change_words(client, medium, change) if medium else client.create_announcement(change),
            stored,
            self._failed,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.under_way = False
        if isinstance(error, Overtaken):
            self._medium = error.newest  # who has been told may put theirs in its place
        self.refused.emit(error)
