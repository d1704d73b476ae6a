"""One warning: what it says, where it holds, how it would look on the walls it reaches, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from displayctl.api.accounts import Role
from displayctl.api.warnings import WarningInfo, WarningState
from displayctl.desk.warnings.plan import Plan, at_once
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.message_pictures import drawing_of
from displayctl.desktop.emergencies.page_preview import PagePreview
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S, SPACE_XS, level_fill
from displayctl.desktop.presenters.alert_words import level_name
from displayctl.desktop.presenters.warning_words import (
    correction_words,
    decision_words,
    few,
    instant_words,
    kind_words,
    left_words,
    severity_words,
    source_words,
    span_words,
    state_chip,
    walls_words,
)
from displayctl.desktop.presenters.words import counted, duration_words
from displayctl.desktop.warnings.map_sketch import MapSketch, Place, Shapes
from displayctl.desktop.warnings.seeing import Seen
from displayctl.desktop.widgets.hold_button import HoldButton
from displayctl.desktop.widgets.pieces import button, column, frame, label, row, scrolled, set_role
from schedules.alert import AlertLevel
from schedules.display import Display

LEAST_PREVIEW_PX, PREVIEW_PX, TEXT_PX = 250, 356, 92
MOST_DISTRICTS = 8
LEAST_TOLD_PX = 96


class WarningCard(QWidget):
    """What it says scrolls where there is little room; its buttons stay in sight.

    Signals: `show_asked`, `open_asked` (in the red window first), `dismiss_asked`, and of what is shown and not true
    any more `correct_asked` (RALAT) and `end_asked`.
    """

    show_asked = Signal()
    open_asked = Signal()
    dismiss_asked = Signal()
    correct_asked = Signal()
    end_asked = Signal()

    def __init__(self, desk: Desk, zone: ZoneInfo) -> None:
        super().__init__()
        self._desk, self._zone = desk, zone
        self.seen: Seen | None = None
        self._busy = False
        self._level, self._chip = label("", "chip"), label("", "chip")
        self.headline = label("", "heading", wrap=True)
        self._facts, self._where = label("", "soft", wrap=True), label("", "", wrap=True)
        self._decision = label("", "caption", wrap=True)
        self._words = label("", "", wrap=True, selectable=True)
        self.sketch = MapSketch()
        self.preview = PagePreview(desk.tasks, 84, scrolls=True)
        self.reason = label("", "soft", wrap=True)
        self.start_now = QCheckBox(self.tr("Show it at once instead"))
        self.hold_button = HoldButton("", height_px=52)
        self.open_button = button(self.tr("Change it first…"), self.open_asked.emit, "", "edit")
        self.dismiss_button = button(self.tr("Do not show…"), self.dismiss_asked.emit, "", "close")
        self.correct_button = HoldButton("", height_px=46)
        self.end_button = HoldButton("", strong=COLOURS.accent, dark=COLOURS.accent_dark, height_px=46)
        self._build()
        self.hold_button.held.connect(self.show_asked)
        self.correct_button.held.connect(self.correct_asked)
        self.end_button.held.connect(self.end_asked)
        self.start_now.toggled.connect(self._start_changed)

    def _build(self) -> None:
        head = row(self._level, self.headline, self._chip, spacing=SPACE_S)
        head.setStretch(1, 1)
        for chip in (self._level, self._chip):  # as high as their word, beside a headline of two lines, too
            head.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        self._correction_words = label("", "strong", wrap=True)
        both = row(self.correct_button, self.end_button, spacing=SPACE_S)
        self._correction = frame(
            "banner-danger", column(self._correction_words, both, spacing=SPACE_S, margins=SPACE_M)
        )
        text = scrolled(self._words)
        text.setMaximumHeight(TEXT_PX)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        title = label(self.tr("Ready to be shown"), "field")
        looks = column(title, self.preview, self.reason, self.start_now, spacing=SPACE_XS)
        looks.setStretch(1, 1)
        self._looks = QWidget()
        self._looks.setLayout(looks)
        self._looks.setMinimumWidth(LEAST_PREVIEW_PX)
        self._looks.setMaximumWidth(PREVIEW_PX)
        said = column(text, self.sketch, spacing=SPACE_S)
        said.setStretch(1, 1)
        middle = row(said, self._looks, spacing=SPACE_M)
        middle.setStretch(0, 3)
        middle.setStretch(1, 4)
        others = row(self.dismiss_button, self.open_button, spacing=SPACE_S)
        bottom = column(others, self.hold_button, spacing=SPACE_S)
        lines: tuple[QLabel, ...] = (self._facts, self._where, self._decision)
        told = column(*lines, middle, spacing=SPACE_S)
        told.setStretch(len(lines), 1)
        content = QWidget()
        content.setLayout(told)
        self.told = scrolled(content)
        self.told.setMinimumHeight(LEAST_TOLD_PX)
        layout = column(head, self._correction, self.told, bottom, spacing=SPACE_S)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    @property
    def plan(self) -> Plan | None:
        """What the button would show, and from when on; None where there is nothing to show."""
        if self.seen is None or self.seen.proposal is None:
            return None
        plan = self.seen.proposal.plan
        if plan.begins is None or not self.start_now.isChecked():
            return plan
        return at_once(plan, self.seen.info, self._desk.clock.now())

    # Showing

    def show_seen(self, seen: Seen, walls: tuple[Display, ...], now: datetime) -> None:
        """Show this one; `walls` are all that there are. A button that is held is let go where it would do another
        thing than when it was pressed.
        """
        if self.seen is not None and _deed(seen) != _deed(self.seen):
            for each in (self.hold_button, self.correct_button, self.end_button):
                each.let_go()
        if self.seen is None or self.seen.info.id != seen.info.id:
            self.start_now.setChecked(False)
        self.seen = seen
        info, names = seen.info, {wall.id: wall.name for wall in walls}
        self.headline.setText(info.headline or info.event)
        self._level.setText(level_name(AlertLevel(info.level)))
        ground = level_fill(info.level)
        self._level.setStyleSheet(f"background: {ground}; color: {COLOURS.on_alarm}; font-weight: 700;")
        self._where.setText(self._where_words(info, names))
        self._decision.setText(decision_words(info, self._zone))
        self._decision.setVisible(info.decision is not None)
        said = "\n".join(text for text in (info.description, info.instruction) if text)
        self._words.setText(said or self.tr("Its source says nothing more."))
        self._show_places(seen, walls)
        self._show_proposal(seen, walls)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Say how long is left at `now`."""
        if self.seen is None:
            return
        info = self.seen.info
        parts = [
            kind_words(info.kind),
            severity_words(info.severity),
            self.tr("Source: {source}").format(source=source_words(info)),
            span_words(info, now, self._zone),
            left_words(info, now, self._zone),
        ]
        if info.updates:
            parts.append(counted(self.tr("changed once"), self.tr("changed {count} times"), info.updates))
        self._facts.setText(" · ".join(parts))
        word, role = state_chip(info)
        self._chip.setText(word)
        set_role(self._chip, role)
        self._offer()

    def set_busy(self, busy: bool) -> None:
        """While something is on its way nothing else is asked."""
        self._busy = busy
        self._offer()

    def _where_words(self, info: WarningInfo, names: Mapping[str, str]) -> str:
        where = few(info.districts, MOST_DISTRICTS) if info.districts else info.area_words
        area = self.tr("Area: {names}.").format(names=where) if where else ""
        return f"{walls_words(info, names)} {area}".strip()

    def _show_places(self, seen: Seen, walls: tuple[Display, ...]) -> None:
        info = seen.info
        placed = [wall for wall in walls if wall.position is not None]
        marks = [Place(wall.name, wall.position, wall.id in info.walls) for wall in placed if wall.position]
        self.sketch.show_warning(Shapes(info.polygons, info.circles, info.level), seen.districts, info.districts, marks)

    def _show_proposal(self, seen: Seen, walls: tuple[Display, ...]) -> None:
        proposal = seen.proposal
        programme = self.tr("the programme goes on")
        self._looks.setVisible(proposal is not None)
        if proposal is None:
            self.preview.show_drawing(None)
            return
        meant = tuple(wall for wall in walls if wall.id in proposal.plan.display_ids)
        self.preview.show_walls(meant)
        self.preview.show_drawing(drawing_of(proposal.message, drill=False, programme=programme))
        self.start_now.setVisible(proposal.plan.begins is not None)
        self._tell_reason()

    def _tell_reason(self) -> None:
        plan = self.plan
        if plan is None:
            return
        words = self.tr("Ends by itself after {length}.").format(length=duration_words(plan.length))
        if plan.begins is not None:
            told = self.tr("Walls show it by themselves from {time} on, as its source says.")
            words = f"{told.format(time=self._instant(plan.begins))} {words}"
        if plan.guessed:
            words += " " + self.tr("Nobody has entered where these walls stand; look whether they are meant.")
        self.reason.setText(words)

    def _instant(self, at: datetime) -> str:
        return instant_words(at, self._desk.clock.now(), self._zone)

    def _start_changed(self) -> None:
        """The button would do another thing than a moment ago."""
        self.hold_button.let_go()
        self._tell_reason()
        self._offer()

    # What can be done

    def _offer(self) -> None:
        if self.seen is None:
            return
        seen, hindrance = self.seen, self._desk.myself.hindrance(Role.DUTY)
        info, proposal = seen.info, seen.proposal
        made = info.decision
        again = made is not None and (made.overtaken or not made.standing)
        showable = proposal is not None and (info.state is not WarningState.SHOWN or again)
        free = not self._busy and not hindrance
        self.hold_button.setVisible(showable)
        self.open_button.setVisible(showable)
        self.hold_button.setEnabled(free)
        self.open_button.setEnabled(free)
        self.start_now.setEnabled(free)
        for each in (self.hold_button, self.open_button, self.dismiss_button):
            each.setToolTip(hindrance)
        self.dismiss_button.setVisible(info.state is WarningState.NEW)
        self.dismiss_button.setEnabled(free)
        if proposal is not None:
            words = self.tr("Hold 3 seconds: show on {count} wall"), self.tr("Hold 3 seconds: show on {count} walls")
            if proposal.plan.supersedes:
                words = (
                    self.tr("Hold 3 seconds: replace on {count} wall"),
                    self.tr("Hold 3 seconds: replace on {count} walls"),
                )
            time = ""
            if self.plan is not None and self.plan.begins is not None:
                words = (
                    self.tr("Hold 3 seconds: show on {count} wall from {time} on"),
                    self.tr("Hold 3 seconds: show on {count} walls from {time} on"),
                )
                time = self._instant(self.plan.begins)
            self.hold_button.set_text(counted(*words, len(proposal.plan.display_ids), time=time))
        self._offer_correction(seen, free=free)

    def _offer_correction(self, seen: Seen, *, free: bool) -> None:
        self._correction.setVisible(seen.standing is not None)
        self._correction_words.setText(correction_words(seen.info))
        self.correct_button.set_text(self.tr("Hold 3 seconds: RALAT"))
        self.end_button.set_text(self.tr("Hold 3 seconds: end it"))
        self.correct_button.setEnabled(free)
        self.end_button.setEnabled(free)


def _deed(seen: Seen) -> tuple[object, ...]:
    """What its buttons would do, as far as a person can see it."""
    shown: tuple[object, ...] = ()
    if seen.proposal is not None:
        plan = seen.proposal.plan
        shown = (seen.proposal.message, plan.display_ids, plan.supersedes, plan.begins)
    return seen.info.id, seen.info.identifier, seen.standing and seen.standing.id, *shown
