"""Runs the demonstration: `scripts/demo --help`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.demonstration.office import Office
from scripts.demonstration.programs import Programs
from scripts.demonstration.samples import sample_media
from scripts.demonstration.screens import Screen
from scripts.demonstration.week import WALLS

ROOT = Path(__file__).resolve().parents[2]
SCREEN_SIZE = (1920, 1080)
GAP_PX = 24


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    headless: bool
    seconds: float | None
    screenshots: Path | None
    data: Path


def main() -> int:
    wish = _read_arguments()
    signal.signal(signal.SIGTERM, _interrupt)
    if not wish.headless and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("There is no screen here; showing it headless instead.", file=sys.stderr)
        wish = Wish(True, wish.seconds or 60.0, wish.screenshots or Path("out").absolute(), wish.data)
    try:
        with Programs(wish.data / "logs") as programs:
            _show(programs, wish)
    except KeyboardInterrupt:
        print("stopped")
    except RuntimeError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    return 0


def _read_arguments() -> Wish:
    parser = argparse.ArgumentParser(prog="scripts/demo", description="Shows hub, two walls and the desktop at work.")
    parser.add_argument("--headless", action="store_true", help="on virtual screens, for machines without one")
    ends = "end after so long; else when the desktop is closed, and headless after 60"
    parser.add_argument("--seconds", type=float, help=ends)
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="leave pictures of walls and pages there")
    parser.add_argument("--data", type=Path, metavar="DIR", default=ROOT / "demo-data", help="where everything is kept")
    given = parser.parse_args()
    seconds = given.seconds if given.seconds is not None or not given.headless else 60.0
    screenshots = given.screenshots.absolute() if given.screenshots else None
    return Wish(given.headless, seconds, screenshots, given.data.absolute())


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _show(programs: Programs, wish: Wish) -> None:
    began = time.monotonic()
    print("drawing sample media …", flush=True)
    samples = sample_media(wish.data / "samples")
    screens = _screens(programs, wish)
    office = Office(programs, wish.data)
    print("starting the hub and bringing the media in …", flush=True)
    office.open()
    office.prepare(samples)
    print("starting two players …", flush=True)
    for place, wall in enumerate(WALLS):
        office.start_player(wall, screens[wall.id].display if screens else None, _canvas(place, bool(screens)))
    office.publish()
    desktop_screen = screens.get("desktop")
    desktop = office.start_desktop(desktop_screen.display if desktop_screen else None)
    _tell(office, time.monotonic() - began)
    _wait(programs, wish.seconds, desktop.poll)
    if wish.screenshots:
        programs.end(desktop)
        office.take_screenshots(wish.screenshots, screens)


def _screens(programs: Programs, wish: Wish) -> dict[str, Screen]:
    """A virtual screen for each wall, as each has a PC of its own, and one for the desktop."""
    if not wish.headless:
        return {}
    sizes = {wall.id: (wall.canvas.width_px, wall.canvas.height_px) for wall in WALLS} | {"desktop": SCREEN_SIZE}
    memory = wish.data / "screens"
    return {name: Screen(programs, f"screen-{name}", size, memory / name) for name, size in sizes.items()}


def _canvas(place: int, own_screen: bool) -> str:
    """Where a wall's window lies: on its own screen at the corner, on a shared one beside the other."""
    canvas = WALLS[place].canvas
    left = 0 if own_screen else GAP_PX + sum(wall.canvas.width_px + GAP_PX for wall in WALLS[:place])
    return f"{canvas.width_px}x{canvas.height_px}+{left}+{0 if own_screen else GAP_PX}"


def _tell(office: Office, seconds: float) -> None:
    print(
        f"""
Ready after {seconds:.0f} s. What you see:
 1. Tugu Adipura (640 x 384): {office.sentence(WALLS[0])}
 2. Taman Anti Narkoba (512 x 256): {office.sentence(WALLS[1])}
 3. The desktop: a week of bookings under Jadwal, both walls live under Layar, the media under Pustaka.
 4. Every ten minutes a weather notice interrupts the loops by day; end the hub's process and the walls play on.
 5. Try: {office.command} plays "Tugu Adipura" --why
""",
        flush=True,
    )


def _wait(programs: Programs, seconds: float | None, ended: object) -> None:
    deadline = None if seconds is None else time.monotonic() + seconds
    while deadline is None or time.monotonic() < deadline:
        if callable(ended) and ended() is not None:
            return
        programs.check()
        time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
