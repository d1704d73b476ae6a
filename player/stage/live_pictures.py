"""Pictures of live streams as the compositor wants them: images over the decoders' memory, without copying."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

from player.decoder.frames import Ring
from player.stage.reception import LiveFrame
from player.stage.reel import Lap
from player.stage.streams import MOST_RECEPTIONS, Streams


@dataclass(frozen=True, slots=True)
class LivePicture:
    """The newest picture of a stream; `number` counts them, and `key` differs where the pixels do."""

    image: QImage
    number: int
    key: tuple[object, ...]


class LivePictures:
    """Answers for one part of the wall which picture of a stream is due now."""

    def __init__(self, streams: Streams) -> None:
        self.streams = streams
        self._images: OrderedDict[Ring, list[QImage]] = OrderedDict()

    def find(self, lap: Lap, now_ns: int) -> LivePicture | None:
        """The picture of `lap`'s stream due at `now_ns`, kept from being written over; None where the poster is."""
        found = self.streams.find(lap, now_ns)
        if found is None:
            return None
        found.ring.show(found.slot)
        key = ("live", id(found.ring), found.slot, found.number)
        return LivePicture(self._image(found), found.number, key)

    def _image(self, found: LiveFrame) -> QImage:
        images = self._images.get(found.ring)
        if images is None:
            images = self._images[found.ring] = [_wrap(found.ring, slot) for slot in range(found.ring.format.slots)]
            while len(self._images) > MOST_RECEPTIONS:
                self._images.popitem(last=False)
        return images[found.slot]


def _wrap(ring: Ring, slot: int) -> QImage:
    frames = ring.format
    pixels = ring.pixels(slot)
    return QImage(pixels, frames.width_px, frames.height_px, frames.pitch_bytes, QImage.Format.Format_RGB32)
