"""What players say is wrong on a wall, in the operator's language, with the names of media."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.sentences import say_sentence

translate = QCoreApplication.translate
_FAULT = re.compile(r"(?P<kind>[a-z]+(?:-[a-z]+)*)(?: \((?P<medium>[^()]+)\))?: (?P<detail>.*)", re.DOTALL)
_LIBVLC = re.compile(r"this libVLC shows frames (?P<found>[-\d.]+) ms after their time, not (?P<known>[\d.]+);.*")
QUARANTINED, STREAM_LOST, LATE = "medium-quarantined", "stream-lost", "late"


def say_fault(line: str, title_of: Callable[[str], str]) -> str:
    """A sentence of a player; `title_of` names a medium by its id."""
    found = _FAULT.fullmatch(line.strip())
    if found is None:
        return say_sentence(line)
    words = _late(found["detail"]) if found["kind"] == LATE else _words(found["kind"])
    if not words:
        return say_sentence(line)
    title = title_of(found["medium"]) if found["medium"] else translate("Faults", "One item")
    return words.format(title=title)


def media_with(kind: str, faults: Iterable[str]) -> frozenset[str]:
    """The ids of media that `faults` of one kind name."""
    found = (_FAULT.fullmatch(line.strip()) for line in faults)
    return frozenset(each["medium"] for each in found if each is not None and each["kind"] == kind and each["medium"])


def _late(detail: str) -> str:
    """Of what is not shown at its time; empty for what is unknown."""
    if (found := _LIBVLC.fullmatch(detail)) is not None:
        words = translate(
            "Faults",
            "The video software of this player shows pictures {found} ms late instead of {known} ms, so each item "
            "begins a little off at first. Compare its VLC packages.",
        )
        return words.format(**found.groupdict())
    known = {
        "cannot keep its pace": translate(
            "Faults", "The player's machine is busy with other work; “{title}” loses pictures for a moment."
        ),
        "is too heavy": translate(
            "Faults", "“{title}” is too heavy for the player's machine and loses pictures; make it lighter."
        ),
        "does not have its pictures": translate(
            "Faults", "“{title}” does not have its pictures at even times; import it again."
        ),
        "changes the size": translate(
            "Faults", "“{title}” changes the size of its pictures and loses some there; import it again."
        ),
        "gave no picture": translate("Faults", "“{title}” gave no picture in time and was passed over."),
    }
    return next((words for begins, words in known.items() if detail.startswith(begins)), "")


def _words(kind: str) -> str:
    return {
        "medium-missing": translate("Faults", "“{title}” is not on the player yet; something else is shown."),
        "medium-broken": translate("Faults", "“{title}” cannot be decoded on this wall; something else is shown."),
        QUARANTINED: translate(
            "Faults", "“{title}” has stopped its decoder twice and is left out on this wall. Upload it anew."
        ),
        STREAM_LOST: translate("Faults", "The live stream “{title}” does not answer; filler is shown meanwhile."),
        "decoder-lost": translate("Faults", "A decoder was started anew while “{title}” was shown."),
        "overlay-broken": translate("Faults", "The picture of an emergency message cannot be shown."),
        "stage-failed": translate("Faults", "The part of the player that paints was started anew."),
    }.get(kind, "")
