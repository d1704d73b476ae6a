"""How many actions each of the five tasks may take: read from the guide's page, where operators see it, too."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "panduan" / "lima-tugas.md"
_ROW = re.compile(r"^\| (?P<name>[a-z-]+) \|.*\| (?P<most>\d+) \|$", re.MULTILINE)


def read_budgets(page: Path = PAGE) -> dict[str, int]:
    """The most actions by a task's name. Raises OSError."""
    return {row["name"]: int(row["most"]) for row in _ROW.finditer(page.read_text(encoding="utf-8"))}
