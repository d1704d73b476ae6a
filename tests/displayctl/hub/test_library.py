"""The library: real files through the real workshop, and everything that goes wrong on the way."""

from __future__ import annotations

import errno
import io
import os
import shutil
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import pytest
from PIL import Image

from content.delivery.files import LocalFiles
from content.studio.announcement import Announcement
from displayctl.api.errors import Conflict, DoesNotFitCanvas, HubStorageFull, NotFound, WrongRequest
from displayctl.api.models import AnnouncementChange, JobState, MediumChange, MediumKind, MediumState, PartKind
from displayctl.hub.app import UPLOADS_AT_ONCE
from displayctl.hub.routes import arriving
from tests.displayctl.hub.ground import (
    add_picture,
    add_playlist,
    add_slot,
    add_wall,
    ended,
    eventually,
    picture_file,
    small_wall,
)
from tests.fakes.hub_in_thread import RunningHub, hub_in_thread
from tests.fakes.marked_media import read_mark, write_clip


def formats(hub: RunningHub, medium_id: str) -> list[str]:
    medium = hub.client.medium(medium_id)
    return [each.format for each in medium.renditions] if medium.state is MediumState.READY else []


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def announcement(body: str = "") -> Announcement:
    return Announcement(title="Posyandu", body=body)


def test_a_picture_is_made_ready_for_every_wall_and_anew_for_a_new_one(hub: RunningHub, tmp_path: Path) -> None:
    add_wall(hub.client, "satu")
    medium = add_picture(hub.client, tmp_path)
    assert (medium.kind, medium.title, medium.source_name) == (MediumKind.PICTURE, "poster", "poster.png")
    assert (medium.width_px, medium.height_px, medium.duration_ms) == (64, 48, None)
    eventually(lambda: formats(hub, medium.id) == ["128x64@30"])
    add_wall(hub.client, "dua", width=96, height=32)
    eventually(lambda: formats(hub, medium.id) == ["128x64@30", "96x32@30"])
    assert hub.client.asset(hub.client.medium(medium.id).renditions[0].sha256).startswith(b"\x89PNG")


def test_a_poster_shows_the_medium_itself_in_good_size_and_changes_nothing(hub: RunningHub, tmp_path: Path) -> None:
    add_wall(hub.client, "poster")
    clip = write_clip(tmp_path / "klip.mp4", 5, frames=12, size=(640, 384))
    photo = picture_file(tmp_path, "foto.jpg", "teal", (2000, 1000))
    words = AnnouncementChange(title="Posyandu", announcement=announcement("Sabtu").to_dict())
    jobs = (
        hub.client.upload_medium(clip),
        hub.client.upload_medium(photo),
        hub.client.create_announcement(words),
    )
    media = [hub.client.medium(ended(hub.client, job).medium_id) for job in jobs]
    assert [opened(hub.client.poster(medium.id)).size for medium in media] == [(640, 384), (1280, 640), (1280, 720)]
    assert [opened(hub.client.thumbnail(medium.id)).size for medium in media] == [(300, 180), (320, 160), (320, 180)]
    mark = read_mark(opened(hub.client.poster(media[0].id)))
    assert mark is not None
    assert mark.item == 5
    assert [hub.client.medium(medium.id).version for medium in media] == [medium.version for medium in media]
    hub.services.clockwork.run("garbage")
    assert hub.client.poster(media[1].id) == hub.client.poster(media[1].id)


