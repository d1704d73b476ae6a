"""What people tell a wall to do now, as hub and desk exchange it: holds, test patterns, restarts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from displayctl.api.message import Document, Instant, Message

MOST_MINUTES = 7 * 24 * 60
ModulePx = Annotated[int, Field(strict=True, ge=16, le=4096)]


class HoldKind(StrEnum):
    """What a wall shows while it is held: all pixels black, or a card that says whose wall it is."""

    BLACKOUT = "blackout"
    SAFE_CARD = "safe-card"


class HoldWish(Message):
    """A wish to take a wall off the air for so many minutes; `reason` is for those who ask later."""

    kind: HoldKind
    minutes: Annotated[int, Field(strict=True, ge=1, le=MOST_MINUTES)] = 60
    reason: Annotated[str, Field(max_length=300)] = ""


class WallHold(Message):
    """How a wall is held. `kind` is what is wanted now (None: nothing), `on_wall` what the wall said last it shows.

    `shown_at` is when all its pixels showed it. The rest tells of the hold that is wanted, or was last.
    `understood` is False where the wall's player is of a former version, which knows of no holds; `stored` is False in
    the answer to an order for which the hub's disk had no room: the wall was told, and the hub forgets it at a restart.
    """

    display_id: str
    kind: HoldKind | None = None
    id: str = ""
    ordered_at: Instant | None = None
    ordered_by: str = ""
    until: Instant | None = None
    reason: str = ""
    on_wall: HoldKind | None = None
    shown_at: Instant | None = None
    understood: bool = True
    stored: bool = True

    @property
    def pending(self) -> bool:
        """Whether the wall has yet to follow: it is away, or the word is on its way."""
        return self.kind is not self.on_wall


class PatternKind(StrEnum):
    """What a test pattern tests: everything at a glance, or one thing thoroughly."""

    ALL = "all"
    GRID = "grid"
    BARS = "bars"
    GRADIENT = "gradient"
    BORDER = "border"
    MODULES = "modules"
    GREYS = "greys"


class PatternWish(Message):
    """A test pattern for so many seconds; then the wall goes on by itself.

    `canvas` is one to try out meanwhile, as the document of a wall has it; its regions and its mask count for nothing.
    `module_px` is the size of the modules that are numbered, width and height.
    """

    kind: PatternKind = PatternKind.ALL
    seconds: Annotated[int, Field(strict=True, ge=10, le=3600)] = 300
    canvas: Document | None = None
    module_px: tuple[ModulePx, ModulePx] = (64, 64)


class WallAnswer(Message):
    """A wall did what it was told, at this instant; `detail` is what else it said."""

    display_id: str
    at: Instant
    detail: str = ""
