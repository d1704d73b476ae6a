"""Posters as an office would get them from an agency, drawn at 1280 x 768."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

from scripts.demonstration.drawing import REGULAR, SAND, WHITE, Colour, fitted, font, glow, gradient, kawung, write

SIZE = (1280, 768)


def draw_posters(folder: Path) -> dict[str, Path]:
    """All posters by name, as PNG and JPEG files in `folder`."""
    files = {}
    for name, (draw, suffix) in POSTERS.items():
        files[name] = folder / f"{name}.{suffix}"
        draw().save(files[name], quality=92)
    return files


def land_tax() -> Image.Image:
    """Pay the land tax by the end of the month."""
    picture = gradient(SIZE, (8, 30, 78), (13, 76, 148), (22, 130, 178))
    glow(picture, (1020, 330), 560, (255, 214, 120), 0.55)
    kawung(picture, WHITE, 0.07, 96, (0, 560, 1280, 768))
    _house(ImageDraw.Draw(picture), 1010, 400)
    y = write(picture, (84, 84), "IMBAUAN BAPENDA", font(34), SAND)
    y = write(
        picture, (80, y + 22), "Bayar PBB\ntepat waktu", fitted("Bayar PBB\ntepat waktu", 640, 128), WHITE, spacing=0.1
    )
    write(picture, (84, y + 44), "Jatuh tempo 30 November", font(46, REGULAR), WHITE)
    _band(picture, "Bank Sulteng · QRIS · Kantor Pos · kantor desa", (8, 30, 78), SAND)
    return picture


def clean_city() -> Image.Image:
    """Keep the town of the Adipura clean."""
    picture = gradient(SIZE, (214, 240, 200), (110, 192, 120), (20, 112, 84))
    glow(picture, (300, 180), 520, (255, 255, 240), 0.6)
    draw = ImageDraw.Draw(picture)
    for step in range(5):
        top = 500 + step * 52
        points = [(x, top + 34 * math.sin(x / (150 + 31 * step) + step * 1.7)) for x in range(0, 1300, 20)]
        draw.polygon([*points, (1280, 768), (0, 768)], fill=(24 - step * 3, 128 - step * 19, 92 - step * 13))
    for x, y, scale in ((1040, 500, 1.0), (1170, 540, 0.66), (900, 545, 0.55)):
        _tree(draw, x, y, scale)
    y = write(
        picture, (80, 90), "Luwuk bersih,\nkita sehat", fitted("Luwuk bersih,", 760, 132), (9, 72, 56), spacing=0.08
    )
    write(
        picture,
        (84, y + 40),
        "Buang sampah pada tempatnya,\nsetor pilahan ke bank sampah.",
        font(44, REGULAR),
        (9, 72, 56),
    )
    _band(picture, "Dinas Lingkungan Hidup Kabupaten Banggai", (9, 62, 48), WHITE)
    return picture


def no_drugs() -> Image.Image:
    """Say no to drugs: the message of the park."""
    picture = gradient(SIZE, (36, 8, 46), (112, 14, 60), (214, 52, 52))
    glow(picture, (980, 384), 520, (255, 150, 90), 0.6)
    draw = ImageDraw.Draw(picture)
    for radius, colour in ((270, WHITE), (222, (150, 22, 52))):
        draw.ellipse((980 - radius, 384 - radius, 980 + radius, 384 + radius), fill=colour)
    _capsule(picture, (980, 384))
    draw.line((980 - 172, 384 + 172, 980 + 172, 384 - 172), fill=WHITE, width=46)
    y = write(picture, (80, 84), "Hidup keren\ntanpa\nnarkoba", fitted("Hidup keren", 580, 140), WHITE, spacing=0.06)
    write(picture, (84, y + 40), "Butuh bantuan? Rehabilitasi\ngratis dan rahasia.", font(42, REGULAR), SAND)
    _band(picture, "BNN Kabupaten · Hubungi 184", (36, 8, 46), WHITE)
    return picture


def anniversary() -> Image.Image:
    """The regency's festival, in red and gold."""
    picture = gradient(SIZE, (112, 6, 18), (176, 18, 28), (226, 84, 36))
    glow(picture, (640, 300), 620, (255, 214, 120), 0.5)
    kawung(picture, SAND, 0.22, 88, (0, 0, 1280, 132))
    kawung(picture, SAND, 0.22, 88, (0, 636, 1280, 768))
    draw = ImageDraw.Draw(picture)
    for angle in range(0, 360, 12):
        reach = 350 if angle % 24 else 400
        end = (640 + reach * 1.35 * math.cos(math.radians(angle)), 384 + reach * math.sin(math.radians(angle)))
        draw.line((640, 384, *end), fill=(214, 92, 44), width=3)
    y = write(picture, (640, 168), "PESTA RAKYAT", font(48), SAND, anchor="ma")
    y = write(picture, (640, y + 10), "Kabupaten Banggai", fitted("Kabupaten Banggai", 1060, 132), WHITE, anchor="ma")
    y = write(picture, (640, y + 20), "Panggung budaya · kuliner · lomba perahu", font(46, REGULAR), WHITE, anchor="ma")
    write(picture, (640, y + 34), "Sabtu & Minggu, 19.00 WITA", font(56), SAND, anchor="ma")
    return picture


