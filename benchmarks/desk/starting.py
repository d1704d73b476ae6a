"""One start of the desktop, told from outside: ``python -m benchmarks.desk.starting DATA HUB BEGAN WALLS``.

It opens the real desktop offscreen, on a hub that runs, and prints one line of JSON: how many milliseconds after BEGAN
(`time.monotonic`) its window stood, was usable (every wall on the home page, painted), and had read everything; and
for how long the UI thread was held at most.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from displayctl.desk.installation import find_installation
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.opening import Opening
from displayctl.desktop.options import Options
from tests.displayctl.desktop.watchdog import Watchdog

LOOK_MS, MOST_SECONDS = 5, 120.0


class _Probe:
    """Looks at the desktop from its own event loop, and ends it once everything was read."""

    def __init__(self, application: QApplication, began: float, walls: int) -> None:
        self._application, self._began, self._walls = application, began, walls
        self.told: dict[str, float] = {}
        self._timer = QTimer()
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        window = self._window()
        if window is not None and window.isVisible():
            self._note("window_ms")
            if len(window.page.model.every) >= self._walls:
                self._note("usable_ms")
            if "usable_ms" in self.told and window._desk.catalogue.loaded:
                self._note("everything_ms")
                self._application.quit()
        if time.monotonic() - self._began > MOST_SECONDS:
            self._application.quit()

    def _window(self) -> Any:
        """The main window once there is one; nothing is imported for that, which would hold up what is measured."""
        kind = getattr(sys.modules.get("displayctl.desktop.main_window"), "MainWindow", None)
        if kind is None:
            return None
        return next((each for each in self._application.topLevelWidgets() if isinstance(each, kind)), None)

    def _note(self, what: str) -> None:
        self.told.setdefault(what, (time.monotonic() - self._began) * 1000)


def main(data: str, hub: str, began: str, walls: str) -> int:
    application = make_application([sys.argv[0], "-platform", "offscreen"])
    options = Options(data=Path(data), hub=hub, page="home", size=(1366, 768))
    with contextlib.ExitStack() as stack:
        dog = stack.enter_context(Watchdog())
        opening = Opening(application, find_installation(options.data), options, stack)
        probe = _Probe(application, float(began), int(walls))
        application.exec()
        worst = dog.worst  # what comes after the window was closed holds nobody up
        opening.window.close()
    sys.stdout.write(json.dumps({**probe.told, "held_ms": worst.held_ms, "held_by": str(worst)}) + "\n")
    return 0 if "everything_ms" in probe.told else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
