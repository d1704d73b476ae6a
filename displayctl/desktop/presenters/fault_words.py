"""What players say is wrong on a wall, in the operator's language, with the names of media."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.desktop.presenters.refusal_words import rule_words
from displayctl.desktop.presenters.sentences import figure_words, say_sentence
from displayctl.desktop.presenters.stream_fault_words import stream_reasons

translate = QCoreApplication.translate
_FAULT = re.compile(r"(?P<kind>[a-z]+(?:-[a-z]+)*)(?: \((?P<medium>[^()]+)\))?: (?P<detail>.*)", re.DOTALL)
_LIBVLC = re.compile(r"this libVLC shows frames (?P<found>[-\d.]+) ms after their time, not (?P<known>[\d.]+);")
_SHORT = re.compile(r"is over after (?P<reached>\d+) of its (?P<length>\d+) ms;")
QUARANTINED, STREAM_LOST = "medium-quarantined", "stream-lost"


def say_fault(line: str, title_of: Callable[[str], str]) -> str:
    """A sentence of a player; `title_of` names a medium by its id."""
    found = _FAULT.fullmatch(line.strip())
    if found is None:
        return say_sentence(line)
    if found["kind"] == "refused":
        return rule_words(found["medium"] or "", found["detail"]) or say_sentence(line)
    words = _reason(found["detail"]) or _words(found["kind"])
    if not words:
        return say_sentence(line)
    title = title_of(found["medium"]) if found["medium"] else translate("Faults", "One item")
    return words.format(title=title)


def media_with(kind: str, faults: Iterable[str]) -> frozenset[str]:
    """The ids of media that `faults` of one kind name."""
    found = (_FAULT.fullmatch(line.strip()) for line in faults)
    return frozenset(each["medium"] for each in found if each is not None and each["kind"] == kind and each["medium"])


def fault_about(medium_id: str, kind: str, faults: Iterable[str]) -> str:
    """The newest of `faults` that is of this kind and names this medium; empty where there is none."""
    return next((line for line in faults if medium_id in media_with(kind, (line,))), "")


def _reason(detail: str) -> str:
    """What is wrong with an item, or with the decoders; empty for what is unknown.

    A player says the name of the file first, which nobody at the desk knows.
    """
    if (found := _LIBVLC.search(detail)) is not None:
        words = translate(
            "Faults",
            "The video software of this player shows pictures {found} ms late instead of {known} ms, so each item "
            "begins a little off at first. Compare its VLC packages.",
        )
        return words.format(**{name: figure_words(value) for name, value in found.groupdict().items()})
    if (found := _SHORT.search(detail)) is not None:
        words = translate(
            "Faults", "“{title}” is over after {reached} s, though it should last {length} s; import it again."
        )
        return words.format(title="{title}", **{name: _seconds(ms) for name, ms in found.groupdict().items()})
    return next((words for part, words in (*_too_much(), *_unsound(), *stream_reasons()) if part in detail), "")


def _seconds(ms: str) -> str:
    return QLocale().toString(int(ms) / 1000, "f", 1)


def _too_much() -> tuple[tuple[str, str], ...]:
    """What a machine cannot do, by a part of what its player says."""
    return (
        (
            "cannot keep its pace",
            translate("Faults", "The player's machine is busy with other work; “{title}” loses pictures for a moment."),
        ),
        (
            "is far too heavy",
            translate("Faults", "“{title}” is far too heavy for the player's machine and left out; make it lighter."),
        ),
        (
            "is too heavy",
            translate("Faults", "“{title}” is too heavy for the player's machine and loses pictures; make it lighter."),
        ),
        ("gave no picture in time", translate("Faults", "“{title}” gave no picture in time and was passed over.")),
        (
            "libVLC is missing",
            translate("Faults", "The player has no video software (libVLC), so it shows no videos. Install it there."),
        ),
        ("a decoder at rest", translate("Faults", "A decoder that had nothing to do was started anew.")),
        (
            "MB of memory, more than",
            translate(
                "Faults", "“{title}” takes more memory on the wall than it may; make it lighter or import it again."
            ),
        ),
        (
            "lies beside every output",
            translate("Faults", "The wall's pixels lie beside the output of its player. Correct where they begin."),
        ),
    )


def _unsound() -> tuple[tuple[str, str], ...]:
    """What is wrong with a file, by a part of what a player says."""
    return (
        (
            "does not have its pictures",
            translate("Faults", "“{title}” does not have its pictures at even times; import it again."),
        ),
        (
            "changes the size",
            translate("Faults", "“{title}” changes the size of its pictures and loses some there; import it again."),
        ),
        (
            "lacks key frames",
            translate("Faults", "“{title}” cannot be joined in its middle, for want of key frames; import it again."),
        ),
        (
            "is an animation",
            translate("Faults", "“{title}” is an animation that stands still on the wall; import it again."),
        ),
        (
            "no picture that can be decoded",
            translate("Faults", "“{title}” has no pictures that can be decoded. Upload it anew."),
        ),
        (
            "no moving pictures can be shown here",
            translate("Faults", "“{title}” is a video, and only pictures are shown in this place."),
        ),
    )


def _words(kind: str) -> str:
    return {
        "medium-missing": translate("Faults", "“{title}” is not on the player yet; something else is shown."),
        "medium-broken": translate("Faults", "“{title}” cannot be decoded on this wall; something else is shown."),
        QUARANTINED: translate(
            "Faults", "“{title}” failed again and again on this wall and is left out there. Upload it anew."
        ),
        STREAM_LOST: translate("Faults", "The live stream “{title}” does not answer; filler is shown meanwhile."),
        "decoder-lost": translate("Faults", "A decoder was started anew while “{title}” was shown."),
        "overlay-broken": translate("Faults", "The picture of an emergency message cannot be shown."),
        "stage-failed": translate("Faults", "The part of the player that paints was started anew."),
    }.get(kind, "")
