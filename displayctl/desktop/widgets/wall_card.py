"""One wall as a card: a look at it, its state in words, what it plays, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from displayctl.api.device_reports import RefusalInfo
from displayctl.api.models import PlayerState
from displayctl.api.site import SiteChecklist
from displayctl.api.walls import PatternWish
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.fault_words import say_fault
from displayctl.desktop.presenters.health_words import safe_mode
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.refusal_words import refusal_words
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.site_words import checklist_words
from displayctl.desktop.presenters.wall_words import showing_words, trouble, wall_state
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.refusals_window import RefusalsWindow
from displayctl.desktop.widgets.pieces import Scaled, button, column, frame, icon_button, label, row, set_role
from schedules.display import Display

PICTURE = QSize(300, 168)
REFUSALS_ARE_NEWS = timedelta(days=2)


class WallCard(QFrame):
    """Signals: `told` a sentence and its kind; `edit_asked`, `pair_asked`, `health_asked` and `site_asked` the
    display's id."""

    told = Signal(str, str)
    edit_asked = Signal(str)
    pair_asked = Signal(str)
    health_asked = Signal(str)
    site_asked = Signal(str)

    def __init__(self, desk: Desk, kept: Kept[Display]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._kept = desk, kept
        self._pattern_on = False
        self._paired = False
        self._build()
        self.tell(kept)

    def _build(self) -> None:
        self._picture = Scaled(PICTURE)
        self._picture.setFixedHeight(PICTURE.height())
        self._picture.show_picture(icons.pixmap("wall", "#3a4459", 64))
        self._screen_words = label(self.tr("No picture asked for yet"), "caption")
        self._screen_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._screen_words.setStyleSheet("color: #aab3c4;")
        screen = frame("screen", column(self._picture, self._screen_words, spacing=0, margins=3))
        self._name = label("", "heading")
        self._chip = label("", "chip")
        self._facts = label("", "caption")
        self._plays = label("", "strong", wrap=True)
        self._next = label("", "soft", wrap=True)
        self._sentence = label("", "caption", wrap=True)
        self._faults = label("", "error", wrap=True)
        self._tools = [
            self._tool("camera", self.tr("New picture of the wall"), self.take_picture),
            self._tool("target", self.tr("Show the wall's name on it for 30 seconds"), self._identify),
            self._tool("grid", self.tr("Test pattern on or off"), self._test_pattern),
        ]
        self._refused = label("", "error", wrap=True)
        self._refused.hide()
        self._refusals = self._tool("approve", self.tr("What the player has refused, and why"), self.show_refusals)
        self._pair = button(self.tr("Pair…"), lambda: self.pair_asked.emit(self._kept.id), "primary", "link")
        health = icon_button("report", self.tr("Health of the wall"), lambda: self.health_asked.emit(self._kept.id))
        self._site = button("", lambda: self.site_asked.emit(self._kept.id), "quiet", "check")
        self.tell_site(None)
        edit = icon_button("edit", self.tr("Change the wall"), lambda: self.edit_asked.emit(self._kept.id))
        words: QVBoxLayout = column(
            row(self._name, None, self._chip),
            self._facts,
            row(self._site, None),
            4,
            label(self.tr("Plays now"), "field"),
            self._plays,
            self._next,
            4,
            self._faults,
            self._refused,
            self._sentence,
            None,
            spacing=2,
        )
        tools = row(*self._tools, self._refusals, self._pair, None, health, edit, spacing=SPACE_S)
        inner = column(screen, words, tools, spacing=SPACE_M)
        inner.setStretch(1, 1)
        inner.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self.setLayout(inner)
        self.setMinimumWidth(PICTURE.width() + 2 * SPACE_L)
        self.setMaximumWidth(460)

    def _tool(self, icon: str, name: str, act: Callable[[], object]) -> QPushButton:
        return icon_button(icon, name, act)

    @property
    def display_id(self) -> str:
        return self._kept.id

    @property
    def connected(self) -> bool:
        """Whether the wall's player is there to be asked."""
        player = self._desk.catalogue.players.get(self._kept.id)
        return player is not None and player.connected

    def take_keyboard(self) -> None:
        """Let the keyboard begin here."""
        self._site.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, kept: Kept[Display]) -> None:
        """Show what is known now."""
        self._kept = kept
        display, canvas = kept.value, kept.value.canvas
        player: PlayerState | None = self._desk.catalogue.players.get(kept.id)
        now = self._desk.clock.now()
        state = wall_state(player, now)
        self._name.setText(display.name)
        self._chip.setText(state.word)
        set_role(self._chip, state.role)
        self._facts.setText(
            f"{canvas.width_px} × {canvas.height_px} px · {display.frame_rate} fps · {display.time_zone}"
        )
        connected = self.connected
        self._plays.setText(showing_words(player.showing if player else None, now) if connected else "–")
        self._sentence.setText(state.sentence)
        lines = self._troubles(player)
        self._faults.setText("\n".join(f"! {line}" for line in lines))
        self._faults.setVisible(bool(lines))
        self._paired = bool(player and player.device_id)
        self._pair.setVisible(not self._paired)
        self._refusals.setVisible(self._paired)
        for tool in self._tools:
            tool.setVisible(self._paired)
            tool.setEnabled(connected)

    def _troubles(self, player: PlayerState | None) -> list[str]:
        catalogue, mode = self._desk.catalogue, safe_mode(player)
        health = catalogue.healths.get(self._kept.id)
        found = [say_fault(line, catalogue.medium_title) for line in trouble(player)]
        found += [say_sentence(line) for line in (health.warnings if health else ())]
        return [mode, *found] if mode else found

    def tell_site(self, checklist: SiteChecklist | None) -> None:
        """Whether the wall is commissioned; None: not known yet."""
        self._site.setText(checklist_words(checklist))
        self._site.setToolTip(self.tr("Open the site checklist"))

    def tell_next(self, words: str) -> None:
        """What plays next by the published programme."""
        self._next.setText(words)
        self._next.setVisible(bool(words))

    def tell_refusal(self, newest: RefusalInfo | None) -> None:
        """Say what the player has refused last, as long as that is news."""
        now = self._desk.clock.now()
        fresh = newest is not None and now - newest.last_at < REFUSALS_ARE_NEWS
        if newest is not None and fresh:
            words = self.tr("Refused {ago}: {why}")
            self._refused.setText(words.format(ago=ago_words(now, newest.last_at), why=refusal_words(newest)))
        self._refused.setVisible(fresh)

    # What can be done

    def show_refusals(self) -> None:
        """The window with everything that the player would not believe."""
        window = RefusalsWindow(self._desk, self._kept.id, self._kept.value.name, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def take_picture(self) -> None:
        """Ask the wall for a picture of what it presents."""
        client, display_id = self._desk.hub.client, self._kept.id
        self._screen_words.setText(self.tr("Asking the wall…"))
        self._desk.tasks.run(lambda: client.screenshot(display_id), self._show_picture, self._no_picture, owner=self)

    def _show_picture(self, png: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(png)
        self._picture.show_picture(picture)
        now = self._desk.clock.now()
        self._screen_words.setText(self.tr("Picture of the wall, {ago}").format(ago=ago_words(now, now)))

    def _no_picture(self, error: Exception) -> None:
        self._screen_words.setText(self.tr("The wall sent no picture"))
        self.told.emit(say_problem(error), "warning")

    def _identify(self) -> None:
        client, display_id = self._desk.hub.client, self._kept.id
        name = self._kept.value.name
        self._desk.tasks.run(
            lambda: client.identify(display_id),
            lambda _: self.told.emit(self.tr("{wall} shows its name now.").format(wall=name), "good"),
            lambda error: self.told.emit(say_problem(error), "warning"),
            owner=self,
        )

    def _test_pattern(self) -> None:
        walls, display_id, on = self._desk.hub.client.walls, self._kept.id, not self._pattern_on
        name = self._kept.value.name

        def done(_: None) -> None:
            self._pattern_on = on
            words = self.tr("{wall} shows the test pattern.") if on else self.tr("{wall} shows its programme again.")
            self.told.emit(words.format(wall=name), "good")

        self._desk.tasks.run(
            lambda: walls.show_pattern(display_id, PatternWish()) if on else walls.end_pattern(display_id),
            done,
            lambda error: self.told.emit(say_problem(error), "warning"),
            owner=self,
        )
