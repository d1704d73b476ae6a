"""The window about the health of a wall: what it presented, what went wrong, and what its machine can play."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from displayctl.api.models import PlayerState
from displayctl.api.wall_health import Checkup, HourFigures, PlayableFormat, WallHealth
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.fault_words import QUARANTINED, media_with
from displayctl.desktop.presenters.health_words import (
    Sum,
    checkup_words,
    codec_words,
    headroom_words,
    ms_words,
    now_words,
    number_words,
    running_hour,
    safe_mode,
    summed,
)
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import clock_words, date_short, listed
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, scrolled
from schedules.display import Display, zone

HOURS_SHOWN = 48


class WallHealthWindow(QDialog):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, display: Display, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._display = desk, display
        self.setWindowTitle(self.tr("Health of {wall}").format(wall=display.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self.resize(900, 640)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.read(Topic.WALL_HEALTH)
        self.redraw()

    def _build(self) -> None:
        self.now = label("", "soft", wrap=True)
        self.warnings = label("", "error", wrap=True)
        self.safe = label("", "error", wrap=True)
        self.leave = button(self.tr("Try the whole programme again"), self._leave_safe_mode)
        line = row(self.safe, self.leave, spacing=SPACE_M)
        line.setStretch(0, 1)
        self._safe_row = frame("plain", line)
        self.quarantine = label("", "error", wrap=True)
        self._tiles = row(spacing=SPACE_S)
        self.verdict = label("", "strong", wrap=True)
        self.machine = label("", "caption", wrap=True)
        self.formats = _table()
        self.formats.setAccessibleName(self.tr("What this wall can play"))
        self.hours = _table()
        self.hours.setAccessibleName(self.tr("Hour by hour"))
        content = QWidget()
        content.setLayout(
            column(
                self.now,
                self._safe_row,
                self.warnings,
                self.quarantine,
                label(self.tr("The last 24 hours"), "heading"),
                self._tiles,
                label(self.tr("What this wall can play"), "heading"),
                self.verdict,
                self.machine,
                self.formats,
                label(self.tr("Hour by hour"), "heading"),
                self.hours,
                None,
                spacing=SPACE_M,
            )
        )
        foot = row(None, button(self.tr("Close"), self.accept, "primary"))
        layout = column(scrolled(content), foot, spacing=SPACE_M)
        layout.setStretch(0, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.WALL_HEALTH, Topic.PLAYER):
            self.redraw()

    def redraw(self) -> None:
        """Show what is known now."""
        catalogue, wall = self._desk.catalogue, self._display.id
        health = catalogue.healths.get(wall) or WallHealth(display_id=wall)
        player = catalogue.players.get(wall)
        self._show_now(player, health)
        now = running_hour(player)
        over = tuple(hour for hour in health.hours if now is None or hour.starts_ms != now.starts_ms)
        self._show_sum(summed((now, *over) if now else over, self._desk.clock.now()))
        self._show_checkup(health.checkup)
        self._show_hours(over[:HOURS_SHOWN], now)

    def _show_now(self, player: PlayerState | None, health: WallHealth) -> None:
        self.now.setText(" · ".join(now_words(player)))
        mode = safe_mode(player)
        self.safe.setText(mode)
        self._safe_row.setVisible(bool(mode))
        self.leave.setEnabled(player is not None and player.connected)
        self.warnings.setText("\n".join(f"! {say_sentence(line)}" for line in health.warnings))
        self.warnings.setVisible(bool(health.warnings))
        kept_out = media_with(QUARANTINED, player.faults if player else ())
        titles = [f"“{self._desk.catalogue.medium_title(medium)}”" for medium in sorted(kept_out)]
        words = self.tr("Left out because they failed again and again: {media}. Upload them anew.")
        self.quarantine.setText(words.format(media=listed(titles)))
        self.quarantine.setVisible(bool(titles))

    def _show_sum(self, whole: Sum) -> None:
        clear(self._tiles)
        tiles = (
            (number_words(whole.presented), self.tr("frames presented"), False),
            (number_words(whole.late), self.tr("late"), whole.late > 0),
            (number_words(whole.dropped), self.tr("dropped"), whole.dropped > 0),
            (ms_words(whole.seam_median_ms), self.tr("at a change of items, in the middle"), False),
            (ms_words(whole.seam_max_ms), self.tr("at worst"), whole.seam_max_ms > 1000 / 30),
            (number_words(whole.decoder_faults), self.tr("faults of decoders"), whole.decoder_faults > 0),
            (number_words(whole.stage_restarts), self.tr("restarts of the stage"), whole.stage_restarts > 0),
        )
        for figure, words, bad in tiles:
            self._tiles.addWidget(_tile(figure, words, bad), 1)

    def _show_checkup(self, checkup: Checkup | None) -> None:
        self.verdict.setText(checkup_words(checkup))
        self.machine.setText(checkup.machine if checkup else "")
        self.machine.setVisible(bool(checkup and checkup.machine))
        formats = checkup.formats if checkup else ()
        self.formats.setVisible(bool(formats))
        sizes = sorted({(found.width_px, found.height_px) for found in formats}, key=lambda size: size[0] * size[1])
        lines = tuple(dict.fromkeys((found.codec, found.frame_rate) for found in formats))
        by_place = {(f.codec, f.frame_rate, f.width_px, f.height_px): f for f in formats}
        heads = [self.tr("Video"), *(f"{width} × {height}" for width, height in sizes)]
        cells = [
            [
                self.tr("{codec}, {n} a second").format(codec=codec_words(codec), n=rate),
                *(_format_words(by_place.get((codec, rate, *size))) for size in sizes),
            ]
            for codec, rate in lines
        ]
        _fill(self.formats, heads, cells)

    def _show_hours(self, over: tuple[HourFigures, ...], now: HourFigures | None) -> None:
        local = zone(self._display.time_zone)
        heads = [
            self.tr("Hour"),
            self.tr("Items"),
            self.tr("Presented"),
            self.tr("Late"),
            self.tr("Dropped"),
            self.tr("Seam"),
            self.tr("95 %"),
            self.tr("Worst"),
            self.tr("Restarts"),
        ]
        cells, until_now = [], self.tr("{hour} until now")
        for hour in (now, *over) if now else over:
            starts = hour.starts.astimezone(local)
            counts = (hour.items, hour.presented, hour.late, hour.dropped)
            seams = (hour.seam_median_ms, hour.seam_p95_ms, hour.seam_max_ms)
            cells.append(
                [
                    until_now.format(hour=clock_words(starts)) if hour is now else _hour_words(starts),
                    *map(number_words, counts),
                    *map(ms_words, seams),
                    number_words(hour.stage_restarts + hour.decoder_faults),
                ]
            )
        _fill(self.hours, heads, cells or [[self.tr("No whole hour yet")]])

    def _leave_safe_mode(self) -> None:
        client, wall = self._desk.hub.client, self._display.id
        words = self.tr("{wall} tries its whole programme again.").format(wall=self._display.name)
        self._desk.tasks.run(
            lambda: client.leave_safe_mode(wall),
            lambda _: self.told.emit(words, "good"),
            lambda error: self.told.emit(say_problem(error), "warning"),
            owner=self,
        )


def _hour_words(starts: datetime) -> str:
    return f"{date_short(starts.date())} {clock_words(starts)}"


def _format_words(found: PlayableFormat | None) -> str:
    return headroom_words(found) if found is not None else "–"


def _tile(figure: str, words: str, bad: bool) -> QFrame:
    caption = label(words, "caption", wrap=True)
    caption.setAlignment(Qt.AlignmentFlag.AlignTop)
    number = label(figure, "strong")
    if bad:
        number.setStyleSheet(f"color: {COLOURS.danger};")
    inner = column(number, caption, spacing=2)
    inner.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
    return frame("card", inner)


def _table() -> QTableWidget:
    made = QTableWidget()
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setTabKeyNavigation(False)
    made.setShowGrid(False)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.verticalHeader().hide()
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _fill(table: QTableWidget, heads: list[str], rows: list[list[str]]) -> None:
    """Show `rows` below `heads`, all of them: the window scrolls, not the table."""
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.clearSpans()
    table.clearContents()
    table.setRowCount(len(rows))
    for down, words in enumerate(rows):
        if len(words) < len(heads):  # a sentence instead of figures
            table.setSpan(down, 0, 1, len(heads))
        for across, text in enumerate(words):
            table.setItem(down, across, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setFixedHeight(header.sizeHint().height() + sum(table.rowHeight(n) for n in range(len(rows))) + 4)
