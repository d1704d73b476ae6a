"""What the hub says in English of a medium whose kind does not fit where it was wanted, in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

IS = r"""(?:[\w.]+: )?['"](?P<title>.+)['"] is an? \w+"""
"""A title with an apostrophe in it comes in double quotes."""


def kind_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of the hub's sentences, each with what is said here."""
    return (
        (
            rf"{IS}, not an? picture; .*",
            translate("Sentences", "“{title}” is no picture; choose a picture."),
        ),
        (
            rf"{IS}, not an? announcement; .*",
            translate("Sentences", "“{title}” is no announcement; choose an announcement."),
        ),
        (
            rf"{IS}, not a live stream; .*",
            translate("Sentences", "“{title}” is no live stream; choose a live stream."),
        ),
        (
            rf"{IS}; choose a picture as a poster",
            translate("Sentences", "“{title}” is no picture; choose a picture or a document to be shown first."),
        ),
        (
            rf"{IS}; write a new announcement .*",
            translate("Sentences", "“{title}” has no words that can be changed; write a new announcement."),
        ),
        (rf"{IS}; choose a video", translate("Sentences", "“{title}” is no video; choose a video.")),
        (
            rf"{IS} and has no pages; .*",
            translate("Sentences", "“{title}” has no pages; choose a document."),
        ),
        (
            rf"{IS} and has no file; .*",
            translate("Sentences", "“{title}” has no file that could be replaced; change it instead."),
        ),
        (rf"{IS}, which cannot be cropped; .*", translate("Sentences", "“{title}” cannot be cropped.")),
        (
            rf"{IS}; only a video can be cut",
            translate("Sentences", "“{title}” is no video; only a video can be cut."),
        ),
        (
            r"(?:[\w.]+: )?\d+ to \S+ ms is no part of ['\"](?P<title>.+)['\"], which lasts .*",
            translate("Sentences", "That is no part of “{title}”; choose a beginning before the end, within it."),
        ),
    )
