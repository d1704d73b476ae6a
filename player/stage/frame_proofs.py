"""Proof of what an emergency looked like: the digest of the very pixels that were painted, told once it is up."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable

from PySide6.QtGui import QImage

from player.stage.overlay import Alert
from player.stage.port import OverlayPainted


def pixels_digest(image: QImage) -> str:
    """The SHA-256, in hexadecimal, of red, green and blue of each pixel, row by row from the upper left corner."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    data, row_bytes, digest = memoryview(plain.constBits()), plain.width() * 3, hashlib.sha256()
    for row in range(plain.height()):
        start = row * plain.bytesPerLine()
        digest.update(data[start : start + row_bytes])
    return digest.hexdigest()


class FrameProofs:
    """Call `refreshed` after every refresh; the digest is worked out on a thread of its own and given to `send`."""

    def __init__(self, send: Callable[[OverlayPainted], None]) -> None:
        self._send = send
        self._token = ""

    def refreshed(self, alert: Alert | None, utc_ms: int) -> None:
        """`alert` (None: nothing) is on the screen since `utc_ms` at the latest."""
        token = alert.overlay.token if alert else ""
        if token == self._token:
            return
        self._token = token
        if alert is not None:
            threading.Thread(target=self._tell, args=(alert, utc_ms), daemon=True, name="proof").start()

    def _tell(self, alert: Alert, utc_ms: int) -> None:
        self._send(OverlayPainted(alert.overlay.token, utc_ms, pixels_digest(alert.image)))
