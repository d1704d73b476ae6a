"""The office itself: what heads its reports, its time zone, and when to be reminded of the monthly drill."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from displayctl.api.accounts import ALL_GROUPS, Role
from displayctl.api.models import SettingsInfo
from displayctl.api.office import FIRST_WORKING_DAY, OfficeSettings
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.widgets.choices import hour_edit
from displayctl.desktop.widgets.pieces import button, column, field, row, rule
from displayctl.desktop.widgets.remark import Remark

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
LAST_DAY = 28


class OfficeWindow(QDialog):
    """Signal: `saved` once the hub has kept the changes."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("The office"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(560)
        self._build()
        settings = desk.catalogue.settings
        self._before = settings.office if settings is not None else OfficeSettings()
        self._show(self._before)
        self._shown = self._said()

    def _build(self) -> None:
        self.name, self.address = QLineEdit(), QLineEdit()
        self.name.setMaxLength(120)
        self.name.setPlaceholderText("Pemerintah Kabupaten Banggai")
        self.address.setMaxLength(240)
        self.zone = QComboBox()
        self.zone.addItems(ZONES)
        self.reminder = QCheckBox(self.tr("Remind us of the monthly drill"))
        self.day = QComboBox()
        self.day.addItem(self.tr("first working day"), FIRST_WORKING_DAY)
        for day in range(1, LAST_DAY + 1):
            self.day.addItem(str(day), day)
        self.hour = hour_edit()
        self.reminder.toggled.connect(self.day.setEnabled)
        self.reminder.toggled.connect(self.hour.setEnabled)
        self._error = Remark()
        self.save_button = button(self.tr("Save"), self.save, "primary", "check")
        self.save_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        when = row(
            field(self.tr("Day of the month"), self.day), field(self.tr("Hour"), self.hour), None, spacing=SPACE_M
        )
        layout = column(
            field(self.tr("Name, as it heads reports"), self.name),
            field(self.tr("Address"), self.address),
            field(self.tr("Time zone"), self.zone),
            rule(),
            self.reminder,
            when,
            self._error,
            row(None, cancel, self.save_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        grey(self.save_button, self._desk.myself.hindrance(Role.EDITOR, group=ALL_GROUPS))

    def _show(self, office: OfficeSettings) -> None:
        self.name.setText(office.name)
        self.address.setText(office.address)
        if self.zone.findText(office.zone) < 0:
            self.zone.addItem(office.zone)
        self.zone.setCurrentText(office.zone)
        self.day.setCurrentIndex(max(0, self.day.findData(office.drill_day)))
        self.hour.setValue(office.drill_hour)
        self.reminder.setChecked(office.drill_reminder)
        for made in (self.day, self.hour):
            made.setEnabled(office.drill_reminder)

    @property
    def office(self) -> OfficeSettings:
        """What the window says now; what it does not show stays."""
        return self._before.model_copy(update=self._said())

    def _said(self) -> dict[str, object]:
        return {
            "name": self.name.text().strip(),
            "address": self.address.text().strip(),
            "zone": self.zone.currentText(),
            "drill_reminder": self.reminder.isChecked(),
            "drill_day": int(self.day.currentData()),
            "drill_hour": self.hour.value(),
        }

    def save(self) -> None:
        """Have the hub keep it, upon the newest settings: what another desk has changed and nobody here stays."""
        client = self._desk.hub.client
        said = {name: value for name, value in self._said().items() if value != self._shown[name]}
        self.save_button.setEnabled(False)

        def work() -> SettingsInfo:
            settings = client.settings()
            office = settings.office.model_copy(update=said)
            return client.put_settings(settings.model_copy(update={"office": office}))

        self._desk.tasks.run(work, self._saved, self._refused, owner=self)

    def _saved(self, _: object) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._error.setText(say_problem(error))
