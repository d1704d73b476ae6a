"""A whole hub in this process: the real application on a real socket, with its real services, in a thread."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.delivery.files import Files
from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.desk.installation import Installation, desk_token
from displayctl.desk.unlocking import cabinet_at
from displayctl.hub.database import DATABASE_NAME, open_database
from displayctl.hub.doors import Doors
from displayctl.hub.passwords import Passwords
from displayctl.hub.server import make_server
from displayctl.hub.services import Services, open_services
from schedules.clock import Clock, SystemClock
from tests.fakes.founded import FOUNDER, PASSPHRASE, found_by_one, founder_of

QUICKEST = (1, 64)
"""What a password may cost where a test is about something else."""


@dataclass(frozen=True, slots=True)
class RunningHub:
    """A hub that answers at `url`."""

    url: str
    installation: Installation
    services: Services
    client: HubClient

    @property
    def keyring(self) -> Signatory:
        """The unlocked key of the one who founded it."""
        return founder_of(self.installation.data)

    def unlock_desk(self) -> None:
        """As if that person had typed the passphrase at this desk."""
        cabinet_at(self.installation.keys_folder).unlock(FOUNDER, PASSPHRASE)


@contextmanager
def hub_in_thread(
    data: Path,
    clock: Clock | None = None,
    store_files: Files | None = None,
    doors: Doors | None = None,
    *,
    founded: bool = True,
    passwords: Passwords | None = None,
) -> Iterator[RunningHub]:
    """A hub on the installation in `data`, founded by one person unless that was done, until the block ends.

    Passwords cost next to nothing there unless `passwords` are given.
    """
    installation = Installation(data)
    data.mkdir(parents=True, exist_ok=True)
    if founded:
        found_by_one(data, clock=clock)
    database = installation.hub_folder / DATABASE_NAME
    if not database.exists():
        database.parent.mkdir(exist_ok=True)
        database.write_bytes(new_database())
    ready = threading.Event()
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with (
        listener,
        open_services(
            installation, clock or SystemClock(), store_files, doors, passwords or Passwords(*QUICKEST)
        ) as services,
    ):
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        server = make_server(services, ready.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        assert ready.wait(20), "the hub did not start"
        pin = services.doors.authority.pin if services.doors.authority is not None else None
        url = f"{'http' if pin is None else 'https'}://127.0.0.1:{listener.getsockname()[1]}"
        try:
            with HubClient(url, desk_token(installation, environment={}), pin=pin) as client:
                yield RunningHub(url, installation, services, client)
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive(), "the hub did not stop"


@cache
def new_database() -> bytes:
    """A database as migrations leave it, made once: hundreds of hubs that each migrate their own take minutes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE_NAME
        open_database(path, Path(folder), SystemClock()).dispose()
        return path.read_bytes()
