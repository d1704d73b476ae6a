"""Walls in parts, running text, live streams and transitions, by commands on a real hub."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from displayctl.cli.scenes import read_motion, read_quiet_hours, read_transition
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from tests.builders import hours
from tests.displayctl.cli.conftest import Run
from tests.fakes.office import Office, wait_for


def test_a_wall_is_divided_and_booked_in_parts(
    run: Run, words: Run, refused: Run, poster: Path, office: Office
) -> None:
    run("display", "add", "Pasar Sentral", "--size", "640x384")
    run("library", "add", str(poster), "--title", "Samping")
    run("playlist", "create", "Sisi", "Samping:8", "--transition", "crossfade:500")
    scene = run(
        "display", "scene", "pasar-sentral",
        "--region", "utama=480x336+0+0",
        "--region", "sisi=160x336+480+0:loop:Sisi",
        "--region", "teks=480x48+0+336:ticker",
        "--region", "jam=160x48+480+336:clock:date-time",
        "--volume", "70", "--quiet-hours", "21:00-06:00", "--quiet-hours", "12:00-13:00", "--sound-region", "sisi",
    )["value"]  # fmt: skip
    assert [region["name"] for region in scene["canvas"]["regions"]] == ["utama", "sisi", "teks", "jam"]
    assert (scene["volume"], scene["sound_region"], len(scene["quiet_hours"])) == (70, "sisi", 2)
    assert "utama, sisi, teks, jam" in words("display", "list")
    slot = run("schedule", "add", "Sisi", "--display", "Pasar Sentral", "--region", "sisi", "--volume", "40")["value"]
    assert (slot["region"], slot["volume"]) == ("sisi", 40)

    def in_the_part() -> dict[str, Any] | None:
        told = run("plays", "pasar-sentral", "--draft", "--region", "sisi")
        return told if told["medium_id"] else None  # the slate, until the picture was made for this size

    plays = wait_for("the picture in its size", in_the_part, office.programs)
    assert (plays["region"], plays["slot_id"], plays["volume"]) == ("sisi", slot["id"], 40)
    code, said = refused("schedule", "add", "Sisi", "--display", "Pasar Sentral", "--region", "teks")
    assert code != 0
    assert "has no loop region 'teks'; choose 'sisi', or none for the main picture" in said
    code, said = refused("display", "scene", "Pasar Sentral", "--no-region", "sisi", "--sound-region", "utama")
    assert code != 0
    assert "is booked into the region 'sisi'" in said


def test_a_logo_keeps_its_place(run: Run, poster: Path) -> None:
    run("display", "add", "Alun-alun", "--size", "640x384")
    (medium,) = run("library", "add", str(poster), "--title", "Lambang")
    wall = run("display", "scene", "alun-alun", "--logo", "Lambang:bottom-left:20")["value"]
    assert wall["logo"] == {"medium_id": medium["id"], "corner": "bottom-left", "percent": 20}
    assert "logo" not in run("display", "scene", "alun-alun", "--no-logo")["value"]


def test_text_runs_along_walls(run: Run, words: Run, refused: Run) -> None:
    notice = run("announce", "Pasar murah", "--body", "Besok di alun-alun")
    ticker = run(
        "ticker", "add", "Pengumuman", "Jalan ditutup", "Hati-hati di jalan", "--announcement", "Pasar murah",
        "--speed", "180", "--display", "Tugu Adipura",
    )["value"]  # fmt: skip
    assert ticker["texts"][:2] == [{"text": "Jalan ditutup"}, {"text": "Hati-hati di jalan"}]
    assert ticker["texts"][2] == {"announcement_id": notice["id"]}
    assert (ticker["speed_px_s"], ticker["display_ids"]) == (180, ["tugu-adipura"])
    changed = run("ticker", "change", "pengumuman", "Jalan dibuka", "--band", "0")["value"]
    assert (changed["texts"], changed["band_percent"]) == ([{"text": "Jalan dibuka"}], 0)
    assert "Jalan dibuka" in words("ticker", "list")
    assert refused("ticker", "add", "Kosong")[1].startswith("ticker.texts: has 0 items")
    assert run("ticker", "remove", "Pengumuman") == {"removed": ["pengumuman"]}


def test_a_camera_is_an_item_like_any_other_and_its_password_is_shown_to_nobody(
    run: Run, words: Run, refused: Run, poster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("library", "add", str(poster), "--title", "Poster kamera")
    monkeypatch.setattr("sys.stdin", io.StringIO("rtsp://petugas:rahasia@10.1.2.3:554/live\n"))
    stream = run("stream", "add", "CCTV Simpang", "-", "--patience", "8")
    assert (stream["kind"], stream["state"]) == ("stream", "ready")
    assert stream["stream"]["address"] == "rtsp://10.1.2.3:554/live"
    assert stream["stream"]["patience_ms"] == 8000
    assert {rendition["format"] for rendition in stream["renditions"]} >= {"640x384@30", "512x256@30"}
    assert "rahasia" not in words("stream", "list") + words("--json", "library", "show", "CCTV Simpang")
    changed = run("stream", "change", "CCTV Simpang", "--poster", "Poster kamera", "--patience", "9")
    assert changed["stream"] == {**stream["stream"], "patience_ms": 9000}
    assert changed["renditions"] != stream["renditions"]
    assert run("playlist", "create", "Kamera", "CCTV Simpang:30")["value"]["entries"][0]["medium_id"] == stream["id"]
    assert "is not one of rtsp" in refused("stream", "add", "Berkas", "file:///etc/passwd")[1]


def test_items_take_each_others_place_as_one_says(run: Run, poster: Path) -> None:
    run("library", "add", str(poster), "--title", "Pantai")
    made = run("playlist", "create", "Lembut", "Pantai:8", "--transition", "crossfade:800")["value"]
    assert made["transition"] == {"kind": "crossfade", "duration_ms": 800}
    grown = run("playlist", "add", "Lembut", "Pantai:6", "--transition", "slide:500", "--motion", "zoom-in")["value"]
    assert grown["entries"][1]["transition"] == {"kind": "slide", "duration_ms": 500}
    assert grown["entries"][1]["motion"] == "zoom-in"
    assert "transition" not in run("playlist", "change", "Lembut", "--transition", "cut")["value"]


@pytest.mark.parametrize("text", ["fade", "crossfade", "crossfade:x", "crossfade:4000", "cut:5", "slide:0"])
def test_what_is_no_transition_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_transition(text)


def test_hours_and_motions_are_read_or_refused() -> None:
    assert read_quiet_hours("21:00-06:00") == Hours(hours("21:00-06:00").starts, hours("21:00-06:00").ends)
    for read, text in ((read_quiet_hours, "21:00"), (read_motion, "wobble")):
        with pytest.raises(InvalidValue):
            read(text)  # type: ignore[operator]
