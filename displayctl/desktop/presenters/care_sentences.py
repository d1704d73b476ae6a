"""Sentences about accounts, backups and the wall in a window in the operator's language; see `sentences`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def care_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of what is said below, with what is said here; named groups carry over."""
    return (
        (
            r"this is for people with an account; .*",
            translate("Sentences", "This is for people with an account; sign in first."),
        ),
        (
            r"no room is left for (?P<name>.+) in (?P<folder>.+); remove files from that disk.*",
            translate(
                "Sentences", "No room is left for {name} in {folder}. Remove files from that disk, then try again."
            ),
        ),
        (
            r"(?P<count>\d+) forms are too many or too long to be kept.*",
            translate("Sentences", "Too much is typed and not saved ({count} more than can be kept)."),
        ),
        (
            r"(?P<count>\d+) changes more than can be kept wait for the hub.*",
            translate("Sentences", "Too many changes wait for the hub ({count} more than can be kept)."),
        ),
        (
            r"the settings cannot be written to (?P<file>.+); .*",
            translate(
                "Sentences",
                "The settings cannot be written to {file}, so they count only until displayctl is closed. Make room "
                "there, or look whether that folder may be written.",
            ),
        ),
        (
            r"the folder (?P<folder>.+) is not there; put the stick in.*",
            translate("Sentences", "The folder {folder} is not there. Put the stick in, or choose another folder."),
        ),
        (
            r"the folder (?P<folder>.+) is gone; was the stick pulled out\?.*",
            translate("Sentences", "The folder {folder} is gone; was the stick pulled out? Put it in and begin again."),
        ),
        (
            r"(?P<folder>.+) is full; nothing was changed\. Free some space there.*",
            translate(
                "Sentences",
                "{folder} is full; nothing was changed. Free some space there, or choose another folder.",
            ),
        ),
        (
            r"(?P<folder>.+) has (?P<free>\d+) MB left, and the backup needs (?P<wanted>\d+) MB.*",
            translate(
                "Sentences",
                "{folder} has {free} MB left, and the backup needs {wanted} MB. Free some space there, or choose "
                "another folder.",
            ),
        ),
        (
            r"the backup (?P<name>\S+) was made by a newer displayctl.*",
            translate(
                "Sentences",
                "The backup {name} was made by a newer displayctl. Install that version, and bring it back with that "
                "one.",
            ),
        ),
        (
            r"the backup (?P<name>\S+) is damaged.*",
            translate("Sentences", "The backup {name} is damaged; use another one."),
        ),
        (
            r"a medium in the backup (?P<name>\S+) is damaged or gone.*",
            translate(
                "Sentences",
                "A medium in the backup {name} is damaged or gone; nothing was changed. Test the backup, and use "
                "another one.",
            ),
        ),
        (
            r"(?P<name>.+) in the backup(?: \S+)? is damaged or gone.*",
            translate("Sentences", "{name} in the backup is damaged or gone; use another backup."),
        ),
        (
            r"the hub runs as a service of its own.*",
            translate(
                "Sentences",
                "The hub runs as a service of its own. Stop it, then bring the backup back with: displayctl backup "
                "restore",
            ),
        ),
        (
            r"a hub works on (?P<folder>.+); stop it.*",
            translate("Sentences", "Another hub works on {folder}. Stop it, then bring the backup back."),
        ),
        (
            r"(?P<folder>.+) lies inside what is backed up.*",
            translate(
                "Sentences", "{folder} lies inside what is backed up. Choose a folder elsewhere, best on another disk."
            ),
        ),
        (
            r"this is not the passphrase that the keys were sealed with.*",
            translate("Sentences", "This is not the passphrase that the keys were sealed with. Try again."),
        ),
        (
            r"the player ended at once: (?P<why>.+)",
            translate("Sentences", "The player in the window did not come up: {why}"),
        ),
        (
            r"the hub (?P<url>\S+) is not on this computer.*",
            translate(
                "Sentences",
                "The hub {url} is not on this computer. Open the window where the hub runs, or pair a player.",
            ),
        ),
        (
            r"the player in the window was not heard of within a minute; see (?P<log>.+)",
            translate("Sentences", "The player in the window was not heard of within a minute; see {log}"),
        ),
    )
