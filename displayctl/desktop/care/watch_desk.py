"""Care for one run of the desktop: its log, its crash watch, and the window that tells of a crash."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from displayctl.desk.installation import Installation
from displayctl.desktop.care.crash_files import FOLDER, CrashReport
from displayctl.desktop.care.crash_watch import CrashWatch
from displayctl.desktop.care.crash_window import CrashWindow
from displayctl.desktop.care.desk_log import desk_log, log
from schedules.clock import SystemClock

if TYPE_CHECKING:
    from displayctl.desktop.desk import Desk
    from displayctl.desktop.main_window import MainWindow


class Care(QObject):
    """`former` is what ended the run before at once; None where it ended well."""

    def __init__(self, watch: CrashWatch, former: CrashReport | None) -> None:
        super().__init__()
        self.former = former
        self.window: CrashWindow | None = None
        watch.happened.connect(self.tell)

    def tell(self, report: CrashReport) -> None:
        """Open the window about `report`, unless one is open already."""
        if self.window is None:
            self.window = CrashWindow(report, QApplication.activeWindow())
            self.window.destroyed.connect(self._closed)
            self.window.show()

    def follow(self, desk: Desk) -> None:
        """Note in the log what happens around `desk`."""
        desk.link.came.connect(_came)
        desk.link.lost.connect(_lost)
        desk.tasks.failed.connect(_failed)

    def tell_former(self, window: MainWindow) -> None:
        """One line across the top where the run before ended at once."""
        former = self.former
        if former is not None:
            words = self.tr(
                "displayctl ended unexpectedly the last time. A report lies on this computer; nothing was sent."
            )
            window.banner.tell(words, "warning", self.tr("Show it"), lambda: self.tell(former))

    def _closed(self) -> None:
        self.window = None


@contextmanager
def care_for(installation: Installation) -> Iterator[Care]:
    """Until the block ends what goes wrong is noted, and told."""
    with desk_log(installation.data) as log_file:
        watch = CrashWatch(installation.data / FOLDER, log_file, SystemClock())
        with watch.watching() as former:
            log().info("the desktop begins")
            yield Care(watch, former)
            log().info("the desktop ends")


def _came(address: object) -> None:
    log().info("the hub answers", extra={"facts": {"url": getattr(address, "url", "")}})


def _lost(why: str) -> None:
    log().warning("the hub cannot be reached", extra={"facts": {"why": why}})


def _failed(error: Exception) -> None:
    log().error("work failed", extra={"facts": {"kind": type(error).__name__, "why": error}})
