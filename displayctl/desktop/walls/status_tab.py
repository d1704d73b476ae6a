"""How one wall does now: a look at it, what plays and what comes next, what is wrong, what was refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from displayctl.api.device_reports import RefusalInfo
from displayctl.api.errors import HubError
from displayctl.api.models import PlayerState
from displayctl.api.site import SiteChecklist
from displayctl.desk.saving import save_file
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.screens import Screens, Seen
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.fault_words import say_fault
from displayctl.desktop.presenters.health_words import safe_mode
from displayctl.desktop.presenters.outlook_words import taken_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.refusal_words import refusal_words
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.site_words import checklist_words
from displayctl.desktop.presenters.wall_words import kind_words, showing_words, trouble, wall_state
from displayctl.desktop.presenters.words import ago_words
from displayctl.desktop.refusals_window import RefusalsWindow
from displayctl.desktop.widgets.pieces import Scaled, button, column, frame, label, row, scrolled
from schedules.display import Display

PICTURE = QSize(320, 180)
REFUSALS_ARE_NEWS = timedelta(days=2)


class StatusTab(QWidget):
    """Signals: `pair_asked` and `site_asked` the display's id; `told` a sentence and its kind."""

    pair_asked = Signal(str)
    site_asked = Signal(str)
    told = Signal(str, str)

    def __init__(self, desk: Desk, screens: Screens) -> None:
        super().__init__()
        self._desk, self._screens = desk, screens
        self._kept: Kept[Display] | None = None
        self._seen: Seen | None = None
        self._asked = self._asked_next = 0
        self._followed: tuple[object, ...] = ()
        self._build()
        screens.came.connect(self._picture_came)

    def _build(self) -> None:
        self._picture = Scaled(PICTURE)
        self._picture.setFixedHeight(PICTURE.height())
        self._picture_words = label("", "caption")
        self._picture_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture_words.setStyleSheet("color: #aab3c4;")
        screen = frame("screen", column(self._picture, self._picture_words, spacing=0, margins=3))
        self.plays = label("", "strong", wrap=True)
        self.next = label("", "soft", wrap=True)
        self.sentence = label("", "", wrap=True)
        self.faults = label("", "error", wrap=True)
        self.refused = label("", "error", wrap=True)
        self.site = button("", lambda: self._ask(self.site_asked), "quiet", "check")
        self.site.setToolTip(self.tr("Open the site checklist"))
        self.tell_site(None)
        self.refusals = button(self.tr("What it refused…"), self.show_refusals, "quiet", "approve")
        self.keep_button = button(self.tr("Save the picture…"), self.choose_file, "quiet", "save")
        self.pair = button(self.tr("Pair…"), lambda: self._ask(self.pair_asked), "primary", "link")
        inner = QWidget()
        lines = column(
            screen,
            SPACE_S,
            label(self.tr("Plays now"), "field"),
            self.plays,
            self.next,
            SPACE_S,
            self.sentence,
            self.faults,
            self.refused,
            row(self.pair, None),
            row(self.keep_button, None),
            row(self.site, None),
            row(self.refusals, None),
            None,
            spacing=3,
        )
        lines.setContentsMargins(0, 0, SPACE_M, 0)
        inner.setLayout(lines)
        self.setLayout(column(scrolled(inner)))

    def _ask(self, signal: Any) -> None:
        if self._kept is not None:
            signal.emit(self._kept.id)

    # Showing

    def show_wall(self, kept: Kept[Display]) -> None:
        """Show this wall; what only the hub knows is asked for once it is another."""
        another = self._kept is None or self._kept.id != kept.id
        self._kept = kept
        if another:
            self._asked += 1
            self._asked_next += 1
            self._followed = ()
            self.next.clear()
            self.next.hide()
            self.refused.hide()
            self.tell_site(None)
            self._show_picture()
            self._ask_further()
        self.tell()

    def tell(self) -> None:
        """Show what is known now."""
        if self._kept is None:
            return
        player, now = self._player, self._desk.clock.now()
        connected = player is not None and player.connected
        self.plays.setText(showing_words(player.showing if player else None, now) if connected else "–")
        self._follow(player)
        self.sentence.setText(wall_state(player, now).sentence)
        lines = self._troubles(player)
        self.faults.setText("\n".join(f"! {line}" for line in lines))
        self.faults.setVisible(bool(lines))
        paired = bool(player and player.device_id)
        self.pair.setVisible(not paired)
        self.refusals.setVisible(paired)
        self._screens.look(self._kept.id, connected)  # asks for a fresh one where that is due

    def _follow(self, player: PlayerState | None) -> None:
        """With another item on the wall another one comes next."""
        connected = player is not None and player.connected
        showing = (player.showing or {}) if player is not None and connected else {}
        plays = (connected, *(showing.get(name) for name in ("kind", "medium_id", "until_ms")))
        if plays == self._followed:
            return
        self._followed = plays
        self._asked_next += 1
        if connected and not kind_words(str(showing.get("kind") or "")):
            self._ask_next(_ends(showing, self._desk.clock.now()))
        else:
            self.next.hide()

    def _ask_next(self, ends: datetime) -> None:
        kept, client = self._kept, self._desk.hub.client
        if kept is None:
            return
        asked = self._asked_next

        def done(title: str | None) -> None:
            if asked == self._asked_next:
                self._tell_next(title)

        self._desk.tasks.run(lambda: _next_title(client, kept.id, ends), done, _quietly, owner=self)

    @property
    def _player(self) -> PlayerState | None:
        return self._desk.catalogue.players.get(self._kept.id) if self._kept is not None else None

    def _troubles(self, player: PlayerState | None) -> list[str]:
        catalogue, mode = self._desk.catalogue, safe_mode(player)
        health = catalogue.healths.get(self._kept.id) if self._kept is not None else None
        found = [say_fault(line, catalogue.medium_title) for line in trouble(player)]
        found += [say_sentence(line) for line in (health.warnings if health else ())]
        return [mode, *found] if mode else found

    # The picture

    def _picture_came(self, display_id: str) -> None:
        if self._kept is not None and self._kept.id == display_id:
            self._show_picture()

    def _show_picture(self) -> None:
        player, kept = self._player, self._kept
        if kept is None:
            return
        seen = self._seen = self._screens.look(kept.id, player is not None and player.connected)
        self.keep_button.setVisible(seen is not None)
        if seen is None:
            self._picture.show_picture(icons.pixmap("wall", "#3a4459", 64))
            self._picture_words.setText(self.tr("No picture of the wall yet"))
        else:
            self._picture.show_picture(seen.picture)
            self._picture_words.setText(taken_words(seen.taken_at, ZoneInfo(kept.value.time_zone)))

    def choose_file(self) -> None:
        """Ask where the picture on show goes, then write it."""
        kept, seen = self._kept, self._seen
        if kept is None or seen is None:
            return
        dialog = QFileDialog(self, self.tr("Save the picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setNameFilter(self.tr("Picture (*.png)"))
        taken = seen.taken_at.astimezone(ZoneInfo(kept.value.time_zone))
        dialog.selectFile(f"{kept.id}-{taken:%Y%m%d-%H%M%S}.png")
        dialog.fileSelected.connect(lambda chosen: self.save_picture(Path(chosen), seen))
        dialog.open()

    def save_picture(self, path: Path, seen: Seen) -> None:
        """Write to `path` what the wall has sent: the picture that was on show when its name was asked for."""
        image, words = seen.picture.toImage(), self.tr("Saved as {path}").format(path=path)
        self._desk.tasks.run(
            lambda: save_file(path, _png_of(image)),
            lambda _: self.told.emit(words, "good"),
            lambda error: self.told.emit(say_problem(error), "danger"),
            owner=self,
        )

    # What the hub knows besides

    def ask_again(self) -> None:
        """Ask anew for what plays next and what was refused."""
        self._followed = ()
        self.tell()
        self._ask_further()

    def _ask_further(self) -> None:
        asked, kept, client = self._asked, self._kept, self._desk.hub.client
        if kept is None:
            return

        def done(found: tuple[RefusalInfo | None, SiteChecklist | None]) -> None:
            if asked == self._asked:
                self.tell_refusal(found[0])
                self.tell_site(found[1])

        self._desk.tasks.run(lambda: _checks(client, kept.id), done, _quietly, owner=self)

    def _tell_next(self, title: str | None) -> None:
        self.next.setVisible(title is not None)
        if title is not None:
            self.next.setText(self.tr("Then: {title}").format(title=title or self.tr("The house card")))

    def tell_site(self, checklist: SiteChecklist | None) -> None:
        """Whether the wall is commissioned; None: not known yet."""
        self.site.setText(checklist_words(checklist))

    def tell_refusal(self, newest: RefusalInfo | None) -> None:
        """Say what the player has refused last, as long as that is news."""
        now = self._desk.clock.now()
        fresh = newest is not None and now - newest.last_at < REFUSALS_ARE_NEWS
        if newest is not None and fresh:
            words = self.tr("Refused {ago}: {why}")
            self.refused.setText(words.format(ago=ago_words(now, newest.last_at), why=refusal_words(newest)))
        self.refused.setVisible(fresh)

    def show_refusals(self) -> None:
        """The window with everything that the player would not believe."""
        if self._kept is not None:
            window = RefusalsWindow(self._desk, self._kept.id, self._kept.value.name, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()


def _png_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _next_title(client: Any, wall: str, ends: datetime) -> str | None:
    """The title of what plays then, empty for the house card; None where nothing is published."""
    try:
        return str(client.plays(wall, ends).medium_title)
    except HubError:
        return None


def _checks(client: Any, wall: str) -> tuple[RefusalInfo | None, SiteChecklist | None]:
    refusals = client.refusals(wall)
    return (refusals[0] if refusals else None), client.sites.checklist(wall)


def _ends(showing: dict[str, Any] | None, now: datetime) -> datetime:
    """The instant at which the next item is asked for."""
    until = (showing or {}).get("until_ms")
    if isinstance(until, int) and until / 1000 > now.timestamp():
        return datetime.fromtimestamp(until / 1000, UTC) + timedelta(milliseconds=50)
    return now


def _quietly(error: Exception) -> None:
    """These are comforts; a hub that is away is told of elsewhere."""
    if not isinstance(error, HubError):
        raise error
