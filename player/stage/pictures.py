"""Still pictures, decoded ahead on a thread of their own and fitted to the canvas."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from player.stage.phone_pictures import is_phone_picture
from player.stage.port import FaultKind

LARGEST_MB = 512
STANDS_STILL = "is an animation, of which only the first picture is shown; import it again"


class UnusablePicture(Exception):
    """A picture file is missing, damaged or too large; `fault` and the message say which."""

    def __init__(self, fault: FaultKind, message: str) -> None:
        super().__init__(message)
        self.fault = fault


def load_picture(path: str, most_pixels: int | None = None) -> QImage:
    """The picture in the file `path`, turned as its metadata says. For any thread.

    Raises UnusablePicture, also for one of more than `most_pixels` before it is decoded.
    """
    if not Path(path).is_file():
        raise UnusablePicture(FaultKind.MEDIUM_MISSING, f"{path} is not there; fetch it again")
    QImageReader.setAllocationLimit(LARGEST_MB)
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if most_pixels is not None and size.width() * size.height() > most_pixels:
        reason = f"{path} has {size.width()}x{size.height()} pixels; at most {most_pixels} can be shown"
        raise UnusablePicture(FaultKind.MEDIUM_BROKEN, reason)
    image = reader.read()
    if image.isNull():
        image = _load_phone_picture(path)
    if image.isNull():
        reason = f"{path} is not a picture that can be read ({reader.errorString()}); replace the file"
        raise UnusablePicture(FaultKind.MEDIUM_BROKEN, reason)
    return image


def is_animation(path: str) -> bool:
    """Whether the file holds pictures that follow each other, as far as Qt reads such files (GIF, WebP)."""
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    return reader.supportsAnimation() and reader.imageCount() > 1


def _load_phone_picture(path: str) -> QImage:
    """The picture in a HEIC or AVIF file, which Qt does not read; a null image where it is none, or damaged.

    Imported media never are such files: this is for those that are played without a hub.
    """
    import pi_heif  # seldom needed, and slow to load
    from PIL import Image, ImageOps

    pi_heif.register_heif_opener()
    try:
        if not is_phone_picture(Path(path)):
            return QImage()
        with Image.open(path) as picture:
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return QImage()
    return QImage(upright.tobytes(), upright.width, upright.height, QImage.Format.Format_RGBA8888).copy()


def fit_picture(image: QImage, size: QSize) -> QImage:
    """`image` on a black canvas of `size`, as large as fits; untouched where it already has that size."""
    if image.size() == size:
        return image.convertToFormat(QImage.Format.Format_RGB32)
    canvas = QImage(size, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.black)
    scaled = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(canvas)
    painter.drawImage((size.width() - scaled.width()) // 2, (size.height() - scaled.height()) // 2, scaled)
    painter.end()
    return canvas


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file: a picture of the canvas's size, or the reason why there is none, or only a part of it."""

    image: QImage | None
    fault: FaultKind = FaultKind.MEDIUM_BROKEN
    reason: str = ""


class Pictures:
    """Holds the pictures that are wanted soon, and no others."""

    def __init__(self, size: QSize) -> None:
        self._size = size
        self._wanted: frozenset[str] = frozenset()
        self._loaded: dict[str, Loaded] = {}
        self._orders: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._ready: queue.SimpleQueue[tuple[str, Loaded]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._carry, daemon=True, name="pictures")
        self._thread.start()

    def want(self, paths: Iterable[str]) -> None:
        """Load `paths`, in this order, and forget every other picture."""
        self._collect()
        for path in (ordered := tuple(paths)):
            if path not in self._wanted:
                self._orders.put(path)
        self._wanted = frozenset(ordered)
        for path in self._loaded.keys() - self._wanted:
            del self._loaded[path]

    def get(self, path: str) -> Loaded | None:
        """What became of a wanted `path`; None as long as it is being loaded."""
        self._collect()
        return self._loaded.get(path)

    def close(self) -> None:
        self._orders.put(None)
        self._thread.join(5)

    def _collect(self) -> None:
        while not self._ready.empty():
            path, loaded = self._ready.get()
            if path in self._wanted:
                self._loaded[path] = loaded

    def _carry(self) -> None:
        while (path := self._orders.get()) is not None:
            try:
                image = fit_picture(load_picture(path), self._size)
                loaded = Loaded(image, FaultKind.LATE, f"{path} {STANDS_STILL}" if is_animation(path) else "")
            except UnusablePicture as error:
                loaded = Loaded(None, error.fault, str(error))
            self._ready.put((path, loaded))
