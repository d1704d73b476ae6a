"""The former files of a medium: look at each, and go back to one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.api.library import MediumVersion
from displayctl.api.models import Job, MediumInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.medium_window import MediumWindow
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_words, date_short, size_words
from displayctl.desktop.widgets.pieces import Scaled, button, clear, column, frame, label, row, scrolled

PICTURE = QSize(128, 72)


class VersionsWindow(MediumWindow):
    """One line a former file, the newest first; there are twenty at most."""

    def __init__(self, desk: Desk, medium: MediumInfo, parent: QWidget | None = None) -> None:
        super().__init__(desk, medium, self.tr("Former files"), parent)
        self.setMinimumSize(620, 420)
        self._lines: QVBoxLayout = column(label(self.tr("Being read…"), "soft"), None, spacing=SPACE_M, margins=SPACE_S)
        inner = QWidget()
        inner.setLayout(self._lines)
        self._lay_out(
            label(self.tr("The file it has now stays as a former one when you go back."), "soft", wrap=True),
            scrolled(inner),
        )
        client = desk.hub.client
        desk.tasks.run(lambda: client.library.versions(medium.id), self._show, self._not_read, owner=self)

    def _not_read(self, error: Exception) -> None:
        clear(self._lines)  # nothing is being read any more
        self._say(error)

    def _show(self, versions: tuple[MediumVersion, ...]) -> None:
        clear(self._lines)
        for version in versions:
            self._lines.addWidget(self._line(version))
        if not versions:
            none = self.tr("There are none yet. When you replace the file of this medium, the former one is kept here.")
            self._lines.addWidget(label(none, "soft", wrap=True))
        self._lines.addStretch(1)

    def _line(self, version: MediumVersion) -> QWidget:
        picture = Scaled(PICTURE)
        picture.setFixedSize(PICTURE)
        at = version.replaced_at.astimezone(office_zone())
        words = self.tr("Until {date}, {time}").format(date=date_short(at.date()), time=clock_words(at))
        if version.replaced_by:
            words = self.tr("{until}, replaced by {name}").format(until=words, name=version.replaced_by)
        facts = f"{version.width_px} × {version.height_px} · {size_words(version.size_bytes)}"
        back = button(self.tr("Go back to this"), partial(self._go_back, version), "", "undo")
        back.setAccessibleName(self.tr("Go back to {file}").format(file=version.source_name))
        about = column(
            label(version.source_name, "strong"), label(words, "caption", wrap=True), label(facts, "caption"), spacing=2
        )
        line = row(picture, about, back, spacing=SPACE_M, margins=SPACE_M)
        line.setStretch(1, 1)
        client = self._desk.hub.client
        self._fetch_picture(
            partial(client.library.version_thumbnail, self._medium.id, version.number), picture.show_picture
        )
        return frame("card", line)

    def _go_back(self, version: MediumVersion) -> None:
        client, medium_id, replaced = self._desk.hub.client, self._medium.id, self._medium.replaced

        def work() -> Job:
            return client.library.return_to(medium_id, version.number, replaced)

        words = self.tr("“{title}” has {file} again. Publish to bring it onto the walls.")
        told = words.format(title=self._medium.title, file=version.source_name)
        self._desk.tasks.run(work, lambda _: self._went_back(told), self._say, owner=self)

    def _went_back(self, words: str) -> None:
        self._desk.catalogue.read(Topic.JOB)
        self._stored(words)
