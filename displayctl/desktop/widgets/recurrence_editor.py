"""On which days a slot happens, chosen from forms that people speak of, with the sentence that says it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from displayctl.desk.recurrence_words import recurrence_sentence
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.airtime_words import short_day_words
from displayctl.desktop.presenters.repeats import NTHS, Repeat, next_dates, read_repeat, write_rule
from displayctl.desktop.presenters.slot_words import spoken_language
from displayctl.desktop.presenters.words import weekday_long
from displayctl.desktop.widgets.choices import TickList, WeekdayPicker, date_edit, number_edit, to_date
from displayctl.desktop.widgets.date_list import DateList
from displayctl.desktop.widgets.inputs import Field
from displayctl.desktop.widgets.month_days import MonthDayPicker
from displayctl.desktop.widgets.pieces import button, column, field, label, row
from schedules.daypart import EVERY_DAY
from schedules.errors import InvalidValue
from schedules.recurrence import HolidaySet, Recurrence
from schedules.rules import MOST_COUNT, MOST_INTERVAL

KINDS = ("once", "daily", "weekly", "monthly", "nth", "yearly", "rule")
NO_END, ON_A_DAY, AFTER_TIMES = 0, 1, 2
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the sentence says beside the rhythm: the hours in both languages, and on which weekdays those are."""

    today: date
    hours: Mapping[str, str]
    weekdays: tuple[int, ...] = EVERY_DAY


