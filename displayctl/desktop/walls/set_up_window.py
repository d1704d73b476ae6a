"""Setting up the canvas of a wall: a test pattern on the wall follows each number, and the wall's picture comes back.

Nothing of it is published: the pattern alone takes the new canvas, and the wall goes back by itself. What is saved
goes the way of every change, over a signature.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from displayctl.api.walls import PatternKind, PatternWish
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.pattern_words import pattern_hint, pattern_name
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import clock_seconds_words
from displayctl.desktop.walls.actions_tab import MENDERS
from displayctl.desktop.walls.canvas_form import CanvasForm
from displayctl.desktop.walls.live_pattern import LivePattern
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.leaving import leave
from displayctl.desktop.widgets.pieces import Scaled, button, change_role, column, field, frame, label, row, rule
from displayctl.desktop.widgets.remark import Remark
from schedules.codec import display_to_dict
from schedules.display import Display
from schedules.errors import InvalidValue

PICTURE = QSize(380, 230)
SETTLE_MS, LOOK_MS = 350, 3000
PATTERN_SECONDS, PICTURE_PX = 600, 640


class SetUpWindow(QDialog):
    """Signals: `stored` the wall before (Kept) and after; `told` a sentence and its kind."""

    stored = Signal(object, object)
    told = Signal(str, str)

    def __init__(self, desk: Desk, kept: Kept[Display], parent: QWidget | None = None, *, welcome: str = "") -> None:
        super().__init__(parent)
        self._desk, self._kept = desk, kept
        self._looking = False
        self._trouble = ""
        self._pattern = LivePattern(desk, kept.id)
        self._pattern.shown, self._pattern.ended, self._pattern.failed = self._shown, self._ended, self._failed
        self.setWindowTitle(self.tr("Set up {wall}").format(wall=kept.value.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_inputs()
        self._build(welcome)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._send)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(PATTERN_SECONDS * 1000)
        self._over.timeout.connect(self._ran_out)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()
        desk.catalogue.changed.connect(self._topic_changed)
        QTimer.singleShot(0, self, self.look)
        self._check()

    def _make_inputs(self) -> None:
        self.canvas = CanvasForm()
        self.canvas.show_canvas(self._kept.value.canvas)
        self.canvas.changed.connect(self._changed)
        self.kind = QComboBox()
        for kind in PatternKind:
            self.kind.addItem(pattern_name(kind), kind)
        self.kind.currentIndexChanged.connect(self._changed)
        self.module_width, self.module_height = number_edit(16, 4096, " px"), number_edit(16, 4096, " px")
        for spin in (self.module_width, self.module_height):
            spin.setValue(64)
            spin.valueChanged.connect(self._changed)
        self._modules = frame(
            "plain",
            row(
                frame("plain", field(self.tr("Module, width"), self.module_width)),
                frame("plain", field(self.tr("Module, height"), self.module_height)),
                spacing=SPACE_M,
            ),
        )
        self.hint = label("", "caption", wrap=True)
        self.pattern_button = button("", self.toggle, "primary", "grid")
        self.pattern_button.setAutoDefault(False)
        self.state, self._error = label("", "caption", wrap=True), Remark()
        self.picture = Scaled(PICTURE)
        self.picture_words = label(self.tr("No picture of the wall yet"), "caption", wrap=True)

    def _build(self, welcome: str) -> None:
        self.save_button = button(self.tr("Save the canvas"), self.save)
        close = button(self.tr("Close"), self.reject)
        for each in (close, self.save_button):
            each.setAutoDefault(False)
        left = column(frame("screen", column(self.picture, margins=3)), self.picture_words, None, spacing=SPACE_S)
        right = column(
            field(self.tr("Test pattern"), self.kind),
            self.hint,
            self._modules,
            row(self.pattern_button, None),
            self.state,
            rule(),
            self.canvas,
            self._error,
            None,
            spacing=SPACE_S,
        )
        both = row(spacing=SPACE_L)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        words = self.tr(
            "Show a pattern on the wall and turn the numbers until its border lies on the wall's edge. "
            "The wall follows at once; nothing is published by that."
        )
        head = [label(welcome, "heading", wrap=True)] if welcome else []
        foot = row(None, close, self.save_button, spacing=SPACE_S)
        layout = column(*head, label(words, "soft", wrap=True), both, rule(), foot, spacing=SPACE_M)
        layout.setStretch(len(head) + 1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    # What is there

    @property
    def on(self) -> bool:
        """Whether the pattern is on the wall, as far as is known here."""
        return self._pattern.on

    @property
    def error(self) -> str:
        """What is wrong with the numbers, or why the wall did not take them."""
        return self._error.text()

    @property
    def _connected(self) -> bool:
        player = self._desk.catalogue.players.get(self._kept.id)
        return player is not None and player.connected

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.PLAYER:
            self._check()

    def _check(self) -> None:
        kind = PatternKind(self.kind.currentData())
        self.hint.setText(pattern_hint(kind))
        self._modules.setVisible(kind in (PatternKind.MODULES, PatternKind.ALL))
        self._offer_pattern()
        why = self._desk.myself.hindrance(*MENDERS, group=self._kept.value.groups[0])
        away = "" if self._connected else self.tr("The wall is away; look at its power and its network.")
        grey(self.pattern_button, why or away)
        if not self._pattern.on:
            self.state.setText(away or self.tr("The public sees the pattern; it ends by itself after 10 minutes."))
        self._check_numbers(why)

    def _offer_pattern(self) -> None:
        words, role = (self.tr("Show it on the wall"), "primary")
        if self._pattern.wanted:
            words, role = (self.tr("End the pattern"), "")
        self.pattern_button.setText(words)
        change_role(self.pattern_button, role, "grid")

    def _check_numbers(self, why: str) -> None:
        try:
            changed = self.canvas.canvas() != self._kept.value.canvas
            self._error.setText(self._trouble)
        except InvalidValue as error:
            changed = False
            words = self.tr("Look at the parts of the wall: {why}") if error.field == "canvas.regions" else "{why}"
            self._error.setText(words.format(why=say_sentence(error.message)))
        grey(self.save_button, why, able=changed)

    # The pattern

    def _changed(self) -> None:
        self._trouble = ""
        self._check()
        if self._pattern.wanted:
            self._settle.start()

    def toggle(self) -> None:
        """Show the pattern, or end it."""
        if self._pattern.wanted:
            self.end()
        else:
            self._send()

    def _send(self) -> None:
        try:
            canvas = self.canvas.bare()
        except InvalidValue:
            return  # said already
        document = display_to_dict(replace(self._kept.value, canvas=canvas, sound_region=""))["canvas"]
        wish = PatternWish(
            kind=PatternKind(self.kind.currentData()),
            seconds=PATTERN_SECONDS,
            canvas=document,
            module_px=(self.module_width.value(), self.module_height.value()),
        )
        self._pattern.show(wish)
        self._check()

    def _shown(self) -> None:
        self._trouble = ""
        self._over.start()
        at = clock_seconds_words(self._desk.clock.now().astimezone(office_zone()))
        self.state.setText(self.tr("On the wall since {time}, as the numbers say.").format(time=at))
        self._check()
        self.look()

    def end(self) -> None:
        """Let the wall go back to its programme."""
        self._settle.stop()
        self._pattern.end()
        self._check()

    def _ended(self) -> None:
        self._over.stop()
        self.look()

    def _ran_out(self) -> None:
        self._settle.stop()
        self._pattern.ran_out()
        self._check()

    def _failed(self, error: Exception) -> None:
        self._trouble = say_problem(error)
        self._check()

    # The wall's own picture

    def look(self) -> None:
        """Ask the wall for what it presents, one question at a time."""
        if self._looking or not self._connected or not self.isVisible():
            return
        self._looking = True
        client, wall = self._desk.hub.client, self._kept.id
        self._desk.tasks.run(lambda: client.screenshot(wall, PICTURE_PX), self._seen, self._not_seen, owner=self)

    def _seen(self, png: bytes) -> None:
        self._looking = False
        picture = QPixmap()
        if picture.loadFromData(png):
            self.picture.show_picture(picture)
            at = clock_seconds_words(self._desk.clock.now().astimezone(office_zone()))
            self.picture_words.setText(self.tr("The wall itself at {time}").format(time=at))

    def _not_seen(self, error: Exception) -> None:
        self._looking = False
        self.picture_words.setText(say_problem(error))

    # Closing

    def save(self) -> None:
        """Keep the canvas; the wall takes it with the next publication."""
        try:
            canvas = self.canvas.canvas()
        except InvalidValue:
            return  # said already
        self.told.emit(self.tr("The canvas is saved. Publish it, so that the wall takes it."), "good")
        self.stored.emit(self._kept, replace(self._kept.value, canvas=canvas))
        self._leave()

    def reject(self) -> None:
        leave(self, self.save_button.isEnabled(), self._leave)

    def _leave(self) -> None:
        self._look.stop()
        self._settle.stop()
        self._pattern.leave()
        super().reject()
