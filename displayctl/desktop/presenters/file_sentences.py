"""Why a file cannot be used, in the operator's language: what the hub says of those that are brought in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def file_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of what is said below, with what is said here; named groups carry over. The first that fits counts."""
    return (*_unreadable(), *_too_large(), *_nothing_to_see())


def _unreadable() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"(?P<name>.+) is empty \(0 bytes\).*",
            translate("Sentences", "{name} is empty (0 bytes); copy it again from where it came."),
        ),
        (
            r"(?P<name>.+) is locked with a password.*",
            translate("Sentences", "{name} is locked with a password; save a copy without one and import that."),
        ),
        (
            r"(?P<name>.+) has no table of contents, .*",
            translate("Sentences", "{name} is incomplete, as when a recording was cut off; record or copy it again."),
        ),
        (
            r"(?P<name>.+) is cut off: its header promises (?P<size>.+), but only (?P<there>.+) are there; .*",
            translate(
                "Sentences",
                "{name} is cut off: it says that it has {size}, but only {there} are there; copy or download it again.",
            ),
        ),
        (
            r"(?P<name>.+) is a damaged PDF.*",
            translate("Sentences", "{name} is a damaged PDF; export it again."),
        ),
        (
            r"(?P<name>.+) is damaged.*",
            translate("Sentences", "{name} is damaged or incomplete; copy it again or save it anew."),
        ),
        (
            r"(?P<name>.+) is no longer there.*",
            translate("Sentences", "{name} is no longer there; choose the file again."),
        ),
    )


def _too_large() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"(?P<name>.+) (?:measures (?P<size>\d+ x \d+) pixels).*",
            translate("Sentences", "{name} measures {size} pixels, more than can be used; make it smaller."),
        ),
        (
            r"page (?P<page>\d+) of (?P<name>.+) measures (?P<size>\d+ x \d+) points; .*",
            translate("Sentences", "Page {page} of {name} is too large to be drawn; choose another."),
        ),
        (
            r"(?P<name>.+) has far more than .* pixels.*",
            translate("Sentences", "{name} has far too many pixels; make it smaller."),
        ),
        (
            r"(?P<name>.+) is larger than (?P<size>\d+ [MG]iB); .*",
            translate("Sentences", "{name} is larger than {size}; choose a smaller file."),
        ),
        (
            r"(?P<name>.+) needs more memory than .*",
            translate("Sentences", "{name} needs more memory than a file may take; make it smaller."),
        ),
        (
            r"no room is left to (?:prepare|make a PDF of) (?P<name>.+); .*",
            translate(
                "Sentences", "The hub's disk is full; {name} was not prepared. Make room there, then add it again."
            ),
        ),
        (
            r"the animation takes longer than an hour; .*",
            translate("Sentences", "The animation takes longer than an hour; save it as MP4."),
        ),
    )


def _nothing_to_see() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"(?P<name>.+) has no moving pictures, only sound.*",
            translate("Sentences", "{name} has no pictures, only sound; a wall needs something to see."),
        ),
        (
            r"(?P<name>.+) holds no picture that can be decoded.*",
            translate("Sentences", "{name} holds no picture that can be shown; save it anew as MP4 (H.264)."),
        ),
        (
            r"(?P<name>.+) made no progress for .*",
            translate("Sentences", "{name} made no progress and was given up; save it anew."),
        ),
        (
            r"(?P<name>.+) is no picture that can be used.*",
            translate("Sentences", "{name} is no picture that can be used; choose a PNG or JPG."),
        ),
        (
            r"(?P<name>.+) has no page (?P<page>\d+); choose one from 1 to (?P<most>\d+)",
            translate("Sentences", "{name} has no page {page}; choose one from 1 to {most}."),
        ),
        (
            r"(?P<name>.+) lasts (?P<length>\S+) s, and is cut to begin after (?P<begins>\S+) s; .*",
            translate(
                "Sentences",
                "{name} lasts {length} s, and is cut to begin after {begins} s, so nothing is left; cut it anew.",
            ),
        ),
    )
