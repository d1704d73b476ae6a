"""A whole installation as it runs in an office: a hub process and, at each wall, a player on a screen of its own.

Nothing in it is a stand-in. Programs are ended as a power cut would end them, and what a wall shows is read from its
screen's memory.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PIL import Image

from displayctl.api.client import HubClient
from displayctl.api.errors import HubError
from displayctl.api.models import Approval, Job, JobState, MediumInfo, PartKind, Publication, Receipt, ReceiptStage
from displayctl.desk.installation import desk_token, find_hub_url, find_installation
from displayctl.desk.publishing import publish
from displayctl.errors import DeskError
from schedules.clock import SystemClock
from schedules.codec import display_to_dict
from schedules.display import Display
from scripts.demonstration.programs import Programs
from scripts.demonstration.screens import Screen
from tests.fakes.founded import PASSPHRASE, found_by_one, founder_of
from tests.fakes.framebuffer import forget_the_dead
from tests.fakes.marked_media import Mark, read_mark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood on a wall at `instant`, give or take `doubt`."""

    instant: datetime
    doubt: timedelta
    mark: Mark | None


class Wall:
    """A player on its own screen."""

    def __init__(self, office: Office, display: Display) -> None:
        self.office, self.display = office, display
        size = (display.canvas.width_px, display.canvas.height_px)
        self.screen = Screen(office.programs, f"screen-{display.id}", size, office.folder / "screens" / display.id)
        self.data = office.folder / "players" / display.id
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        arguments = ("run", "--data", str(self.data), "--hub", self.office.url)
        environment = {"DISPLAY": self.screen.display, "DISPLAYCTL_PLAYER_LOG_LEVEL": "info"}
        name = f"player-{self.display.id}"
        self.process = self.office.programs.python(name, "-m", "player", *arguments, environment=environment)

    def kill(self) -> None:
        """As in a power cut: kill -9, what the agent started ends with it, and the screen goes dark."""
        if self.process is not None:
            self.office.programs.kill(self.process)
            self.process = None
            wait_for(f"a dark screen of {self.display.name}", self._is_dark, self.office.programs)

    def _is_dark(self) -> bool | None:
        forget_the_dead(self.screen.display)
        return self.picture().getbbox() is None or None

    def pair(self) -> None:
        """Starts the player, approves the code that it shows, and waits until it has its wall."""
        self.start()
        office = self.office
        enrolment = wait_for("a code", lambda: next(iter(office.client.enrolments()), None), office.programs)
        office.client.approve(Approval(code=enrolment.code, display_id=self.display.id))
        wait_for("the link", self._connected, office.programs)

    def _connected(self) -> bool | None:
        states = self.office.client.fleet()
        return any(state.display_id == self.display.id and state.connected for state in states) or None

    def picture(self) -> Image.Image:
        return self.screen.picture()

    def seen(self) -> Seen:
        """The wall now. A picture caught while it was painted is looked at again."""
        clock = SystemClock()
        for _ in range(20):
            before = clock.now()
            picture = self.picture()
            after = clock.now()
            mark = read_mark(picture)
            if mark is not None:
                break
        return Seen(before + (after - before) / 2, (after - before) / 2, mark)


class Office:
    """A hub with its folder, and the walls that belong to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = Programs(folder / "logs")
        self.installation = find_installation(folder / "office")
        self.url = ""
        self._hub: subprocess.Popen[bytes] | None = None
        self._client: HubClient | None = None

    @property
    def client(self) -> HubClient:
        assert self._client is not None, "the hub was not started"
        return self._client

    def start_hub(self) -> None:
        """Starts the hub; after the first time on the same port, so that players find it again."""
        found_by_one(self.installation.data)
        port = self.url.rpartition(":")[2] or "0"
        self.installation.hub_file.unlink(missing_ok=True)
        arguments = ("hub", "--data", str(self.installation.data), "--port", port)
        self._hub = self.programs.python("hub", "-m", "displayctl", *arguments)
        self._client = wait_for("the hub", self._connected, self.programs)
        self.url = self._client.url

    def _connected(self) -> HubClient | None:
        url = find_hub_url(self.installation, environment={})
        if url is None:
            return None
        try:
            client = HubClient(url, desk_token(self.installation, {}))
        except DeskError:
            return None
        try:
            client.settings()
        except HubError:
            client.close()
            return None
        return client

    def kill_hub(self) -> None:
        assert self._hub is not None
        self.programs.kill(self._hub)
        self.client.close()

    @contextmanager
    def stuck_hub(self) -> Iterator[None]:
        """Within it the hub runs no further, as on a machine that swaps; its connections stay."""
        assert self._hub is not None
        self._hub.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._hub.send_signal(signal.SIGCONT)

    def add_wall(self, display: Display) -> Wall:
        self.client.create_part(PartKind.DISPLAY, display_to_dict(display))
        return Wall(self, display)

    def bring_in(self, path: Path) -> MediumInfo:
        """Imports a file, stretched to the walls so that marks stay whole; returns when it is ready."""
        return self.ready(self.client.upload_medium(path, fit="stretch"))

    def ready(self, job: Job) -> MediumInfo:
        """The medium of a job, once it is done."""
        ended = wait_for("an import", lambda: self._ended(job.id), self.programs, seconds=90)
        assert ended.state is JobState.DONE, ended.message
        return self.client.medium(ended.medium_id)

    def _ended(self, job_id: str) -> Job | None:
        job = self.client.job(job_id)
        return job if job.state not in (JobState.WAITING, JobState.RUNNING) else None

    def publish(self, group: str = "utama") -> Publication:
        return publish(self.client, founder_of(self.installation.data), group)

    def wait_until_on_air(self, group: str = "utama", seconds: float = 30) -> tuple[Receipt, ...]:
        """Returns when every wall of the group has the newest publication on air."""
        return wait_for("walls to go on air", lambda: self._all_on_air(group), self.programs, seconds)

    def _all_on_air(self, group: str) -> tuple[Receipt, ...] | None:
        receipts = self.client.receipts(group)
        assert not [receipt for receipt in receipts if receipt.stage is ReceiptStage.REFUSED], receipts
        return receipts if receipts and all(each.stage is ReceiptStage.ON_AIR for each in receipts) else None

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs `displayctl` on this office, as a person or a script does."""
        command = [sys.executable, "-m", "displayctl", "--data", str(self.installation.data), *arguments]
        variables = {**os.environ, "DISPLAYCTL_PASSPHRASE": PASSPHRASE}
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=variables)

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
        self.programs.stop()


def wait_for(what: str, found: Callable[[], T | None], programs: Programs, seconds: float = 30.0) -> T:
    """Asks `found` until it has something; fails when that takes too long or a program has ended."""
    deadline = time.monotonic() + seconds
    while True:
        programs.check()
        answer = found()
        if answer is not None:
            return answer
        assert time.monotonic() < deadline, f"waited {seconds:g} s for {what}"
        time.sleep(0.02)
