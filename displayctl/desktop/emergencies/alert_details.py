"""One message that stands on walls: how long still, who stands behind it, what each wall has said, and its way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from content.studio.emergency.message import CORRECTION, ENDED
from content.studio.emergency.template import Template
from displayctl.api.emergencies import AlertInfo
from displayctl.desk.emergencies.standing import Standing as Told
from displayctl.desk.emergencies.standing import as_told, can_be_confirmed
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.purpose import Purpose
from displayctl.desktop.emergencies.receipts import Receipts
from displayctl.desktop.emergencies.way_back import Way, WayBack
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.alert_words import level_name
from displayctl.desktop.presenters.emergency_words import countdown_words, tally_words
from displayctl.desktop.presenters.words import clock_words, duration_words
from displayctl.desktop.widgets.pieces import button, column, frame, label, row, set_role
from schedules.alert import Alert
from schedules.display import Display

EXTENSIONS = (timedelta(minutes=30), timedelta(hours=1))
BACK_PX = (360, 410)
"""The least and the most width of what takes a message back."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An alert with what the hub tells of it, and the template that it was made from."""

    info: AlertInfo
    alert: Alert
    template: Template
    values: Mapping[str, str]

    def waits(self, now: datetime) -> bool:
        """Whether walls have it and show it later by themselves."""
        return self.info.withdrawn_at is None and now < self.alert.effective


class AlertDetails(QWidget):
    """Signals, each with the alert's id: `update_asked`, `confirm_asked`; `extend_asked` with how much longer too, and
    `back_asked` with a Way.
    """

    update_asked = Signal(str)
    confirm_asked = Signal(str)
    extend_asked = Signal(str, object)
    back_asked = Signal(str, object)

    def __init__(self, desk: Desk, purpose: Purpose, zone: ZoneInfo) -> None:
        super().__init__()
        self._desk, self._zone = desk, zone
        self.standing: Standing | None = None
        self._headline = label("", "heading", wrap=True)
        self._facts = label("", "soft", wrap=True)
        self._tally = label("", "strong", wrap=True)
        self.receipts = Receipts()
        self.back = WayBack(desk, purpose)
        self.update_button = button(self.tr("Up&date…"), self._update, "", "edit")
        self.extend_buttons = tuple(self._extend_button(length) for length in EXTENSIONS)
        self._second_words = label("", "", wrap=True)
        self.confirm_button = button(self.tr("Sign as &second person…"), self._confirm, "primary", "approve")
        self._second = self._second_line()
        self._build()
        self.back.asked.connect(self._ask_back)

    def _second_line(self) -> QFrame:
        line = row(self._second_words, self.confirm_button, spacing=SPACE_M)
        line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        line.setStretch(0, 1)
        return frame("banner-warning", line)

    def _extend_button(self, length: timedelta) -> QPushButton:
        words = self.tr("Extend by {length}").format(length=duration_words(length))
        return button(words, lambda: self._extend(length), "", "plus")

    def _build(self) -> None:
        changes = row(self.update_button, *self.extend_buttons, None, spacing=SPACE_S)
        left = column(self._headline, self._facts, self._second, changes, self._tally, self.receipts, spacing=SPACE_S)
        left.setStretch(5, 1)
        left.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        title = label(self.tr("RALAT / Take back"), "heading")
        right = column(title, self.back, spacing=SPACE_S)
        right.setStretch(1, 1)
        right.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self._back_panel = frame("panel", right)
        self._back_panel.setMinimumWidth(BACK_PX[0])
        self._back_panel.setMaximumWidth(BACK_PX[1])
        layout = row(frame("panel", left), self._back_panel, spacing=SPACE_S)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1000)  # as wide as it may be before the other gets anything
        self.setLayout(layout)

    def show_standing(self, standing: Standing, walls: tuple[Display, ...], names: dict[str, str]) -> None:
        """Show this one. `walls` are those it was meant for, as far as they are still there."""
        before, self.standing = self.standing, standing
        alert, info = standing.alert, standing.info
        self._headline.setText(f"{level_name(alert.level)} · {alert.headline}")
        self._tally.setText(tally_words(info))
        set_role(self._tally, "alarm" if info.missing else "strong")
        takes_back = alert.kind in (CORRECTION, ENDED)
        waits = standing.waits(self._desk.clock.now())
        awaited = info.model_copy(update={"live": True}) if waits else info  # walls have yet to answer
        self.receipts.show_alert(awaited, names, self._zone)
        self._back_panel.setVisible(info.live or waits)
        for widget in self.extend_buttons:  # what waits would be shown at once by them
            widget.setVisible(info.live)
        self.update_button.setVisible(info.live and not takes_back)
        # What was chosen there stays while the answers of walls come in.
        if before is None or before.info.id != info.id or before.info.walls != info.walls:
            self.back.choose(Way.CLEAR if takes_back or waits else Way.CORRECT)
            self.back.show_alert(alert, standing.template, standing.values, walls)
        self.tick(self._desk.clock.now())

    def tick(self, now: datetime) -> None:
        """Say how long is left at `now`."""
        if self.standing is None:
            return
        alert, info = self.standing.alert, self.standing.info
        told = as_told(info)
        if info.live:
            words = self.tr("Ends by itself at {time}, in {left}")
            said = words.format(
                time=clock_words(told.ends.astimezone(self._zone)), left=countdown_words(told.ends - now)
            )
        elif self.standing.waits(now):
            words = self.tr("Begins by itself at {time}, in {left}")
            starts = clock_words(alert.effective.astimezone(self._zone))
            said = words.format(time=starts, left=countdown_words(alert.effective - now))
        else:
            said = self.tr("Not on the walls any more")
        self._facts.setText(" · ".join(filter(None, (said, alert.area, self._source(alert)))))
        self._second.setVisible(can_be_confirmed(info, now))
        self._second_words.setText(self._second_sentence(told, now))

    def _source(self, alert: Alert) -> str:
        return self.tr("Source: {source}").format(source=alert.source) if alert.source else ""

    def _second_sentence(self, told: Told, now: datetime) -> str:
        neutral = told.neutral_from
        if now >= told.ends:
            return self.tr("Only one person signed: walls let go of it after two hours. A second one brings it back.")
        if neutral is None:
            return self.tr("Signed by one person: it ends after two hours, unless a second person signs too.")
        if now < neutral:
            words = self.tr("A SECOND PERSON has to sign within {left}, or the walls change to neutral words.")
            return words.format(left=countdown_words(neutral - now))
        return self.tr("No second person has signed: the walls show neutral words until one does.")

    def set_busy(self, busy: bool) -> None:
        """While something is on its way nothing else is asked."""
        for widget in (self.update_button, self.confirm_button, *self.extend_buttons):
            widget.setEnabled(not busy)
        self.back.set_busy(busy)

    # What is asked

    def _update(self) -> None:
        if self.standing is not None:
            self.update_asked.emit(self.standing.info.id)

    def _confirm(self) -> None:
        if self.standing is not None:
            self.confirm_asked.emit(self.standing.info.id)

    def _extend(self, length: timedelta) -> None:
        if self.standing is not None:
            self.extend_asked.emit(self.standing.info.id, length)

    def _ask_back(self, way: Way) -> None:
        if self.standing is not None:
            self.back_asked.emit(self.standing.info.id, way)
