"""The texts of help: one Markdown file for each page and language, in the package."""

from __future__ import annotations

from pathlib import Path

HELP = Path(__file__).parent.parent / "help"
LARGEST_BYTES = 64 << 10
OTHERWISE = "en"


def help_text(language: str, page: str) -> str:
    """What help says about `page` in `language`, else in English; empty where there is nothing."""
    for code in (language, OTHERWISE):
        path = HELP / code / f"{page}.md"
        if page.isidentifier() and path.is_file():
            return path.read_bytes()[:LARGEST_BYTES].decode()
    return ""
