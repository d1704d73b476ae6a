"""Walls in parts at the hub: what media are made for, what a programme holds of text, logos and live streams."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict, InUse, NotFound, WrongRequest
from displayctl.api.models import (
    AnnouncementChange,
    JobState,
    MediumChange,
    MediumInfo,
    MediumKind,
    MediumState,
    Part,
    PartKind,
)
from displayctl.api.streams import StreamChange
from schedules.codec import display_to_dict, programme_from_dict, ticker_to_dict
from schedules.display import Canvas
from schedules.programme import Programme
from schedules.region import Logo, Region, RegionKind
from schedules.ticker import RunningText, Ticker
from tests.builders import wall
from tests.displayctl.hub.ground import add_picture, add_playlist, add_slot, add_wall, ended, eventually, now
from tests.fakes.hub_in_thread import RunningHub

SIDE = Region("sisi", 96, 0, 32, 64)
URL = "rtsp://petugas:rahasia@10.0.0.7:554/live"


def add_scene(client: HubClient, id: str, *regions: Region, **changes: Any) -> Part:
    display = wall(id, canvas=Canvas(128, 64, regions=regions), groups=(id,), **changes)
    return client.create_part(PartKind.DISPLAY, display_to_dict(display))


def draft(client: HubClient, group: str) -> Programme:
    return programme_from_dict(client.signing_state(group).draft)


def formats(medium: MediumInfo) -> set[str]:
    return {rendition.format for rendition in medium.renditions}


def add_ticker(client: HubClient, id: str, *texts: RunningText, **changes: Any) -> Part:
    return client.create_part(PartKind.TICKER, ticker_to_dict(Ticker(id, id.title(), texts, **changes)))


def announced(client: HubClient, title: str) -> MediumInfo:
    from content.studio.announcement import Announcement

    words = Announcement(title, body="Besok\ndi alun-alun").to_dict()
    job = ended(client, client.create_announcement(AnnouncementChange(title=title, announcement=words)))
    assert job.state is JobState.DONE, job.message
    return client.medium(job.medium_id)


def test_media_are_made_for_a_region_when_they_are_booked_into_it(hub: RunningHub, tmp_path: Path) -> None:
    client = hub.client
    add_scene(client, "terbagi", SIDE)
    booked, other = add_picture(client, tmp_path), add_picture(client, tmp_path, "lain.png", "blue")
    assert formats(booked) >= {"128x64@30"}
    assert "32x64@30" not in formats(booked) | formats(other)
    add_playlist(client, "samping", booked.id)
    add_slot(client, "samping", "samping", "terbagi", region="sisi", volume=30)
    made = eventually(lambda: found if "32x64@30" in formats(found := client.medium(booked.id)) else None)
    assert "32x64@30" not in formats(client.medium(other.id))
    programme = draft(client, "terbagi")
    assert {rendition.format for rendition in programme.media[0].renditions} == {"128x64@30", "32x64@30"}
    assert (programme.slots[0].region, programme.slots[0].volume) == ("sisi", 30)
    at = now()
    plays = client.plays("terbagi", at, "draft", "sisi")
    assert (plays.region, plays.slot_id, plays.volume) == ("sisi", "samping", 30)
    assert plays.sha256 == next(r.sha256 for r in made.renditions if r.format == "32x64@30")
    assert client.plays("terbagi", at, "draft").slot_id == ""
    with pytest.raises(WrongRequest, match="no loop region"):
        client.plays("terbagi", at, "draft", "atas")


def test_a_wall_keeps_a_region_that_is_booked_and_slots_go_only_where_there_is_one(hub: RunningHub) -> None:
    client = hub.client
    stored = add_scene(client, "pasar", SIDE, Region("jam", 0, 0, 20, 20, RegionKind.CLOCK))
    add_playlist(client, "kosong")
    slot = add_slot(client, "isi", "kosong", "pasar", region="sisi")
    bare = {**stored.value, "canvas": {**stored.value["canvas"], "regions": []}}
    with pytest.raises(WrongRequest, match="slot 'Isi' is booked into the region 'sisi'; move or delete"):
        client.put_part(PartKind.DISPLAY, "pasar", bare, stored.version)
    for region in ("jam", "atas"):
        with pytest.raises(WrongRequest, match=f"'Pasar' has no loop region '{region}'; choose 'sisi', or none"):
            add_slot(client, "salah", "kosong", "pasar", region=region)
    client.delete_part(PartKind.SLOT, "isi", slot.version)
    client.put_part(PartKind.DISPLAY, "pasar", bare, stored.version)


def test_what_a_wall_names_counts_as_used(hub: RunningHub, tmp_path: Path) -> None:
    client = hub.client
    picture = add_picture(client, tmp_path, "lambang.png", "green")
    own = add_playlist(client, "sisi-kosong", picture.id)
    ticker = add_ticker(client, "berita", RunningText("Halo"))
    regions = (
        replace(SIDE, playlist_id="sisi-kosong"),
        Region("teks", 0, 48, 96, 16, RegionKind.TICKER, ticker_ids=("berita",)),
    )
    add_scene(client, "bernama", *regions, logo=Logo(picture.id))
    with pytest.raises(InUse):
        _delete_now(client, picture.id)
    with pytest.raises(InUse):
        client.delete_part(PartKind.PLAYLIST, "sisi-kosong", own.version)
    with pytest.raises(InUse):
        client.delete_part(PartKind.TICKER, "berita", ticker.version)
    with pytest.raises(WrongRequest, match="which does not exist"):
        add_scene(client, "salah", logo=Logo("tidak-ada"))
    programme = eventually(lambda: found if _is_made(found := draft(client, "bernama")) else None)
    assert [each.id for each in programme.tickers] == ["berita"]
    assert "sisi-kosong" in {each.id for each in programme.playlists}


def _delete_now(client: HubClient, id: str) -> None:
    """Deletes a medium whose renditions are being made, which gives it new versions."""

    def tried() -> bool:
        try:
            client.delete_medium(id, client.medium(id).version)
        except Conflict:
            return False
        return True

    eventually(tried)


def _is_made(programme: Programme) -> bool:
    wanted = {"128x64@30", "32x64@30", "64x16@0"}
    return all({r.format for r in medium.renditions} == wanted for medium in programme.media)


def test_a_logo_keeps_its_shape_and_what_shines_through_it(hub: RunningHub, tmp_path: Path) -> None:
    client, path = hub.client, tmp_path / "bening.png"
    picture = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    picture.paste((250, 10, 10, 255), (10, 10, 30, 30))
    picture.save(path)
    job = ended(client, client.upload_medium(path))
    add_scene(client, "berlambang", logo=Logo(job.medium_id, percent=50))
    found = eventually(lambda: m if "64x32@0" in formats(m := client.medium(job.medium_id)) else None)
    sha256 = next(rendition.sha256 for rendition in found.renditions if rendition.format == "64x32@0")
    with Image.open(io.BytesIO(client.asset(sha256))) as image:
        assert (image.mode, image.size) == ("RGBA", (32, 32))
        assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]
        assert image.getpixel((16, 16)) == (250, 10, 10, 255)
    words = announced(client, "Bukan lambang")
    with pytest.raises(WrongRequest, match="'Bukan lambang' is an announcement, not a picture"):
        add_scene(client, "keliru", logo=Logo(words.id))


def test_running_text_is_spelled_out_for_the_walls_it_is_meant_for(hub: RunningHub) -> None:
    client = hub.client
    for group in ("utara", "selatan"):
        add_scene(client, group)
    words = announced(client, "Pasar murah")
    ends = (now() + timedelta(days=2)).replace(microsecond=0)
    client.change_medium(words.id, MediumChange(version=client.medium(words.id).version, expires_at=ends))
    texts = (RunningText("Halo"), RunningText(announcement_id=words.id))
    add_ticker(client, "khusus", *texts, display_ids=("utara",))
    add_ticker(client, "semua", RunningText("Untuk semua"))
    north, south = draft(client, "utara"), draft(client, "selatan")
    special = next(ticker for ticker in north.tickers if ticker.id == "khusus")
    assert [text.text for text in special.texts] == ["Halo", "Pasar murah · Besok di alun-alun"]
    assert [text.valid_until for text in special.texts] == [None, ends]
    assert "khusus" not in {ticker.id for ticker in south.tickers}
    assert "semua" in {ticker.id for ticker in south.tickers}
    with pytest.raises(WrongRequest, match="names the medium 'tidak-ada'"):
        add_ticker(client, "salah", RunningText(announcement_id="tidak-ada"))


def test_a_ticker_without_a_place_is_told_of(hub: RunningHub) -> None:
    add_scene(hub.client, "tanpa-tempat")
    add_ticker(hub.client, "sempit", RunningText("x"), display_ids=("tanpa-tempat",), band_percent=0)
    problems = hub.client.signing_state("tanpa-tempat").problems
    assert any("ticker 'Sempit' has no place on 'Tanpa-Tempat'" in problem for problem in problems)


def test_a_region_whose_tickers_are_all_gone_does_not_run_those_of_others(hub: RunningHub) -> None:
    client = hub.client
    words = announced(client, "Sebentar saja")
    add_ticker(client, "sebentar", RunningText(announcement_id=words.id))
    add_ticker(client, "lainnya", RunningText("Lain"))
    add_scene(client, "habis", Region("teks", 0, 48, 96, 16, RegionKind.TICKER, ticker_ids=("sebentar",)))
    early = datetime.fromisoformat("2001-01-01T00:00:00+00:00")
    client.change_medium(words.id, MediumChange(version=client.medium(words.id).version, expires_at=early))
    programme = draft(client, "habis")
    (region,) = programme.displays[0].canvas.regions
    (ticker,) = (each for each in programme.tickers if each.id == "sebentar")
    assert region.ticker_ids == ("sebentar",)
    assert ticker.texts[0].valid_until == early


def test_a_live_stream_is_stored_with_a_poster_and_its_secrets_stay_with_the_walls(
    hub: RunningHub, tmp_path: Path
) -> None:
    client = hub.client
    add_scene(client, "kamera", Region("mini", 0, 0, 16, 16))
    job = ended(client, client.add_stream(StreamChange(title="CCTV Simpang Lima", url=URL)))
    assert job.state is JobState.DONE, job.message
    medium = client.medium(job.medium_id)
    assert (medium.kind, medium.state, medium.has_sound) == (MediumKind.STREAM, MediumState.READY, False)
    assert medium.stream is not None
    assert (medium.stream.address, medium.stream.patience_ms) == ("rtsp://10.0.0.7:554/live", 5000)
    assert "rahasia" not in client.media().model_dump_json()
    assert client.thumbnail(medium.id).startswith(b"\xff\xd8")
    add_playlist(client, "kamera", medium.id)
    add_slot(client, "kamera", "kamera", "kamera")
    add_slot(client, "kamera-mini", "kamera", "kamera", region="mini")
    eventually(lambda: "16x16@30" in formats(client.medium(medium.id)))
    stored = draft(client, "kamera").media[0]
    assert stored.stream is not None
    assert stored.stream.url == URL

    poster = add_picture(client, tmp_path, "poster-kamera.png", "navy")
    change = StreamChange(title="CCTV", poster_id=poster.id, patience_ms=9000, version=client.medium(medium.id).version)
    ended(client, client.change_stream(medium.id, change))
    changed = client.medium(medium.id)
    assert (changed.title, changed.source_name) == ("CCTV", "poster-kamera.png")
    assert changed.stream is not None
    assert (changed.stream.patience_ms, changed.stream.address) == (9000, "rtsp://10.0.0.7:554/live")
    assert formats(changed) >= {"128x64@30", "16x16@30"}
    assert {r.sha256 for r in changed.renditions}.isdisjoint({r.sha256 for r in medium.renditions})
    assert draft(client, "kamera").media[0].stream == replace(stored.stream, patience=timedelta(seconds=9))
    with pytest.raises(Conflict):
        client.change_stream(medium.id, change)
    bare = StreamChange(title="CCTV", new_poster=True, version=changed.version)
    ended(client, client.change_stream(medium.id, bare))
    assert client.medium(medium.id).source_name == ""


def test_what_is_no_stream_is_refused(hub: RunningHub, tmp_path: Path) -> None:
    client = hub.client
    with pytest.raises(WrongRequest, match=r"'file' is not one of rtsp, rtp, http, https"):
        client.add_stream(StreamChange(title="Berkas", url="file:///etc/passwd"))
    with pytest.raises(WrongRequest, match="a new stream needs an address"):
        client.add_stream(StreamChange(title="Kosong"))
    with pytest.raises(NotFound):
        client.add_stream(StreamChange(title="Tanpa poster", url=URL, poster_id="tidak-ada"))
    words = announced(client, "Bukan poster")
    with pytest.raises(WrongRequest, match="choose a picture as a poster"):
        client.add_stream(StreamChange(title="Salah poster", url=URL, poster_id=words.id))
    picture = add_picture(client, tmp_path, "gambar.png", "red")
    with pytest.raises(WrongRequest, match="is a picture, not a live stream"):
        client.change_stream(picture.id, StreamChange(title="x", version=client.medium(picture.id).version))


def test_a_programme_without_scenes_is_written_as_ever(fresh_hub: RunningHub, tmp_path: Path) -> None:
    add_wall(fresh_hub.client)
    picture = add_picture(fresh_hub.client, tmp_path)
    add_playlist(fresh_hub.client, "isi", picture.id)
    add_slot(fresh_hub.client, "isi", "isi")
    document = json.dumps(fresh_hub.client.signing_state("utama").draft)
    for word in ('region"', "tickers", "stream", "transition", "quiet_hours", "logo", "motion"):
        assert f'"{word}' not in document
