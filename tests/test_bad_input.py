"""What people and machines give us that cannot work: one clear line each, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from displayctl.api.models import PartKind
from tests.fakes.marked_media import write_clip, write_picture
from tests.fakes.office import Office

GIGA_PIXELS = 30_000


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("office"))
    try:
        office.start_hub()
        assert office.command("display", "add", "Tugu", "--size", "320x192").returncode == 0
        yield office
    finally:
        office.close()


def refused(office: Office, *arguments: str, code: int = 1) -> str:
    """The one line that a command says which has to fail."""
    done = office.command(*arguments)
    assert (done.returncode, done.stdout) == (code, ""), done
    assert done.stderr.startswith("displayctl: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("displayctl: ").strip()


def not_taken(office: Office, file: Path) -> str:
    """What is said of a file that cannot be brought in; no medium of it can be played."""
    done = office.command("library", "add", str(file), "--json")
    assert done.returncode == 1, done
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.count(file.name) == 2 or not file.is_file(), "names the file, not what the hub calls it"
    usable = [medium for medium in office.client.media(limit=500).media if medium.source_name == file.name]
    assert not [medium for medium in usable if medium.state == "ready"]
    return done.stderr


def huge_picture(path: Path) -> Path:
    """A whole, valid PNG of 30,000 x 30,000 black pixels, which is small as a file."""
    packer = zlib.compressobj(9)
    row = bytes(1 + GIGA_PIXELS // 8)
    body = b"".join(packer.compress(row) for _ in range(GIGA_PIXELS)) + packer.flush()
    header = struct.pack(">IIBBBBB", GIGA_PIXELS, GIGA_PIXELS, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    packed = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(packed))
    return path


def test_a_text_that_is_called_a_video(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "catatan.mp4"
    file.write_text("ini bukan video\n" * 100)
    assert "catatan.mp4" in not_taken(office, file)


def test_a_file_of_nothing(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "kosong.jpg"
    file.touch()
    assert "empty" in not_taken(office, file)


def test_a_video_that_was_cut_off(office: Office, tmp_path: Path) -> None:
    whole = write_clip(tmp_path / "whole.mp4", 1, frames=60, size=(320, 192))
    file = tmp_path / "terpotong.mp4"
    file.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert "terpotong.mp4" in not_taken(office, file)


def test_a_picture_of_nine_hundred_megapixels(office: Office, tmp_path: Path) -> None:
    assert "100 million pixels" in not_taken(office, huge_picture(tmp_path / "raksasa.png"))


def test_a_file_that_is_not_there_any_more(office: Office, tmp_path: Path) -> None:
    assert "there is no such file" in not_taken(office, tmp_path / "hilang.png")
    assert "is not a file" in not_taken(office, tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may read every file")
def test_a_file_that_may_not_be_read(office: Office, tmp_path: Path) -> None:
    file = write_picture(tmp_path / "rahasia.png", 1)
    file.chmod(0)
    assert "Permission denied" in not_taken(office, file)


def test_a_booking_that_ends_before_it_begins(office: Office, tmp_path: Path) -> None:
    file = write_picture(tmp_path / "poster.png", 1)
    assert office.command("library", "add", str(file)).returncode == 0
    assert office.command("playlist", "create", "Loop", "poster:5").returncode == 0
    before = office.client.parts(PartKind.SLOT)
    booking = ("schedule", "add", "Loop", "--display", "Tugu")
    assert "09:00" in refused(office, *booking, "--from", "10:00", "--to", "09:00", code=2)
    dates = ("--first", "2026-12-01", "--last", "2026-11-01")
    assert "2026-11-01 is before the first day" in refused(office, *booking, *dates, code=2)
    assert office.client.parts(PartKind.SLOT) == before


def test_a_time_zone_that_does_not_exist(office: Office) -> None:
    line = refused(office, "display", "add", "Lain", "--size", "320x192", "--time-zone", "Asia/Luwuk", code=2)
    assert line == "time_zone: 'Asia/Luwuk' is not a known time zone; try Asia/Makassar"


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
    done = displayctl("hub", "--data", str(tmp_path), "--host", "0.0.0.0")  # noqa: S104 - it is refused
    assert done.returncode == 1
    assert "127.0.0.1" in done.stderr


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
