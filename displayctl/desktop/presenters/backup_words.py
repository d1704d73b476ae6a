"""Backups in words: what a test found, what would be lost, how old the last one is."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from displayctl.desk.backups.losing import Loss
from displayctl.desk.backups.plan import LastBackup
from displayctl.desk.backups.trying import Verdict
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.submission_words import moment_words
from displayctl.desktop.presenters.words import ago_words, counted

translate = QCoreApplication.translate
OLD = timedelta(days=8)


def last_words(last: LastBackup | None, now: datetime) -> tuple[str, str]:
    """How it stands with the newest backup, and how much that matters: good, warning or danger."""
    if last is None:
        return translate("Backup", "There is no backup yet. If this computer breaks, everything is lost."), "danger"
    age = ago_words(now, last.made_at)
    if last.good is False:
        words = translate("Backup", "The last backup, {age}, did not pass its test. Make a new one.")
        return words.format(age=age), "danger"
    if now - last.made_at > OLD:
        words = translate("Backup", "The last backup is old: {age}. Make a new one.")
        return words.format(age=age), "warning"
    if last.good is None:
        words = translate("Backup", "Last backup {age}. It was not tested yet.")
        return words.format(age=age), "warning"
    return translate("Backup", "Last backup {age}, tested and good.").format(age=age), "good"


def verdict_words(verdict: Verdict) -> tuple[str, str]:
    """The verdict in one plain sentence, and its kind."""
    name = moment_words(verdict.backup.manifest.made_at)
    if not verdict.good:
        words = translate(
            "Backup", "The backup of {name} is NOT good. Keep it for now, and make a new one on another stick."
        )
        return words.format(name=name), "danger"
    signed = (
        translate("Backup", "the signed rules can be believed")
        if verdict.founded
        else translate("Backup", "nobody had founded the installation yet")
    )
    words = translate(
        "Backup", "The backup of {name} is good: its database opens, all its media ({media}) are whole, {signed}."
    )
    return words.format(name=name, media=verdict.media, signed=signed), "good"


def fault_words(verdict: Verdict) -> tuple[str, ...]:
    """What the test found, a sentence each."""
    found = [say_sentence(fault) for fault in verdict.faults]
    if verdict.spoilt:
        one = translate("Backup", "{count} medium in the backup is damaged or gone.")
        many = translate("Backup", "{count} media in the backup are damaged or gone.")
        found.append(counted(one, many, len(verdict.spoilt)))
    if verdict.missing:
        one = translate("Backup", "{count} medium that is needed is not in the backup.")
        many = translate("Backup", "{count} media that are needed are not in the backup.")
        found.append(counted(one, many, len(verdict.missing)))
    return tuple(found)


def loss_words(loss: Loss) -> tuple[str, ...]:
    """What bringing a backup back takes away, a sentence each; the first is always there."""
    words = translate("Backup", "Everything that was done after {moment} will be gone.")
    lines = [words.format(moment=moment_words(loss.since))]
    for table, name in _tables().items():
        now, then = loss.rows.get(table, (0, 0))
        if now != then:
            lines.append(
                translate("Backup", "{name}: {now} now, {then} afterwards").format(name=name, now=now, then=then)
            )
    if loss.unreadable:
        lines.append(translate("Backup", "The present database cannot be read, so nothing can be counted."))
    if loss.another:
        lines.append(
            translate("Backup", "This backup is of ANOTHER installation: its people and keys differ from those here.")
        )
    if loss.keyless:
        lines.append(
            translate("Backup", "The hub's own key is not in it. Make a new one afterwards, under Keys and authority.")
        )
    return tuple(lines)


def _tables() -> dict[str, str]:
    return {
        "parts": translate("Backup", "Playlists, bookings and walls"),
        "media": translate("Backup", "Media"),
        "publications": translate("Backup", "Publications"),
        "users": translate("Backup", "Accounts"),
        "alerts": translate("Backup", "Emergency messages"),
        "play_records": translate("Backup", "Records of what was played"),
    }
