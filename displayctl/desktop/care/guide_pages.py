"""The guide for operators: Markdown files in Indonesian with pictures, which travel in the package."""

from __future__ import annotations

from pathlib import Path

PLACES = (
    Path(__file__).resolve().parents[1] / "panduan",
    Path(__file__).resolve().parents[3] / "docs" / "panduan",
)
"""Where it lies once installed, and in a checkout."""
PICTURES = "gambar"
FIRST = "index"
ORDER = (
    FIRST,
    "mulai",
    "lima-tugas",
    "beranda",
    "pustaka",
    "pengumuman",
    "jadwal",
    "permohonan",
    "persetujuan",
    "layar",
    "laporan",
    "darurat",
    "perawatan",
    "masalah-umum",
)
LARGEST_BYTES = 128 << 10


def guide_folder() -> Path | None:
    """Where the guide lies; None where this installation came without."""
    return next((place for place in PLACES if (place / f"{FIRST}.md").is_file()), None)


def guide_text(folder: Path, page: str) -> str:
    """A page of the guide; empty for one that it has not got."""
    path = folder / f"{page}.md"
    return path.read_bytes()[:LARGEST_BYTES].decode() if page in ORDER and path.is_file() else ""


def title_of(text: str) -> str:
    """What stands in the first heading."""
    return text.partition("\n")[0].lstrip("# ").strip()


def anchor_of(heading: str) -> str:
    """How links name a heading: small letters, hyphens for spaces, no signs."""
    kept = "".join(sign for sign in heading.casefold() if sign.isalnum() or sign in " -_")
    return kept.strip().replace(" ", "-")


def picture_file(folder: Path, name: str) -> Path | None:
    """A picture of the guide by what its page calls it; None for anything else."""
    path = folder / PICTURES / Path(name).name
    return path if name == f"{PICTURES}/{path.name}" and path.is_file() else None
