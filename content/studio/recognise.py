"""Tells from its first bytes what a file is; its name is never believed.

Magic numbers: RFC 2083 (PNG), ISO/IEC 14496-12 (``ftyp``), RFC 8794 (EBML), RFC 9649 (WebP), ISO 32000-1 (PDF).
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from content.errors import UnusableMedia

_HEAD_BYTES = 4096
_ACCEPTED = "use a picture (JPG, PNG, WebP, AVIF, GIF, HEIC), a video (MP4, MOV, MKV, WebM) or a PDF"


class Reader(StrEnum):
    """Which room of the studio reads a file."""

    PICTURE = "picture"
    MOVIE = "movie"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the first bytes say: a media type, who reads it, and the only decoder that may be tried on it.

    `name` is what people know the file as, for messages.
    """

    path: Path
    name: str
    size_bytes: int
    mime: str
    reader: Reader
    decoder: str


_STILL_BRANDS = {
    b"avif": ("image/avif", "AVIF"),
    b"avis": ("image/avif", "AVIF"),
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"), ("image/heic", "HEIF")),
}
_ATOMS_OF_OLD_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What old Office documents begin with, and those that are locked ([MS-CFB], [MS-OFFCRYPTO])."""
_LOCKED, _LOOKED_THROUGH_BYTES = "EncryptedPackage".encode("utf-16-le"), 1 << 20
_REFUSED = (
    (b"{\\rtf", "a text document; open it and save it as PDF"),
    (b"Rar!", "an archive; unpack it and choose the file inside"),
    (b"7z\xbc\xaf", "an archive; unpack it and choose the file inside"),
    (b"\x1f\x8b", "an archive; unpack it and choose the file inside"),
    (b"BM", "a BMP picture; save it as PNG or JPG"),
    (b"II*\x00", "a TIFF or camera raw picture; save it as PNG or JPG"),
    (b"MM\x00*", "a TIFF or camera raw picture; save it as PNG or JPG"),
    (b"8BPS", "a Photoshop file; export it as PNG or JPG"),
    (b"ID3", "a sound recording without pictures; a wall needs something to see"),
    (b"\xff\xfb", "a sound recording without pictures; a wall needs something to see"),
    (b"OggS", "an Ogg recording; save it as MP4"),
    (b"MZ", "a program, not a picture or video; delete it unless you know where it came from"),
    (b"\x7fELF", "a program, not a picture or video; delete it unless you know where it came from"),
    (b"\x30\x26\xb2\x75", "a Windows Media file; save it as MP4"),
    (b"FLV", "a Flash video; save it as MP4"),
    (b"\x00\x00\x01\xba", "an MPEG program stream; save it as MP4"),
)


def recognise(path: Path, name: str = "") -> Recognised:
    """What the file at `path` is by its content; messages call it `name`, or else by the path's last part.

    Raises UnusableMedia for an empty file, for one that is gone or unreadable, and for every kind that walls do not
    take, saying which kind it is and what to do instead.
    """
    name = name or path.name
    head, size_bytes = _head_of(path, name)
    if size_bytes == 0:
        raise UnusableMedia(f"{name} is empty (0 bytes); copy it again from where it came")
    found = _picture(head) or _movie(head) or _document(head)
    if found is None:
        raise UnusableMedia(f"{name} is {_refusal(path, head)}")
    mime, reader, decoder = found
    return Recognised(path, name, size_bytes, mime, reader, decoder)


def _head_of(path: Path, name: str) -> tuple[bytes, int]:
    try:
        if not path.is_file():
            raise UnusableMedia(f"{name} is not there or is not a file; choose the file again")
        with path.open("rb") as source:
            return source.read(_HEAD_BYTES), path.stat().st_size
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableMedia(f"{name} cannot be read ({reason}); copy it to this computer and retry") from error


def _picture(head: bytes) -> tuple[str, Reader, str] | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", Reader.PICTURE, "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", Reader.PICTURE, "PNG"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif", Reader.PICTURE, "GIF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp", Reader.PICTURE, "WEBP"
    if head[4:8] == b"ftyp" and head[8:12] in _STILL_BRANDS:
        mime, decoder = _STILL_BRANDS[head[8:12]]
        # The general brand mif1 is shared: the compatible brands tell AVIF from HEIC.
        if mime == "image/heic" and b"avif" in head[16 : int.from_bytes(head[:4], "big")]:
            mime, decoder = "image/avif", "AVIF"
        return mime, Reader.PICTURE, decoder
    return None


def _movie(head: bytes) -> tuple[str, Reader, str] | None:
    if head[4:8] == b"ftyp":
        return ("video/quicktime" if head[8:10] == b"qt" else "video/mp4"), Reader.MOVIE, "mov"
    if head[4:8] in _ATOMS_OF_OLD_QUICKTIME:
        return "video/quicktime", Reader.MOVIE, "mov"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return ("video/webm" if b"webm" in head[:64] else "video/x-matroska"), Reader.MOVIE, "matroska"
    return None


def _document(head: bytes) -> tuple[str, Reader, str] | None:
    return ("application/pdf", Reader.DOCUMENT, "pdf") if b"%PDF-" in head[:1024] else None


def _refusal(path: Path, head: bytes) -> str:
    """The rest of the sentence "<name> is …" for a file that walls do not take."""
    if head.startswith(b"PK\x03\x04"):
        return _refused_zip(path)
    if head.startswith(_COMPOUND):
        return _refused_compound(path)
    if head[:4] == b"RIFF":
        return "a sound recording or an AVI video; save it as MP4"
    for magic, sentence in _REFUSED:
        if head.startswith(magic):
            return sentence
    if _is_text(head):
        return _refused_text(head)
    return f"of no kind that a wall can show; {_ACCEPTED}"


def _refused_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        names = []
    if any(name.startswith("ppt/") or name.endswith("presentation.xml") for name in names):
        return "a presentation (PPTX); open it in PowerPoint or LibreOffice, save it as PDF and import the PDF"
    if any(name.startswith(("word/", "xl/")) or name == "mimetype" for name in names):
        return "an Office document; open it, save it as PDF and import the PDF"
    return "an archive; unpack it and choose the file inside"


def _refused_compound(path: Path) -> str:
    with path.open("rb") as source:
        if _LOCKED in source.read(_LOOKED_THROUGH_BYTES):
            return "locked with a password; save a copy without one and import that"
    return "an old Office document; open it and save it as PDF"


def _is_text(head: bytes) -> bool:
    for encoding in ("utf-8", "utf-16"):
        if encoding == "utf-16" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            # A character may be cut in two where the head ends.
            text = head[: len(head) - 4 if len(head) == _HEAD_BYTES else None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(character.isprintable() or character.isspace() for character in text)
    return False


def _refused_text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in start:
        return "an SVG drawing, which may carry programs; export it as PNG"
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page, not a picture or video; save the picture itself"
    return f"a text file, whatever its name says; {_ACCEPTED}"
