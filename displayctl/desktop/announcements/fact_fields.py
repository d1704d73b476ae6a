"""The fields of a template, as when and where: made anew for each template, each with its example."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QLayout, QVBoxLayout, QWidget

from content.studio.stencils.stencil import FieldSort, Stencil, StencilField
from displayctl.desktop.announcements.spelling import Spelling
from displayctl.desktop.announcements.words_edit import WordsEdit
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import clear, column, field, icon_button, label, row

_WALLS_SPEAK = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_DAY = "dddd, d MMMM yyyy"


class FactFields(QWidget):
    """Signals: `changed` with the name of a field, `made` with the boxes of a template when they are new."""

    changed = Signal(str)
    made = Signal(object)

    def __init__(self, spelling: Spelling, language: str) -> None:
        super().__init__()
        self._spelling, self._language = spelling, language
        self._stencil = ""
        self._boxes: dict[str, WordsEdit] = {}
        self._kept: dict[str, str] = {}
        self._column: QVBoxLayout = column(spacing=SPACE_M)
        self.setLayout(self._column)

    def show_fields(self, stencil: Stencil, values: Mapping[str, str]) -> None:
        """The fields of a template with these values; values of others are kept unseen."""
        self._kept = dict(values)
        if stencil.id != self._stencil:
            self._stencil = stencil.id
            self._rebuild(stencil)
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.show_words(values.get(name, ""))
            box.blockSignals(False)

    def values(self) -> dict[str, str]:
        """What all fields say, also those of other templates; empty ones are left out."""
        said = self._kept | {name: box.text() for name, box in self._boxes.items()}
        return {name: words for name, words in said.items() if words.strip()}

    def box(self, name: str) -> WordsEdit:
        """The box of a field. Raises KeyError for one that the template does not have."""
        return self._boxes[name]

    def _rebuild(self, stencil: Stencil) -> None:
        clear(self._column)
        self._boxes = {}
        if stencil.fields:
            self._column.addWidget(label(self.tr("Facts; what stays empty is left out"), "field"))
        for each in stencil.fields:
            self._column.addLayout(self._row(each))
        self.setVisible(bool(stencil.fields))
        self.made.emit(tuple(self._boxes.values()))

    def _row(self, each: StencilField) -> QLayout:
        name = each.label.get(self._language) or each.label["id"]
        box = WordsEdit(each.most, spelling=self._spelling if each.sort is FieldSort.TEXT else None)
        box.setAccessibleName(name)
        if each.example:
            box.setPlaceholderText(self.tr("as {example}").format(example=each.example))
        box.textChanged.connect(lambda: self.changed.emit(each.name))
        self._boxes[each.name] = box
        if each.sort is not FieldSort.DATE:
            return field(name, box)
        pick = icon_button("calendar", self.tr("{name}: choose a day").format(name=name), lambda: self._pick(box))
        pick.setAutoDefault(False)
        inner = QWidget()
        inner.setLayout(row(box, pick, spacing=SPACE_S))
        return field(name, inner)

    def _pick(self, box: WordsEdit) -> None:
        """A calendar beside the box, at the day that it says; what is picked is written as walls say it."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        said = _WALLS_SPEAK.toDate(box.text().strip(), _DAY)
        if said.isValid():
            calendar.setSelectedDate(said)

        def picked(day: QDate) -> None:
            box.show_words(day_on_walls(day))
            calendar.close()
            box.setFocus()

        calendar.clicked.connect(picked)
        calendar.activated.connect(picked)
        calendar.show()  # its style makes it larger than it said
        calendar.move(place_beside(box, calendar.size()))
        calendar.setFocus()


def day_on_walls(day: QDate) -> str:
    """As ``Jumat, 20 November 2026``, whatever the desk speaks."""
    return _WALLS_SPEAK.toString(day, _DAY)


def place_beside(box: QWidget, size: QSize) -> QPoint:
    """Where something of this size opens below `box`, or above it where the screen ends: nothing of it is cut off."""
    room = box.screen().availableGeometry()
    below, above = box.mapToGlobal(QPoint(0, box.height())), box.mapToGlobal(QPoint(0, -size.height()))
    y = below.y() if below.y() + size.height() <= room.bottom() + 1 else above.y()
    return QPoint(max(room.left(), min(below.x(), room.right() + 1 - size.width())), max(room.top(), y))
