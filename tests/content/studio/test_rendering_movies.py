"""Movies and animations as a wall plays them: exact canvas, exact count of frames, the shape decoders start best on."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image

from content.studio.format import Fit, Format, RenderOptions, Sound
from content.studio.normalise import Product, normalise
from schedules.playlist import AssetKind
from tests.content.studio import samples
from tests.content.studio.samples import BLUE, GREEN, RED, WHITE, Clip, close, colour_at, frames_in

WALL = Format(160, 96, 30)


def rendered(source: Path, wall: Format = WALL, options: RenderOptions | None = None) -> tuple[Product, Path]:
    """The rendition, with what is promised of every film checked."""
    target = source.with_name(f"{source.stem}.out")
    heard: list[float] = []
    product = normalise(source, target, wall, options or RenderOptions(), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert product.asset.kind is AssetKind.VIDEO
    assert product.asset.duration == timedelta(milliseconds=product.frames * 1000 // wall.frame_rate)
    _check_shape(target, wall, product)
    return product, target


def _check_shape(path: Path, wall: Format, product: Product) -> None:
    data = path.read_bytes()
    assert b"elst" not in data
    assert data.index(b"moov") < data.index(b"mdat")
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        context = video.codec_context
        assert (video.width, video.height, context.name) == (wall.width_px, wall.height_px, "h264")
        assert context.pix_fmt == ("yuv420p" if wall.width_px % 2 == wall.height_px % 2 == 0 else "yuv444p")
        assert (context.color_primaries, context.color_trc, context.colorspace) == (1, 1, 6)
        assert video.average_rate == wall.frame_rate
        assert video.duration * video.time_base == Fraction(product.frames, wall.frame_rate)
        assert bool(container.streams.audio) is product.asset.has_sound
        packets = [packet for packet in container.demux(video) if packet.size]
    times = [packet.pts * packet.time_base for packet in packets]
    assert times == [Fraction(k, wall.frame_rate) for k in range(product.frames)]
    assert all(packet.pts == packet.dts for packet in packets)
    keys = [k for k, packet in enumerate(packets) if packet.is_keyframe]
    assert keys[0] == 0
    assert max(b - a for a, b in zip(keys, [*keys[1:], len(packets)], strict=True)) <= wall.frame_rate


@pytest.mark.parametrize(
    ("name", "clip"),
    [
        ("a.mp4", Clip(sound="aac")),
        ("a.mov", Clip()),
        ("a.mkv", Clip("libx265", pixel_format="yuv420p10le")),
        ("b.mkv", Clip("mpeg2video", sound="mp2")),
        ("a.webm", Clip("libvpx-vp9", sound="libopus")),
        ("b.mp4", Clip("libsvtav1")),
    ],
)
def test_every_codec_becomes_the_walls_film(tmp_path: Path, name: str, clip: Clip) -> None:
    product, path = rendered(samples.movie(tmp_path / name, clip))
    assert product.frames == 30
    assert product.asset.has_sound is bool(clip.sound)
    image = frames_in(path)[15]
    for across, down, colour in ((0.1, 0.2, RED), (0.9, 0.2, GREEN), (0.1, 0.8, BLUE), (0.9, 0.8, WHITE)):
        assert close(colour_at(image, across, down), colour, by=20)


@pytest.mark.parametrize(("rate", "frames"), [(24, 48), (25, 50), (30, 60), (60, 120)])
@pytest.mark.parametrize("wall_rate", [25, 30, 50, 60])
def test_two_seconds_stay_two_seconds_at_any_rate(tmp_path: Path, rate: int, frames: int, wall_rate: int) -> None:
    clip = Clip(size=(64, 48), rate=rate, frames=frames)
    product, _ = rendered(samples.movie(tmp_path / "a.mp4", clip), Format(64, 48, wall_rate))
    assert product.frames == 2 * wall_rate


def test_frames_keep_their_order_and_their_time(tmp_path: Path) -> None:
    _, path = rendered(samples.movie(tmp_path / "a.mp4", Clip(frames=30)))
    for number, image in enumerate(frames_in(path)):
        assert close(colour_at(image, 0.5, 0.5), (8 * number,) * 3, by=12)


def test_variable_rates_become_constant(tmp_path: Path) -> None:
    begins = (0, 100, 400, 420, 440, 900)
    clip = Clip(frames=6, times_ms=begins, size=(160, 96))
    product, path = rendered(samples.movie(tmp_path / "phone.mkv", clip))
    assert product.frames >= 28
    brightness = [colour_at(image, 0.5, 0.5)[0] for image in frames_in(path)]
    for number in (0, 2, 6, 11, 14, 26):
        shown = max(k for k, begin in enumerate(begins) if round(begin * 0.03) <= number)
        assert abs(brightness[number] - 8 * shown) <= 7, number


def test_a_timeline_that_begins_late_is_brought_to_zero(tmp_path: Path) -> None:
    clip = Clip(frames=25, rate=25, times_ms=tuple(5000 + 40 * k for k in range(25)))
    product, path = rendered(samples.movie(tmp_path / "late.mkv", clip), Format(160, 96, 25))
    assert product.frames == 25
    assert close(colour_at(frames_in(path)[3], 0.5, 0.5), (24, 24, 24), by=12)


def test_phone_videos_are_turned_upright(tmp_path: Path) -> None:
    file = samples.turned(samples.movie(tmp_path / "phone.mp4", Clip(size=(160, 96))), 96)
    _, path = rendered(file, Format(96, 160, 30))
    image = frames_in(path)[10]
    for across, down, colour in ((0.2, 0.1, BLUE), (0.8, 0.1, RED), (0.2, 0.9, WHITE), (0.8, 0.9, GREEN)):
        assert close(colour_at(image, across, down), colour, by=20)


@pytest.mark.parametrize(("width", "height"), [(505, 337), (161, 96), (160, 97)])
def test_odd_canvases_are_met_to_the_pixel(tmp_path: Path, width: int, height: int) -> None:
    rendered(samples.movie(tmp_path / "a.mp4", Clip(size=(162, 90), frames=15)), Format(width, height, 30))


def test_bars_have_the_backgrounds_colour(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "a.mp4", Clip(size=(96, 96), frames=15))
    _, path = rendered(file, Format(256, 96, 30), RenderOptions(background="#b02060"))
    image = frames_in(path)[5]
    assert close(colour_at(image, 0.1, 0.5), (0xB0, 0x20, 0x60), by=8)
    assert close(colour_at(image, 0.9, 0.5), (0xB0, 0x20, 0x60), by=8)
    assert close(colour_at(image, 0.4, 0.1), RED, by=20)


def test_covering_movies_fill_the_canvas(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "a.mp4", Clip(size=(96, 96), frames=15))
    _, path = rendered(file, Format(256, 96, 30), RenderOptions(fit=Fit.COVER))
    image = frames_in(path)[5]
    assert close(colour_at(image, 0.02, 0.1), RED, by=20)
    assert close(colour_at(image, 0.98, 0.9), WHITE, by=20)


def test_wide_pixels_become_square(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "dvd.mp4", Clip(size=(80, 96), aspect=Fraction(2), frames=15))
    _, path = rendered(file, Format(160, 96, 30), RenderOptions(background="#ff00ff"))
    image = frames_in(path)[5]
    assert close(colour_at(image, 0.02, 0.1), RED, by=20)
    assert close(colour_at(image, 0.98, 0.1), GREEN, by=20)


def test_interlaced_video_is_woven(tmp_path: Path) -> None:
    clip = Clip("mpeg2video", size=(160, 96), interlaced=True, rate=25, frames=25)
    product, _ = rendered(samples.movie(tmp_path / "tv.mkv", clip), Format(160, 96, 25))
    assert product.frames == 25


def test_very_short_movies_are_held_for_half_a_second(tmp_path: Path) -> None:
    product, path = rendered(samples.movie(tmp_path / "a.mp4", Clip(frames=3)))
    assert product.frames == 15
    assert close(colour_at(frames_in(path)[-1], 0.5, 0.5), (16, 16, 16), by=10)


@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_animations_become_films(tmp_path: Path, suffix: str) -> None:
    product, path = rendered(samples.animation(tmp_path / f"a.{suffix}", frames=10, frame_ms=100))
    assert product.frames == 30
    assert not product.asset.has_sound
    images = frames_in(path)
    for number in range(10):
        assert close(colour_at(images[3 * number + 1], 0.5, 0.5), (20 * number,) * 3, by=10)


def test_short_animations_repeat_whole(tmp_path: Path) -> None:
    product, path = rendered(samples.animation(tmp_path / "a.gif", frames=2, frame_ms=100))
    assert product.frames == 18  # three times 0.2 s
    assert [colour_at(image, 0.5, 0.5)[0] > 10 for image in frames_in(path)] == ([False] * 3 + [True] * 3) * 3


def test_transparent_animations_show_the_background(tmp_path: Path) -> None:
    clear = [Image.new("RGBA", (160, 96), (0, 0, 0, 0)) for _ in range(6)]
    for number, frame in enumerate(clear):
        frame.paste((*GREEN, 255), (0, 0, 20 + 10 * number, 96))
    clear[0].save(tmp_path / "a.png", save_all=True, append_images=clear[1:], duration=100)
    _, path = rendered(tmp_path / "a.png", options=RenderOptions(background="#2040a0"))
    image = frames_in(path)[5]
    assert close(colour_at(image, 0.05, 0.5), GREEN, by=20)
    assert close(colour_at(image, 0.9, 0.5), (0x20, 0x40, 0xA0), by=10)


def test_muted_films_have_no_sound_at_all(tmp_path: Path) -> None:
    product, _ = rendered(
        samples.movie(tmp_path / "a.mp4", Clip(sound="aac")), options=RenderOptions(sound=Sound.MUTED)
    )
    assert not product.asset.has_sound


def test_the_same_movie_gives_the_same_bytes(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "a.mp4", Clip(sound="aac"))
    assert rendered(file)[0].asset.sha256 == rendered(file)[0].asset.sha256
