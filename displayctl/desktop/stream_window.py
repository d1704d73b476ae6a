"""The window about a live stream: its address, how long a wall waits for it, and the picture until it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSpinBox, QWidget

from displayctl.api.models import Job, MediumInfo, MediumKind
from displayctl.api.streams import StreamChange
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.changing import Overtaken, change_stream
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule
from schedules.errors import InvalidValue
from schedules.stream import LONGEST_ADDRESS, PATIENCE, LiveStream

POSTERS = (MediumKind.PICTURE, MediumKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Poster:
    """What is shown until the first picture: a medium, or (empty) the title; or what was shown before."""

    medium_id: str = ""
    as_before: bool = False


class StreamWindow(QDialog):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, medium: MediumInfo | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._medium = desk, medium
        self._posters: list[Poster] = []
        self.setWindowTitle(self.tr("Change the live stream") if medium else self.tr("New live stream"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_inputs()
        self._build()

    def _make_inputs(self) -> None:
        stream = self._medium.stream if self._medium else None
        self.title = QLineEdit(self._medium.title if self._medium else "")
        self.title.setMaxLength(200)
        self.title.setPlaceholderText(self.tr("As people call it: CCTV of the harbour"))
        self.address = QLineEdit()
        self.address.setMaxLength(LONGEST_ADDRESS)
        self.address.setPlaceholderText(stream.address if stream else "rtsp://10.0.0.9:554/ch1")
        self.patience: QSpinBox = number_edit(1, 30, self.tr(" s"))
        self.patience.setValue(round((stream.patience_ms / 1000) if stream else PATIENCE.total_seconds()))
        self.poster = QComboBox()
        self.poster.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if stream is not None:
            self._offer(self.tr("As before"), Poster(as_before=True))
        self._offer(self.tr("A card with the title"), Poster())
        for medium in self._desk.catalogue.media:
            if medium.kind in POSTERS:
                self._offer(medium.title, Poster(medium.id))
        self._error = label("", "error", wrap=True)
        self._error.hide()

    def _offer(self, words: str, poster: Poster) -> None:
        self._posters.append(poster)
        self.poster.addItem(words)

    def _build(self) -> None:
        kept = self.tr("Leave it empty to keep the address there is. ") if self._medium else ""
        note = self.tr(
            "RTSP, HLS (http or https) or RTP with its port. A name and password in it go to the walls and are shown "
            "to nobody."
        )
        patience_note = self.tr("How long a wall waits for the first picture; then filler is shown.")
        self._save = button(self.tr("Save"), self.save, "primary")
        self._save.setDefault(True)
        layout = column(
            field(self.tr("Title"), self.title),
            field(self.tr("Address"), self.address, kept + note),
            field(self.tr("Patience"), self.patience, patience_note),
            field(self.tr("Shown until the first picture has come"), self.poster),
            frame("plain", row(label(self.tr("Live streams are shown without sound."), "caption"))),
            self._error,
            None,
            rule(),
            row(None, button(self.tr("Cancel"), self.reject), self._save, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.setMinimumWidth(500)

    @property
    def error(self) -> str:
        """What is wrong with the form."""
        return self._error.text()

    def change(self) -> StreamChange:
        """The stream as the form says; raises InvalidValue."""
        title, address = self.title.text().strip(), self.address.text().strip()
        if not title:
            raise InvalidValue("stream.title", "is empty; give one")
        if address or self._medium is None:
            LiveStream(address, timedelta(seconds=self.patience.value()))
        poster = self._posters[self.poster.currentIndex()]
        return StreamChange(
            title=title,
            url=address or None,
            patience_ms=self.patience.value() * 1000,
            poster_id=poster.medium_id,
            new_poster=not poster.as_before,
        )

    def save(self) -> None:
        """Store it at the hub; what is wrong is said and the window stays."""
        try:
            change = self.change()
        except InvalidValue as error:
            self._complain(self._explain(error))
            return
        client, medium = self._desk.hub.client, self._medium

        def store() -> Job:
            return client.add_stream(change) if medium is None else change_stream(client, medium, change)

        self._save.setEnabled(False)
        self._desk.tasks.run(store, lambda _: self._stored(change.title), self._refused, owner=self)

    def _stored(self, title: str) -> None:
        self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)
        self.told.emit(self.tr("“{title}” was saved.").format(title=title), "good")
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, Overtaken):
            self._medium = error.newest  # who has been told may put theirs in its place
        self._complain(say_problem(error))

    def _complain(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _explain(self, error: InvalidValue) -> str:
        known = {
            "stream.title": self.tr("Give the live stream a title."),
            "stream.url": self.tr(
                "This is no address of a live stream. Write it as rtsp://host:554/path, https://host/path.m3u8 or "
                "rtp://239.1.2.3:5004, without spaces."
            ),
        }
        return known.get(error.field, str(error))
