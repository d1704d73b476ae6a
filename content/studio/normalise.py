"""Makes a rendition of a medium: a PNG or an MP4 of exactly a wall's canvas and rate, at a given path.

Called in a confined child (`worker`); the desk asks through `Workshop.render`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from content.errors import UnusableMedia
from content.studio.format import Format, RenderOptions
from content.studio.placement import place
from content.studio.recognise import Reader, Recognised, recognise
from schedules.playlist import Asset, AssetKind

Report = Callable[[float], None]
_HASH_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Product:
    """What was written: the asset, and how many frames it has (0 for a picture)."""

    asset: Asset
    frames: int = 0


def normalise(
    source: Path, product: Path, format: Format, options: RenderOptions, report: Report, *, name: str = ""
) -> Product:
    """Writes the rendition of `source` for `format` to the path `product`, which appears whole or not at all.

    A picture, or a page, becomes an sRGB PNG without transparency; what moves becomes H.264 as `film` describes. For
    the format of a logo a picture keeps its transparency and its shape, and what moves is not usable.
    `report` hears 0 to 1; messages call the source `name`, or else by its path's last part.
    Raises UnusableMedia as `probe` does, and OSError when the disk fails.
    """
    recognised = recognise(source, name)
    part = product.with_name(f"{product.name}.part")
    try:
        frames, has_sound = _write(recognised, part, format, options, report)
        asset = _asset_at(part, format, frames, has_sound)
        part.replace(product)
    finally:
        part.unlink(missing_ok=True)
    report(1.0)
    return Product(asset, frames)


def write_picture(png: bytes, product: Path, format: Format) -> Product:
    """Writes finished PNG bytes as a picture asset to the path `product`, which appears whole or not at all."""
    part = product.with_name(f"{product.name}.part")
    try:
        part.write_bytes(png)
        asset = _asset_at(part, format, 0, False)
        part.replace(product)
    finally:
        part.unlink(missing_ok=True)
    return Product(asset)


def _write(
    recognised: Recognised, part: Path, format: Format, options: RenderOptions, report: Report
) -> tuple[int, bool]:
    """Writes the file; tells how many frames it has (0: a picture) and whether it sounds."""
    if format.is_logo:
        _write_logo(recognised, part, format)
        return 0, False
    if recognised.reader is Reader.MOVIE:
        from content.studio.movie_rendering import render_movie

        return render_movie(recognised, part, format, options, report)
    if recognised.reader is Reader.DOCUMENT:
        _write_page(recognised, part, format, options)
        return 0, False
    from content.studio import pictures

    with pictures.opened(recognised) as image:
        if pictures.moves(recognised, image):
            from content.studio.movie_rendering import render_animation

            return render_animation(recognised, image, part, format, options, report), False
        ready = pictures.on_canvas(pictures.upright_srgb(image), format, options)
        part.write_bytes(pictures.png_bytes(ready))
    return 0, False


def _write_logo(recognised: Recognised, part: Path, format: Format) -> None:
    from content.studio import pictures

    if recognised.reader is not Reader.PICTURE:
        raise UnusableMedia(f"{recognised.name} is no picture; choose a PNG for a logo")
    with pictures.opened(recognised) as image:
        part.write_bytes(pictures.png_bytes(pictures.within(pictures.upright_srgb(image), format)))


def _write_page(recognised: Recognised, part: Path, format: Format, options: RenderOptions) -> None:
    from content.studio import documents, pictures

    with documents.opened(recognised) as document:
        page = documents.page_at(document, options.page, recognised.name)
        width, height = page.size_points
        used = options.part.box_px(page.size_points)[2:] if options.part is not None else page.size_points
        placement = place(used, (format.width_px, format.height_px), options.fit)
        # So large that what is used of it has the size it is shown in.
        image = documents.drawn(
            page, (-(-placement.width_px * width // used[0]), -(-placement.height_px * height // used[1]))
        )
    part.write_bytes(pictures.png_bytes(pictures.on_canvas(image, format, options)))


def _asset_at(path: Path, format: Format, frames: int, has_sound: bool) -> Asset:
    digest = hashlib.sha256()
    with path.open("rb") as written:
        while chunk := written.read(_HASH_CHUNK_BYTES):
            digest.update(chunk)
    size = path.stat().st_size
    if not frames:
        return Asset(digest.hexdigest(), size, AssetKind.PICTURE)
    # Whole milliseconds, as documents carry them; rounded down, so that the last frame is still there at the end.
    duration = timedelta(milliseconds=frames * 1000 // format.frame_rate)
    if duration > timedelta(hours=24):
        raise UnusableMedia(f"the video takes {duration}, where 24 hours are the most; cut it into parts")
    return Asset(digest.hexdigest(), size, AssetKind.VIDEO, duration, has_sound)
