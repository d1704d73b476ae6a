"""Pictures of walls as last seen: asked of a wall while its tile is looked at, one after another, and kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.wall_words import kind_words

FRESH = timedelta(minutes=2)
"""A wall is not asked again before; a picture older than twice that is not shown as what is on it."""
MOST_ASKED, MOST_KEPT, MOST_WAITING, WIDTH_PX = 1, 400, 60, 480


@dataclass(frozen=True, slots=True)
class Seen:
    """A wall's own picture, and when it was taken. It may be null, where the wall sent none. `instead` is what was
    shown in place of the programme then, as ``blackout``; empty for the programme.
    """

    picture: QPixmap
    taken_at: datetime
    instead: str = ""


class Screens(QObject):
    """Signal: `came` with a wall's id, once its picture is there. While it `rests` no wall is asked."""

    came = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[str, Seen] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._under_way: set[str] = set()
        self.rests = True

    def look(self, display_id: str, connected: bool) -> Seen | None:
        """What a wall was seen to show a moment ago; None where that is not known. A `connected` one is asked anew."""
        now = self._desk.clock.now()
        seen = self._kept.get(display_id)
        age = None if seen is None else now - seen.taken_at
        fresh = age is not None and timedelta(0) <= age < FRESH
        if connected and not self.rests and not (fresh and seen and seen.instead == self._instead(display_id)):
            self._want(display_id)
        if seen is None or age is None or seen.picture.isNull() or not timedelta(0) <= age < 2 * FRESH:
            return None
        return seen

    def take(self, display_id: str, image: QImage) -> None:
        """Keep a picture that a wall has sent just now, whoever asked for it."""
        self._keep(display_id, self._instead(display_id), image)

    def _keep(self, display_id: str, instead: str, image: QImage) -> None:
        self._kept[display_id] = Seen(QPixmap.fromImage(image), self._desk.clock.now(), instead)
        self._kept.move_to_end(display_id)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.came.emit(display_id)

    @property
    def under_way(self) -> frozenset[str]:
        """The walls that are being asked."""
        return frozenset(self._under_way)

    def wake(self) -> None:
        """Ask walls from now on."""
        self.rests = False

    def rest(self) -> None:
        """Ask no wall any more, as nobody looks."""
        self.rests = True
        self._wanted.clear()

    def _instead(self, display_id: str) -> str:
        """What the wall says that it shows in place of its programme."""
        player = self._desk.catalogue.players.get(display_id)
        kind = str((player.showing or {}).get("kind") or "") if player is not None else ""
        return kind if kind_words(kind) else ""

    def _want(self, display_id: str) -> None:
        if display_id in self._under_way:
            return
        self._wanted[display_id] = None
        self._wanted.move_to_end(display_id)
        while len(self._wanted) > MOST_WAITING:
            self._wanted.popitem(last=False)
        self._ask()

    def _ask(self) -> None:
        # What was looked at last is what the eye is on now.
        while self._wanted and len(self._under_way) < MOST_ASKED:
            display_id, _ = self._wanted.popitem(last=True)
            self._under_way.add(display_id)
            instead = self._instead(display_id)
            self._desk.tasks.run(
                partial(self._image, display_id),
                partial(self._store, display_id, instead),
                partial(self._none, display_id, instead),
                owner=self,
            )

    def _image(self, display_id: str) -> QImage:
        return QImage.fromData(self._desk.hub.client.screenshot(display_id, WIDTH_PX))

    def _store(self, display_id: str, instead: str, image: QImage) -> None:
        self._under_way.discard(display_id)
        self._keep(display_id, instead, image)
        self._ask()

    def _none(self, display_id: str, instead: str, _: Exception) -> None:
        """A wall that sent none is not asked again for a while."""
        self._store(display_id, instead, QImage())
