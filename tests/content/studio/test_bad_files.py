"""Files that people really bring, and what they are told. Nothing here may crash, hang or take memory."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from content.errors import UnusableMedia
from content.studio.format import Format
from content.studio.workshop import Workshop
from tests.content.studio import samples
from tests.content.studio.samples import Clip

WALL = Format(64, 48, 25)


def refusal(workshop: Workshop, file: Path) -> str:
    """What a person is told; inspecting, examining and rendering agree, and nothing stays behind."""
    messages = set()
    for attempt in (workshop.inspect, workshop.examine, lambda path: workshop.render(path, WALL)):
        with pytest.raises(UnusableMedia) as told:
            attempt(file)
        messages.add(str(told.value))
    (message,) = messages
    assert message.startswith(file.name)
    return message


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_text_named_mp4(workshop: Workshop, tmp_path: Path) -> None:
    assert "is a text file" in refusal(workshop, written(tmp_path / "iklan.mp4", "Halo, ini iklan kami…\n".encode()))


def test_an_empty_file(workshop: Workshop, tmp_path: Path) -> None:
    assert "is empty (0 bytes)" in refusal(workshop, written(tmp_path / "kosong.jpg", b""))


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.98])
def test_a_movie_cut_off_on_its_way(workshop: Workshop, tmp_path: Path, name: str, share: float) -> None:
    whole = samples.movie(tmp_path / f"whole-{name}", Clip(sound="aac")).read_bytes()
    message = refusal(workshop, written(tmp_path / name, whole[: int(len(whole) * share)]))
    assert "cut off" in message
    assert "again" in message


def test_a_recording_that_was_never_finished(workshop: Workshop, tmp_path: Path) -> None:
    whole = samples.movie(tmp_path / "whole.mp4").read_bytes()
    assert "no table of contents" in refusal(workshop, written(tmp_path / "a.mp4", whole[: whole.index(b"moov") - 4]))


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif"])
def test_a_picture_cut_off_on_its_way(workshop: Workshop, tmp_path: Path, suffix: str) -> None:
    whole = samples.picture(tmp_path / f"whole.{suffix}", (300, 200)).read_bytes()
    assert "damaged or incomplete" in refusal(workshop, written(tmp_path / f"a.{suffix}", whole[: len(whole) // 2]))


def test_a_picture_of_nine_hundred_million_pixels(workshop: Workshop, tmp_path: Path) -> None:
    assert "million pixels" in refusal(workshop, samples.png_claiming(tmp_path / "besar.png", 30_000, 30_000))


def test_a_picture_just_above_the_bound(workshop: Workshop, tmp_path: Path) -> None:
    assert "12000 x 9000 pixels" in refusal(workshop, samples.png_claiming(tmp_path / "besar.png", 12_000, 9_000))


def test_a_header_that_claims_ten_gigabytes(workshop: Workshop, tmp_path: Path) -> None:
    assert "promises 10.0 GB" in refusal(workshop, samples.mp4_claiming(tmp_path / "raksasa.mp4", 10 * 10**9))


def test_a_document_locked_with_a_password(workshop: Workshop, tmp_path: Path) -> None:
    assert "locked with a password" in refusal(workshop, samples.locked_document(tmp_path / "rahasia.pdf"))


def test_a_document_that_is_none(workshop: Workshop, tmp_path: Path) -> None:
    assert "damaged PDF" in refusal(workshop, written(tmp_path / "surat.pdf", b"%PDF-1.7\n" + b"\0" * 500))


def test_a_file_that_vanished(workshop: Workshop, tmp_path: Path) -> None:
    assert "is not there" in refusal(workshop, tmp_path / "hilang.png")


def test_a_folder(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "album").mkdir()
    assert "not a file" in refusal(workshop, tmp_path / "album")


@pytest.mark.parametrize(
    ("name", "data", "fact"),
    [
        ("logo.svg", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG drawing"),
        ("logo.png", b"<svg onload='x()'></svg>", "SVG drawing"),
        ("foto.jpg", b"<!DOCTYPE html><html></html>", "web page"),
        ("lama.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office document"),
        ("arsip.rar", b"Rar!\x1a\x07\x00" + bytes(50), "archive"),
        ("foto.bmp", b"BM" + bytes(60), "BMP"),
        ("lagu.mp3", b"ID3\x04" + bytes(60), "sound"),
        ("lagu.wav", b"RIFF\x00\x00\x00\x00WAVE" + bytes(60), "sound"),
        ("film.exe", b"MZ" + bytes(60), "program"),
        ("acak.mp4", bytes(range(128, 256)) * 8, "of no kind"),
        ("daftar.m3u8", b"#EXTM3U\nfile:///etc/passwd\n", "text file"),
    ],
)
def test_kinds_that_walls_do_not_take(workshop: Workshop, tmp_path: Path, name: str, data: bytes, fact: str) -> None:
    assert fact in refusal(workshop, written(tmp_path / name, data))


@pytest.mark.parametrize(
    ("inside", "fact"),
    [("ppt/presentation.xml", "save it as PDF"), ("word/document.xml", "save it as PDF"), ("a.jpg", "archive")],
)
def test_zipped_kinds_are_told_apart(workshop: Workshop, tmp_path: Path, inside: str, fact: str) -> None:
    with zipfile.ZipFile(tmp_path / "kiriman.zip", "w") as archive:
        archive.writestr(inside, "x")
    assert fact in refusal(workshop, tmp_path / "kiriman.zip")


def test_sound_without_pictures(workshop: Workshop, tmp_path: Path) -> None:
    assert "no moving pictures" in refusal(workshop, samples.speech(tmp_path / "pidato.mp4"))


def test_a_movie_in_a_codec_nobody_knows(workshop: Workshop, tmp_path: Path) -> None:
    whole = samples.movie(tmp_path / "whole.mp4").read_bytes()
    foreign = written(tmp_path / "asing.mp4", whole.replace(b"avc1", b"zzz9").replace(b"avcC", b"zzzC"))
    assert "packed in a way that cannot be read here" in refusal(workshop, foreign)


def test_a_movie_whose_pictures_are_noise(workshop: Workshop, tmp_path: Path) -> None:
    whole = bytearray(samples.movie(tmp_path / "whole.mp4").read_bytes())
    start = whole.index(b"mdat") + 4
    end = whole.index(b"moov") - 4
    whole[start:end] = bytes(k * 37 % 251 for k in range(end - start))
    noise = written(tmp_path / "rusak.mp4", bytes(whole))
    for attempt in (workshop.inspect, workshop.thumbnail, lambda path: workshop.render(path, WALL)):
        with pytest.raises(UnusableMedia, match=r"rusak\.mp4 (holds no picture|is damaged)"):
            attempt(noise)
