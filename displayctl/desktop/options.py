"""How the desktop is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """How the desktop is opened. `hub` speaks to a hub that runs elsewhere; else this installation's own is used.

    `language`, `page` and `size` overrule what was kept from the last time.
    """

    data: Path | None = None
    hub: str | None = None
    language: str | None = None
    page: str | None = None
    size: tuple[int, int] | None = None
