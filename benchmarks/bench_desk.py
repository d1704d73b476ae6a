"""The desk with a large office: 10,000 media, 500 playlists, 2,000 slots, 200 walls, and a real hub beside it.

    python -m benchmarks.bench_desk [--json] [--work] [--keep FOLDER]

Measures on the clock what a hand at the desk waits for: the start, every page when it is turned to first and later,
frames of scrolling, letters typed into a search, steps of scrubbing; and with a watchdog over the UI thread how long it
was ever held, and by what. It ends with 1 where a goal is missed. With ``--work`` it is the UI thread's own
work that is measured, which other programs do not make longer. With ``--keep`` the office is made in FOLDER, or taken
from there, where it was made before.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.bench_schedules import Figure
from benchmarks.desk.hands import Hands, largest_list, percentile, shown_window
from displayctl.desk.installation import Installation
from displayctl.desk.local_hub import LocalHub, start_hub
from displayctl.desktop.application import HubFinder, open_desk
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.page_kinds import PAGES
from displayctl.desktop.widgets.schedule_bar import Shown
from schedules.clock import SystemClock
from tests.displayctl.desktop.watchdog import Watchdog
from tests.fakes.large_office import LARGE, make_large_office

START_MS, SWITCH_MS, FRAME_MS, SEARCH_MS, SCRUB_MS, HELD_MS = 2000.0, 150.0, 16.0, 100.0, 50.0, 100.0
STARTS, ROUNDS, TOLD = 3, 3, 12
TYPED = "pengumuman"
MADE = "office-is-made"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--work", action="store_true", help="the UI thread's own work, for a busy machine")
    parser.add_argument("--keep", type=Path, help="a folder to keep the office in")
    options = parser.parse_args()
    application = make_application([sys.argv[0], "-platform", "offscreen"])
    with _office(options.keep) as installation, start_hub(installation, port=0) as hub:
        figures = [*_starts(installation, hub), *_at_the_desk(application, installation, hub, work=options.work)]
    if options.json:
        sys.stdout.write(json.dumps([asdict(each) for each in figures]) + "\n")
    else:
        _print(figures)
    return 1 if any(each.missed for each in figures) else 0


@contextmanager
def _office(keep: Path | None) -> Iterator[Installation]:
    with tempfile.TemporaryDirectory(prefix="bench-desk-") as folder:
        data = (keep or Path(folder)) / "office"
        if not (data / MADE).exists():
            began = time.monotonic()
            make_large_office(data, LARGE, SystemClock())
            (data / MADE).touch()
            _say(f"the office was made in {time.monotonic() - began:.0f} s")
        yield Installation(data)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _starts(installation: Installation, hub: LocalHub) -> list[Figure]:
    """Several starts of the desktop as a program of its own, the hub running already."""
    found = [_start(installation, hub) for _ in range(STARTS)]
    for each in found:
        _say(f"start: {each}")
    middle = {name: statistics.median(float(each[name]) for each in found) for name in ("window_ms", "usable_ms")}
    everything = statistics.median(float(each["everything_ms"]) for each in found)
    return [
        Figure("start: the window stands", middle["window_ms"], "ms"),
        Figure("start: usable", middle["usable_ms"], "ms", START_MS),
        Figure("start: everything read", everything, "ms"),
        Figure("start: UI thread held, at most", max(float(each["held_ms"]) for each in found), "ms", HELD_MS),
    ]


def _start(installation: Installation, hub: LocalHub) -> dict[str, float | str]:
    command = [sys.executable, "-m", "benchmarks.desk.starting", str(installation.data), hub.url]
    arguments = [*command, str(time.monotonic()), str(LARGE.walls)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=180)
    told: dict[str, float | str] = json.loads(done.stdout)
    return told


def _at_the_desk(application: QApplication, installation: Installation, hub: LocalHub, *, work: bool) -> list[Figure]:
    figures: list[Figure] = []
    PAGES[-1].door()  # the program has read the code of its first page before the window comes, too
    with (
        open_desk(application, installation, HubFinder(installation, hub.url)) as desk,
        Watchdog() as dog,
        shown_window(desk, application, PAGES[-1].name) as window,
    ):
        desk.catalogue.ready.connect(gc.freeze)  # as the program does
        hands = Hands(application, desk, window, time.thread_time if work else time.perf_counter)
        _until_loaded(hands, desk)
        figures += _first_turns(hands)
        figures += _later_turns(hands)
        figures += _scrolling(hands, window)
        figures += _searching(hands, window)
        figures += _scrubbing(hands, window)
        window.show_page("home")
        hands.hear_from_walls()
        hands.settle()
    for block in sorted(dog.blocks, key=lambda each: -(each.worked_ms if work else each.held_ms))[:TOLD]:
        _say(f"held: {block}")
    worst = dog.hardest.worked_ms if work else dog.worst.held_ms
    return [*figures, Figure("UI thread held, at most", worst, "ms", HELD_MS)]


def _until_loaded(hands: Hands, desk: Desk) -> None:
    began = time.monotonic()
    while not desk.catalogue.loaded:
        hands.settle()
    hands.settle()
    _say(f"at rest {time.monotonic() - began:.1f} s after the window came")


def _first_turns(hands: Hands) -> list[Figure]:
    """Each page as it is made."""
    found = []
    for kind in PAGES:
        hands.drop(kind.name)
        found.append(Figure(f"{kind.name}: turned to first", hands.turn_to(kind.name), "ms", SWITCH_MS))
        hands.settle()
    return found


def _later_turns(hands: Hands) -> list[Figure]:
    """Each page once it is there; the longest of several times."""
    taken: dict[str, list[float]] = {kind.name: [] for kind in PAGES}
    for _ in range(ROUNDS):
        for name, found in taken.items():
            found.append(hands.turn_to(name))
            hands.settle()
    return [Figure(f"{name}: turned to later", max(found), "ms", SWITCH_MS) for name, found in taken.items()]


def _scrolling(hands: Hands, window: MainWindow) -> list[Figure]:
    found = []
    for kind in PAGES:
        hands.turn_to(kind.name)
        hands.settle()
        area = largest_list(window.page)
        if area is not None:
            found.append(
                Figure(f"{kind.name}: a frame of scrolling, p95", percentile(hands.scroll(area), 0.95), "ms", FRAME_MS)
            )
    window.show_page("library")
    shelf = window.page.shelf  # type: ignore[attr-defined]
    shelf.show_as(as_list=True)
    hands.settle()
    found.append(
        Figure(
            "library as a list: a frame of scrolling, p95", percentile(hands.scroll(shelf.table), 0.95), "ms", FRAME_MS
        )
    )
    shelf.show_as(as_list=False)
    hands.settle()
    return found


def _searching(hands: Hands, window: MainWindow) -> list[Figure]:
    found = []
    for kind in PAGES:
        window.show_page(kind.name)
        hands.settle()
        field = window.page.search_field()  # type: ignore[attr-defined]
        if field is not None:
            found.append(Figure(f"{kind.name}: a letter typed", max(hands.type_into(field, TYPED)), "ms", SEARCH_MS))
            hands.settle()
            if field.window() is not window:
                field.window().close()
    window.jump.open()
    hands.settle()
    taken = hands.type_into(window.jump.box.field, TYPED)
    found.append(Figure("jump: a letter typed", max(taken), "ms", SEARCH_MS))
    window.jump.box.put_away()
    return found


def _scrubbing(hands: Hands, window: MainWindow) -> list[Figure]:
    window.show_page("schedule")
    page, found = window.page, []
    for shown, name in ((Shown.WEEK, "week"), (Shown.BROADCAST, "broadcast day")):
        page.show_view(shown)  # type: ignore[attr-defined]
        hands.settle()
        steps = hands.scrub(page.strip.slider)  # type: ignore[attr-defined]
        found.append(Figure(f"schedule, {name}: a step of scrubbing, p95", percentile(steps, 0.95), "ms", SCRUB_MS))
    page.show_view(Shown.WEEK)  # type: ignore[attr-defined]
    return found


def _print(figures: list[Figure]) -> None:
    for each in figures:
        goal = f"<= {each.goal:.0f}" if each.goal else ""
        mark = "MISSED" if each.missed else ""
        sys.stdout.write(f"{each.name:52} {each.value:8.1f} {each.unit:3} {goal:>8}  {mark}\n")


if __name__ == "__main__":
    sys.exit(main())
