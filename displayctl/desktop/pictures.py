"""Thumbnails and posters, fetched when first asked for and kept in a bounded store of pictures."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.tasks import Tasks

MOST_PICTURES = 600
MOST_FETCHES = 6


class Pictures(QObject):
    """Pictures of media by id and version. Signal: `came` with the medium's id, once a picture asked for is there."""

    came = Signal(str)

    def __init__(self, tasks: Tasks, hub: HubDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._hub = tasks, hub
        self._kept: OrderedDict[tuple[str, str, int], QPixmap] = OrderedDict()
        self._wanted: OrderedDict[tuple[str, str, int], None] = OrderedDict()
        self._under_way: set[tuple[str, str, int]] = set()

    def thumbnail(self, medium_id: str, version: int) -> QPixmap | None:
        """The small picture, or None while it is being fetched."""
        return self._picture(("thumbnail", medium_id, version))

    def poster(self, medium_id: str, version: int) -> QPixmap | None:
        """The picture in good size, or None while it is being fetched."""
        return self._picture(("poster", medium_id, version))

    def _picture(self, key: tuple[str, str, int]) -> QPixmap | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            picture = self._kept[key]
            return picture if not picture.isNull() else None
        if key not in self._under_way:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            while len(self._wanted) > MOST_PICTURES:
                self._wanted.popitem(last=False)
            self._fetch()
        return None

    def _fetch(self) -> None:
        # What was asked for last is what the eye is on now.
        while self._wanted and len(self._under_way) < MOST_FETCHES:
            key, _ = self._wanted.popitem(last=True)
            self._under_way.add(key)
            self._tasks.run(
                partial(self._image, key),
                partial(self._store, key),
                partial(self._store_failed, key),
                owner=self,
            )

    def _image(self, key: tuple[str, str, int]) -> QImage:
        what, medium_id, _ = key
        client = self._hub.client
        data = client.thumbnail(medium_id) if what == "thumbnail" else client.poster(medium_id)
        return QImage.fromData(data)

    def _store(self, key: tuple[str, str, int], image: QImage) -> None:
        self._under_way.discard(key)
        self._kept[key] = QPixmap.fromImage(image)
        while len(self._kept) > MOST_PICTURES:
            self._kept.popitem(last=False)
        self.came.emit(key[1])
        self._fetch()

    def _store_failed(self, key: tuple[str, str, int], error: Exception) -> None:
        """No picture (yet): a newer version of the medium asks again."""
        self._under_way.discard(key)
        self._kept[key] = QPixmap()
        self._fetch()

    def forget_missing(self) -> None:
        """Ask again for pictures that could not be had, as after the hub was away."""
        for key in [key for key, picture in self._kept.items() if picture.isNull()]:
            del self._kept[key]
