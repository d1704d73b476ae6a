"""What people do with media that are there: folders, other files and former ones, cuts, crops, pages, room."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from pydantic import ValidationError

from content.studio.announcement import Announcement
from displayctl.api.errors import Conflict, NotFound, WrongRequest
from displayctl.api.media_choices import EVERY_WALL, Crop
from displayctl.api.models import AnnouncementChange, JobState, MediumChange, MediumInfo, MediumKind, MediumState
from displayctl.hub.replacing import MOST_VERSIONS
from displayctl.hub.tables import MediumRow
from tests.displayctl.hub.ground import add_picture, add_playlist, add_wall, ended, eventually, picture_file
from tests.fakes.hub_in_thread import RunningHub
from tests.fakes.marked_media import write_clip

LEFT = Crop(x=0, y=0, width=5000, height=10_000)


def ready(hub: RunningHub, medium_id: str) -> MediumInfo:
    eventually(lambda: hub.client.medium(medium_id).state is MediumState.READY)
    return hub.client.medium(medium_id)


def change(hub: RunningHub, medium: MediumInfo, **choices: object) -> MediumInfo:
    hub.client.change_medium(medium.id, MediumChange(version=medium.version, **choices))
    return ready(hub, medium.id)


def replaced(hub: RunningHub, medium: MediumInfo, path: Path) -> MediumInfo:
    job = hub.client.library.replace_file(medium.id, hub.client.medium(medium.id).replaced, path)
    assert ended(hub.client, job).state is JobState.DONE
    return ready(hub, medium.id)


@pytest.fixture(scope="module", autouse=True)
def walls(hub: RunningHub) -> None:
    add_wall(hub.client, "tugu", width=128, height=64)
    add_wall(hub.client, "taman", width=96, height=96)


def test_a_folder_is_tidied_kept_and_searched_by_nobody_else(hub: RunningHub, tmp_path: Path) -> None:
    job = hub.client.upload_medium(picture_file(tmp_path, "a.png", "pink"), folder=" Pajak / 2026/")
    medium = ready(hub, ended(hub.client, job).medium_id)
    assert medium.folder == "Pajak/2026"
    before = [each.sha256 for each in medium.renditions]
    moved = change(hub, medium, folder="Kesehatan")
    assert moved.folder == "Kesehatan"
    assert [each.sha256 for each in moved.renditions] == before
    assert change(hub, moved, folder="").folder == ""
    with pytest.raises(ValidationError):
        MediumChange(version=1, folder="/".join("abcdefghi"))


def test_another_file_keeps_the_bookings_and_the_former_one_can_be_had_back(hub: RunningHub, tmp_path: Path) -> None:
    medium = add_picture(hub.client, tmp_path, "lama.png", "red")
    add_playlist(hub.client, "tetap", medium.id)
    new = replaced(hub, medium, picture_file(tmp_path, "baru.png", "blue", (200, 100)))
    assert (new.id, new.title, new.source_name, new.width_px, new.replaced) == (medium.id, "lama", "baru.png", 200, 1)
    assert {each.sha256 for each in new.renditions}.isdisjoint({each.sha256 for each in medium.renditions})
    assert [use.id for use in hub.client.uses(medium.id)] == ["tetap"]
    (former,) = hub.client.library.versions(medium.id)
    assert (former.number, former.source_name, former.width_px) == (1, "lama.png", 64)
    assert hub.client.library.version_thumbnail(medium.id, 1).startswith(b"\xff\xd8")
    hub.services.clockwork.run("garbage")
    ended(hub.client, hub.client.library.return_to(medium.id, 1, 1))
    back = ready(hub, medium.id)
    assert (back.source_name, back.source_sha256, back.replaced) == ("lama.png", medium.source_sha256, 2)
    assert {each.sha256 for each in back.renditions} == {each.sha256 for each in medium.renditions}
    assert [each.source_name for each in hub.client.library.versions(medium.id)] == ["baru.png"]
    with pytest.raises(NotFound, match="no former file 9"):
        hub.client.library.return_to(medium.id, 9, back.replaced)


def test_a_file_that_walls_cannot_show_changes_nothing(hub: RunningHub, tmp_path: Path) -> None:
    medium = add_picture(hub.client, tmp_path, "utuh.png", "orange")
    (tmp_path / "rusak.png").write_text("hanya tulisan")
    for path in (tmp_path / "rusak.png", tmp_path / "utuh.png"):
        with pytest.raises(WrongRequest):
            hub.client.library.replace_file(medium.id, hub.client.medium(medium.id).replaced, path)
    with pytest.raises(Conflict):
        hub.client.library.replace_file(medium.id, 1, picture_file(tmp_path, "lain.png", "navy"))
    assert hub.client.medium(medium.id) == medium
    assert hub.client.library.versions(medium.id) == ()


def test_only_so_many_former_files_are_kept(hub: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("displayctl.hub.replacing.MOST_VERSIONS", 2)
    assert MOST_VERSIONS > 2
    medium = add_picture(hub.client, tmp_path, "nol.png", "gray")
    for number in range(3):
        replaced(hub, medium, picture_file(tmp_path, f"{number}.png", f"rgb({number}, 9, 9)"))
    assert [(each.number, each.source_name) for each in hub.client.library.versions(medium.id)] == [
        (3, "1.png"),
        (2, "0.png"),
    ]


def test_a_clip_is_cut_for_walls_and_made_whole_again(hub: RunningHub, tmp_path: Path) -> None:
    job = hub.client.upload_medium(write_clip(tmp_path / "klip.mp4", 4, frames=60, size=(160, 96)))
    clip = ready(hub, ended(hub.client, job).medium_id)
    assert clip.findings is not None
    assert hub.client.library.frame(clip.id, 500).startswith(b"\xff\xd8")
    cut = change(hub, clip, begins_ms=500, ends_ms=1500)
    assert {each.duration_ms for each in cut.renditions} == {1000}
    whole = change(hub, cut, begins_ms=0, ends_ms=None)
    assert [each.sha256 for each in whole.renditions] == [each.sha256 for each in clip.renditions]
    for wrong in ({"begins_ms": 1800}, {"begins_ms": 0, "ends_ms": 99_000}):
        with pytest.raises(WrongRequest, match="no part of"):
            change(hub, whole, **wrong)


def test_a_crop_for_one_wall_leaves_the_others_as_they_are(hub: RunningHub, tmp_path: Path) -> None:
    picture = Image.new("RGB", (400, 100), "red")
    picture.paste("blue", (200, 0, 400, 100))
    picture.save(tmp_path / "dua.png")
    job = hub.client.upload_medium(tmp_path / "dua.png")
    medium = ready(hub, ended(hub.client, job).medium_id)
    before = {each.format: each.sha256 for each in medium.renditions}
    cropped = change(hub, medium, crops={"128x64@30": LEFT})
    after = {each.format: each.sha256 for each in cropped.renditions}
    assert after["96x96@30"] == before["96x96@30"]
    assert after["128x64@30"] != before["128x64@30"]
    everywhere = change(hub, cropped, crops={EVERY_WALL: LEFT})
    assert everywhere.crops == {EVERY_WALL: LEFT}
    assert {each.format: each.sha256 for each in change(hub, everywhere, crops={}).renditions} == before


def test_what_a_medium_does_not_have_cannot_be_chosen(hub: RunningHub, tmp_path: Path) -> None:
    medium = add_picture(hub.client, tmp_path, "diam.png", "lime")
    for choices in ({"page": 2}, {"begins_ms": 100}):
        with pytest.raises(WrongRequest):
            change(hub, medium, **choices)
    with pytest.raises(WrongRequest, match="choose a video"):
        hub.client.library.frame(medium.id, 0)
    with pytest.raises(WrongRequest, match="choose a document"):
        hub.client.library.page_count(medium.id)
    words = AnnouncementChange(title="Hai", announcement=Announcement(title="Hai").to_dict())
    announced = ready(hub, ended(hub.client, hub.client.create_announcement(words)).medium_id)
    with pytest.raises(WrongRequest):
        change(hub, announced, crops={EVERY_WALL: LEFT})
    with pytest.raises(WrongRequest):
        hub.client.library.replace_file(announced.id, 0, tmp_path / "diam.png")


def test_pages_are_looked_at_chosen_and_made_media_of_their_own(hub: RunningHub, tmp_path: Path) -> None:
    pages = [Image.new("RGB", (200, 100), colour) for colour in ("red", "green", "blue")]
    pages[0].save(tmp_path / "surat.pdf", "PDF", save_all=True, append_images=pages[1:])
    job = hub.client.upload_medium(tmp_path / "surat.pdf")
    letter = ready(hub, ended(hub.client, job).medium_id)
    assert letter.kind is MediumKind.DOCUMENT
    assert hub.client.library.page_count(letter.id) == 3
    assert hub.client.library.page_thumbnail(letter.id, 3).startswith(b"\xff\xd8")
    thumbnail = hub.client.thumbnail(letter.id)
    second = change(hub, letter, page=2)
    assert second.page == 2
    assert hub.client.thumbnail(letter.id) != thumbnail
    jobs = hub.client.library.add_pages(letter.id, (1, 3))
    made = [ready(hub, ended(hub.client, each).medium_id) for each in jobs]
    assert [(each.title, each.page) for each in made] == [("surat (1)", 1), ("surat (3)", 3)]
    assert len({each.renditions[0].sha256 for each in (*made, second)}) == 3
    with pytest.raises(WrongRequest, match="no page 4"):
        hub.client.library.add_pages(letter.id, (4,))


def test_the_room_that_media_take_is_told_and_what_nobody_used_for_a_year(hub: RunningHub, tmp_path: Path) -> None:
    old = add_picture(hub.client, tmp_path, "usang.png", "olive")
    used = add_picture(hub.client, tmp_path, "dipakai.png", "purple")
    add_playlist(hub.client, "pakai", used.id)
    long_ago = hub.services.clock.now() - timedelta(days=400)
    with hub.services.storage.writing() as work:
        for name in (old.id, used.id):
            row = work._session.get(MediumRow, name)
            assert row is not None
            row.created_at = long_ago
            work._session.add(row)
        work.commit()
    info = hub.client.library.storage()
    assert [room.id for room in info.idle] == [old.id]
    assert info.idle_bytes == info.idle[0].size_bytes > 0
    rooms = {room.id: room for room in info.largest}
    assert rooms[used.id].in_use
    assert not rooms[old.id].in_use
    assert [room.size_bytes for room in info.largest] == sorted((r.size_bytes for r in info.largest), reverse=True)
    assert 0 < info.sources_bytes + info.renditions_bytes < info.disk_bytes


def test_media_of_before_get_their_looks_at_the_next_start(hub: RunningHub, tmp_path: Path) -> None:
    picture = Image.radial_gradient("L").convert("RGB")
    picture.save(tmp_path / "bulat.png")
    medium = ready(hub, ended(hub.client, hub.client.upload_medium(tmp_path / "bulat.png")).medium_id)
    assert len(medium.look) == 16
    with hub.services.storage.writing() as work:
        work.media.put_look(medium.id, "")
        work.commit()
    hub.services.library.resume()
    assert eventually(lambda: hub.client.medium(medium.id).look) == medium.look
    assert hub.client.medium(medium.id).version == medium.version
