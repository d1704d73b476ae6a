"""The office of the demonstration: its hub, its players and its desktop, and what people do there."""

from __future__ import annotations

import secrets
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.api.errors import HubError
from displayctl.api.models import Approval, ReceiptStage
from displayctl.desk.believing import Beliefs
from displayctl.desk.founded import is_founded
from displayctl.desk.founding import Founder, found_one_person
from displayctl.desk.installation import desk_token, find_hub_url, find_installation
from displayctl.desk.publishing import publish
from displayctl.desk.unlocking import FILE_VARIABLE, KeyCabinet, cabinet_at, read_passphrase
from displayctl.errors import DeskError
from schedules.clock import SystemClock
from schedules.display import Display
from scripts.demonstration.letters import make_requests
from scripts.demonstration.programs import Programs
from scripts.demonstration.screens import Screen
from scripts.demonstration.week import GROUP, WALLS, ZONE, make_week

TOUR_SECONDS = 180.0


class Office:
    """A hub on a folder of its own, and what belongs to it."""

    def __init__(self, programs: Programs, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self.installation = find_installation(folder / "office")
        self._client: HubClient | None = None
        self._hub: subprocess.Popen[bytes] | None = None

    @property
    def client(self) -> HubClient:
        if self._client is None:
            raise RuntimeError("the hub is not open yet")
        return self._client

    @property
    def command(self) -> str:
        """How a person calls the command line on this office."""
        return f"{Path(sys.executable).parent / 'displayctl'} --data {self.installation.data}"

    def open(self) -> None:
        """Starts the hub and waits until it answers."""
        self.installation.data.mkdir(parents=True, exist_ok=True)
        self.installation.hub_file.unlink(missing_ok=True)
        data = str(self.installation.data)
        self._hub = self._programs.python("hub", "-m", "displayctl", "hub", "--data", data, "--port", "0")
        self._client = self._programs.wait_for("starting the hub", self._connected)
        self._found()

    def stop_hub(self) -> None:
        """As when its machine goes down."""
        if self._hub is not None:
            self._programs.kill(self._hub)
            self._hub = None

    def _found(self) -> None:
        """At the first run one person founds the office, with a passphrase that lies beside it: it is only a show."""
        if not self.passphrase_file.exists():
            self.passphrase_file.write_text(f"{secrets.token_hex(16)}\n", encoding="ascii")
            self.passphrase_file.chmod(0o600)
        if not is_founded(self.client):
            folder = self.installation.keys_folder
            founder = Founder("Sekar Ayu", read_passphrase(self.passphrase_file))
            found_one_person(self.client, cabinet_at(folder), Beliefs(folder), founder)

    @property
    def passphrase_file(self) -> Path:
        """What unlocks the demonstration's key; of an office that is founded in earnest it lies in nobody's folder."""
        return self.installation.data / "passphrase.txt"

    @property
    def signatory(self) -> Signatory:
        """Whoever signs in the demonstration: the one who founded it, or the keys of a former version."""
        variables = {FILE_VARIABLE: str(self.passphrase_file)}
        return KeyCabinet(self.installation.keys_folder, variables).signatory()

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

    def prepare(self, samples: Mapping[str, Path]) -> None:
        """Brings the media in, books the week, and enters what agencies ask for."""
        today = self._now().date()
        make_week(self.client, dict(samples), today)
        make_requests(self.client, today)

    def start_player(self, wall: Display, display: str | None, canvas: str) -> None:
        """Starts a wall's player; approves the code it shows, unless it was approved in a former run."""
        data = self._folder / "players" / wall.id
        environment = {"DISPLAY": display} if display else {}
        arguments = ("run", "--data", str(data), "--hub", self.client.url, "--canvas", canvas)
        self._programs.python(f"player-{wall.id}", "-m", "player", *arguments, environment=environment)
        self._programs.wait_for(f"pairing {wall.name}", lambda: self._approved(wall))
        self._programs.wait_for(f"the link of {wall.name}", lambda: self._connected_wall(wall))

    def _approved(self, wall: Display) -> bool | None:
        """Whether the wall has its player: of a former run, or the one that waits now and is approved hereby."""
        for enrolment in self.client.enrolments():
            self.client.approve(Approval(code=enrolment.code, display_id=wall.id))
            return True
        return self._connected_wall(wall)

    def _connected_wall(self, wall: Display) -> bool | None:
        return any(state.display_id == wall.id and state.connected for state in self.client.fleet()) or None

    def publish(self) -> None:
        """Signs and publishes the week, and waits until both walls have it on air."""
        publish(self.client, self.signatory, GROUP)
        self._programs.wait_for("bringing the programme to the walls", self._on_air, seconds=120)

    def _on_air(self) -> bool | None:
        receipts = self.client.receipts(GROUP)
        refused = [receipt for receipt in receipts if receipt.stage is ReceiptStage.REFUSED]
        if refused:
            raise RuntimeError(f"{refused[0].display_id} refused the programme: {refused[0].detail}")
        on_air = [receipt for receipt in receipts if receipt.stage is ReceiptStage.ON_AIR]
        return True if len(on_air) == len(WALLS) else None

    def start_desktop(self, display: str | None) -> subprocess.Popen[bytes]:
        """Opens the desktop on this office's hub."""
        environment = {FILE_VARIABLE: str(self.passphrase_file)} | ({"DISPLAY": display} if display else {})
        arguments = ("-m", "displayctl", "--data", str(self.installation.data), "--hub", self.client.url)
        return self._programs.python("desktop", *arguments, environment=environment)

    def sentence(self, wall: Display) -> str:
        """What a wall shows now, in words."""
        found = self.client.plays(wall.id, SystemClock().now())
        until = f"{found.ends.astimezone(ZoneInfo(ZONE)):%H:%M:%S}"
        return f"“{found.medium_title or 'the slate'}” of “{found.slot_name or 'filler'}”, until {until} WITA."

    def take_screenshots(self, folder: Path, screens: Mapping[str, Screen]) -> None:
        """Pictures of both walls, as their screens hold them or else as the players report them, and of every page."""
        folder.mkdir(parents=True, exist_ok=True)
        for wall in WALLS:
            target = folder / f"wall-{wall.id}.png"
            if wall.id in screens:
                screens[wall.id].picture().save(target)
            else:
                target.write_bytes(self.client.screenshot(wall.id, wall.canvas.width_px))
        self._grab_pages(folder, screens)
        print(f"{len(list(folder.glob('*.png')))} pictures in {folder}", flush=True)

    def _grab_pages(self, folder: Path, screens: Mapping[str, Screen]) -> None:
        """Every page of the desktop in both languages and two sizes, by the desktop's own tour."""
        environment = {"DISPLAY": screens["desktop"].display} if "desktop" in screens else {}
        where = ("--data", str(self.installation.data), "--hub", self.client.url, str(folder))
        tour = self._programs.python("tour", "-m", "displayctl.desktop.tour", *where, environment=environment)
        if tour.wait(TOUR_SECONDS):
            self._programs.check()
        self._programs.forget(tour)

    def _now(self) -> datetime:
        return SystemClock().now().astimezone(ZoneInfo(ZONE))
