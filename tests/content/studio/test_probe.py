"""What a file really is, for every kind that walls take."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from content.studio.facts import MediaFacts, MediaKind
from content.studio.probe import probe
from tests.content.studio import samples
from tests.content.studio.samples import Clip

GOLDEN = Path(__file__).parents[2] / "golden"
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("suffix", "mime", "codec"),
    [
        ("jpg", "image/jpeg", "jpeg"),
        ("png", "image/png", "png"),
        ("webp", "image/webp", "webp"),
        ("avif", "image/avif", "avif"),
        ("gif", "image/gif", "gif"),
    ],
)
def test_a_picture_is_known_by_its_content(tmp_path: Path, suffix: str, mime: str, codec: str) -> None:
    file = samples.picture(tmp_path / f"poster.{suffix}")
    disguised = file.rename(tmp_path / "poster.mp4")
    facts = probe(disguised)
    assert (facts.kind, facts.mime, facts.codec) == (MediaKind.PICTURE, mime, codec)
    assert (facts.width_px, facts.height_px, facts.pages) == (160, 90, 1)
    assert facts.size_bytes == disguised.stat().st_size
    assert facts.duration is None


def test_heic_from_a_phone_is_a_picture() -> None:
    facts = probe(GOLDEN / "red-left-blue-right.heic")
    assert (facts.kind, facts.mime) == (MediaKind.PICTURE, "image/heic")
    assert (facts.width_px, facts.height_px) == (128, 96)


def test_exif_orientation_counts_into_the_size(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = probe(samples.picture(tmp_path / "phone.jpg", exif=exif))
    assert (facts.width_px, facts.height_px, facts.rotation_degrees) == (90, 160, 90)


@pytest.mark.parametrize("suffix", ["gif", "webp", "png", "avif"])
def test_an_animation_has_a_duration(tmp_path: Path, suffix: str) -> None:
    facts = probe(samples.animation(tmp_path / f"moves.{suffix}", frames=10, frame_ms=100))
    assert (facts.kind, facts.duration) == (MediaKind.ANIMATION, SECOND)
    assert facts.frame_rate == pytest.approx(10)
    assert not facts.has_sound


def test_frames_of_no_duration_count_a_tenth_of_a_second_each(tmp_path: Path) -> None:
    assert probe(samples.animation(tmp_path / "hasty.gif", frames=5, frame_ms=0)).duration == SECOND / 2


@pytest.mark.parametrize(
    ("name", "clip", "codec", "mime"),
    [
        ("a.mp4", Clip(sound="aac"), "h264", "video/mp4"),
        ("a.mov", Clip(sound="aac"), "h264", "video/quicktime"),
        ("a.mkv", Clip("libx265", pixel_format="yuv420p10le"), "hevc", "video/x-matroska"),
        ("b.mkv", Clip("mpeg2video", sound="mp2"), "mpeg2", "video/x-matroska"),
        ("a.webm", Clip("libvpx-vp9", sound="libopus"), "vp9", "video/webm"),
        ("b.mp4", Clip("libsvtav1"), "av1", "video/mp4"),
    ],
)
def test_a_movie_is_known_by_its_content(tmp_path: Path, name: str, clip: Clip, codec: str, mime: str) -> None:
    facts = probe(samples.movie(tmp_path / name, clip).rename(tmp_path / "kiriman.jpg"))
    assert (facts.kind, facts.codec, facts.mime) == (MediaKind.VIDEO, codec, mime)
    assert (facts.width_px, facts.height_px, facts.rotation_degrees) == (160, 90, 0)
    assert facts.has_sound is bool(clip.sound)
    assert facts.frame_rate == pytest.approx(30, abs=0.1)
    assert facts.duration is not None
    assert abs(facts.duration - SECOND) < timedelta(milliseconds=60)
    assert not facts.variable_rate


def test_a_phone_video_stands_upright(tmp_path: Path) -> None:
    facts = probe(samples.turned(samples.movie(tmp_path / "phone.mp4"), 90))
    assert (facts.width_px, facts.height_px, facts.rotation_degrees) == (90, 160, 90)


def test_wide_pixels_count_into_the_width(tmp_path: Path) -> None:
    facts = probe(samples.movie(tmp_path / "dvd.mp4", Clip(size=(120, 96), aspect=Fraction(16, 15))))
    assert (facts.width_px, facts.height_px) == (128, 96)


def test_a_variable_rate_is_told(tmp_path: Path) -> None:
    uneven = tuple(sum(20 + 25 * (k % 3) for k in range(n)) for n in range(24))
    assert probe(samples.movie(tmp_path / "phone.mkv", Clip(frames=24, times_ms=uneven))).variable_rate


def test_interlaced_video_is_told(tmp_path: Path) -> None:
    assert probe(samples.movie(tmp_path / "tv.mkv", Clip("mpeg2video", size=(160, 96), interlaced=True))).interlaced


def test_a_document_tells_its_pages(tmp_path: Path) -> None:
    facts = probe(samples.document(tmp_path / "surat.pdf", pages=3))
    assert (facts.kind, facts.pages, facts.mime) == (MediaKind.DOCUMENT, 3, "application/pdf")
    assert (facts.width_px, facts.height_px) == (400, 200)


def test_facts_survive_being_written_down(tmp_path: Path) -> None:
    for file in (samples.movie(tmp_path / "a.mp4"), samples.picture(tmp_path / "a.png")):
        facts = probe(file)
        assert MediaFacts.from_dict(facts.to_dict()) == facts
