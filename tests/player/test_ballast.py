"""An alert on a full disk: room was kept back for it."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from content.delivery.ballast import Ballast
from player.events import Delivered, Event
from player.faults import FaultBook
from player.identity import Binding, DeviceIdentity
from player.inbox import Inbox
from schedules.alert import AlertPicture
from schedules.clock import SystemClock
from schedules.display import Canvas
from tests import builders
from tests.fakes.hub_simulator import HubSimulator
from tests.player.rig import PNG


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes; only root may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if made.returncode != 0:
        pytest.skip("no disk of its own can be made here (that needs root)")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_an_alert_is_kept_and_shown_on_a_disk_without_a_free_byte(small_disk: Path, tmp_path: Path) -> None:
    hub, told = HubSimulator(tmp_path / "hub"), list[Event]()
    DeviceIdentity.load_or_make(small_disk)
    inbox = Inbox(
        small_disk,
        Binding("tugu", hub.repository.bootstrap_root()),
        tell=told.append,
        faults=FaultBook(),
        clock=SystemClock(),
        canvas=Canvas(500, 260),
    )
    inbox._ballast = Ballast(small_disk, 1 << 20)
    inbox.receive(hub.bundle)
    assert (small_disk / "ballast").exists()
    fill(small_disk)
    now = SystemClock().now()
    picture = PNG + b"an emergency" * 5000
    sha256 = hashlib.sha256(picture).hexdigest()
    pictures = (AlertPicture("500x260@30", sha256),)
    alert = builders.alert("banjir", pictures=pictures, effective=now, issued_at=now, expires=now + timedelta(hours=1))
    hub.raise_alert(alert, {sha256: picture}, push=False)
    told.clear()
    inbox.receive(hub.bundle)
    inbox.close()
    (delivered,) = told
    assert isinstance(delivered, Delivered)
    (live,) = delivered.alerts
    assert Path(live.pages[0]).read_bytes() == picture
    assert not (small_disk / "ballast").exists(), "its room was needed"


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return