class RecurrenceEditor(QWidget):
    """Signals: `changed` when a person chooses; `holidays_asked` to take over national holidays."""

    changed = Signal()
    holidays_asked = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._sets: dict[str, HolidaySet] = {}
        self._rule = ""
        self._make(today)
        self.setLayout(
            column(
                self._said,
                field(self.tr("Repeats"), self.rhythm),
                self._every_row,
                self.weekdays,
                self.month_days,
                self._nth_row,
                field(self.tr("First day"), self.first),
                self._end_row,
                field(self.tr("Except on"), self.holidays),
                self._no_sets,
                row(self._take_over, None),
                field(self.tr("Skipped dates"), self.excepted),
                field(self.tr("Extra dates"), self.added),
                spacing=SPACE_S,
            )
        )
        self._listen()
        self._show_what_applies()

    def _make(self, today: date) -> None:
        self.rhythm = QComboBox()
        for words in (
            self.tr("Once"),
            self.tr("Every day"),
            self.tr("On days of the week"),
            self.tr("On days of the month"),
            self.tr("On one weekday of the month"),
            self.tr("Every year"),
        ):
            self.rhythm.addItem(words)
        self.every = number_edit(1, MOST_INTERVAL)
        self.every.setAccessibleName(self.tr("Every how many"))
        self._unit = label("", "soft")
        self._every_row = _widget(row(label(self.tr("Every"), "soft"), self.every, self._unit, None))
        self.weekdays = WeekdayPicker()
        self.month_days = MonthDayPicker()
        self.nth = QComboBox()
        self.nth.setAccessibleName(self.tr("Which one of the month"))
        for words in (self.tr("First"), self.tr("Second"), self.tr("Third"), self.tr("Fourth"), self.tr("Last")):
            self.nth.addItem(words)
        self.nth_weekday = QComboBox()
        self.nth_weekday.setAccessibleName(self.tr("Day of the week"))
        for day in range(7):
            self.nth_weekday.addItem(weekday_long(day))
        self._nth_row = _widget(row(self.nth, self.nth_weekday, None))
        self.first = date_edit(today)
        self._make_end(today)
        self.holidays = TickList()
        self._no_sets = label(self.tr("There are no sets of holidays yet."), "caption", wrap=True)
        self._take_over = button(self.tr("National holidays…"), self.holidays_asked.emit, "quiet", "calendar")
        self.excepted = DateList(self.tr("Skip a date"), today)
        self.added = DateList(self.tr("Add a date"), today)
        self.sentence, self.other_sentence = label("", "strong", wrap=True), label("", "soft", wrap=True)
        self.upcoming = label("", "caption", wrap=True)
        self._said = _widget(column(self.sentence, self.other_sentence, self.upcoming, spacing=2))

    def _make_end(self, today: date) -> None:
        self.end = QComboBox()
        for words in (self.tr("No end"), self.tr("Until a date"), self.tr("After a number of times")):
            self.end.addItem(words)
        self.last = date_edit(today)
        self.last.setAccessibleName(self.tr("Last day"))
        self.times = number_edit(1, MOST_COUNT, self.tr(" times"))
        self.times.setAccessibleName(self.tr("How many times"))
        self._end_row = _widget(column(field(self.tr("Ends"), self.end), row(self.last, self.times, None)))

    def _listen(self) -> None:
        for box in (self.rhythm, self.end):
            box.activated.connect(self._chosen)
        for box in (self.nth, self.nth_weekday):
            box.activated.connect(lambda: self.changed.emit())
        for edit in (self.first, self.last):
            edit.dateChanged.connect(lambda: self.changed.emit())
        for spin in (self.every, self.times):
            spin.valueChanged.connect(self._count_words)
            spin.valueChanged.connect(lambda: self.changed.emit())
        for source in (self.weekdays, self.month_days, self.excepted, self.added, self.holidays):
            source.changed.connect(self.changed)

    def _count_words(self) -> None:
        """Of what there is every so many, and how often, in the singular where it is one."""
        units = {
            "daily": (self.tr("day"), self.tr("days")),
            "weekly": (self.tr("week"), self.tr("weeks")),
            "monthly": (self.tr("month"), self.tr("months")),
            "nth": (self.tr("month"), self.tr("months")),
            "yearly": (self.tr("year"), self.tr("years")),
        }
        one, more = units.get(KINDS[self.rhythm.currentIndex()], ("", ""))
        self._unit.setText(one if self.every.value() == 1 else more)
        self.times.setSuffix(self.tr(" time") if self.times.value() == 1 else self.tr(" times"))

    def _chosen(self) -> None:
        self._show_what_applies()
        self.changed.emit()

    def fields(self) -> tuple[Field, ...]:
        """How each input is read and filled, for `Inputs`."""
        boxes = (self.rhythm, self.nth, self.nth_weekday, self.end)
        return (
            *((box.currentIndex, box.setCurrentIndex) for box in boxes),
            *((spin.value, spin.setValue) for spin in (self.every, self.times)),
            *((edit.date, edit.setDate) for edit in (self.first, self.last)),
            (lambda: self.weekdays.days, self.weekdays.show_days),
            (lambda: self.month_days.days, self.month_days.show_days),
            (lambda: self.excepted.dates, self.excepted.show_dates),
            (lambda: self.added.dates, self.added.show_dates),
            (lambda: self.holidays.ticked, self.holidays.tick),
        )

    def offer(self, sets: Iterable[HolidaySet]) -> None:
        """Offer the office's sets of holidays as exceptions."""
        self._sets = {each.id: each for each in sets}
        self.holidays.offer((each.id, each.name) for each in self._sets.values())
        self._no_sets.setVisible(not self._sets)

    def except_on(self, sets: Iterable[str]) -> None:
        """Tick these sets, too, as if a person had."""
        wanted = tuple(sets)
        if wanted:
            self.holidays.tick((*self.holidays.ticked, *wanted))
            self.changed.emit()

    def show_value(self, recurrence: Recurrence) -> None:
        """Show a recurrence, without telling."""
        repeat = read_repeat(recurrence)
        self.blockSignals(True)
        self._rule = repeat.rule
        self._offer_rule(repeat.kind == "rule")
        self.rhythm.setCurrentIndex(KINDS.index(repeat.kind))
        self.every.setValue(repeat.every)
        self.weekdays.show_days(repeat.weekdays or (recurrence.first.weekday(),))
        self.month_days.show_days(repeat.days or (recurrence.first.day,))
        self.nth.setCurrentIndex(NTHS.index(repeat.nth) if repeat.nth else 0)
        self.nth_weekday.setCurrentIndex((repeat.weekdays or (recurrence.first.weekday(),))[0])
        self.first.setDate(_qdate(recurrence.first))
        self.last.setDate(_qdate(recurrence.last or recurrence.first))
        self.times.setValue(repeat.count or 10)
        self.end.setCurrentIndex(AFTER_TIMES if repeat.count else ON_A_DAY if recurrence.last else NO_END)
        self.excepted.show_dates(recurrence.except_dates)
        self.added.show_dates(recurrence.include_dates)
        self.holidays.tick(recurrence.except_holidays)
        self.blockSignals(False)
        self._show_what_applies()

    def _offer_rule(self, wanted: bool) -> None:
        """A rule that the forms cannot say is offered as it is, where the slot has one."""
        place = KINDS.index("rule")
        if wanted and self.rhythm.count() == place:
            self.rhythm.addItem(self.tr("Another rule"))
        elif not wanted and self.rhythm.count() > place:
            self.rhythm.removeItem(place)

    def _show_what_applies(self) -> None:
        kind = KINDS[self.rhythm.currentIndex()]
        self._every_row.setVisible(kind not in ("once", "rule"))
        self._count_words()
        self.weekdays.setVisible(kind == "weekly")
        self.month_days.setVisible(kind == "monthly")
        self._nth_row.setVisible(kind == "nth")
        self._end_row.setVisible(kind != "once")
        self.last.setVisible(self.end.currentIndex() == ON_A_DAY)
        self.times.setVisible(self.end.currentIndex() == AFTER_TIMES)

    # Reading

    def value(self, before: Recurrence) -> Recurrence:
        """What the form says, with the rule of `before` where it says the same; raises InvalidValue."""
        form = self._form()
        once = form.kind == "once"
        last = to_date(self.last.date()) if not once and self.end.currentIndex() == ON_A_DAY else None
        return replace(
            before,
            first=to_date(self.first.date()),
            last=last,
            rule=before.rule if _same(form, before, last) else write_rule(form),
            except_dates=self.excepted.dates,
            include_dates=self.added.dates,
            except_holidays=in_old_order(self.holidays.ticked, before.except_holidays),
        )

    def _form(self) -> Repeat:
        kind = KINDS[self.rhythm.currentIndex()]
        if kind == "once":
            return Repeat("once")
        if kind == "rule":
            return Repeat("rule", rule=self._rule)
        count = self.times.value() if self.end.currentIndex() == AFTER_TIMES else 0
        form = Repeat(kind, every=self.every.value(), count=count)
        if kind == "weekly":
            if not self.weekdays.days:
                raise InvalidValue("slot.weekdays", "pick at least one day of the week")
            return replace(form, weekdays=self.weekdays.days)
        if kind == "monthly":
            if not self.month_days.days:
                raise InvalidValue("slot.days", "pick at least one day of the month")
            return replace(form, days=self.month_days.days)
        if kind == "nth":
            return replace(form, weekdays=(self.nth_weekday.currentIndex(),), nth=NTHS[self.nth.currentIndex()])
        return form

    # Saying

    def say(self, recurrence: Recurrence, around: Surroundings) -> None:
        """Say back in both languages what was chosen, and when it happens next."""
        spoken = spoken_language()
        names = {each.id: each.name for each in self._sets.values()}
        said = {code: recurrence_sentence(recurrence, code, names, around.hours[code]) for code in ("id", "en")}
        self.sentence.setText(said[spoken])
        self.other_sentence.setText(said["en" if spoken == "id" else "id"])
        dates = next_dates(recurrence, self._sets, around.today, weekdays=around.weekdays)
        words = f"{NO_BREAK}· ".join(short_day_words(day).replace(" ", NO_BREAK) for day in dates)
        self.upcoming.setText(
            self.tr("Next: {dates}").format(dates=words) if words else self.tr("It does not happen any more.")
        )


def _same(form: Repeat, before: Recurrence, last: date | None) -> bool:
    """Whether the rule of `before` says what the form does; every day until a day needs none."""
    was = read_repeat(before)
    if form.kind == "daily" and not before.rule and last is None:
        return False
    if form.kind == "monthly" and not was.days:  # such a rule means the first day, which the form spells out
        was = replace(was, days=(before.first.day,))
    return form == was


def in_old_order(ticked: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """What is ticked, what was there before in its old order and first."""
    return (*(key for key in before if key in ticked), *(key for key in ticked if key not in before))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _widget(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
