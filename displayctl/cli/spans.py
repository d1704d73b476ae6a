"""The options of commands that tell of a span of time on the walls."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FromOption = Annotated[str, typer.Option("--from", metavar="INSTANT", help="As 2026-11-23T00:00; 24 h ago else.")]
ToOption = Annotated[str, typer.Option("--to", metavar="INSTANT", help="Now otherwise.")]
OneWallOption = Annotated[str, typer.Option("--display", metavar="WALL", help="Only this wall.")]
ZoneOption = Annotated[str, typer.Option("--zone", metavar="ZONE", help="Time zone of the instants.")]
CsvOption = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write it as CSV, too.")]
