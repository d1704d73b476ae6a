"""Sentences about files, folders and ports that the system would not give, each with its own next step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def system_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns, and what is said."""
    return (*_unread(), *_ports())


def _unread() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"the key (?P<path>.+) cannot be read \((?P<why>.+)\); .*",
            translate("Sentences", "The key {path} cannot be read ({why}). Bring its backup back."),
        ),
        (
            r"the invitation (?P<path>.+) cannot be read \((?P<why>.+)\); .*",
            translate("Sentences", "The invitation {path} cannot be read ({why}). Name another file."),
        ),
        (
            r"the proposal (?P<path>.+) cannot be read \((?P<why>.+)\); .*",
            translate("Sentences", "The proposal {path} cannot be read ({why}). Name another file."),
        ),
        (
            r"the backup (?P<name>.+) cannot be read \((?P<why>.+)\); .*",
            translate("Sentences", "The backup {name} cannot be read ({why}). Use another one."),
        ),
        (
            r"(?P<name>.+): it cannot be read \((?P<why>.+)\)",
            translate("Sentences", "{name}: it cannot be read ({why})."),
        ),
        (
            r"(?P<path>.+) could not be read to its end \((?P<why>.+)\); try again",
            translate("Sentences", "{path} could not be read to its end ({why}). Try again."),
        ),
        (
            r"(?P<folder>.+) takes no new folder \((?P<why>.+)\); .*",
            translate("Sentences", "No folder can be made in {folder} ({why}). Free some space there."),
        ),
        (
            r"(?P<name>.+) is missing from the repository in (?P<folder>.+) \((?P<why>.+)\); bring a backup back, .*",
            translate("Sentences", "{name} is missing in {folder} ({why}). Bring a backup of the hub back."),
        ),
    )


def _ports() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"(?:no hub answers at (?P<url>\S+)|the hub at (?P<other>\S+) is not reachable) \((?P<why>.+)\)(?:; .*)?",
            translate("Sentences", "The hub is out of reach ({why})."),
        ),
        (
            r"port (?P<port>\d+)(?: on \S+)? cannot be listened on \((?P<why>.+?)\): .*",
            translate("Sentences", "Port {port} of this computer is not free ({why}). Choose another with --port."),
        ),
    )
