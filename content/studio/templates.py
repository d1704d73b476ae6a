"""What each kind of announcement looks like: colours, bearing, label and ornament, as values for `typeset` to draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from content.studio.announcement import Announcement, Template
from content.studio.format import colour_of
from schedules.alert import AlertLevel

# So dark that on every colour one of the two reaches the contrast below.
_LIGHT, _DARK = "#ffffff", "#050608"
READABLE_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3


class Bearing(Enum):
    """How the words stand."""

    LEADING = auto()
    CENTRED = auto()


class Heading(Enum):
    """How the template's label is set: on a tab, on a band across the canvas, or between two rules."""

    TAB = auto()
    BAND = auto()
    RULES = auto()


class Ornament(Enum):
    """What is drawn on the ground, beside the words."""

    SIDE_BAR = auto()
    FRAME = auto()
    KAWUNG = auto()
    HORIZON = auto()
    NONE = auto()
    HAZARD = auto()


@dataclass(frozen=True, slots=True)
class Design:
    """One look. `ground_top` and `ground_bottom` are the ends of a gradient; all colours are ``#rrggbb``.

    `largest_title` is the title's largest size as a share of the canvas's shorter side.
    """

    label: str
    ground_top: str
    ground_bottom: str
    accent: str
    title: str = _LIGHT
    body: str = "#e8edf5"
    bearing: Bearing = Bearing.LEADING
    heading: Heading = Heading.TAB
    ornament: Ornament = Ornament.NONE
    serif: bool = False
    largest_title: float = 0.24

    @property
    def on_accent(self) -> str:
        """The colour of letters on the accent."""
        return readable_on(self.accent)

    @property
    def note(self) -> str:
        """The colour of a footer or label on the ground: the accent, where it is readable there."""
        grounds = (self.ground_top, self.ground_bottom)
        readable = min(contrast(ground, self.accent) for ground in grounds) >= READABLE_CONTRAST
        return self.accent if readable else self.body


_DESIGNS = {
    Template.PENGUMUMAN: Design("PENGUMUMAN", "#12376f", "#081a38", "#ffc233", ornament=Ornament.SIDE_BAR),
    Template.DUKA_CITA: Design(
        "BERITA DUKA CITA",
        "#23262b",
        "#0a0b0d",
        "#c9ccd1",
        body="#d9dbdf",
        bearing=Bearing.CENTRED,
        heading=Heading.RULES,
        ornament=Ornament.FRAME,
        serif=True,
        largest_title=0.2,
    ),
    Template.HARI_BESAR: Design(
        "",
        "#c3122f",
        "#6d0718",
        "#ffd166",
        body="#ffeccb",
        bearing=Bearing.CENTRED,
        heading=Heading.RULES,
        ornament=Ornament.KAWUNG,
        largest_title=0.27,
    ),
    Template.LAYANAN_PUBLIK: Design(
        "LAYANAN PUBLIK", "#006a66", "#023a40", "#a6f0c6", body="#e2f5ef", ornament=Ornament.HORIZON
    ),
    Template.IMBAUAN: Design(
        "IMBAUAN", "#2b2f36", "#16181c", "#ffb400", body="#f1f1ee", heading=Heading.BAND, ornament=Ornament.NONE
    ),
    Template.DARURAT: Design(
        "PERINGATAN",
        "#d0021b",
        "#8c0010",
        "#ffffff",
        body="#ffffff",
        bearing=Bearing.CENTRED,
        heading=Heading.BAND,
        ornament=Ornament.HAZARD,
        largest_title=0.32,
    ),
}
_LEVEL_GROUNDS = {
    AlertLevel.AWAS: ("#cf0a1e", "#8f0312"),
    AlertLevel.SIAGA: ("#c04f00", "#8a3800"),
    AlertLevel.WASPADA: ("#0b5cc2", "#063a80"),
}


def design_for(announcement: Announcement) -> Design:
    """The template's design with the announcement's own colours; letters stay readable on whatever was chosen."""
    design = _DESIGNS[announcement.template]
    if announcement.template is Template.DARURAT:
        top, bottom = _LEVEL_GROUNDS[announcement.level]
        label = f"PERINGATAN · {announcement.level.name}"
        design = replace(design, ground_top=top, ground_bottom=bottom, label=label)
    if announcement.background_colour:
        ground = announcement.background_colour
        design = replace(design, ground_top=ground, ground_bottom=ground)
        if min(contrast(ground, design.title), contrast(ground, design.body)) < READABLE_CONTRAST:
            design = replace(design, title=readable_on(ground), body=readable_on(ground))
    if announcement.accent_colour:
        design = replace(design, accent=announcement.accent_colour)
    if design.label and announcement.title.casefold().startswith(design.label.casefold()):
        design = replace(design, label="")  # the words say it already
    return design


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(ground: str) -> str:
    """White or near-black, whichever stands out more."""
    return max((_LIGHT, _DARK), key=lambda colour: contrast(colour, ground))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
