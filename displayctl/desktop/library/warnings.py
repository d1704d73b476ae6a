"""What a person should know of a medium before it is booked: flashes, noise, small letters, cut edges, haste."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from displayctl.api.media_choices import EVERY_WALL, WHOLE, Crop
from displayctl.api.models import MediumInfo, MediumKind, MediumState
from displayctl.desktop.library.ground import Ground, WallShape, WallVoice

LEAST_LETTERS_PX = 12
"""Lines of letters below this height cannot be read on a wall of lights, whatever the distance."""
MOST_ENLARGED = 2.0
MOST_CUT, MOST_EMPTY = 0.2, 0.35
LOUDEST_LUFS, NEAR_HOMES_LU = -18.0, 3.0
"""How loud the loudest three seconds may be where people pass (EBU R 128 s1: 5 LU above the average), and how much less
on walls with quiet hours, which somebody lives beside."""
WORDS_A_SECOND, GLANCE = 2.5, timedelta(seconds=2)
"""How fast people read who pass by, and how long it takes them to look up."""
_FILES = (MediumKind.PICTURE, MediumKind.ANIMATION, MediumKind.VIDEO, MediumKind.DOCUMENT)


class Trouble(StrEnum):
    """What may be wrong with a medium, the gravest first."""

    FLASHES = "flashes"
    TOO_LOUD = "too-loud"
    SMALL_LETTERS = "small-letters"
    TOO_SHORT = "too-short"
    BLURRED = "blurred"
    CUT = "cut"
    EMPTY = "empty"


OF_SIZE = frozenset({Trouble.BLURRED, Trouble.CUT, Trouble.EMPTY})
"""Those that come of another size or shape than the wall's."""


@dataclass(frozen=True, slots=True)
class MediumWarning:
    """One of them: `walls` or a `playlist` where it is so, and how much (flashes a second, LUFS, pixels, seconds,
    percent; `enough` is what would do)."""

    trouble: Trouble
    amount: float
    enough: float = 0.0
    walls: tuple[str, ...] = ()
    playlist: str = ""


def warnings_of(medium: MediumInfo, ground: Ground) -> tuple[MediumWarning, ...]:
    """Everything that may be wrong, the gravest first; nothing while it is not ready."""
    if medium.state is not MediumState.READY or medium.stream is not None:
        return ()
    found: list[MediumWarning] = []
    if medium.findings is not None and medium.findings.flashing:
        found.append(MediumWarning(Trouble.FLASHES, medium.findings.flashes))
    found += _too_loud(medium, ground)
    if medium.announcement is not None:
        found += _too_short(medium, ground)
    if medium.kind in _FILES and medium.width_px and medium.height_px:
        for shape in ground.shapes:
            found += _on_wall(medium, shape)
    order = list(Trouble)
    return tuple(sorted(_joined(found), key=lambda warning: order.index(warning.trouble)))


def shown_part(medium: MediumInfo, shape: WallShape) -> tuple[float, float]:
    """Width and height in pixels of what is used of a medium on walls of this shape."""
    crop = medium.crops.get(shape.format, medium.crops.get(EVERY_WALL, _ALL))
    return medium.width_px * crop.width / WHOLE, medium.height_px * crop.height / WHOLE


_ALL = Crop(x=0, y=0, width=WHOLE, height=WHOLE)


def _on_wall(medium: MediumInfo, shape: WallShape) -> list[MediumWarning]:
    width, height = shown_part(medium, shape)
    across, down = shape.width_px / width, shape.height_px / height
    scale = max(across, down) if medium.fit == "cover" else min(across, down)
    found: list[MediumWarning] = []
    if medium.kind is MediumKind.DOCUMENT:
        found += _small_letters(medium, shape, scale * height)
    elif scale > MOST_ENLARGED:  # of a document every size is sharp
        found.append(MediumWarning(Trouble.BLURRED, scale, walls=shape.names))
    lost = 1 - min(across, down) / max(across, down)
    if medium.fit == "cover" and lost > MOST_CUT:
        found.append(MediumWarning(Trouble.CUT, round(lost * 100), walls=shape.names))
    if medium.fit == "contain" and lost > MOST_EMPTY:
        found.append(MediumWarning(Trouble.EMPTY, round(lost * 100), walls=shape.names))
    return found


def _small_letters(medium: MediumInfo, shape: WallShape, height_px: float) -> list[MediumWarning]:
    share = medium.findings.letters / WHOLE if medium.findings is not None else 0.0
    whole_page_px = height_px * medium.height_px / max(1.0, shown_part(medium, shape)[1])
    letters_px = share * whole_page_px
    if not 0 < letters_px < LEAST_LETTERS_PX:
        return []
    return [MediumWarning(Trouble.SMALL_LETTERS, round(letters_px, 1), LEAST_LETTERS_PX, shape.names)]


def _too_loud(medium: MediumInfo, ground: Ground) -> list[MediumWarning]:
    """On which walls the loudest passage startles people, told for the worst of them. Every sound is levelled for the
    walls, so this is about what they play, not about the file."""
    sound = medium.findings.sound if medium.findings is not None else None
    if sound is None or sound.loudest_lufs is None or medium.muted:
        return []
    loud = [(sound.loudest_lufs + gain_db(voice.volume), most_lufs(voice), voice.names) for voice in ground.voices]
    over = [each for each in loud if each[0] > each[1]]
    if not over:
        return []
    amount, enough, _ = max(over, key=lambda each: each[0] - each[1])
    names = tuple(name for _, _, voices in over for name in voices)
    return [MediumWarning(Trouble.TOO_LOUD, round(amount, 1), enough, names)]


def most_lufs(voice: WallVoice) -> float:
    """How loud the loudest passage may be there."""
    return LOUDEST_LUFS - (NEAR_HOMES_LU if voice.near_homes else 0.0)


def gain_db(volume: int) -> float:
    """What a wall's volume in percent does to a sound: players multiply by its cube, as libVLC does."""
    return 60 * math.log10(volume / 100)


def _too_short(medium: MediumInfo, ground: Ground) -> list[MediumWarning]:
    needed = time_to_read(medium)
    return [
        MediumWarning(
            Trouble.TOO_SHORT, shown.duration.total_seconds(), round(needed.total_seconds()), playlist=shown.playlist
        )
        for shown in ground.shown.get(medium.id, ())
        if shown.duration < needed
    ]


def time_to_read(medium: MediumInfo) -> timedelta:
    """How long people who pass by take for the words of an announcement, its facts among them."""
    said = medium.announcement or {}
    parts = [str(said.get(name, "")) for name in ("title", "body", "footer")]
    parts += [f"{fact.get('before', '')} {fact.get('words', '')}" for fact in said.get("details", ())]
    return GLANCE + timedelta(seconds=sum(len(part.split()) for part in parts) / WORDS_A_SECOND)


def _joined(warnings: list[MediumWarning]) -> list[MediumWarning]:
    """Of one kind only the worst for walls of several sizes, with the names of them all."""
    worst: dict[tuple[Trouble, str], MediumWarning] = {}
    for warning in warnings:
        key = (warning.trouble, warning.playlist)
        known = worst.get(key)
        if known is None:
            worst[key] = warning
            continue
        less = warning.trouble is Trouble.SMALL_LETTERS
        amount = min(known.amount, warning.amount) if less else max(known.amount, warning.amount)
        worst[key] = MediumWarning(
            warning.trouble, amount, warning.enough, tuple(dict.fromkeys((*known.walls, *warning.walls)))
        )
    return list(worst.values())
