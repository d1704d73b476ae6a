"""A playlist that plays at the desk as on one of the walls, with start, pause and the way through it."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QFrame, QSlider

from displayctl.api.models import MediumInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.words import duration_words
from displayctl.desktop.preview import AssetMemory, FrameFeed, Reel, make_reel
from displayctl.desktop.surroundings import surroundings_of
from displayctl.desktop.widgets.elided_label import ElidedLabel
from displayctl.desktop.widgets.pieces import button, column, label, row
from displayctl.desktop.widgets.wall_screen import WallScreen
from schedules.director import Cue
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.transition import CUT

TICK_MS = 33


class PlayerView(QFrame):
    """Plays what `load` was given, muted. It rests while it is not seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._reel: Reel | None = None
        self._feed: FrameFeed | None = None
        self._assets = AssetMemory(lambda sha256: desk.hub.client.asset(sha256))
        self._position = timedelta(0)
        self._since: float | None = None
        self._cue: Cue | None = None
        self._display: Display | None = None
        self._seeking = True
        self.picture = WallScreen()
        self.play_button = button("", self.toggle, "", "play")
        self.play_button.setAccessibleName(self.tr("Play the preview"))
        self.play_button.setToolTip(self.tr("Play the preview"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the playlist"))
        self.slider.sliderMoved.connect(lambda value: self.seek(timedelta(milliseconds=value)))
        self._time = label("", "caption")
        self._title = ElidedLabel("", "caption")
        controls = row(self.play_button, self.slider, self._time, spacing=SPACE_S)
        layout = column(self.picture, controls, self._title, spacing=SPACE_S)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._step)
        desk.pictures.came.connect(self._picture_came)
        desk.drafts.changed.connect(self._look_around)

    @property
    def playing(self) -> bool:
        return self._since is not None

    @property
    def position(self) -> timedelta:
        """How far into the reel the preview is."""
        if self._since is None:
            return self._position
        return self._position + timedelta(seconds=time.monotonic() - self._since)

    @property
    def cue(self) -> Cue | None:
        """What is on show."""
        return self._cue

    def load(self, playlist: Playlist, media: tuple[MediumInfo, ...], display: Display, now: datetime) -> None:
        """Take this playlist in, at its beginning; it plays on if it was playing."""
        was_playing = self.playing
        self.pause()
        self._reel = make_reel(playlist, media, display, now)
        self._cue = None
        self._position = timedelta(0)
        self._display, self._seeking = display, True
        self._look_around()
        cycle = self._reel.cycle
        self.slider.setRange(0, max(1, round(cycle.total_seconds() * 1000)))
        self.play_button.setEnabled(bool(cycle))
        self.slider.setEnabled(bool(cycle))
        if not cycle:
            self.picture.show_image(QImage())
            self._title.setText(
                self.tr("Nothing to play yet") if not playlist.entries else self.tr("Nothing playable now")
            )
            self._time.setText("")
        elif self.isVisible():
            self._step()
            if was_playing:
                self.play()

    def clear(self) -> None:
        """Show nothing."""
        self.pause()
        self._reel, self._cue, self._display = None, None, None
        self._look_around()
        self.picture.show_image(QImage())
        self._title.setText("")

    def toggle(self) -> None:
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Play on from here."""
        if self._reel is not None and self._reel.cycle and not self.playing:
            self._since = time.monotonic()
            self._tick.start()
            self.play_button.setIcon(icons.icon("pause"))

    def pause(self) -> None:
        """Hold the picture."""
        self._position = self.position
        self._since = None
        self._tick.stop()
        self.play_button.setIcon(icons.icon("play"))

    def seek(self, position: timedelta) -> None:
        """Go to a position of the first round."""
        self._position = position
        if self._since is not None:
            self._since = time.monotonic()
        self._cue, self._seeking = None, True
        self._step()

    def hideEvent(self, event: QHideEvent) -> None:
        self.pause()
        self.close_feed()
        super().hideEvent(event)

    def showEvent(self, event: object) -> None:
        self._look_around()
        if self._reel is not None and self._reel.cycle:
            self._cue, self._seeking = None, True
            self._step()

    def close_feed(self) -> None:
        """End the decoding thread; it starts anew when something is shown again."""
        self._cue = None
        if self._feed is not None:
            self._feed.close()
            self._feed = None

    def _step(self) -> None:
        reel = self._reel
        if reel is None or not reel.cycle:
            return
        position = self.position
        cue = reel.cue_at(position)
        instant = reel.starts + position % timedelta(hours=20)
        inside = cue.position_at(instant).total_seconds()
        if self._cue is None or (cue.span, cue.medium_id) != (self._cue.span, self._cue.medium_id):
            self._begin(cue, inside)
        self.picture.show_moment(inside, position.total_seconds())
        frame = self._feed.frame_at(inside) if self._feed is not None else None
        if frame is not None:
            self.picture.show_image(frame)
        elif not self.playing and not self._tick.isActive():
            QTimer.singleShot(60, self, self._look_again)
        self._show_place(position % reel.cycle, reel.cycle)

    def _look_again(self) -> None:
        """While paused: the first frame of what was sought comes a little later."""
        if self._feed is not None and self._cue is not None and not self.playing and self._reel is not None:
            instant = self._reel.starts + self.position % timedelta(hours=20)
            frame = self._feed.frame_at(self._cue.position_at(instant).total_seconds() + 0.06)
            if frame is not None:
                self.picture.show_image(frame)
            elif self.picture.image.isNull():
                QTimer.singleShot(60, self, self._look_again)

    def _begin(self, cue: Cue, inside: float) -> None:
        self._cue = cue
        self._look_around()
        # Where somebody went to by hand, nothing went before.
        transition, self._seeking = CUT if self._seeking else cue.transition, False
        self.picture.begin(transition, cue.motion, cue.span.length + cue.offset)
        self._title.setText(self._desk.catalogue.medium_title(cue.medium_id))
        if cue.asset is None:
            return
        if self._feed is None:
            self._feed = FrameFeed(self._assets)
        self._feed.want(cue.asset, inside)
        self._fetch_next(cue)

    def _fetch_next(self, cue: Cue) -> None:
        """Have the next item's bytes at hand before its turn."""
        items = self._reel.compilation.segments[0].items if self._reel is not None else ()
        following = items[(cue.item_index + 1) % len(items)].asset.sha256 if items else ""
        if following:
            self._desk.tasks.run(lambda: self._assets.bytes_of(following), None, lambda _: None, owner=self)

    def _look_around(self) -> None:
        """Draw what the wall shows beside the main picture, as far as it is known."""
        display, now = self._display, self._desk.clock.now()
        if self.isVisible() or display is None:
            self.picture.show_around(surroundings_of(self._desk, display, now) if display else None, now)

    def _picture_came(self, medium_id: str) -> None:
        self._look_around()

    def _show_place(self, place: timedelta, cycle: timedelta) -> None:
        if not self.slider.isSliderDown():
            self.slider.setValue(round(place.total_seconds() * 1000))
        self._time.setText(f"{duration_words(place)} / {duration_words(cycle)}")
