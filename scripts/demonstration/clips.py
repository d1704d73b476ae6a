"""Short clips with motion and sound, encoded as a phone or an agency would deliver them."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw

from scripts.demonstration.drawing import SAND, WHITE, fitted, font, glow, gradient, write

SIZE, RATE, SOUND_RATE = (960, 576), 30, 48_000
Frame = Callable[[float], Image.Image]


def make_clips(folder: Path) -> dict[str, Path]:
    """All clips by name, as files in `folder`."""
    files = {}
    for name, (prepare, seconds, chord) in CLIPS.items():
        files[name] = folder / f"{name}.mp4"
        _encode(files[name], prepare(), seconds, chord)
    return files


def sea() -> Frame:
    """The bay in the evening: a low sun, waves, a boat."""
    sky = gradient(SIZE, (38, 22, 92), (214, 84, 94), (255, 190, 112), slope=0.0)
    glow(sky, (690, 300), 360, (255, 244, 200), 0.95)
    ImageDraw.Draw(sky).ellipse((630, 240, 750, 360), fill=(255, 246, 214))
    face, small = fitted("Pesona Bahari Banggai", 640, 76), font(34)
    columns = np.arange(0, SIZE[0] + 12, 12)

    def at(second: float) -> Image.Image:
        picture = sky.copy()
        draw = ImageDraw.Draw(picture)
        for layer in range(6):
            top = 350 + layer * 42
            swell = 9 + layer * 3.2
            heights = top + swell * np.sin(columns / (70 + 16 * layer) + second * (1.5 - 0.13 * layer) + layer)
            shore = list(zip(columns.tolist(), heights.tolist(), strict=True))
            draw.polygon([*shore, (SIZE[0], SIZE[1]), (0, SIZE[1])], fill=_water(layer))
            if layer == 1:
                _boat(draw, 120 + second * 46, 392 + 8 * math.sin(second * 1.7))
        write(picture, (56, 60), "Pesona Bahari Banggai", face, WHITE)
        if second > 1:
            write(picture, (58, 156), "Peling · Banggai Laut · Teluk Lalong"[: round((second - 1) * 26)], small, SAND)
        return picture

    return at


def steps() -> Frame:
    """Ten thousand steps a day: rings that walk around."""
    ground = gradient(SIZE, (4, 60, 84), (6, 122, 128), (120, 206, 150))
    face, small = fitted("Jalan kaki\n10.000 langkah", 440, 84), font(36)

    def at(second: float) -> Image.Image:
        picture = ground.copy()
        draw = ImageDraw.Draw(picture)
        for ring in range(5):
            radius = 60 + ring * 42
            for dot in range(6 + ring * 4):
                angle = second * (1.1 - ring * 0.16) + dot * math.tau / (6 + ring * 4)
                x, y = 740 + radius * math.cos(angle), 288 + radius * math.sin(angle)
                grow = 7 + 5 * math.sin(second * 4 + dot + ring)
                draw.ellipse((x - grow, y - grow, x + grow, y + grow), fill=(255, 226 - ring * 14, 140 + ring * 18))
        y = write(picture, (52, 150), "Jalan kaki\n10.000 langkah", face, WHITE, spacing=0.1)
        write(picture, (54, y + 24), f"{min(10_000, round(second * 1900)):,}".replace(",", "."), small, SAND)
        return picture

    return at


def pulse() -> Frame:
    """A heartbeat against drugs, for the park."""
    night = gradient(SIZE, (20, 10, 44), (76, 12, 66), (150, 24, 62))
    face, small = fitted("Satu detak,\nsatu kesempatan", 820, 104), font(38)
    columns = np.arange(SIZE[0])

    def at(second: float) -> Image.Image:
        picture = night.copy()
        draw = ImageDraw.Draw(picture)
        phase = (columns - second * 320) / 240 % 1.0
        beat = 132 * np.exp(-(((phase - 0.5) / 0.026) ** 2)) - 72 * np.exp(-(((phase - 0.58) / 0.03) ** 2))
        line = list(zip(columns.tolist(), (396 - beat).tolist(), strict=True))
        for width, colour in ((16, (112, 22, 66)), (8, (214, 66, 84)), (3, (255, 214, 190))):
            draw.line(line, fill=colour, width=width, joint="curve")
        write(picture, (480, 66), "Satu detak,\nsatu kesempatan", face, WHITE, anchor="ma", spacing=0.1)
        write(picture, (480, 484), "Jauhi narkoba. Hubungi BNN 184.", small, SAND, anchor="mm")
        return picture

    return at


def confetti() -> Frame:
    """The festival, with falling paper."""
    ground = gradient(SIZE, (134, 8, 22), (190, 24, 30), (236, 120, 44))
    glow(ground, (480, 250), 460, (255, 216, 120), 0.5)
    chance = np.random.default_rng(8)
    papers = [tuple(chance.random(5)) for _ in range(110)]
    face, small = fitted("Dirgahayu\nKabupaten Banggai", 800, 100), font(40)

    def at(second: float) -> Image.Image:
        picture = ground.copy()
        draw = ImageDraw.Draw(picture)
        for x, y, fall, turn, tint in papers:
            top = (y * 640 + second * (70 + 130 * fall)) % 640 - 32
            left = x * 980 + 24 * math.sin(second * 2 + turn * 6)
            half = 4 + 7 * abs(math.sin(second * (2 + 3 * turn) + x * 9))
            draw.rectangle((left - half, top - 6, left + half, top + 6), fill=_paper(tint))
        write(picture, (480, 170), "Dirgahayu\nKabupaten Banggai", face, WHITE, anchor="ma", spacing=0.1)
        write(picture, (480, 430), "Bersatu · Membangun · Sejahtera", small, SAND, anchor="mm")
        return picture

    return at


def _water(layer: int) -> tuple[int, int, int]:
    return (170 - layer * 27, 82 - layer * 7, 118 - layer * 5)


def _paper(tint: float) -> tuple[int, int, int]:
    return ((255, 214, 92), (255, 255, 255), (255, 150, 60), (120, 214, 190))[int(tint * 4)]


def _boat(draw: ImageDraw.ImageDraw, x: float, y: float) -> None:
    draw.polygon([(x - 66, y), (x + 74, y), (x + 44, y + 26), (x - 42, y + 26)], fill=(58, 24, 46))
    draw.polygon([(x, y - 118), (x, y - 6), (x + 58, y - 6)], fill=(255, 238, 214))
    draw.polygon([(x - 6, y - 92), (x - 6, y - 6), (x - 50, y - 6)], fill=(240, 200, 170))


def _encode(path: Path, frame_at: Frame, seconds: float, chord: tuple[float, ...]) -> None:
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=RATE, options={"preset": "veryfast", "crf": "20"})
        video.width, video.height, video.pix_fmt = *SIZE, "yuv420p"
        sound = container.add_stream("aac", rate=SOUND_RATE, layout="stereo")
        for index in range(round(seconds * RATE)):
            picture = av.VideoFrame.from_image(frame_at(index / RATE))  # type: ignore[no-untyped-call]
            container.mux(video.encode(picture))
        container.mux(video.encode())
        for block in _music(seconds, chord):
            container.mux(sound.encode(block))
        container.mux(sound.encode())


def _music(seconds: float, chord: tuple[float, ...]) -> list[av.AudioFrame]:
    """A quiet chord, one tone after the other, that fades in and out."""
    times = np.arange(round(seconds * SOUND_RATE)) / SOUND_RATE
    envelope = np.clip(np.minimum(times, seconds - times) / 0.4, 0, 1)
    tones = np.zeros_like(times)
    for place, pitch in enumerate(chord):
        strike = (times - place * 0.25) % (len(chord) * 0.5)
        tones += np.sin(math.tau * pitch * times) * np.exp(-2.2 * strike) / len(chord)
    samples = np.repeat((tones * envelope * 0.4).astype(np.float32)[None, :], 2, axis=0)
    blocks = []
    for start in range(0, samples.shape[1], 1024):
        block = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples[:, start : start + 1024]), "fltp", "stereo")
        block.sample_rate, block.pts = SOUND_RATE, start
        blocks.append(block)
    return blocks


CLIPS: dict[str, tuple[Callable[[], Frame], float, tuple[float, ...]]] = {
    "pesona-bahari": (sea, 8, (220.0, 277.2, 329.6, 440.0)),
    "jalan-kaki": (steps, 6, (261.6, 329.6, 392.0)),
    "satu-detak": (pulse, 6, (196.0, 233.1, 293.7)),
    "dirgahayu": (confetti, 6, (261.6, 329.6, 392.0, 523.3)),
}
