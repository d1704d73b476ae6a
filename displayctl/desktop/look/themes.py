"""The looks there are, each a set of colours by role: light, dark, and light letters on black for weak eyes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Colour roles as ``#rrggbb``.

    Letters (`text`, `accent`, `danger`, `good`, …) are read on `window`, `surface` and the soft ground of their own
    name; `on_accent` stands on `accent`, `on_alarm` on the fills `alarm`, `drill_alarm`, `awas`, `siaga`, `waspada`.
    `sidebar_…` stand on `sidebar`. `text_faint` is for what may be overlooked: hints in empty fields, what is greyed.
    """

    window: str = "#f4f5f8"
    surface: str = "#ffffff"
    sunken: str = "#eceef3"
    sidebar: str = "#1d2433"
    sidebar_text: str = "#c6cddb"
    sidebar_strong: str = "#ffffff"
    sidebar_faint: str = "#8f9ab0"
    sidebar_raised: str = "#2b3549"
    sidebar_focus: str = "#8fb0ff"
    sidebar_line: str = "#1d2433"
    line: str = "#dfe3ea"
    line_strong: str = "#b9c1ce"
    text: str = "#1b2130"
    text_soft: str = "#566072"
    text_faint: str = "#646e81"
    accent: str = "#2257c9"
    accent_dark: str = "#1a469f"
    accent_soft: str = "#e6edfc"
    on_accent: str = "#ffffff"
    danger: str = "#c3241c"
    danger_dark: str = "#98170f"
    danger_soft: str = "#fdeae8"
    danger_line: str = "#e6a19c"
    drill: str = "#5b3a9e"
    drill_dark: str = "#412675"
    drill_soft: str = "#f1ebfc"
    drill_line: str = "#cbb8ec"
    warning: str = "#8a5a00"
    warning_soft: str = "#fff3d6"
    warning_line: str = "#efd79a"
    good: str = "#1c7a45"
    good_soft: str = "#e2f4e9"
    good_line: str = "#b5dec6"
    alarm: str = "#c3241c"
    alarm_dark: str = "#98170f"
    alarm_line: str = "#c3241c"
    drill_alarm: str = "#5b3a9e"
    drill_alarm_dark: str = "#412675"
    awas: str = "#c3241c"
    siaga: str = "#b25a00"
    waspada: str = "#0a55b5"
    on_alarm: str = "#ffffff"
    emergency_window: str = "#fff5f4"
    drill_window: str = "#f8f5ff"
    filler: str = "#d7dce5"
    map_sea: str = "#e4eef6"
    map_land: str = "#fbfaf5"
    map_line: str = "#c9c2ae"


@dataclass(frozen=True, slots=True)
class Theme:
    """A look. `hues` tell playlists on a calendar apart; white letters stand on them. `drawn` picks, of the drawings
    that a style sheet cannot tint, those for this ground: ``soft`` or ``pale``; `tick` is that of a checked box."""

    name: str
    colours: Colours
    hues: tuple[str, ...]
    dark: bool = False
    drawn: str = "soft"
    tick: str = "white"


_HUES = ("#2257c9", "#0e7c86", "#7a3fb8", "#b4531a", "#1c7a45", "#b02a6b", "#5a6b1e", "#3d5a80")
_DEEP_HUES = ("#1b47a6", "#0a5a62", "#61309a", "#843a10", "#135a33", "#8a1f54", "#445213", "#2f4766")

LIGHT = Theme("light", Colours(), _HUES)

DARK = Theme(
    "dark",
    Colours(
        window="#12151c",
        surface="#1b202b",
        sunken="#242b39",
        sidebar="#0c0f15",
        sidebar_text="#c6cddb",
        sidebar_faint="#8490a5",
        sidebar_raised="#26304a",
        sidebar_line="#2f3747",
        line="#2f3747",
        line_strong="#5a667d",
        text="#e8ebf2",
        text_soft="#a9b3c5",
        text_faint="#8b97ac",
        accent="#7ea8ff",
        accent_dark="#a3c1ff",
        accent_soft="#22304f",
        on_accent="#0b1426",
        danger="#ff8f85",
        danger_dark="#ffb0a8",
        danger_soft="#43191a",
        danger_line="#8a3b37",
        drill="#c3a6ff",
        drill_dark="#dccaff",
        drill_soft="#2e2347",
        drill_line="#6a52a0",
        warning="#f0b84a",
        warning_soft="#3d2f0f",
        warning_line="#7a5f1c",
        good="#6fd49a",
        good_soft="#143524",
        good_line="#2f7a54",
        drill_alarm="#6d49b8",
        drill_alarm_dark="#50328c",
        waspada="#2a6bd0",
        emergency_window="#2a1113",
        drill_window="#1d1730",
        filler="#3a4352",
        map_sea="#16202c",
        map_land="#252b33",
        map_line="#55606f",
    ),
    _HUES,
    dark=True,
    drawn="pale",
    tick="dark",
)

CONTRAST = Theme(
    "contrast",
    Colours(
        window="#000000",
        surface="#000000",
        sunken="#1a1a1a",
        sidebar="#000000",
        sidebar_text="#ffffff",
        sidebar_faint="#b3b3b3",
        sidebar_raised="#262626",
        sidebar_focus="#ffd54a",
        sidebar_line="#8c8c8c",
        line="#8c8c8c",
        line_strong="#ffffff",
        text="#ffffff",
        text_soft="#e0e0e0",
        text_faint="#b3b3b3",
        accent="#7fd4ff",
        accent_dark="#b8e7ff",
        accent_soft="#003350",
        on_accent="#000000",
        danger="#ffa39b",
        danger_dark="#ffc4be",
        danger_soft="#3a0000",
        danger_line="#ffa39b",
        drill="#d9c2ff",
        drill_dark="#ece0ff",
        drill_soft="#23104a",
        drill_line="#d9c2ff",
        warning="#ffd54a",
        warning_soft="#332600",
        warning_line="#ffd54a",
        good="#7df0a8",
        good_soft="#00301a",
        good_line="#7df0a8",
        alarm="#a3120b",
        alarm_dark="#7a0a05",
        alarm_line="#ffffff",
        drill_alarm="#4b2a91",
        drill_alarm_dark="#351a6e",
        awas="#a3120b",
        siaga="#8a4200",
        waspada="#0a4a9e",
        emergency_window="#240000",
        drill_window="#160a30",
        filler="#4d4d4d",
        map_sea="#001524",
        map_land="#1f1f1f",
        map_line="#a6a6a6",
    ),
    _DEEP_HUES,
    dark=True,
    drawn="pale",
    tick="dark",
)

THEMES = (LIGHT, DARK, CONTRAST)
