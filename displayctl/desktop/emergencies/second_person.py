"""The second person, at this desk or another one: reads the message once more, and signs with an own passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from content.delivery.notices import Notice
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.duties import Duties
from displayctl.desktop.widgets.ask_window import AskWindow
from displayctl.desktop.widgets.passphrase_fields import passphrase_edit
from displayctl.desktop.widgets.pieces import Scaled, field, label

LEAST_PICTURE, HIGH_PX = QSize(400, 110), 200
"""Where a screen is low, the picture makes room for the passphrase."""


class PageToRead(Scaled):
    """A page as high as it is where there is room, so that a flat one leaves no hole above and below it."""

    def __init__(self) -> None:
        super().__init__(LEAST_PICTURE)
        self._page = QSize()

    def show_page(self, page: QPixmap) -> None:
        """Show it, whatever its proportions are."""
        self._page = page.size()
        self._hug()
        self.show_picture(page)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_PICTURE.width(), HIGH_PX)

    def resizeEvent(self, event: object) -> None:
        self._hug()
        super().resizeEvent(event)

    def _hug(self) -> None:
        if self._page.isEmpty():
            return
        high = max(1, round(self.width() * self._page.height() / self._page.width()))
        self.setMinimumHeight(min(LEAST_PICTURE.height(), high))
        self.setMaximumHeight(high)


class SecondPersonWindow(AskWindow):
    """`went` once the second signature is on its way to the walls. The key is locked again afterwards."""

    def __init__(self, desk: Desk, duties: Duties, alert_id: str, text: str, parent: QWidget) -> None:
        super().__init__(desk.tasks, "", parent)
        self.setWindowTitle(self.tr("Sign as second person"))
        self._cabinet, self._duties, self._alert_id = cabinet_at(desk.installation.keys_folder), duties, alert_id
        self.person = QComboBox()
        first = {person.id for person in self._cabinet.unlocked()}
        people = sorted(self._cabinet.operators(), key=lambda person: (person.id in first, person.name.casefold()))
        for person in people:
            self.person.addItem(person.name, person.id)
        self.picture = PageToRead()
        desk.tasks.run(lambda: duties.notice(alert_id), self._show, self._refused, owner=self)
        self.passphrase = passphrase_edit()
        self.passphrase.textChanged.connect(self.check)
        words = self.tr(
            "You confirm what is on the walls now. Read it, then sign with your own passphrase. At another desk, open "
            "this window there."
        )
        self.ask(
            words,
            (
                label(f"“{text}”", "strong", wrap=True),
                self.picture,
                field(self.tr("Second person"), self.person),
                field(self.tr("Passphrase"), self.passphrase),
            ),
            self.tr("Sign"),
            self._signing,
            lambda: bool(self.passphrase.text() and self.person.count()),
        )
        self.passphrase.setFocus()

    def _show(self, notice: Notice) -> None:
        """The first page of what was signed, not of what somebody says was signed."""
        first = next(iter(notice.alert.pictures), None)
        page = QPixmap()
        if first is not None:
            page.loadFromData(notice.pictures[first.sha256])
        before = self.picture.height()
        self.picture.show_page(page)
        if self.isVisible() and not self.property("scrolls"):
            self._take_in(before - self.picture.maximumHeight())

    def _take_in(self, over: int) -> None:
        """Give back the room that the page does not fill."""
        layout = self.layout()
        if over > 0 and layout is not None:
            layout.activate()
            self.resize(self.width(), self.height() - over)

    def _signing(self) -> Callable[[], object]:
        cabinet, duties, alert_id = self._cabinet, self._duties, self._alert_id
        person, passphrase = str(self.person.currentData()), self.passphrase.text()
        self.passphrase.clear()
        # The key is used once and not left open for whoever sits down next.
        return lambda: duties.confirm(alert_id, cabinet.keys.unlock(person, passphrase))
