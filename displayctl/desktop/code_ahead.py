"""Reading the code of pages and windows that nobody has asked for yet, so that whoever asks does not wait for it."""

from __future__ import annotations

from displayctl.desktop.emergencies.kept_windows import KeptWindows
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.tasks import Tasks


def read_code_ahead(tasks: Tasks) -> None:
    """Go through all doors, one after another beside the UI thread: first the one that nobody wants to wait for."""
    tasks.run(KeptWindows.door, aside=True)
    for kind in PAGES:
        tasks.run(kind.door, aside=True)
