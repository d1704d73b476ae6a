"""What people and machines give us that cannot work: one clear line each, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict
from displayctl.api.models import Job, PartKind
from displayctl.desk.installation import desk_token, find_installation
from schedules.clock import SystemClock
from schedules.display import Canvas, Display
from tests.fakes.marked_media import Mark, read_mark, write_clip, write_picture
from tests.fakes.office import Office, Wall, wait_for

GIGA_PIXELS = 30_000
NAMED = ((1, "lama"), (2, "cadangan"), (3, "baru"))


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
    assert file.name in done.stderr.replace(str(file), "", 1) or not file.is_file(), "not what the hub calls it"
    usable = [medium for medium in office.client.media(limit=500).media if medium.source_name == file.name]
    assert not [medium for medium in usable if medium.state == "ready"]
    return done.stderr


def huge_picture(path: Path) -> Path:
    """A whole, valid PNG of 30,000 x 30,000 black pixels, which is small as a file."""
    packer = zlib.compressobj(9)
    row = bytes(1 + GIGA_PIXELS // 8)
    body = b"".join(packer.compress(row) for _ in range(GIGA_PIXELS)) + packer.flush()
    return png(path, (GIGA_PIXELS, GIGA_PIXELS), body)


def png(path: Path, size: tuple[int, int], data: bytes) -> Path:
    """A PNG whose header says `size`, of one bit a pixel, and whose packed rows are `data`."""
    header = struct.pack(">IIBBBBB", *size, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    packed = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(packed))
    return path


def pdf(path: Path, box: str = "0 0 595 842", trailer: str = "") -> Path:
    """A PDF of one empty page."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]>>",
    )
    body = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(f"{len(body):010d} 00000 n \n")
        body += f"{number} 0 obj{written}endobj\n".encode()
    table = f"xref\n0 4\n0000000000 65535 f \n{''.join(places)}trailer<</Size 4/Root 1 0 R{trailer}>>\n"
    path.write_bytes(body + table.encode() + f"startxref\n{len(body)}\n%%EOF".encode())
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


def test_headers_that_claim_gigabytes(office: Office, tmp_path: Path) -> None:
    """The claim is judged; nothing of that size is read, reserved or drawn."""
    whole = write_clip(tmp_path / "whole.mp4", 1, frames=30, size=(320, 192)).read_bytes()
    begin = whole.index(b"mdat") - 4
    claims = (
        (b"mdat", whole[:begin] + struct.pack(">I4sQ", 1, b"mdat", 10**10) + whole[begin + 8 :]),
        (b"moov", whole[:begin] + struct.pack(">I4sQ", 1, b"moov", 10**10) + bytes(4096)),
    )
    for name, content in claims:
        file = tmp_path / f"{name.decode()}.mp4"
        file.write_bytes(content)
        assert "its header promises 10.0 GB" in not_taken(office, file)
    assert "100 million pixels" in not_taken(office, png(tmp_path / "peta.png", (2**31 - 1, 2**31 - 1), b""))
    assert "100000000 x 100000000 points" in not_taken(office, pdf(tmp_path / "peta.pdf", "0 0 100000000 100000000"))


def test_a_document_with_a_password(office: Office, tmp_path: Path) -> None:
    password = f"/O({'o' * 32})/U({'u' * 32})"
    locked = f"/Encrypt<</Filter/Standard/V 1/R 2{password}/P -44>>/ID[(a)(b)]"
    assert "locked with a password" in not_taken(office, pdf(tmp_path / "rahasia.pdf", trailer=locked))
    assert office.command("library", "add", str(pdf(tmp_path / "terbuka.pdf"))).returncode == 0


def test_a_file_that_vanishes_or_changes_while_it_is_sent(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "stik-usb.png"
    before = office.client.media().total

    def send(changed: Callable[[], None]) -> Job:
        first = iter((changed,))
        file.write_bytes(write_picture(tmp_path / "whole.png", 1).read_bytes() + bytes(4 << 20))
        return office.client.upload_medium(file, on_progress=lambda done, total: next(first, lambda: None)())

    for size in (1 << 20, 8 << 20):
        with pytest.raises(OSError, match="changed while it was being sent") as caught:
            send(partial(os.truncate, file, size))
        assert caught.value.filename == str(file)
        assert office.client.media().total == before
    # Who has a file open reads it to its end, although its name is gone.
    assert office.ready(send(file.unlink)).state == "ready"


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


def test_a_second_desk_that_edits_the_same_booking_is_told_by_whom(office: Office, tmp_path: Path) -> None:
    file = write_picture(tmp_path / "bersama.png", 1)
    assert office.command("library", "add", str(file)).returncode == 0
    assert office.command("playlist", "create", "Bersama", "bersama:5").returncode == 0
    assert office.command("schedule", "add", "Bersama", "--display", "Tugu").returncode == 0
    (read,) = [part for part in office.client.parts(PartKind.SLOT) if part.value["name"] == "Bersama"]
    first = office.client.put_part(PartKind.SLOT, read.id, {**read.value, "priority": 70}, read.version)
    with HubClient(office.url, desk_token(office.installation, {})) as second:
        with pytest.raises(Conflict, match=r"'Bersama' was changed by .+ after you read it"):
            second.put_part(PartKind.SLOT, read.id, {**read.value, "priority": 20}, read.version)
        with pytest.raises(Conflict):
            second.delete_part(PartKind.SLOT, read.id, read.version)
        assert second.part(PartKind.SLOT, read.id) == first


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
        assert SystemClock().now() >= ends
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
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only an administrator may mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Within it there is not a byte left on the disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for piece in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while file.write(bytes(piece)):
                    pass
    try:
        yield
    finally:
        filler.unlink()


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
