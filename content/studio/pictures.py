"""Opens picture files: one decoder each, bounded in pixels, upright, in sRGB.

Pillow reads all but HEIC, which pi-heif does. Files are expected to be recognised already.
"""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image, ImageCms, ImageFile, ImageOps, PngImagePlugin, UnidentifiedImageError

from content.errors import UnusableMedia
from content.studio.facts import MediaFacts, MediaKind
from content.studio.format import Fit, Format, RenderOptions, colour_of
from content.studio.placement import place
from content.studio.recognise import Recognised
from content.studio.storage_faults import is_about_writing

MOST_PIXELS = 100_000_000
MOST_FRAMES = 10_000
_ORIENTATION = 0x0112
_TURNS = {3: 180, 6: 90, 8: 270, 5: 90, 7: 270, 4: 180}
_MOST_PROFILE_BYTES = 4 << 20
# What Pillow and its codecs raise for damaged files, beside OSError.
DAMAGE = (SyntaxError, ValueError, EOFError, struct.error, KeyError, TypeError, IndexError, OverflowError, RuntimeError)


@contextlib.contextmanager
def opened(recognised: Recognised) -> Iterator[Image.Image]:
    """The picture, with its header read and its pixels not yet; errors inside become UnusableMedia with its name."""
    name = recognised.name
    if recognised.decoder == "HEIF":
        import pi_heif

        pi_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own pixel warning; ours is an error
            image = Image.open(recognised.path, formats=(recognised.decoder,))
    except Image.DecompressionBombError as error:
        raise UnusableMedia(
            f"{name} has far more than {MOST_PIXELS // 10**6} million pixels; make it smaller"
        ) from error
    except (OSError, *DAMAGE) as error:
        raise _damaged(name, error) from error
    with image:
        _require_bounded(image, name)
        try:
            yield image
        except UnusableMedia:
            raise
        except (OSError, *DAMAGE) as error:
            if is_about_writing(error):
                raise
            raise _damaged(name, error) from error


def moves(recognised: Recognised, image: Image.Image) -> bool:
    """Whether the file is an animation; the several pictures of a HEIC file are no frames."""
    return recognised.decoder != "HEIF" and getattr(image, "n_frames", 1) > 1


def facts_of(recognised: Recognised, image: Image.Image, full_px: tuple[int, int] | None = None) -> MediaFacts:
    """The facts of an opened picture whose pixels decode; loads its first frame.

    `full_px` is its true size where the decoder was asked for a smaller one.
    """
    frames = getattr(image, "n_frames", 1)
    if frames > MOST_FRAMES:
        raise UnusableMedia(f"{recognised.name} has {frames} frames; {MOST_FRAMES} are the most, save it as MP4")
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1), 0)
    lying_px = full_px or image.size
    width, height = lying_px if turn in (0, 180) else lying_px[::-1]
    still = MediaFacts(
        kind=MediaKind.PICTURE,
        mime=recognised.mime,
        size_bytes=recognised.size_bytes,
        width_px=width,
        height_px=height,
        rotation_degrees=turn,
        codec=recognised.decoder.lower(),
    )
    image.load()
    if moves(recognised, image):
        from content.studio.animations import timing_of

        timing = timing_of(image)
        return replace(
            still,
            kind=MediaKind.ANIMATION,
            duration=timing.duration,
            frame_rate=timing.frame_rate,
            variable_rate=timing.variable,
        )
    return still


def upright_srgb(image: Image.Image) -> Image.Image:
    """The picture's pixels as RGB or RGBA in sRGB, turned as its EXIF orientation says."""
    return to_srgb(ImageOps.exif_transpose(image))


def to_srgb(image: Image.Image) -> Image.Image:
    """RGB or RGBA in sRGB; an embedded ICC profile is honoured, a broken one is left aside."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16") or image.mode == "I":
        image = _eight_bits(image)
    has_alpha = image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info
    if profile and image.mode in ("RGB", "CMYK", "L") and len(profile) <= _MOST_PROFILE_BYTES:
        converted = _by_profile(image, profile)
        if converted is not None and not has_alpha:
            return converted
    if profile and has_alpha:
        return _by_profile_with_alpha(image.convert("RGBA"), profile)
    return image.convert("RGBA" if has_alpha else "RGB")


def flattened(image: Image.Image, background: tuple[int, int, int]) -> Image.Image:
    """RGB without transparency: `background` shows through."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, (*background, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


def on_canvas(image: Image.Image, format: Format, options: RenderOptions) -> Image.Image:
    """The picture on a canvas of exactly the format's size, as RGB; the background shows wherever it is not."""
    image = part_of(image, options)
    canvas_px = (format.width_px, format.height_px)
    ground = colour_of(options.background)
    placement = place(image.size, canvas_px, options.fit)
    scaled = image.resize((placement.width_px, placement.height_px), Image.Resampling.LANCZOS, reducing_gap=3.0)
    canvas = Image.new("RGB", canvas_px, ground)
    canvas.paste(flattened(scaled, ground), (placement.x_px, placement.y_px))
    return canvas


def part_of(image: Image.Image, options: RenderOptions) -> Image.Image:
    """What `options` use of an upright picture."""
    if options.part is None:
        return image
    left, top, width, height = options.part.box_px(image.size)
    return image.crop((left, top, left + width, top + height))


def within(image: Image.Image, format: Format) -> Image.Image:
    """The whole picture with its transparency, as large as it fits into the format's size."""
    placement = place(image.size, (format.width_px, format.height_px), Fit.CONTAIN)
    size_px = (max(1, placement.width_px), max(1, placement.height_px))
    return image.resize(size_px, Image.Resampling.LANCZOS, reducing_gap=3.0)


def png_bytes(image: Image.Image) -> bytes:
    """The picture as a PNG file that carries pixels and nothing else."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=4, pnginfo=PngImagePlugin.PngInfo())
    return buffer.getvalue()


def _require_bounded(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise UnusableMedia(
            f"{name} measures {width} x {height} pixels; {MOST_PIXELS // 10**6} million in all are the most, "
            "make it smaller"
        )


def _damaged(name: str, error: Exception) -> UnusableMedia:
    if isinstance(error, FileNotFoundError):
        return UnusableMedia(f"{name} is no longer there; choose the file again")
    if isinstance(error, UnidentifiedImageError):  # its text names the file as the store does, or a buffer
        return UnusableMedia(f"{name} is damaged or incomplete; copy it again or save it anew")
    return UnusableMedia(f"{name} is damaged or incomplete ({error!s:.120}); copy it again or save it anew")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen-bit grey, which Pillow would clip instead of scale."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _by_profile_with_alpha(image: Image.Image, profile: bytes) -> Image.Image:
    converted = _by_profile(image.convert("RGB"), profile)
    if converted is None:
        return image
    converted.putalpha(image.getchannel("A"))
    return converted


Image.MAX_IMAGE_PIXELS = MOST_PIXELS
# A file whose end is missing is damaged: it must not be padded with grey.
ImageFile.LOAD_TRUNCATED_IMAGES = False
