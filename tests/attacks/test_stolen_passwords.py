"""A thief has signed in at a real hub with the passwords of an editor and of an approver, before a wall of that hub."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from content.studio.sealed_keys import new_key
from content.studio.signing import sign_alert, sign_programme
from displayctl.api.accounts import Role, UserCreation
from displayctl.api.client import HubClient
from displayctl.api.errors import NotPermitted, RefusedByTrust
from displayctl.api.models import Approval, MediumState, PartKind
from displayctl.desk.publishing import publish
from displayctl.desk.signed import signed_message
from schedules.clock import SystemClock
from schedules.codec import display_to_dict
from schedules.display import Canvas, Display
from tests import builders
from tests.attacks.siege import EVIL_POSTER, POSTER, notice_of
from tests.attacks.watcher import SIZE, Watch
from tests.displayctl.hub.ground import add_playlist, add_slot, ended, eventually
from tests.displayctl.hub.staff import PASSWORD, first_administrator, person
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.marked_media import write_picture

pytestmark = pytest.mark.wall


class RealWall:
    """The wall ``tugu`` of a real hub; it shows POSTER."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.folder = folder
        self.hub: RunningHub = stack.enter_context(hub_in_thread(folder / "office"))
        screen = stack.enter_context(closing(Framebuffer(folder / "screen", SIZE)))
        self.watch = stack.enter_context(closing(Watch(screen.path, folder / "seen.log")))
        command = [sys.executable, "-m", "player", "run", "--data", str(folder / "player"), "--hub", self.hub.url]
        process = subprocess.Popen(command, env={**os.environ, "DISPLAY": screen.display})
        stack.callback(process.wait, 15)
        stack.callback(process.terminate)
        client = self.hub.client
        display = Display("tugu", "Tugu", builders.ZONE, Canvas(*SIZE))
        client.create_part(PartKind.DISPLAY, display_to_dict(display))
        waiting = eventually(lambda: client.enrolments())
        client.approve(Approval(code=waiting[0].code, display_id="tugu"))
        eventually(lambda: client.fleet()[0].connected)
        add_playlist(client, "layanan", self.bring_in(client, POSTER))
        add_slot(client, "pagi", "layanan")
        publish(client, self.hub.keyring, "utama")
        self.until(lambda: self.watch.now is not None and self.watch.now.item == POSTER)

    def bring_in(self, client: HubClient, item: int) -> str:
        path = write_picture(self.folder / f"{item}.png", item, SIZE)
        job = ended(client, client.upload_medium(path, fit="stretch"))
        return eventually(lambda: m.id if (m := client.medium(job.medium_id)).state is MediumState.READY else None)

    @staticmethod
    def until(fact: Callable[[], bool]) -> None:
        eventually(fact, 30)


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[RealWall]:
    with ExitStack() as stack:
        yield RealWall(stack, tmp_path)


def test_passwords_alone_bring_nothing_to_a_wall(wall: RealWall) -> None:
    began = time.monotonic_ns()
    hub, now = wall.hub, SystemClock().now
    administrator, _ = first_administrator(hub)
    with administrator, ExitStack() as stack:
        everything = [(role, "*") for role in Role if role not in (Role.ADMINISTRATOR, Role.AGENCY)]
        thief = stack.enter_context(person(hub, administrator, "budi", *everything))
        # Drafts are theirs to change; what is on the wall is not.
        evil = wall.bring_in(thief, EVIL_POSTER)
        part = thief.part(PartKind.PLAYLIST, "layanan")
        entries = [{**part.value["entries"][0], "medium_id": evil}]
        thief.put_part(PartKind.PLAYLIST, "layanan", {**part.value, "entries": entries}, part.version)
        # A key of their own signs nothing that counts, and the hub says so. They follow on what is signed already: a
        # role that begins anew is refused as old where it is made in the same second as the true one.
        own, state = new_key("budi", "Budi"), thief.signing_state("utama")
        assert state.role is not None
        programme = sign_programme(own, base64.b64decode(state.role), "utama", state.draft, now())
        with pytest.raises(RefusedByTrust, match="signatures"):
            thief.publish("utama", signed_message((programme,)))
        warning = notice_of("320x192@30", (wall.folder / f"{EVIL_POSTER}.png").read_bytes())
        alert = sign_alert(own, base64.b64decode(thief.emergency_state().role), "banjir", warning, now())
        with pytest.raises(RefusedByTrust, match="signatures"):
            thief.send_alerts(signed_message((alert,)))
        with pytest.raises(NotPermitted):
            thief.accounts.create_user(UserCreation(name="pencuri", title="Pencuri", password=PASSWORD, grants=()))
    assert {sight.item for sight in wall.watch.sights(began)} == {POSTER}
