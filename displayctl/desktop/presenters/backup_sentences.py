"""Sentences about what hinders a backup, its test, or bringing it back, in the operator's language; see `sentences`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Sentences = tuple[tuple[str, str], ...]


def backup_sentences() -> Sentences:
    """Patterns of what is said below, with what is said here; named groups carry over."""
    return (*_about_places(), *_about_making(), *_about_what_is_in_it())


def _about_places() -> Sentences:
    return (
        (
            r"(?P<folder>.+) cannot be used \((?P<why>.+)\); try again, or choose another folder",
            translate("Sentences", "{folder} cannot be used ({why}). Try again, or choose another folder."),
        ),
        (
            r"the folder (?P<folder>.+) cannot be read \((?P<why>.+)\); put the stick in again",
            translate("Sentences", "The folder {folder} cannot be read ({why}). Put the stick in again."),
        ),
        (
            r"the backup (?P<name>\S+) is not there any more; .*",
            translate(
                "Sentences", "The backup {name} is not there any more. Put the stick in again, or use another one."
            ),
        ),
        (
            r"the hub runs elsewhere; do this on its own computer: (?P<command>.+)",
            translate("Sentences", "The hub runs elsewhere. Do this on its own computer: {command}"),
        ),
    )


def _about_making() -> Sentences:
    return (
        (
            r"there is nothing to back up in (?P<folder>.+); .*",
            translate("Sentences", "There is nothing to back up in {folder}."),
        ),
        (
            r"the database cannot be copied to (?P<folder>.+) \((?P<why>.+)\); free some space there",
            translate("Sentences", "The database cannot be copied to {folder} ({why}). Free some space there."),
        ),
        (
            r"the copy of (?P<name>.+) is not whole \((?P<why>.+)\); the older backups were kept",
            translate("Sentences", "The copy of {name} is not whole ({why}). The older backups were kept."),
        ),
        (
            r"somebody publishes all the time; .*",
            translate("Sentences", "Somebody publishes all the time. Make the backup again in a minute."),
        ),
        (
            r"opening the backup took longer than (?P<seconds>\d+) s; try again",
            translate("Sentences", "Opening the backup took longer than {seconds} s. Try again."),
        ),
    )


def _about_what_is_in_it() -> Sentences:
    return (
        (
            r"the sealed keys in the backup are damaged; .*",
            translate("Sentences", "The sealed keys in the backup are damaged. Use another backup."),
        ),
        (
            r"the copy cannot be opened: (?P<why>.+)",
            translate("Sentences", "The copy of the backup cannot be opened: {why}"),
        ),
        (
            r"the copy cannot be opened",
            translate("Sentences", "The copy of the backup cannot be opened."),
        ),
        (
            r"the signed files cannot be believed: (?P<why>.+)",
            translate("Sentences", "The signed files in the backup cannot be believed: {why}"),
        ),
        (
            r"the role (?P<role>.+) is not signed by those who may",
            translate("Sentences", "The role {role} in the backup is not signed by those who may sign it."),
        ),
        (
            r"the signed document (?P<name>.+) is not what its digest says",
            translate("Sentences", "The signed document {name} in the backup is damaged."),
        ),
    )
