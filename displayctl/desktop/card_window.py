"""The window about a new data card: what it tells and of where, how it looks on each wall now, and then the library."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QLineEdit, QRadioButton, QWidget

from content.places.district import District
from content.places.gazetteer import Gazetteer
from content.studio.announcement import Announcement
from displayctl.api.cards import CardPreview, CardTopic, CardWish
from displayctl.api.errors import HubUnavailable
from displayctl.api.models import Job
from displayctl.desktop.announcements.canvas_view import CanvasView
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule, set_role

FIRST_VILLAGE = "1001"
FORM_PX = 340


class CardWindow(QDialog):
    """Signal: `told` a sentence and its kind. What is added was looked at first."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked_at: CardWish | None = None
        self.setWindowTitle(self.tr("New data card"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 560)
        self._make_inputs()
        self._build()
        self._changed()
        desk.tasks.run(lambda: Gazetteer.load().districts, self._offer_places, self._refused, owner=self)

    def _make_inputs(self) -> None:
        self.weather = QRadioButton(self.tr("The weather of a village today"))
        self.quake = QRadioButton(self.tr("The newest earthquake that people felt"))
        topics = QButtonGroup(self)
        for each in (self.weather, self.quake):
            topics.addButton(each)
        self.weather.setChecked(True)
        self.district = QComboBox()
        self.village = QLineEdit(FIRST_VILLAGE)
        self.village.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{4}"), self))
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.title.setPlaceholderText(self.tr("As it is called in the library"))
        hint = self.tr("What BMKG says stands here as on the wall, once it was fetched.")
        walls = tuple(kept.value for kept in self._desk.catalogue.displays)
        self.preview = CanvasView(self._desk.tasks, walls, hint)
        self.state = label("", "soft", wrap=True)
        self.look_button = button(self.tr("Fetch and look"), self.look, "", "refresh")
        self.add_button = button(self.tr("Add to the library"), self.add, "primary")
        self.weather.toggled.connect(self._changed)
        self.district.currentIndexChanged.connect(self._changed)
        self.village.textChanged.connect(self._changed)

    def _build(self) -> None:
        note = self.tr(
            "The last four digits of its code: 1001 is the first kelurahan of a kecamatan, 2001 the first desa."
        )
        self._place = QWidget()
        self._place.setLayout(
            column(
                field(self.tr("Kecamatan"), self.district),
                field(self.tr("Kelurahan or desa"), self.village, note),
                spacing=SPACE_M,
            )
        )
        about = label(
            self.tr("Data of BMKG, with their source and time. Walls show what was signed, and nothing that is old."),
            "caption",
            wrap=True,
        )
        left = QWidget()
        left.setFixedWidth(FORM_PX)
        left.setLayout(
            column(
                field(self.tr("What it tells"), self.weather),
                self.quake,
                self._place,
                field(self.tr("Title"), self.title),
                about,
                None,
                self.look_button,
                spacing=SPACE_M,
            )
        )
        shown = column(label(self.tr("On the walls"), "field"), self.preview, margins=SPACE_M)
        shown.setStretch(1, 1)
        middle = row(left, frame("panel", shown), spacing=SPACE_L)
        middle.setStretch(1, 1)
        foot = row(self.state, button(self.tr("Cancel"), self.reject), self.add_button, spacing=SPACE_S)
        foot.setStretch(0, 1)
        layout = column(middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _offer_places(self, districts: tuple[District, ...]) -> None:
        for district in sorted(districts, key=lambda each: each.name):
            self.district.addItem(district.name, district.code)

    # What is wished for

    def wish(self) -> CardWish | None:
        """What the form says; None while a place is missing."""
        if self.quake.isChecked():
            return CardWish(topic=CardTopic.QUAKE, title=self.title.text().strip())
        code = self.district.currentData()
        if code is None or not self.village.hasAcceptableInput():
            return None
        place = f"{code}.{self.village.text()}"
        return CardWish(topic=CardTopic.WEATHER, place=place, title=self.title.text().strip())

    def _changed(self) -> None:
        """What was looked at is another card than the one that is written now."""
        self._looked_at = None
        self._place.setVisible(self.weather.isChecked())
        self.preview.show_announcement(None)
        self._say(self.tr("Look at it first: what BMKG says now is fetched."))
        self._offer()

    def _offer(self, *, busy: bool = False) -> None:
        self.look_button.setEnabled(not busy and self.wish() is not None)
        self.add_button.setEnabled(not busy and self._looked_at is not None)
        (self.add_button if self.add_button.isEnabled() else self.look_button).setDefault(True)

    def look(self) -> None:
        """Fetch what it would tell now."""
        wish, client = self.wish(), self._desk.hub.client
        if wish is not None:
            self._say(self.tr("Fetching…"))
            self._offer(busy=True)
            self._desk.tasks.run(
                lambda: client.preview_card(wish), lambda found: self._show(wish, found), self._refused, owner=self
            )

    def _show(self, wish: CardWish, found: CardPreview) -> None:
        now = self.wish()
        if now is None or (now.topic, now.place) != (wish.topic, wish.place):
            self._offer()
            return
        self._looked_at = wish
        announcement = Announcement.from_dict(found.announcement)
        self.preview.show_announcement(announcement)
        says_nothing = found.good_until is None
        self._say(self.tr("BMKG tells of nothing now: this stands until it does.") if says_nothing else "")
        self._offer()

    def add(self) -> None:
        """Hand it to the hub, which sets it for every wall."""
        wish, client = self.wish(), self._desk.hub.client
        if wish is not None and self._looked_at is not None:
            self._offer(busy=True)
            self._desk.tasks.run(lambda: client.add_card(wish), self._added, self._refused, owner=self)

    def _added(self, _: Job) -> None:
        self._desk.catalogue.read(Topic.MEDIUM, Topic.JOB)
        self.told.emit(self.tr("The card is in the library; put it into a playlist like any other medium."), "good")
        self.accept()

    def _refused(self, error: Exception) -> None:
        words = say_problem(error)
        if isinstance(error, HubUnavailable):
            words = self.tr("BMKG gives no data for this now. Look at the place, or try again later.")
        self._say(words, "error")
        self._offer()

    def _say(self, words: str, role: str = "soft") -> None:
        self.state.setText(words)
        set_role(self.state, role)
