"""Machines on which something is missing, full or in use: one clear line each, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from displayctl.desk.installation import find_installation
from schedules.clock import SystemClock
from schedules.display import Canvas, Display
from tests.bad_input.conftest import refused
from tests.fakes.marked_media import Mark, read_mark, write_picture
from tests.fakes.office import Office, Wall, wait_for
from tests.fakes.small_disk import full, small_disk

NAMED = ((1, "lama"), (2, "cadangan"), (3, "baru"))


def test_no_hub_runs(tmp_path: Path) -> None:
    done = displayctl("library", "list", "--data", str(tmp_path / "baru"))
    assert done.returncode == 1
    assert done.stderr.endswith(f"start one with: displayctl hub --data {tmp_path / 'baru'}\n")


def test_a_hub_that_was_killed_left_its_address(tmp_path: Path) -> None:
    (tmp_path / "hub.json").write_text('{"url": "http://127.0.0.1:9", "pid": 1}')
    (tmp_path / "desk.token").write_text("x")
    done = displayctl("library", "list", "--data", str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "start one with: displayctl hub" in done.stderr


def test_a_second_hub_on_one_folder(office: Office) -> None:
    done = displayctl("hub", "--data", str(office.installation.data), "--port", "0")
    assert done.returncode == 1
    assert "another hub" in done.stderr


def test_a_port_that_another_program_uses(office: Office, tmp_path: Path) -> None:
    done = displayctl("hub", "--data", str(tmp_path), "--port", office.url.rpartition(":")[2])
    assert done.returncode == 1
    assert "--port" in done.stderr


def test_an_address_that_others_can_reach(tmp_path: Path) -> None:
    done = displayctl("hub", "--data", str(tmp_path), "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - it is refused
    assert done.returncode == 1
    assert "there is no administrator yet" in done.stderr
    assert "displayctl user add --first" in done.stderr


def test_a_database_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    office = Office(tmp_path)
    try:
        office.start_hub()
    finally:
        office.close()
    (database,) = office.installation.hub_folder.glob("*.sqlite*") or office.installation.hub_folder.glob("*.db")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'f' || version_num")
    connection.close()
    before = database.read_bytes()
    done = displayctl("hub", "--data", str(office.installation.data), "--port", "0")
    assert done.returncode == 1
    assert "newer" in done.stderr
    assert database.read_bytes() == before


def test_no_screen_for_the_desktop_and_for_a_player(tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "poster.png", 1)
    desktop = displayctl(environment={"DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert (desktop.returncode, desktop.stderr.count("\n")) == (1, 1)
    assert "DISPLAY" in desktop.stderr
    player = python("-m", "player", "loop", str(picture), environment={"DISPLAY": "", "QT_QPA_PLATFORM": "xcb"})
    assert player.returncode != 0
    assert "DISPLAY is not set" in player.stderr


def test_fonts_that_are_missing(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig><cachedir>/nonexistent</cachedir></fontconfig>')
    office = Office(tmp_path / "office")
    try:
        os.environ["FONTCONFIG_FILE"] = str(empty)
        office.start_hub()
    finally:
        del os.environ["FONTCONFIG_FILE"]
    try:
        assert office.command("display", "add", "Tugu", "--size", "320x192").returncode == 0
        assert "fonts-noto-core" in refused(office, "announce", "Jadwal Posyandu")
    finally:
        office.close()


def test_a_machine_without_libvlc(tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "poster.png", 1)
    hidden = {"PYTHON_VLC_LIB_PATH": str(tmp_path / "libvlc.so"), "QT_QPA_PLATFORM": "offscreen"}
    done = python("-m", "player", "loop", str(picture), "--seconds", "2", environment=hidden)
    assert "libvlc5 vlc-plugin-base vlc-plugin-video-output" in done.stderr


A_REFRESH = timedelta(milliseconds=17)
"""A picture that is painted for an instant may be seen by so much sooner."""


@pytest.mark.wall
def test_a_wall_of_nothing_but_expired_items_or_with_a_full_disk_is_never_black(disk: Path, tmp_path: Path) -> None:
    """Filler where a booking has only expired items, the slate where the filler has, and both survive a full disk."""
    office = Office(tmp_path)
    try:
        office.start_hub()
        wall = office.add_wall(Display("tugu", "Tugu", "Asia/Makassar", Canvas(320, 192)))
        wall.data = disk / "player"
        wall.pair()
        old, spare, late = (write_picture(tmp_path / f"{name}.png", item, (320, 192)) for item, name in NAMED)
        for file in (old, spare):
            office.bring_in(file)
        assert office.command("playlist", "create", "Basi").returncode == 0
        assert office.command("playlist", "add", "Basi", "lama:5", "--valid-until", "2026-01-01T00:00").returncode == 0
        assert office.command("playlist", "create", "Pengisi", "cadangan:5").returncode == 0
        assert office.command("playlist", "filler", "Pengisi").returncode == 0
        assert office.command("schedule", "add", "Basi", "--display", "Tugu").returncode == 0
        shows(office, wall, 2)

        with full(disk):
            office.bring_in(late)
            assert office.command("schedule", "remove", "Basi").returncode == 0
            assert office.command("playlist", "add", "Pengisi", "baru:5").returncode == 0
            assert office.command("playlist", "remove", "Pengisi", "1").returncode == 0
            office.publish()
            wait_for("the fault", lambda: faults(office, "room") or None, office.programs)
            assert wall.seen().mark == Mark(2, 0)
        shows(office, wall, 3)

        ends = SystemClock().now().replace(microsecond=0) + timedelta(seconds=5)
        assert office.command("playlist", "add", "Pengisi", "baru:5", "--valid-until", ends.isoformat()).returncode == 0
        assert office.command("playlist", "remove", "Pengisi", "1").returncode == 0
        office.publish()
        wait_for("the slate", lambda: lit_without_mark(wall), office.programs)
        assert SystemClock().now() >= ends - A_REFRESH
    finally:
        office.close()


def test_a_hub_on_a_full_disk_changes_nothing_and_goes_on_once_there_is_room(disk: Path, tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.installation = find_installation(disk / "office")
    try:
        office.start_hub()
        assert office.command("display", "add", "Tugu", "--size", "320x192").returncode == 0
        poster = write_picture(tmp_path / "poster.png", 1, (320, 192))
        assert office.command("library", "add", str(poster)).returncode == 0
        with full(disk):
            done = office.command("library", "add", str(write_picture(tmp_path / "lain.png", 2, (320, 192))), "--json")
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "[]\n", 1)
            assert "the hub's disk has 0 MiB left" in done.stderr
            assert "full" in refused(office, "playlist", "create", "Loop", *["poster:5"] * 200)
            assert "no room is left" in refused(office, "publish", "--no-wait")
            assert [medium.title for medium in office.client.media().media] == ["poster"]
        assert office.command("playlist", "create", "Loop", "poster:5").returncode == 0
        assert office.command("publish", "--no-wait").returncode == 0
    finally:
        office.close()


def shows(office: Office, wall: Wall, item: int) -> None:
    """Publishes, and waits until the wall shows the picture marked as `item`."""
    office.publish()
    wait_for(f"picture {item}", lambda: wall.seen().mark == Mark(item, 0) or None, office.programs)


def faults(office: Office, words: str) -> list[str]:
    """What a wall tells of its troubles, where it has `words` in it."""
    return [fault for state in office.client.fleet() for fault in state.faults if words in fault]


def lit_without_mark(wall: Wall) -> bool | None:
    """True once a wall shows none of the pictures; it may be black at no time."""
    picture = wall.picture()
    brightest = max(level for level, count in enumerate(picture.convert("L").histogram()) if count)
    assert brightest > 60, "a wall is never black"
    return read_mark(picture) is None or None


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, which can be filled to the last byte."""
    with small_disk(tmp_path / "disk") as folder:
        yield folder


def displayctl(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return python("-m", "displayctl", *arguments, environment=environment)


def python(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a module as a program, without what this machine's user has set up; an empty variable is taken away."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("DISPLAYCTL")}
    for name, value in (environment or {}).items():
        variables[name] = value
        if not value:
            del variables[name]
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)
