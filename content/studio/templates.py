"""What each kind of announcement looks like: colours, bearing, label and ornament, as values for `typeset` to draw."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.studio.announcement import Announcement, Template
from content.studio.contrast import LIGHT, READABLE_CONTRAST, contrast, least_contrast, readable_on
from content.studio.outfit import Bearing, Heading, Ornament, Outfit
from schedules.alert import AlertLevel


@dataclass(frozen=True, slots=True)
class Design:
    """One look. `ground_top` and `ground_bottom` are the ends of a gradient; all colours are ``#rrggbb``.

    `largest_title` is the title's largest size as a share of the canvas's shorter side. `pictogram` stands before the
    label.
    """

    label: str
    ground_top: str
    ground_bottom: str
    accent: str
    title: str = LIGHT
    body: str = "#e8edf5"
    bearing: Bearing = Bearing.LEADING
    heading: Heading = Heading.TAB
    ornament: Ornament = Ornament.NONE
    serif: bool = False
    largest_title: float = 0.24
    pictogram: str = ""

    @property
    def on_accent(self) -> str:
        """The colour of letters on the accent."""
        return readable_on(self.accent)

    @property
    def note(self) -> str:
        """The colour of a footer or label on the ground: the accent, where it is readable there."""
        grounds = (self.ground_top, self.ground_bottom)
        return self.accent if least_contrast(self.accent, grounds) >= READABLE_CONTRAST else self.body


_DESIGNS = {
    Template.PENGUMUMAN: Design(
        "PENGUMUMAN", "#12376f", "#081a38", "#ffc233", ornament=Ornament.SIDE_BAR, pictogram="megaphone"
    ),
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
        "LAYANAN PUBLIK",
        "#006a66",
        "#023a40",
        "#a6f0c6",
        body="#e2f5ef",
        ornament=Ornament.HORIZON,
        pictogram="info",
    ),
    Template.LOWONGAN: Design(
        "LOWONGAN KERJA",
        "#3b2a78",
        "#1b1240",
        "#ffb86b",
        body="#ece8fb",
        heading=Heading.BAND,
        ornament=Ornament.SIDE_BAR,
        pictogram="briefcase",
    ),
    Template.IMBAUAN: Design(
        "IMBAUAN",
        "#2b2f36",
        "#16181c",
        "#ffb400",
        body="#f1f1ee",
        heading=Heading.BAND,
        ornament=Ornament.NONE,
        pictogram="warning",
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
    if announcement.outfit is not None:
        design = _dressed(design, announcement.outfit)
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


def _dressed(design: Design, outfit: Outfit) -> Design:
    """`design` in the look of an office's own template."""
    return replace(
        design,
        label=outfit.label,
        ground_top=outfit.ground_top,
        ground_bottom=outfit.ground_bottom,
        accent=outfit.accent,
        title=outfit.letters,
        body=outfit.letters,
        bearing=outfit.bearing,
        heading=outfit.heading,
        ornament=outfit.ornament,
        serif=outfit.serif,
        pictogram=outfit.pictogram,
    )
