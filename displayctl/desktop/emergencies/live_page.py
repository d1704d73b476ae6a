"""The messages that stand on walls, and those that have just left them: one is looked at, the others a click away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from content.studio.emergency.templates_folder import Templates
from displayctl.api.emergencies import AlertInfo
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.alert_details import AlertDetails, Standing
from displayctl.desktop.emergencies.purpose import Purpose
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.alert_words import level_name
from displayctl.desktop.widgets.pieces import Button, EmptyState, clear, column, reserve_bold, row
from schedules import codec
from schedules.alert import Alert
from schedules.display import Display
from schedules.errors import ScheduleError

LOOKED_AT = timedelta(minutes=10)
"""How long a message is still looked at once it is off the walls: who has confirmed its end?"""
READ_EVERY_MS, TICK_MS = 3000, 1000
MOST_SHOWN = 6


class LivePage(QWidget):
    """Follows the hub while it is on show. What its details ask for is theirs to signal."""

    def __init__(self, desk: Desk, purpose: Purpose, zone: ZoneInfo) -> None:
        super().__init__()
        self._desk, self._purpose = desk, purpose
        self._templates = Templates(())
        self._values: dict[str, Mapping[str, str]] = {}
        self._wanted, self._shown, self._live_before = "", "", frozenset[str]()
        self._choices = QButtonGroup(self)
        self._choice_row = row(spacing=SPACE_S)
        self.details = AlertDetails(desk, purpose, zone)
        nothing = EmptyState(
            "alarm",
            self.tr("No drill is running") if purpose.drill else self.tr("No emergency message is live"),
            self.tr("What is sent appears here, with the answer of every wall."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self.details)
        layout = column(self._choice_row, self._stack, spacing=SPACE_S)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        desk.catalogue.changed.connect(self._topic_changed)
        self._read_soon = self._timer(READ_EVERY_MS, self._read)
        self._tick = self._timer(TICK_MS, lambda: self.details.tick(desk.clock.now()))

    def _timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setInterval(interval_ms)
        made.timeout.connect(act)
        made.start()
        return made

    def use_templates(self, templates: Templates) -> None:
        """What messages were made from, for their ways back."""
        self._templates = templates
        self.redraw()

    def remember(self, alert_id: str, values: Mapping[str, str]) -> None:
        """What was typed here for an alert; of others only what their headline tells is known."""
        self._values[alert_id] = values

    def remembers(self, alert_id: str) -> bool:
        """Whether all that was typed for an alert is known here."""
        return alert_id in self._values

    @property
    def live(self) -> tuple[Standing, ...]:
        """Those that stand on walls, the newest first."""
        return tuple(each for each in self._standing() if each.info.live)

    def choose(self, alert_id: str) -> None:
        """Look at this one, as soon as it is known."""
        self._wanted = alert_id
        self.redraw()

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.ALERT, Topic.DISPLAY):
            self.redraw()

    def _read(self) -> None:
        """Walls become missing by time alone, and what waits begins; no event tells of either."""
        followed = any(each.info.live or each.info.withdrawn_at is None for each in self._standing())
        if self.isVisible() and self._desk.link.connected and followed:
            self._desk.catalogue.read(Topic.ALERT)

    # What there is

    def _standing(self) -> tuple[Standing, ...]:
        now = self._desk.clock.now()
        found = [each for info in self._desk.catalogue.alerts if (each := self._read_alert(info)) is not None]
        kept = [
            each
            for each in found
            if each.alert.drill is self._purpose.drill
            and (each.info.live or now - (each.info.withdrawn_at or each.alert.expires) < LOOKED_AT)
        ]
        kept.sort(key=lambda each: (each.info.live, each.alert.effective), reverse=True)
        return tuple(kept[:MOST_SHOWN])

    def _read_alert(self, info: AlertInfo) -> Standing | None:
        try:
            alert: Alert = codec.alert_from_dict(info.value)
        except ScheduleError:
            return None  # of a newer version; the hub says so where it is judged
        if not self._templates.all:
            return None
        template = self._templates.behind(alert.kind)
        known = self._values.get(alert.id)
        return Standing(info, alert, template, template.recalled(alert.headline) if known is None else known)

    def redraw(self) -> None:
        """Show what there is now."""
        standing = self._standing()
        chosen = self._to_look_at(standing)
        self._offer(standing, chosen)
        if chosen is None:
            self._stack.setCurrentIndex(0)
            return
        displays = {kept.id: kept.value for kept in self._desk.catalogue.displays}
        wanted = chosen.info.walls or chosen.alert.display_ids or tuple(displays)
        walls: tuple[Display, ...] = tuple(displays[wall] for wall in wanted if wall in displays)
        self.details.show_standing(chosen, walls, {wall.id: wall.name for wall in displays.values()})
        self._stack.setCurrentIndex(1)

    def _to_look_at(self, standing: tuple[Standing, ...]) -> Standing | None:
        """What was asked for, else what was looked at before; but whoever looks at a message that is over sees the
        next one as it comes. One that is live stays, lest somebody take back another one than was read.
        """
        known = {each.info.id: each for each in standing}
        live = frozenset(each.info.id for each in standing if each.info.live)
        chosen = known.get(self._wanted) or known.get(self._shown)
        comes, self._live_before = live - self._live_before, live
        if chosen is None or (comes and not chosen.info.live):
            chosen = next(iter(standing), None)
        self._shown = chosen.info.id if chosen else ""
        self._wanted = "" if self._wanted in known else self._wanted
        return chosen

    def _offer(self, standing: tuple[Standing, ...], chosen: Standing | None) -> None:
        clear(self._choice_row)
        if len(standing) < 2:
            return
        for each in standing:
            made = Button(self._choice_words(each))
            made.setProperty("role", "segment")
            made.setCheckable(True)
            reserve_bold(made, self._choice_words(each))
            made.setChecked(each is chosen)
            made.clicked.connect(partial(self._choice_made, each.info.id))
            self._choices.addButton(made)
            self._choice_row.addWidget(made)
        self._choice_row.addStretch(1)

    def _choice_made(self, alert_id: str, _: bool = False) -> None:
        self.choose(alert_id)

    def _choice_words(self, each: Standing) -> str:
        if each.waits(self._desk.clock.now()):
            return self.tr("later: {headline}").format(headline=each.alert.headline[:28])
        if not each.info.live:
            return self.tr("over: {headline}").format(headline=each.alert.headline[:28])
        return f"{level_name(each.alert.level)} · {each.alert.headline[:28]}"
