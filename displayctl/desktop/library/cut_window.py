"""Which part of a clip walls play: where it begins and where it ends, to the frame."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from displayctl.api.models import MediumInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.library.medium_window import MediumWindow
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.widgets.pieces import Scaled, button, column, frame, icon_button, label, row

FRAME_MS, SHORTEST_MS = 40, 500


class CutWindow(MediumWindow):
    """The file itself is never changed; what walls play is made anew."""

    def __init__(self, desk: Desk, medium: MediumInfo, parent: QWidget | None = None) -> None:
        super().__init__(desk, medium, self.tr("Cut"), parent)
        self._length = medium.duration_ms or 0
        self.begins = medium.begins_ms
        self.ends = self._length if medium.ends_ms is None else medium.ends_ms
        self._wanted: int | None = None
        self._fetching = False
        self._picture = Scaled(QSize(400, 225))
        self.position = QSlider(Qt.Orientation.Horizontal)
        self.position.setRange(0, max(0, self._length - 1))
        self.position.setSingleStep(FRAME_MS)
        self.position.setPageStep(1000)
        self.position.setAccessibleName(self.tr("Position in the clip"))
        self.position.valueChanged.connect(self._show_position)
        self._at, self._span = label("", "strong"), label("", "soft", wrap=True)
        self.save_button = button(self.tr("Save"), self.save, "primary")
        self.save_button.setDefault(True)
        steps = row(
            icon_button("chevron-left", self.tr("One frame back"), lambda: self._step(-FRAME_MS)),
            self._at,
            icon_button("chevron-right", self.tr("One frame on"), lambda: self._step(FRAME_MS)),
            None,
            button(self.tr("Begins here (I)"), self.begin_here),
            button(self.tr("Ends here (O)"), self.end_here),
            button(self.tr("Whole clip"), self.take_whole, "quiet"),
            spacing=SPACE_S,
        )
        screen = frame("screen", column(self._picture))
        screen.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out(screen, self.position, steps, self._span, actions=(self.save_button,))
        self._keys = [
            QShortcut(QKeySequence(Qt.Key.Key_I), self, self.begin_here),
            QShortcut(QKeySequence(Qt.Key.Key_O), self, self.end_here),
        ]
        self.resize(720, 560)
        self.position.setValue(self.begins)
        self._show_position()

    def begin_here(self) -> None:
        """The clip begins with the frame on show, or as late as leaves something to play."""
        self.begins = max(0, min(self.position.value(), self._length - SHORTEST_MS))
        self.ends = min(self._length, max(self.ends, self.begins + SHORTEST_MS))
        self._tell()

    def end_here(self) -> None:
        """The clip ends before the frame on show; with the last one it is played to its end."""
        at = self.position.value()
        self.ends = self._length if at == self.position.maximum() else min(self._length, max(SHORTEST_MS, at))
        self.begins = max(0, min(self.begins, self.ends - SHORTEST_MS))
        self._tell()

    def take_whole(self) -> None:
        """From its beginning to its end."""
        self.begins, self.ends = 0, self._length
        self._tell()

    def save(self) -> None:
        """Store where it begins and ends."""
        words = self.tr("“{title}” was cut; it is being made anew for the walls.")
        ends = None if self.ends >= self._length else self.ends
        self._store(words.format(title=self._medium.title), begins_ms=self.begins, ends_ms=ends)

    def _step(self, by_ms: int) -> None:
        self.position.setValue(self.position.value() + by_ms)

    def _show_position(self) -> None:
        self._wanted = self.position.value()
        self._at.setText(_at_words(self._wanted))
        self._fetch()
        self._tell()

    def _fetch(self) -> None:
        """One frame at a time: while it comes, only the newest wish is remembered."""
        if self._fetching or self._wanted is None:
            return
        at_ms, self._wanted, self._fetching = self._wanted, None, True
        client, medium_id = self._desk.hub.client, self._medium.id
        self._fetch_picture(lambda: client.library.frame(medium_id, at_ms), self._came)

    def _came(self, picture: QPixmap) -> None:
        self._fetching = False
        self._picture.show_picture(picture)
        self._fetch()

    def _say(self, error: Exception) -> None:
        self._fetching = False
        super()._say(error)

    def _tell(self) -> None:
        words = self.tr("From {begins} to {ends}: {length}")
        self._span.setText(
            words.format(
                begins=_at_words(self.begins), ends=_at_words(self.ends), length=_at_words(self.ends - self.begins)
            )
        )
        ends = None if self.ends >= self._length else self.ends
        changed = (self.begins, ends) != (self._medium.begins_ms, self._medium.ends_ms)
        self.save_button.setEnabled(changed and self.ends - self.begins >= SHORTEST_MS)


def _at_words(at_ms: int) -> str:
    """As ``1:02,480``."""
    minutes, rest = divmod(at_ms, 60_000)
    return f"{minutes}:{rest // 1000:02}{QLocale().decimalPoint()}{rest % 1000:03}"
