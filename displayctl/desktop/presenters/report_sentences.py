"""Sentences about reports that cannot be made, in the operator's language; see `sentences`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def report_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of what is said below, with what is said here; named groups carry over."""
    return (
        (
            r"month: the month (?P<month>\S+) is not over yet; .*",
            translate("Sentences", "The month {month} is not over yet. Choose the one before it."),
        ),
        (
            r"rows: (?P<count>\d+) rows are too many for one file; .*",
            translate("Sentences", "{count} rows are too many for one file. Choose fewer walls or days."),
        ),
    )
