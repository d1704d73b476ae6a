"""Rows of figures with their goals, as a Markdown table and as JSON."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One case: what was to be, what was measured, whether that is good (None: only for comparison)."""

    case: str
    goal: str
    measured: str
    good: bool | None
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        return {True: "yes", False: "**no**", None: ""}[self.good]


def markdown(rows: Sequence[Row]) -> str:
    """The rows as a table."""
    lines = ["| case | goal | measured | met |", "|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {row.case} | {row.goal} | {row.measured} | {row.verdict} |" for row in rows)])


def conditions(rows: Sequence[Row]) -> str:
    """How quiet the machine was meanwhile; empty where no row says so."""
    known = [row.figures for row in rows if "others_cores" in row.figures]
    if not known:
        return ""
    others, stolen = (statistics.median(each[name] for each in known) for name in ("others_cores", "stolen_cores"))
    pause = max(each["longest_pause_ms"] for each in known)
    return (
        f"\nMeanwhile other programs and the X server took {others:.0%} of a core (median of rows), other machines "
        f"of the host {stolen:.1%}; the longest pause of the machine was {pause:.0f} ms."
    )


def tell(rows: Sequence[Row], json_file: Path | None) -> int:
    """Print the table, write the file where one is wanted; the exit code: 1 where a goal was missed."""
    print(markdown(rows) + "\n" + conditions(rows))
    if json_file is not None:
        json_file.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    return int(any(row.good is False for row in rows))
