"""An alert on a full disk: room was kept back for it, and where that is gone too, it is shown from memory."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from content.delivery.ballast import Ballast
from player.errors import StateUnusable
from player.events import Delivered, Event, NotKept
from player.faults import FaultBook
from player.identity import Binding, DeviceIdentity
from player.inbox import Inbox
from player.spare_folder import SpareFolder
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
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # also where a failed test holds files open


def opened(disk: Path, hub: HubSimulator, told: list[Event]) -> Inbox:
    binding = Binding("tugu", hub.repository.bootstrap_root())
    return Inbox(disk, binding, tell=told.append, faults=FaultBook(), clock=SystemClock(), canvas=Canvas(500, 260))


def raise_alert(hub: HubSimulator, name: str) -> bytes:
    """An alert that hub carries from now on; the picture of its page."""
    now = SystemClock().now()
    picture = PNG + name.encode() * 5000
    sha256 = hashlib.sha256(picture).hexdigest()
    pictures = (AlertPicture("500x260@30", sha256),)
    alert = builders.alert(name, pictures=pictures, effective=now, issued_at=now, expires=now + timedelta(hours=1))
    hub.raise_alert(alert, {sha256: picture}, push=False)
    return picture


def pages(event: Event) -> list[Path]:
    """The files of all alerts that were delivered."""
    assert isinstance(event, Delivered)
    return [Path(page) for live in event.alerts for page in live.pages]


def test_an_alert_is_kept_and_shown_on_a_disk_without_a_free_byte(small_disk: Path, tmp_path: Path) -> None:
    hub, told = HubSimulator(tmp_path / "hub"), list[Event]()
    DeviceIdentity.load_or_make(small_disk)
    inbox = opened(small_disk, hub, told)
    inbox._ballast = Ballast(small_disk, 1 << 20)
    inbox.receive(hub.bundle)
    assert (small_disk / "ballast").exists()
    fill(small_disk)
    picture = raise_alert(hub, "banjir")
    told.clear()
    inbox.receive(hub.bundle)
    inbox.close()
    (delivered,) = told
    (page,) = pages(delivered)
    assert page.read_bytes() == picture
    assert page.is_relative_to(small_disk)
    assert not (small_disk / "ballast").exists(), "its room was needed"


@pytest.mark.parametrize("started", ["before", "after"])
def test_on_a_disk_that_takes_nothing_an_alert_is_shown_from_memory(
    small_disk: Path, tmp_path: Path, started: str
) -> None:
    hub, told = HubSimulator(tmp_path / "hub"), list[Event]()
    DeviceIdentity.load_or_make(small_disk)
    inbox = opened(small_disk, hub, told)
    inbox.receive(hub.bundle)
    if started == "after":
        inbox.close()
    fill(small_disk)
    if started == "after":
        inbox = opened(small_disk, hub, told)
    told.clear()
    picture = raise_alert(hub, "banjir")
    assert inbox.receive(hub.bundle), "why it is not kept"
    delivered, not_kept = told
    assert isinstance(not_kept, NotKept), "so that it is fetched again"
    (page,) = pages(delivered)
    assert page.read_bytes() == picture
    assert not page.is_relative_to(small_disk)
    inbox.close()
    assert not page.exists()


def test_what_was_seen_in_memory_is_not_undone_and_is_kept_once_there_is_room(small_disk: Path, tmp_path: Path) -> None:
    hub, told = HubSimulator(tmp_path / "hub"), list[Event]()
    DeviceIdentity.load_or_make(small_disk)
    inbox = opened(small_disk, hub, told)
    inbox.receive(hub.bundle)
    fill(small_disk)
    raise_alert(hub, "banjir")
    with_banjir = hub.bundle
    inbox.receive(with_banjir)
    hub.withdraw_alert("banjir")
    picture = raise_alert(hub, "api")
    inbox.receive(hub.bundle)
    (small_disk / "filler").unlink()
    told.clear()
    assert inbox.receive(with_banjir), "an older set is refused, though the disk has never seen the newer one"
    told.clear()
    assert not inbox.receive(hub.bundle)
    (page,) = pages(told[-1])
    assert page.read_bytes() == picture
    assert page.is_relative_to(small_disk)
    inbox.close()
    again = opened(small_disk, hub, told)
    again.recall()
    assert pages(told[-1]) == [page]
    again.close()


def test_what_a_killed_player_left_in_memory_goes_at_the_next_start(tmp_path: Path) -> None:
    data, memory = tmp_path / "data", tmp_path / "memory"
    memory.mkdir()
    left, other = SpareFolder(data, (memory,)).folder(), SpareFolder(tmp_path / "other", (memory,)).folder()
    SpareFolder(data, (memory,))
    assert not left.exists()
    assert other.exists()


def test_without_any_memory_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StateUnusable, match="make room"):
        SpareFolder(tmp_path, (tmp_path / "missing",)).folder()


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return
