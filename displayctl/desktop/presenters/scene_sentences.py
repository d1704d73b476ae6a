"""What the hub says in English about parts of walls, running text and the health of walls, in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def scene_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of the hub's sentences, each with what is said here."""
    return (
        (
            r"(?P<wall>.+): the check-up of (?P<day>\d{4}-\d{2}-\d{2}) found the machine not fit",
            translate("Sentences", "{wall}: the check-up of {day} found that its machine is too weak."),
        ),
        (
            r"(?P<wall>.+): its videos \(.+\) are decoded (?P<n>\S+) times as fast as needed; (?P<least>\S+) is .*",
            translate(
                "Sentences",
                "{wall}: videos are decoded only {n} times as fast as needed ({least} is the least), so they may "
                "stutter. Use a lower frame rate, fewer parts or a stronger machine.",
            ),
        ),
        (
            r"(?:display\.canvas\.regions: )?slot '(?P<slot>.+)' is booked into the region '(?P<region>.+)'; .*",
            translate("Sentences", "The slot “{slot}” is booked into the part “{region}”; move or delete it first."),
        ),
        (
            r"(?:slot\.region: )?'(?P<wall>.+)' has no loop region '(?P<region>.+)'; .*",
            translate("Sentences", "“{wall}” has no part “{region}”; choose another or the main picture."),
        ),
    )
