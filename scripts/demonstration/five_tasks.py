"""Does the five tasks of the guide as a new operator would, and counts.

``python -m scripts.demonstration.five_tasks DIR`` works
on fresh hubs of its own, in folders that are gone afterwards; the wall of the first task is a window of a real player,
whose pixels are read. Ends with 1 where a task takes more actions than the guide says.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QApplication

from displayctl.api.client import HubClient
from displayctl.api.requests import RequestCreation, RequestDraft, Wish
from displayctl.desk.believing import Beliefs
from displayctl.desk.founding import Founder, found_one_person
from displayctl.desk.installation import find_installation
from displayctl.desk.unlocking import cabinet_at
from displayctl.desk.window_wall import HEIGHT_PX, WALL_ID, WIDTH_PX
from displayctl.desktop.application import HubFinder, open_desk, show_window
from displayctl.desktop.care.around_window import CareAround
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.appearance import make_application
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.options import Options
from displayctl.desktop.tour import settle
from schedules.clock import SystemClock
from scripts.demonstration.budgets import read_budgets
from scripts.demonstration.person import Person
from scripts.demonstration.posters import draw_posters
from scripts.demonstration.programs import Programs
from scripts.demonstration.scene_walk import furnish
from scripts.demonstration.screens import Screen
from scripts.demonstration.step_pictures import StepPictures
from scripts.demonstration.tasks.absence import why_not_last_night
from scripts.demonstration.tasks.answering import answer_request
from scripts.demonstration.tasks.campaign import weekly_campaign
from scripts.demonstration.tasks.first_picture import NAME, PASSPHRASE, first_picture
from scripts.demonstration.tasks.replacement import replace_everywhere
from scripts.demonstration.trust_walk import walking
from scripts.demonstration.week import TITLES

SIZE, SCREEN = (1366, 768), (900, 500)
LONGEST_WAIT_SECONDS, SAME_MOST = 60.0, 6.0
POSTER, ATTACHED = "luwuk-bersih", "pbb"
WHY = "Saat itu belum ada yang diterbitkan"
REQUEST = "Bayar PBB sebelum jatuh tempo"


@dataclass(frozen=True, slots=True)
class Done:
    """A task that was done: its name, what it took, and for how long the machine and its user were at it."""

    name: str
    actions: tuple[str, ...]
    seconds: float


class Tasks:
    """Does tasks at one desk, each with its pictures in `folder`."""

    def __init__(self, application: QApplication, desk: Desk, window: MainWindow, folder: Path) -> None:
        self._application, self._desk, self._window, self._folder = application, desk, window, folder
        self.done: list[Done] = []

    def do(self, name: str, task: Callable[[Person], object]) -> None:
        """Do one."""
        cabinet_at(self._desk.installation.keys_folder).lock()  # as in the morning
        pictures = StepPictures(self._folder, name, lambda: settle(self._application, self._desk))
        person, began = Person(self._application, pictures), time.monotonic()
        task(person)
        pictures.take_end(self._window)
        self.done.append(Done(name, tuple(person.actions), time.monotonic() - began))
        print(f"{name}: {len(person.actions)} actions", flush=True)


def first_task(application: QApplication, place: Path, screen: Screen, folder: Path) -> list[Done]:
    """On a fresh installation, as far as the picture on the wall's own screen."""
    installation = find_installation(place / "first")
    finder = HubFinder(installation, None)
    try:
        with open_desk(application, installation, finder) as desk:
            desk.preferences.language = "id"
            desk.language.speak("id")
            window = show_window(desk, Options(size=SIZE, page="home"))
            tasks = Tasks(application, desk, window, folder)
            application.processEvents()  # what stands around the window comes a turn after it
            around = window.findChildren(CareAround)[0]
            try:
                tasks.do("gambar-pertama", first_picture)
                seen = desk.hub.client.screenshot(WALL_ID, WIDTH_PX)
                _wait(application, lambda: difference(screen, seen) < SAME_MOST)
                screen.picture().crop((0, 0, WIDTH_PX, HEIGHT_PX)).save(folder / "gambar-pertama-layar.png")
                settle(application, desk)
            finally:
                around.wall.end()
            window.close()
            window.deleteLater()
            application.processEvents()
            return tasks.done
    finally:
        finder.stop()


def other_tasks(application: QApplication, folder: Path) -> list[Done]:
    """At a desk that has walls and media, and has published nothing yet."""
    with walking(application, folder, "tasks", "id") as walk, samples() as posters:
        desk, client = walk.desk, walk.desk.hub.client
        furnish(client)
        keys = desk.installation.keys_folder
        found_one_person(client, cabinet_at(keys), Beliefs(keys), Founder(NAME, PASSPHRASE))
        ask_for_airtime(client, posters[ATTACHED])
        desk.catalogue.read(*Topic)
        settle(application, desk)
        medium, tasks = TITLES[POSTER], Tasks(application, desk, walk.window, folder)
        year = SystemClock().now().year
        tasks.do("mengapa-tidak-tayang", lambda person: why_not_last_night(person, medium, WHY))
        tasks.do("kampanye-mingguan", lambda person: weekly_campaign(person, medium, year, PASSPHRASE))
        replacement = posters["pesta-rakyat"]
        tasks.do("ganti-klip", lambda person: replace_everywhere(person, medium, replacement, PASSPHRASE))
        file = posters[ATTACHED].name
        tasks.do("jawab-permohonan", lambda person: answer_request(person, REQUEST, file, PASSPHRASE))
        return tasks.done


def ask_for_airtime(client: HubClient, file: Path) -> None:
    """A request as an agency sends it, with a file; for a week, as its hours of today may be over."""
    today = SystemClock().now().date()
    wish = Wish(first=today, last=today + timedelta(days=6), starts="08:00", ends="16:00")
    draft = RequestDraft(
        agency="bapenda", title=REQUEST, letter_number="973/214/BAPENDA", contact="Ibu Ratna", wish=wish
    )
    made = client.requests.create(RequestCreation(draft=draft))
    client.requests.attach(made.id, file)


@contextmanager
def samples() -> Iterator[dict[str, Path]]:
    """Posters as files, by name, as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="displayctl-posters-") as folder:
        yield draw_posters(Path(folder))


def difference(screen: Screen, reported: bytes) -> float:
    """How far the pixels of the screen are on average from the picture that the wall says it presents, of 255."""
    with Image.open(io.BytesIO(reported)) as opened:
        expected = np.asarray(opened.convert("RGB"), np.int16)
    height, width = expected.shape[:2]
    found = np.asarray(screen.picture().crop((0, 0, width, height)), np.int16)
    return float(np.abs(found - expected).mean())


def _wait(application: QApplication, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {LONGEST_WAIT_SECONDS:g} s")
        application.processEvents()
        time.sleep(0.05)


def main() -> int:
    folder = Path(sys.argv[1])
    application = make_application()
    os.environ.pop("QT_QPA_PLATFORM", None)  # of this desktop alone: the player has a screen
    with tempfile.TemporaryDirectory(prefix="displayctl-tasks-") as name, Programs(Path(name) / "logs") as programs:
        screen = Screen(programs, "screen", SCREEN, Path(name) / "screen")
        os.environ["DISPLAY"] = screen.display
        done = first_task(application, Path(name), screen, folder)
    done += other_tasks(application, folder)
    budgets = read_budgets()
    for each in done:
        print(f"{each.name:24} {len(each.actions):3} of {budgets[each.name]} actions, {each.seconds:.1f} s")
    return int(any(len(each.actions) > budgets[each.name] for each in done))


if __name__ == "__main__":
    sys.exit(main())
