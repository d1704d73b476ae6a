"""What stands in log files, in words for people where they are known; else as it stands there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.care.log_file import Level, LogEntry

translate = QCoreApplication.translate
MOST_FACTS = 400


def level_words(level: Level) -> str:
    """As ``galat``."""
    return {
        Level.DEBUG: translate("Log", "detail"),
        Level.INFO: translate("Log", "note"),
        Level.WARNING: translate("Log", "warning"),
        Level.ERROR: translate("Log", "error"),
    }.get(level, translate("Log", "grave"))


def event_words(entry: LogEntry) -> str:
    """What an entry says, in a sentence where it is known."""
    facts = dict(entry.facts)
    known = _known().get(entry.event)
    if known is not None:
        return known.format_map(_Blank(facts))
    tail = " · ".join(f"{name}: {value}" for name, value in entry.facts)[:MOST_FACTS]
    return f"{entry.event}  {tail}".strip()


def whole_words(entry: LogEntry) -> str:
    """Everything an entry holds, for reading and copying."""
    lines = [
        f"{entry.at.isoformat() if entry.at else '–'}  {entry.level.name}  {entry.event}",
        *(f"{name}: {value}" for name, value in entry.facts),
        entry.more,
    ]
    return "\n".join(line for line in lines if line)


def _known() -> dict[str, str]:
    return {
        "clockwork job failed": translate("Log", "A job that the hub does by itself failed: {job}."),
        "request failed": translate("Log", "The hub could not answer a request ({method} {path})."),
        "job failed": translate("Log", "Work on a medium failed (job {job})."),
        "visiting a feed failed": translate("Log", "A source of warnings could not be read: {feed}."),
        "the data of a card did not come": translate("Log", "The data of a card did not come: {why}"),
        "unreadable play record": translate("Log", "The wall {display} sent a record of plays that cannot be read."),
        "unreadable message": translate("Log", "The wall {display} sent a message that cannot be read."),
        "unsigned message; the link is ended": translate(
            "Log", "The wall {display} sent a message without a signature; its link was ended."
        ),
        "no room for pictures of an emergency": translate("Log", "No room is left for pictures of an emergency."),
        "emergencies are not written yet": translate("Log", "Emergencies wait to be written to the database."),
        "the hub's certificate was renewed": translate("Log", "The hub's certificate was renewed."),
        "the desktop begins": translate("Log", "The desktop was opened."),
        "the desktop ends": translate("Log", "The desktop was closed."),
        "the hub answers": translate("Log", "The hub answers at {url}."),
        "the hub cannot be reached": translate("Log", "The hub cannot be reached: {why}"),
        "work failed": translate("Log", "Something that was asked for did not work: {why}"),
        "unexpected error": translate("Log", "A part of the window broke: {what}"),
        "Qt complains": translate("Log", "The drawing library complains: {what}"),
    }


class _Blank(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"
