"""How one wall did, day by day, and which software runs there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from displayctl.api.wall_health import WallHistory
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.health_words import checkup_words
from displayctl.desktop.presenters.history_words import (
    Metric,
    bars_of,
    metric_name,
    summary_words,
    top_of,
    version_lines,
)
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.walls.day_graph import DayGraph
from displayctl.desktop.widgets.pieces import button, column, label, row
from schedules.display import Display, zone

SPANS = (7, 30, 90)


class HistoryTab(QWidget):
    """Signal: `hours_asked` the display's id, for the window with every hour."""

    hours_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: Kept[Display] | None = None
        self._history = WallHistory(display_id="")
        self._asked = 0
        self.figure, self.span = QComboBox(), QComboBox()
        for metric in Metric:
            self.figure.addItem(metric_name(metric), metric)
        for days in SPANS:
            self.span.addItem(self.tr("{n} days").format(n=days), days)
        self.span.setCurrentIndex(1)
        self.figure.setAccessibleName(self.tr("What the bars show"))
        self.span.setAccessibleName(self.tr("How many days"))
        self.graph = DayGraph()
        self.pointed = label("", "strong", wrap=True)
        self.summary = label("", "soft", wrap=True)
        self.versions = label("", "soft", wrap=True, selectable=True)
        self.versions.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verdict = label("", "soft", wrap=True)
        hours = button(self.tr("Hour by hour…"), self._ask_hours, "", "list")
        choice = row(self.figure, self.span, spacing=SPACE_S)
        choice.setStretch(0, 1)
        layout = column(
            choice,
            self.graph,
            self.pointed,
            self.summary,
            SPACE_S,
            label(self.tr("Versions"), "field"),
            self.versions,
            self.verdict,
            row(hours, None),
            spacing=SPACE_S,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(0, 0, SPACE_M, 0)
        self.setLayout(layout)
        self.figure.currentIndexChanged.connect(self._redraw)
        self.span.currentIndexChanged.connect(self.ask_again)
        self.graph.pointed.connect(self.pointed.setText)

    def show_wall(self, kept: Kept[Display]) -> None:
        """Show this wall."""
        another = self._kept is None or self._kept.id != kept.id
        self._kept = kept
        if another:
            self._history = WallHistory(display_id=kept.id)
            self.ask_again()
        self.tell()

    def ask_again(self) -> None:
        """Read the days anew."""
        if self._kept is None:
            return
        self._asked += 1
        asked, wall, days, client = self._asked, self._kept.id, int(self.span.currentData()), self._desk.hub.client

        def done(history: WallHistory) -> None:
            if asked == self._asked:
                self._history = history
                self._redraw()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.summary.setText(say_problem(error))

        self._desk.tasks.run(lambda: client.wall_history(wall, days), done, failed, owner=self)
        self._redraw()

    def tell(self) -> None:
        """Show what the player has said of itself meanwhile."""
        if self._kept is None:
            return
        self.versions.setText("\n".join(version_lines(self._desk.catalogue.players.get(self._kept.id))))
        health = self._desk.catalogue.healths.get(self._kept.id)
        self.verdict.setText(checkup_words(health.checkup if health else None))

    def _redraw(self) -> None:
        if self._kept is None:
            return
        metric = Metric(self.figure.currentData())
        bars = bars_of(self._history.days, metric, self._today, int(self.span.currentData()))
        self.graph.show_bars(bars, *top_of(bars, metric))
        self.pointed.setText("")
        self.summary.setText(summary_words(bars, metric))

    @property
    def _today(self) -> date:
        local = zone(self._kept.value.time_zone if self._kept is not None else "UTC")
        return self._desk.clock.now().astimezone(local).date()

    def _ask_hours(self) -> None:
        if self._kept is not None:
            self.hours_asked.emit(self._kept.id)
