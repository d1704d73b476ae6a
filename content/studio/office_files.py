"""Looks into Office documents before anything opens them: what kind they are, and whether they may be opened at all.

They are zip archives (ISO/IEC 29500-2 for PPTX and DOCX, ISO/IEC 26300-3 for ODP and ODT). Called in a confined child;
the desk asks through `Workshop.office_kind`.
"""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from content.errors import UnusableMedia

LARGEST_BYTES = 200 << 20
MOST_ENTRIES, MOST_UNPACKED_BYTES, MOST_SWELLING = 20_000, 1 << 30, 100
SWELLS_FROM_BYTES = 64 << 20
"""Small archives may be packed as tightly as they like."""
_LARGEST_MANIFEST_BYTES = 4 << 20
_ZIP = b"PK\x03\x04"
_MACRO_PARTS, _MACRO_FOLDER = ("vbaproject.bin", "script-lc.xml"), "scripts"
"""Whole names: a folder "Transcripts" is not one of programs."""


class OfficeKind(StrEnum):
    """What LibreOffice makes a PDF of; the value is the suffix by which it knows the kind."""

    PPTX = "pptx"
    DOCX = "docx"
    ODP = "odp"
    ODT = "odt"

    @property
    def is_presentation(self) -> bool:
        return self in (OfficeKind.PPTX, OfficeKind.ODP)


_PARTS = {"ppt/presentation.xml": OfficeKind.PPTX, "word/document.xml": OfficeKind.DOCX}
_MIMES = {
    b"application/vnd.oasis.opendocument.presentation": OfficeKind.ODP,
    b"application/vnd.oasis.opendocument.text": OfficeKind.ODT,
}


def is_packed(path: Path) -> bool:
    """Whether the file begins as an archive does, as Office documents are. Raises OSError."""
    with path.open("rb") as source:
        return source.read(len(_ZIP)) == _ZIP


def office_kind(path: Path, name: str) -> OfficeKind | None:
    """The kind of the Office document at `path`; None for what is none that a PDF is made of.

    Raises UnusableMedia for one that is locked, holds macros, or is (or would unpack to be) far too large.
    """
    if not is_packed(path):
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            kind = _kind_of(archive)
            if kind is not None:
                _check(archive, path, name)
            return kind
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, MemoryError) as error:
        raise UnusableMedia(f"{name} is damaged ({error}); save it anew, or as PDF") from error


def _kind_of(archive: zipfile.ZipFile) -> OfficeKind | None:
    names = set(archive.namelist())
    for part, kind in _PARTS.items():
        if part in names:
            return kind
    return _MIMES.get(_read(archive, "mimetype", 100).strip()) if "mimetype" in names else None


def _check(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    packed, entries = path.stat().st_size, archive.infolist()
    if packed > LARGEST_BYTES:
        raise UnusableMedia(f"{name} is larger than {LARGEST_BYTES >> 20} MiB; make its pictures smaller")
    unpacked = sum(entry.file_size for entry in entries)
    swells = unpacked > SWELLS_FROM_BYTES and unpacked > packed * MOST_SWELLING
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED_BYTES or swells:
        raise UnusableMedia(
            f"{name} would unpack to {unpacked >> 20} MiB in {len(entries)} files, as no honest document does; save it "
            "as PDF where it comes from, and import the PDF"
        )
    if any(_is_macro(entry.filename) for entry in entries):
        raise UnusableMedia(f"{name} holds macros, which are programs; save a copy without them, or as PDF")
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in _read(archive, manifest, _LARGEST_MANIFEST_BYTES):
        raise UnusableMedia(f"{name} is locked with a password; save a copy without one and import that")


def _is_macro(entry: str) -> bool:
    *folders, last = entry.lower().replace("\\", "/").split("/")
    return last in _MACRO_PARTS or _MACRO_FOLDER in folders


def _read(archive: zipfile.ZipFile, entry: str, most: int) -> bytes:
    with archive.open(entry) as source:
        return source.read(most)
