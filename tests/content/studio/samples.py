"""Makes the small real files that the studio's tests read, with PyAV, Pillow and PDFium."""

from __future__ import annotations

import io
import math
import struct
import zlib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pypdfium2
from PIL import Image

from player.trial_clips import keeping_priority

RED, GREEN, BLUE, WHITE = (210, 30, 30), (30, 180, 30), (30, 30, 210), (240, 240, 240)
_QUIET = {"libx265": {"x265-params": "log-level=none"}, "libsvtav1": {"preset": "12"}, "libvpx-vp9": {"cpu-used": "8"}}


@dataclass(frozen=True, slots=True)
class Clip:
    """What a sample movie is made of. `times_ms` gives every frame a time of its own, for variable rates."""

    codec: str = "libx264"
    size: tuple[int, int] = (160, 90)
    rate: int = 30
    frames: int = 30
    pixel_format: str = "yuv420p"
    sound: str = ""
    sound_level: float = 0.25
    sound_starts: float = 0.0
    aspect: Fraction = Fraction(1)
    times_ms: tuple[int, ...] = ()
    black_until: int = 0
    interlaced: bool = False
    noise: bool = False
    click_level: float = 0.0


def quadrants(size: tuple[int, int]) -> np.ndarray:
    """Red upper left, green upper right, blue lower left, white lower right: every turn and flip can be told."""
    width, height = size
    picture = np.empty((height, width, 3), np.uint8)
    picture[: height // 2, : width // 2], picture[: height // 2, width // 2 :] = RED, GREEN
    picture[height // 2 :, : width // 2], picture[height // 2 :, width // 2 :] = BLUE, WHITE
    return picture


def movie(path: Path, clip: Clip | None = None) -> Path:
    """Writes `clip` to `path`; the suffix chooses the container. Frame k's centre square is k grey levels bright."""
    clip = clip or Clip()
    with keeping_priority(), av.open(str(path), "w") as container:
        video = _video_stream(container, clip)
        audio = container.add_stream(clip.sound, rate=48000, layout="stereo") if clip.sound else None
        for number in range(clip.frames):
            frame = av.VideoFrame.from_ndarray(_picture(clip, number), format="rgb24")
            frame.time_base = video.codec_context.time_base
            frame.pts = clip.times_ms[number] if clip.times_ms else number
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if audio is not None:
            _add_sound(container, audio, clip)
    return path


def _video_stream(container: av.container.OutputContainer, clip: Clip) -> av.VideoStream:
    video = container.add_stream(clip.codec, rate=clip.rate)
    video.width, video.height = clip.size
    video.pix_fmt = clip.pixel_format
    video.codec_context.time_base = Fraction(1, 1000 if clip.times_ms else clip.rate)
    video.codec_context.options = dict(_QUIET.get(clip.codec, {}))
    if clip.aspect != 1:
        video.codec_context.sample_aspect_ratio = clip.aspect
    if clip.interlaced:
        video.codec_context.options = {"flags": "+ildct+ilme"}
    return video


def _picture(clip: Clip, number: int) -> np.ndarray:
    width, height = clip.size
    if number < clip.black_until:
        return np.zeros((height, width, 3), np.uint8)
    if clip.noise:
        return np.random.default_rng(number).integers(0, 256, (height, width, 3), np.uint8)
    picture = quadrants(clip.size)
    middle = slice(height // 2 - height // 8, height // 2 + height // 8)
    picture[middle, width // 2 - width // 8 : width // 2 + width // 8] = min(255, 8 * number)
    return picture


def _add_sound(container: av.container.OutputContainer, audio: av.AudioStream, clip: Clip) -> None:
    seconds = clip.frames / clip.rate
    first = int(clip.sound_starts * 48000)
    clicks = np.where(np.arange(first, int(seconds * 48000)) % 24000 < 24, clip.click_level, 0)
    tone = clicks + clip.sound_level * np.sin(2 * math.pi * 440 * np.arange(first, int(seconds * 48000)) / 48000)
    stereo = np.tile(tone.astype(np.float32), (2, 1))
    for start in range(0, stereo.shape[1], 4800):
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(stereo[:, start : start + 4800]), "fltp", "stereo")
        frame.sample_rate, frame.pts, frame.time_base = 48000, first + start, Fraction(1, 48000)
        container.mux(audio.encode(frame))
    container.mux(audio.encode(None))


def speech(path: Path) -> Path:
    """Half a second of sound and nothing to see."""
    with av.open(str(path), "w") as container:
        audio = container.add_stream("aac", rate=48000, layout="stereo")
        _add_sound(container, audio, Clip(frames=15))
    return path


def turned(path: Path, height: int) -> Path:
    """Marks an MP4 to be turned 90 degrees clockwise, as a phone held upright does (ISO/IEC 14496-12, 8.3.2)."""
    data = path.read_bytes()
    straight = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    quarter = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, height << 16, 0, 0x40000000)
    at = data.index(straight, data.index(b"tkhd"))
    path.write_bytes(data[:at] + quarter + data[at + len(quarter) :])
    return path


def picture(path: Path, size: tuple[int, int] = (160, 90), **saved: object) -> Path:
    """A picture of four quadrants; the suffix chooses the format."""
    Image.fromarray(quadrants(size)).save(path, **saved)
    return path


def animation(path: Path, *, frames: int = 10, frame_ms: int = 100, size: tuple[int, int] = (160, 90)) -> Path:
    """Frames of growing brightness; the suffix chooses the format (gif, webp, png, avif)."""
    made = [Image.new("RGB", size, (20 * k, 20 * k, 20 * k)) for k in range(frames)]
    made[0].save(path, save_all=True, append_images=made[1:], duration=frame_ms, loop=0)
    return path


def document(path: Path, pages: int = 3, points: tuple[int, int] = (400, 200)) -> Path:
    """A PDF whose page k shows k of ten red bars at its left."""
    pdf = pypdfium2.PdfDocument.new()
    for number in range(1, pages + 1):
        page = pdf.new_page(*points)
        sheet = Image.new("RGB", (points[0] // 2, points[1] // 2), (255, 255, 255))
        sheet.paste(RED, (0, 0, sheet.width * number // 10, sheet.height))
        buffer = io.BytesIO()
        sheet.save(buffer, "JPEG", quality=95)
        image = pypdfium2.PdfImage.new(pdf)
        image.load_jpeg(buffer)
        image.set_matrix(pypdfium2.PdfMatrix().scale(*points))
        page.insert_obj(image)
        page.gen_content()
    pdf.save(path)
    return path


def locked_document(path: Path) -> Path:
    """The outline of a PDF encrypted with a password that nobody here knows (ISO 32000-1, 7.6, standard handler)."""
    secret = bytes(range(1, 33)).hex()
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>",
        f"<</Filter/Standard/V 1/R 2/O<{secret}>/U<{secret}>/P -44>>",
    ]
    text, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<{'00' * 16}><{'00' * 16}>]>>"
    start = len(text)
    path.write_text(f"{text}xref\n0 5\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n")
    return path


def png_claiming(path: Path, width: int, height: int) -> Path:
    """A small PNG whose header says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(3000))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))
    return path


def mp4_claiming(path: Path, claimed: int) -> Path:
    """A few kilobytes of MP4 whose data box claims `claimed` bytes."""
    brand = struct.pack(">I4s4sI4s", 20, b"ftyp", b"isom", 0, b"isom")
    path.write_bytes(brand + struct.pack(">I4sQ", 1, b"mdat", claimed) + bytes(5000))
    return path


def colour_at(image: Image.Image, across: float, down: float) -> tuple[int, int, int]:
    """The mean colour of a small patch, at shares of width and height."""
    x, y = int(across * image.width), int(down * image.height)
    patch = np.asarray(image.convert("RGB").crop((x - 1, y - 1, x + 2, y + 2)), np.float64)
    red, green, blue = patch.mean((0, 1))
    return round(red), round(green), round(blue)


def close(one: tuple[int, int, int], other: tuple[int, int, int], by: int = 24) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= by


def frames_in(path: Path) -> list[Image.Image]:
    """Every frame of a film."""
    with av.open(str(path)) as container:
        return [Image.fromarray(frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]
