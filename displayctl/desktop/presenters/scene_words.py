"""How a wall is put together, in words: transitions, motion of pictures, kinds of regions, clocks, corners."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from schedules.clock_face import ClockStyle
from schedules.region import MAIN, Corner, RegionKind
from schedules.transition import Motion, Transition, TransitionKind

translate = QCoreApplication.translate


def transition_kind_words(kind: TransitionKind) -> str:
    """What a transition does."""
    return {
        TransitionKind.CUT: translate("Scene", "Cut at once"),
        TransitionKind.CROSSFADE: translate("Scene", "Cross-fade"),
        TransitionKind.SLIDE: translate("Scene", "Slide in from the right"),
    }[kind]


def transition_words(transition: Transition) -> str:
    """As ``pudar silang 0,8 dtk``; empty for a cut."""
    seconds = QLocale().toString(transition.duration.total_seconds(), "g", 3)
    return {
        TransitionKind.CUT: "",
        TransitionKind.CROSSFADE: translate("Scene", "cross-fade {n} s"),
        TransitionKind.SLIDE: translate("Scene", "slide {n} s"),
    }[transition.kind].format(n=seconds)


def motion_words(motion: Motion) -> str:
    """How a picture moves while it is shown."""
    return {
        Motion.NONE: translate("Scene", "Stands still"),
        Motion.ZOOM_IN: translate("Scene", "Slowly closer"),
        Motion.ZOOM_OUT: translate("Scene", "Slowly farther"),
        Motion.PAN_LEFT: translate("Scene", "Slowly to the left"),
        Motion.PAN_RIGHT: translate("Scene", "Slowly to the right"),
    }[motion]


def region_kind_words(kind: RegionKind) -> str:
    """What a region shows."""
    return {
        RegionKind.LOOP: translate("Scene", "Pictures and videos"),
        RegionKind.TICKER: translate("Scene", "Running text"),
        RegionKind.CLOCK: translate("Scene", "Clock"),
        RegionKind.LOGO: translate("Scene", "Logo"),
    }[kind]


def region_words(name: str) -> str:
    """A loop region as people call it; empty and ``utama`` are the main picture."""
    return translate("Scene", "Main picture") if name in ("", MAIN) else name


def clock_style_words(style: ClockStyle) -> str:
    """What a clock says."""
    return {
        ClockStyle.TIME: translate("Scene", "Time"),
        ClockStyle.DATE: translate("Scene", "Date"),
        ClockStyle.DATE_TIME: translate("Scene", "Date and time"),
    }[style]


def corner_words(corner: Corner) -> str:
    """Where in a wall."""
    return {
        Corner.TOP_LEFT: translate("Scene", "Top left"),
        Corner.TOP_RIGHT: translate("Scene", "Top right"),
        Corner.BOTTOM_LEFT: translate("Scene", "Bottom left"),
        Corner.BOTTOM_RIGHT: translate("Scene", "Bottom right"),
    }[corner]