def test_another_fit_makes_renditions_anew_and_other_changes_do_not(hub: RunningHub, tmp_path: Path) -> None:
    add_wall(hub.client, "fit")
    medium = add_picture(hub.client, tmp_path, colour="green")
    before = {each.sha256 for each in eventually(lambda: hub.client.medium(medium.id).renditions)}
    version = hub.client.medium(medium.id).version
    renamed = hub.client.change_medium(medium.id, MediumChange(version=version, title="Hijau", tags=("taman", "é")))
    assert renamed.state is MediumState.READY
    with pytest.raises(Conflict):
        hub.client.change_medium(medium.id, MediumChange(version=version, fit="cover"))
    changed = hub.client.change_medium(medium.id, MediumChange(version=renamed.version, fit="cover"))
    assert changed.state is MediumState.PROCESSING
    ready = eventually(lambda: m if (m := hub.client.medium(medium.id)).state is MediumState.READY else None)
    assert before.isdisjoint({each.sha256 for each in ready.renditions})
    assert [each.id for each in hub.client.media(tag="é").media] == [medium.id]
    assert [each.id for each in hub.client.media(search="HIJ").media] == [medium.id]
    assert hub.client.media(search="100%").total == 0


def test_an_expiry_is_set_and_taken_away(hub: RunningHub, tmp_path: Path) -> None:
    add_wall(hub.client, "umur")
    medium = add_picture(hub.client, tmp_path, colour="navy")
    add_playlist(hub.client, "umur", medium.id)
    add_slot(hub.client, "umur", "umur", "umur")
    soon = hub.client.health().now.replace(microsecond=0)
    version = hub.client.medium(medium.id).version
    hub.client.change_medium(medium.id, MediumChange(version=version, expires_at=soon))
    state = hub.client.signing_state("utama")
    lists = {each["id"]: each for each in state.draft["playlists"]}
    assert lists["umur"]["entries"][0]["valid_until"] is not None
    assert any("has expired" in problem for problem in state.problems)
    version = hub.client.medium(medium.id).version
    changed = hub.client.change_medium(medium.id, MediumChange(version=version, expires_at=None))
    assert changed.expires_at is None


