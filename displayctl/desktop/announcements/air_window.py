"""Airing an announcement straight from the studio: on which walls, on which days, at which hours, how important."""

from __future__ import annotations

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.airing import Airing
from displayctl.desktop.presenters.booking_days import days_trouble, hours_trouble
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.request_booking import MOST_AN_HOUR, BookingPlan
from displayctl.desktop.widgets.choices import (
    WeekdayPicker,
    date_edit,
    number_edit,
    time_edit,
    to_date,
    to_time,
)
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule
from displayctl.desktop.widgets.wall_choice import WallChoice
from schedules.daypart import Hours

WIDTH_PX, HEIGHT_PX = 760, 540
WALLS_PX = 270
A_WEEK = timedelta(days=6)
PRIORITIES = (30, 50, 80)


class AirWindow(QDialog):
    """Signal: `chosen` with the `Airing`; what is aired, and when it is stored, is up to whoever opened the window."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, name: str, walls: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Air “{name}”").format(name=name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._make_inputs(name, walls, self._today(walls))
        self._build()
        self._listen()
        self.check()

    def _today(self, walls: tuple[str, ...]) -> date:
        """The date at the walls; where they have several, the earlier one, which is over at none of them."""
        displays = (kept.value for kept in self._desk.catalogue.displays)
        zones = {ZoneInfo(display.time_zone) for display in displays if not walls or display.id in walls}
        now = self._desk.clock.now()
        return min(now.astimezone(zone).date() for zone in zones or {office_zone()})

    def _make_inputs(self, name: str, walls: tuple[str, ...], today: date) -> None:
        self.name = QLineEdit(name[:200])
        self.name.setMaxLength(200)
        self.walls = WallChoice(tuple(kept.value for kept in self._desk.catalogue.displays))
        if walls:
            self.walls.tick(walls)
        else:
            self.walls.tick_all()
        self.as_picture = QCheckBox(self.tr("As a picture in the programme"))
        self.as_picture.setChecked(True)
        self.as_text = QCheckBox(self.tr("As running text along the walls"))
        self.first, self.last = date_edit(today), date_edit(today + A_WEEK)
        self.weekdays = WeekdayPicker()
        self.all_day = QCheckBox(self.tr("All day"))
        self.all_day.setChecked(True)
        self.starts, self.ends = time_edit(time(8)), time_edit(time(16))
        self.how = QComboBox()
        self.how.addItem(self.tr("In turn with what runs then: so many times an hour"), True)
        self.how.addItem(self.tr("Alone: it fills its hours"), False)
        self.per_hour = number_edit(1, MOST_AN_HOUR)
        self.per_hour.setValue(6)
        self.priority = QComboBox()
        for value, words in zip(
            PRIORITIES, (self.tr("Gives way"), self.tr("As usual"), self.tr("Goes first")), strict=True
        ):
            self.priority.addItem(f"{words} ({value})", value)
        self.priority.setCurrentIndex(1)

    def _build(self) -> None:
        place = QWidget()
        place.setFixedWidth(WALLS_PX)
        listed = column(label(self.tr("Walls"), "field"), self.walls, spacing=SPACE_S)
        listed.setStretch(1, 1)
        place.setLayout(listed)
        days = row(
            field(self.tr("First day"), self.first), field(self.tr("Last day"), self.last), None, spacing=SPACE_M
        )
        hours = row(
            self.all_day, field(self.tr("From"), self.starts), field(self.tr("To"), self.ends), None, spacing=SPACE_M
        )
        often = row(field(self.tr("How"), self.how), field(self.tr("Times an hour"), self.per_hour), spacing=SPACE_M)
        often.setStretch(0, 1)
        self._slot = QWidget()
        self._slot.setLayout(
            column(
                field(self.tr("Days of the week; none means every day"), self.weekdays),
                hours,
                often,
                field(self.tr("Importance"), self.priority),
                spacing=SPACE_M,
            )
        )
        form = column(
            field(self.tr("Name in the schedule"), self.name),
            self.as_picture,
            self.as_text,
            days,
            self._slot,
            None,
            spacing=SPACE_M,
        )
        middle = row(place, form, spacing=SPACE_L)
        middle.setStretch(1, 1)
        self._error = label("", "error", wrap=True)
        note = self.tr("It stands in the draft then; walls show it once the draft is approved and published.")
        self.air_button = button(self.tr("Air"), self.air, "primary", "calendar")
        self.air_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        foot = row(label(note, "caption", wrap=True), cancel, self.air_button, spacing=SPACE_S)
        foot.setStretch(0, 1)
        layout = column(middle, self._error, rule(), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _listen(self) -> None:
        self.name.textChanged.connect(self.check)
        for source in (self.walls.changed, self.first.dateChanged, self.last.dateChanged):
            source.connect(self.check)
        for box in (self.as_picture, self.as_text, self.all_day):
            box.toggled.connect(self.check)
        self.how.currentIndexChanged.connect(self.check)
        self.weekdays.changed.connect(self.check)
        for edit in (self.starts, self.ends):
            edit.timeChanged.connect(self.check)

    @property
    def airing(self) -> Airing:
        """What the window says."""
        hours = None if self.all_day.isChecked() else Hours(to_time(self.starts.time()), to_time(self.ends.time()))
        plan = BookingPlan(
            name=self.name.text().strip(),
            walls=self.walls.ticked,
            first=to_date(self.first.date()),
            last=to_date(self.last.date()),
            weekdays=self.weekdays.days,
            hours=hours,
            per_hour=self.per_hour.value() if self.how.currentData() else 0,
        )
        return Airing(plan, int(self.priority.currentData()), self.as_picture.isChecked(), self.as_text.isChecked())

    @property
    def error(self) -> str:
        """What is missing."""
        return self._error.text()

    def check(self) -> None:
        """Say what is missing."""
        self._slot.setEnabled(self.as_picture.isChecked())
        self.starts.setEnabled(not self.all_day.isChecked())
        self.ends.setEnabled(not self.all_day.isChecked())
        self.per_hour.setEnabled(bool(self.how.currentData()))
        trouble = self._trouble()
        self._error.setText(trouble)
        self._error.setVisible(bool(trouble))
        self.air_button.setEnabled(not trouble)

    def _trouble(self) -> str:
        if not self.walls.ticked:
            return self.tr("Choose a wall.")
        if not (self.as_picture.isChecked() or self.as_text.isChecked()):
            return self.tr("Choose whether it is aired as a picture, as running text, or both.")
        if not self.name.text().strip():
            return self.tr("Give it a name.")
        if not self.all_day.isChecked() and (
            wrong := hours_trouble(to_time(self.starts.time()), to_time(self.ends.time()))
        ):
            return wrong
        weekdays = self.weekdays.days if self.as_picture.isChecked() else ()
        first, last = to_date(self.first.date()), to_date(self.last.date())
        return days_trouble(first, last, weekdays, self._today(self.walls.ticked))

    def air(self) -> None:
        """Tell what was chosen."""
        self.check()
        if self.air_button.isEnabled():
            self.chosen.emit(self.airing)
            self.accept()