def road_safety() -> Image.Image:
    """Wear a helmet: for the rush hour."""
    picture = gradient(SIZE, (24, 28, 40), (40, 48, 66), (72, 84, 108))
    glow(picture, (1010, 360), 480, (255, 196, 60), 0.6)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 768), (1280, 768), (840, 470), (760, 470)], fill=(20, 22, 30))
    for near, far in ((0.98, 0.74), (0.64, 0.48), (0.41, 0.3), (0.25, 0.17)):
        corners = [(800 - 160 * depth + side * 20 * depth, 470 + 298 * depth) for depth, side in _dash(near, far)]
        draw.polygon(corners, fill=(255, 206, 74))
    draw.pieslice((830, 190, 1200, 560), 180, 360, fill=(255, 196, 40))
    draw.rounded_rectangle((830, 366, 1236, 430), 30, fill=(255, 196, 40))
    draw.rounded_rectangle((1010, 300, 1196, 380), 26, fill=(28, 34, 48))
    y = write(picture, (80, 84), "Keluarga\nmenunggu\ndi rumah", fitted("menunggu", 600, 132), WHITE, spacing=0.06)
    write(picture, (84, y + 40), "Pakai helm. Kurangi kecepatan.", font(44, REGULAR), (255, 214, 110))
    _band(picture, "Satlantas · Dinas Perhubungan", (255, 196, 40), (24, 28, 40))
    return picture


def _band(picture: Image.Image, text: str, colour: Colour, ink: Colour) -> None:
    ImageDraw.Draw(picture).rectangle((0, 680, 1280, 768), fill=colour)
    write(picture, (84, 724), text, fitted(text, 1110, 42), ink, anchor="lm")


def _dash(near: float, far: float) -> tuple[tuple[float, int], ...]:
    return (near, -1), (near, 1), (far, 1), (far, -1)


def _house(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    draw.polygon([(x - 230, y - 20), (x, y - 220), (x + 230, y - 20)], fill=SAND)
    draw.rectangle((x - 176, y - 24, x + 176, y + 190), fill=WHITE)
    draw.rounded_rectangle((x - 44, y + 50, x + 44, y + 190), 12, fill=(13, 76, 148))
    for side in (-1, 1):
        draw.rounded_rectangle((x + side * 112 - 40, y + 20, x + side * 112 + 40, y + 96), 8, fill=(120, 190, 220))


def _tree(draw: ImageDraw.ImageDraw, x: int, y: int, scale: float) -> None:
    def across(*values: float) -> list[float]:
        return [value * scale for value in values]

    wide, high, crown = across(14, 190, 104)
    draw.rectangle((x - wide, y - high, x + wide, y + 40 * scale), fill=(92, 66, 44))
    for dx, dy, colour in ((-70, -190, (28, 122, 76)), (70, -190, (28, 122, 76)), (0, -270, (44, 150, 92))):
        cx, cy = x + dx * scale, y + dy * scale
        draw.ellipse((cx - crown, cy - crown, cx + crown, cy + crown), fill=colour)


def _capsule(picture: Image.Image, centre: tuple[int, int]) -> None:
    layer = Image.new("RGBA", (300, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    draw.rounded_rectangle((0, 0, 299, 119), 60, fill=(255, 226, 166, 255))
    draw.rounded_rectangle((150, 0, 299, 119), 60, fill=(240, 92, 72, 255))
    draw.rectangle((150, 0, 200, 119), fill=(240, 92, 72, 255))
    turned = layer.rotate(-40, expand=True, resample=Image.Resampling.BICUBIC)
    picture.paste(turned, (centre[0] - turned.width // 2, centre[1] - turned.height // 2), turned)


POSTERS: dict[str, tuple[Callable[[], Image.Image], str]] = {
    "pbb": (land_tax, "png"),
    "luwuk-bersih": (clean_city, "jpg"),
    "tanpa-narkoba": (no_drugs, "png"),
    "pesta-rakyat": (anniversary, "jpg"),
    "pakai-helm": (road_safety, "webp"),
}