@pytest.mark.parametrize(
    ("name", "content"),
    [("catatan.mp4", b"just words\n" * 100), ("kosong.png", b""), ("potong.png", b"\x89PNG\r\n\x1a\n")],
)
def test_a_file_that_cannot_be_used_is_told_in_words_and_can_go(
    hub: RunningHub, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    job = ended(hub.client, hub.client.upload_medium(path))
    assert job.state is JobState.FAILED
    medium = hub.client.medium(job.medium_id)
    assert medium.state is MediumState.FAILED
    assert medium.message == job.message
    assert len(medium.message) > 20
    with pytest.raises(NotFound):
        hub.client.thumbnail(medium.id)
    hub.client.delete_medium(medium.id, medium.version)
    with pytest.raises(NotFound):
        hub.client.medium(medium.id)


def test_a_file_that_vanishes_while_it_is_sent_leaves_nothing(hub: RunningHub, tmp_path: Path) -> None:
    path = tmp_path / "besar.bin"
    path.write_bytes(bytes(3 << 20))
    before = hub.client.media().total

    def pull_the_stick(done: int, total: int) -> None:
        raise OSError(errno.EIO, "the stick is gone")

    with pytest.raises(OSError, match="stick"):
        hub.client.upload_medium(path, on_progress=pull_the_stick)
    incoming = hub.installation.hub_folder / "media" / "incoming"
    eventually(lambda: not list(incoming.glob("*")))
    assert hub.client.media().total == before


def test_an_announcement_is_typeset_for_every_wall(hub: RunningHub) -> None:
    add_wall(hub.client, "umum", width=320, height=192)
    change = AnnouncementChange(title="Posyandu", announcement=announcement("Rabu, 09.00").to_dict())
    job = ended(hub.client, hub.client.create_announcement(change))
    medium = hub.client.medium(job.medium_id)
    assert medium.kind is MediumKind.ANNOUNCEMENT
    png = hub.client.preview_announcement(change, 320, 192)
    assert png.startswith(b"\x89PNG")
    long = AnnouncementChange(title="x", announcement=announcement("kata " * 390).to_dict())
    with pytest.raises(DoesNotFitCanvas, match="characters"):
        hub.client.preview_announcement(long, 128, 64)
    with pytest.raises(WrongRequest):
        hub.client.create_announcement(AnnouncementChange(title="x", announcement={"version": 1}))
    newer = change.model_copy(update={"version": medium.version, "announcement": announcement("Kamis").to_dict()})
    assert ended(hub.client, hub.client.change_announcement(medium.id, newer)).medium_id == medium.id


def test_an_announcement_that_is_changed_is_typeset_anew_for_every_wall(fresh_hub: RunningHub) -> None:
    client = fresh_hub.client
    add_wall(client, "umum", width=320, height=192)
    add_wall(client, "lebar", width=640, height=192)
    words = AnnouncementChange(title="Posyandu", announcement=announcement("Rabu, 09.00").to_dict())
    medium = client.medium(ended(client, client.create_announcement(words)).medium_id)
    newer = words.model_copy(update={"version": medium.version, "announcement": announcement("Kamis").to_dict()})
    pictures = client.poster(medium.id), client.thumbnail(medium.id)
    assert ended(client, client.change_announcement(medium.id, newer)).state is JobState.DONE
    changed = client.medium(medium.id)
    assert [each.format for each in changed.renditions] == ["320x192@30", "640x192@30"]
    assert {each.sha256 for each in changed.renditions}.isdisjoint(each.sha256 for each in medium.renditions)
    assert client.poster(medium.id) != pictures[0]
    assert client.thumbnail(medium.id) != pictures[1]


def test_a_cancelled_import_leaves_no_medium(fresh_hub: RunningHub, tmp_path: Path) -> None:
    for number in range(6):
        add_wall(fresh_hub.client, f"w{number}", width=640 + 16 * number, height=384)
    path = tmp_path / "besar.png"
    Image.effect_noise((3000, 2000), 80).convert("RGB").save(path, compress_level=0)
    job = fresh_hub.client.upload_medium(path)
    fresh_hub.client.cancel_job(job.id)
    assert ended(fresh_hub.client, job).state is JobState.CANCELLED
    eventually(lambda: fresh_hub.client.media().total == 0)


def test_a_hub_that_was_stopped_goes_on_with_what_was_left(tmp_path: Path) -> None:
    with hub_in_thread(tmp_path / "data") as first:
        add_wall(first.client, "lanjut", width=320, height=160)
        jobs = [first.client.upload_medium(picture_file(tmp_path, f"p{n}.png", size=(400, 300))) for n in range(2)]
    with hub_in_thread(tmp_path / "data") as second:
        eventually(lambda: all(formats(second, job.medium_id) == ["320x160@30"] for job in jobs))


def test_bytes_that_nothing_needs_are_removed_after_a_while(fresh_hub: RunningHub, tmp_path: Path) -> None:
    medium = add_picture(fresh_hub.client, tmp_path)
    fresh_hub.client.delete_medium(medium.id, fresh_hub.client.medium(medium.id).version)
    stored = list((fresh_hub.installation.hub_folder / "media" / "sha256").glob("*/*"))
    assert stored
    fresh_hub.services.clockwork.run("garbage")
    assert all(path.exists() for path in stored)
    for path in stored:
        os.utime(path, (1, 1))
    fresh_hub.services.clockwork.run("garbage")
    assert not any(path.exists() for path in stored)


class FullDisk(LocalFiles):
    """A disk that is full from a certain byte on."""

    def __init__(self) -> None:
        self.room = 1 << 30

    def write(self, file: BinaryIO, data: bytes) -> None:
        if self.room < len(data):
            raise OSError(errno.ENOSPC, "no space left on device")
        self.room -= len(data)
        super().write(file, data)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[tuple[RunningHub, FullDisk]]:
    disk = FullDisk()
    with hub_in_thread(tmp_path / "installation", store_files=disk) as running:
        yield running, disk


def test_a_full_disk_refuses_an_upload_and_loses_nothing(
    full_disk: tuple[RunningHub, FullDisk], tmp_path: Path
) -> None:
    hub, disk = full_disk
    kept = add_picture(hub.client, tmp_path)
    disk.room = 10
    path = tmp_path / "besar.bin"
    path.write_bytes(bytes(2 << 20))
    with pytest.raises(HubStorageFull, match="no room"):
        hub.client.upload_medium(path)
    assert [each.id for each in hub.client.media().media] == [kept.id]
    assert hub.client.thumbnail(kept.id)
    add_wall(hub.client, "penuh")
    failed = eventually(lambda: m if (m := hub.client.medium(kept.id)).state is MediumState.FAILED else None)
    assert "no room" in failed.message
    disk.room = 1 << 30
    hub.client.change_medium(kept.id, MediumChange(version=failed.version, title="Lagi"))
    eventually(lambda: formats(hub, kept.id) == ["128x64@30"])


def begun_upload(hub: RunningHub, size: int) -> socket.socket:
    """A connection on which a file of `size` bytes was announced."""
    host, port = hub.url.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=10)
    request = (
        f"POST /api/media?name=x.mp4 HTTP/1.1\r\nHost: hub\r\nContent-Length: {size}\r\n"
        f"Authorization: Bearer {hub.client.transport.token}\r\n\r\n"
    )
    connection.sendall(request.encode())
    return connection


