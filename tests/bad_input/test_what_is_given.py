"""What people give us that cannot work: one clear line each, and nothing lost."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict
from displayctl.api.models import Job, PartKind
from displayctl.desk.installation import desk_token
from tests.bad_input.conftest import refused
from tests.fakes.marked_media import write_clip, write_picture
from tests.fakes.office import Office

GIGA_PIXELS = 30_000


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
