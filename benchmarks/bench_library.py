"""The library page with ten thousand media: looking, typing, sorting, scrolling, and what the smart filters cost.

    python -m benchmarks.bench_library [MEDIA]

Prints milliseconds. No hub runs: this is about what happens at the desk.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap

from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.library.ground import Ground, WallShape
from displayctl.desktop.library.insight import Insight, insight_of
from displayctl.desktop.library.query import Order, Query, Texts, found, in_order
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.widgets.media_grid import MediaGrid, MediaModel
from displayctl.desktop.widgets.media_table import MediaTable

WORDS = ["pajak", "posyandu", "bayar", "layanan", "hari", "warga", "Bone", "kesehatan", "sekolah", "pasar", "jalan"]
START = datetime(2026, 1, 1, tzinfo=UTC)


def library(count: int) -> tuple[MediumInfo, ...]:
    return tuple(
        MediumInfo(
            id=f"medium-{n}",
            title=f"{WORDS[n % 11].capitalize()} {WORDS[n * 7 % 11]} {n}",
            kind=MediumKind.VIDEO if n % 5 == 0 else MediumKind.PICTURE,
            state=MediumState.READY,
            version=n,
            created_at=START + timedelta(minutes=n),
            updated_at=START,
            source_name=f"IMG_{n:05}.jpg",
            source_sha256=f"{n // 2 * 2:064x}" if n % 100 == 1 else f"{n:064x}",
            width_px=1920,
            height_px=1080 + n % 700,
            size_bytes=n * 1000,
            look=f"{n * 0x9E3779B97F4A7C15 % (1 << 64):016x}",
            folder=f"Dinas {n % 40}/2026",
            tags=(WORDS[n % 11],),
        )
        for n in range(count)
    )


def timed(act: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """The median and the worst, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), max(taken)


def tell(name: str, figures: tuple[float, float]) -> None:
    print(f"{name:34} {figures[0]:8.1f} {figures[1]:8.1f}")


class DrawnPictures(Pictures):
    """Every thumbnail is there: what is measured is painting."""

    def __init__(self) -> None:
        super().__init__(None, None)  # type: ignore[arg-type]
        self._drawn = QPixmap(320, 180)
        self._drawn.fill("teal")

    def thumbnail(self, medium_id: str, version: int) -> QPixmap:
        return self._drawn


def main(count: int) -> None:
    application = make_application()
    media, texts, insight = library(count), Texts(), Insight()
    print(f"{'':34} {'median':>8} {'worst':>8}")
    shapes = tuple(WallShape(640 + 16 * n, 384, f"{640 + 16 * n}x384@30", (f"w{n}",)) for n in range(6))
    ground = Ground(media, frozenset(f"medium-{n}" for n in range(0, count, 2)), shapes, {}, START)
    tell("smart filters (off the UI thread)", timed(lambda: insight_of(ground), 3))
    found(media, Query(words="p"), insight, texts)
    model, pictures = MediaModel(), DrawnPictures()
    grid, table = MediaGrid(model, pictures), MediaTable(model, pictures)
    for view in (grid, table):
        view.resize(800, 600)
        view.show()
    typed = iter(["p", "pa", "paj", "pajak", "pajak 1", "pajak 12", "pajak", "pa", ""])

    def type_a_letter() -> None:
        model.show_media(in_order(found(media, Query(words=next(typed)), insight, texts), Order.NEWEST))
        application.processEvents()

    tell("a letter typed, both views drawn", timed(type_a_letter))
    table.hide()
    tell("a frame of scrolling, cards", timed(scrolling(grid), 200))
    grid.hide()
    table.show()
    application.processEvents()
    tell("a frame of scrolling, list", timed(scrolling(table), 200))


def scrolling(view: MediaGrid | MediaTable) -> Callable[[], None]:
    """A step of the wheel, painted at once."""
    bar, places = view.verticalScrollBar(), iter(range(1, 1000))

    def step() -> None:
        bar.setValue(next(places) * 90)
        view.viewport().repaint()

    return step


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