def test_an_upload_that_stands_still_makes_room_for_others(
    hub: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "SILENT_SECONDS", 0.3)
    before = hub.client.media().total
    stalled = [begun_upload(hub, 1000) for _ in range(UPLOADS_AT_ONCE)]
    try:
        for connection in stalled:
            connection.sendall(b"half")
        assert ended(hub.client, hub.client.upload_medium(picture_file(tmp_path))).state is JobState.DONE
        assert all(connection.recv(4096).startswith(b"HTTP/1.1 503") for connection in stalled)
    finally:
        for connection in stalled:
            connection.close()
    assert hub.client.media().total == before + 1
    assert not list((hub.installation.hub_folder / "media" / "incoming").glob("*"))


def test_the_same_file_may_come_several_times_at_once(hub: RunningHub, tmp_path: Path) -> None:
    path = picture_file(tmp_path, colour="olive", size=(800, 600))
    with ThreadPoolExecutor(4) as people:
        jobs = list(people.map(hub.client.upload_medium, [path] * 4))
    assert {ended(hub.client, job).state for job in jobs} == {JobState.DONE}
    first, *others = (hub.client.medium(job.medium_id) for job in jobs)
    hub.client.delete_medium(first.id, first.version)
    hub.services.clockwork.run("garbage")
    assert all(opened(hub.client.poster(other.id)).size == (800, 600) for other in others)


def test_more_than_the_disk_holds_is_refused_before_it_is_sent(hub: RunningHub) -> None:
    with begun_upload(hub, shutil.disk_usage(hub.installation.data).free + (1 << 30)) as connection:
        status = connection.recv(4096).split(b" ", 2)[1]
    assert status in (b"413", b"507")


def test_a_wall_can_be_changed_while_its_document_keeps_its_form(hub: RunningHub) -> None:
    part = add_wall(hub.client, "bentuk")
    moved = {**small_wall("bentuk"), "name": "Bentuk Baru"}
    assert hub.client.put_part(PartKind.DISPLAY, "bentuk", moved, part.version).value["name"] == "Bentuk Baru"


def test_an_announcement_too_long_for_one_wall_is_made_for_the_others(hub: RunningHub) -> None:
    add_wall(hub.client, "kecil", width=32, height=32)
    add_wall(hub.client, "besar", width=640, height=384)
    words = Announcement("Posyandu Balita dan Ibu Hamil di Balai Kelurahan Simpong")
    job = hub.client.create_announcement(AnnouncementChange(title="Posyandu", announcement=words.to_dict()))
    ended(hub.client, job)
    medium = hub.client.medium(job.medium_id)
    assert medium.state is MediumState.READY
    assert medium.message.startswith("too long for 32x32@30")
    assert "640x384@30" in {rendition.format for rendition in medium.renditions}
    add_playlist(hub.client, "posyandu", medium.id)
    add_slot(hub.client, "pagi", "posyandu", "kecil", "besar")
    problems = hub.client.signing_state("utama").problems
    assert "'Posyandu' is too long for 32x32@30 and will be left out there" in problems
