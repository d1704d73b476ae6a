"""A drop folder: files are read once they are whole, kept aside afterwards, and bad ones with the reason."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from displayctl.hub.feeds.folder import READ, REFUSED, SETTLED_SECONDS, DropFolder, FolderUnusable
from tests.displayctl.hub.feeds.cap_samples import NOW, cap


def put(folder: Path, name: str, body: bytes, seconds_ago: float = 120) -> Path:
    path = folder / name
    path.write_bytes(body)
    written = NOW.timestamp() - seconds_ago
    os.utime(path, (written, written))
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def test_a_message_is_read_and_put_aside_once_it_is_kept(tmp_path: Path) -> None:
    put(tmp_path, "satu.xml", cap())
    feed = DropFolder("dinas", tmp_path, "BPBD")
    look = feed.look(NOW)
    assert [each.attribution for each in look.reading.warnings] == ["BPBD"]
    assert names(tmp_path) == {"satu.xml"}
    look.settle()
    assert (names(tmp_path), names(tmp_path / READ)) == ({READ}, {"satu.xml"})
    assert feed.look(NOW).reading.warnings == ()


def test_what_is_still_being_written_waits(tmp_path: Path) -> None:
    put(tmp_path, "baru.xml", cap(), seconds_ago=1)
    half = put(tmp_path, "separuh.xml", cap()[:300], seconds_ago=30)
    feed = DropFolder("dinas", tmp_path)
    look = feed.look(NOW)
    look.settle()
    assert (look.reading.warnings, look.reading.complaints) == ((), ())
    assert look.again == timedelta(seconds=SETTLED_SECONDS)
    assert names(tmp_path) == {"baru.xml", "separuh.xml"}
    put(tmp_path, half.name, cap(), seconds_ago=-5)
    later = feed.look(NOW + timedelta(seconds=10))
    assert (len(later.reading.warnings), later.again) == (2, None)


def test_a_bad_file_is_named_and_kept_aside_with_the_reason(tmp_path: Path) -> None:
    put(tmp_path, "rusak.xml", b"<alert")
    put(tmp_path, "latihan.CAP", cap(status="Exercise"))
    put(tmp_path, "besar.xml", b"<a>" + b"x" * (3 << 20))
    look = DropFolder("dinas", tmp_path).look(NOW)
    assert {sentence.partition(":")[0] for sentence in look.reading.complaints} == {
        "rusak.xml",
        "latihan.CAP",
        "besar.xml",
    }
    look.settle()
    assert {"rusak.xml", "rusak.xml.txt", "latihan.CAP"} <= names(tmp_path / REFUSED)
    assert "Exercise" in (tmp_path / REFUSED / "latihan.CAP.txt").read_text("utf-8")


def test_links_folders_and_other_files_are_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    put(outside, "rahasia.xml", cap())
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "tautan.xml").symlink_to(outside / "rahasia.xml")
    (folder / "map.xml").mkdir()
    os.mkfifo(folder / "pipa.xml")
    for name in ("catatan.txt", ".diam.xml", "x.xml.part"):
        put(folder, name, cap())
    look = DropFolder("dinas", folder).look(NOW)
    look.settle()
    assert look.reading.warnings == ()
    assert len(names(folder)) == 6


def test_what_cannot_be_put_aside_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "satu.xml", cap())
    (tmp_path / READ).write_text("in the way")
    feed = DropFolder("dinas", tmp_path)
    look = feed.look(NOW)
    look.settle()
    assert feed.look(NOW).reading.warnings == ()
    put(tmp_path, "satu.xml", cap(identifier="another"), seconds_ago=60)
    assert [each.identifier for each in feed.look(NOW).reading.warnings] == ["another"]


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable, match="cannot be read"):
        DropFolder("dinas", tmp_path / "none").look(NOW)
