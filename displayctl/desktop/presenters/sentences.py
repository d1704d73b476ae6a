"""Sentences of hub and studio, which speak English, in the operator's language. Unknown ones stay as they are."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.announcement_sentences import announcement_sentences
from displayctl.desktop.presenters.approval_refusals import approval_refusals
from displayctl.desktop.presenters.backup_sentences import backup_sentences
from displayctl.desktop.presenters.care_sentences import care_sentences
from displayctl.desktop.presenters.desk_refusals import desk_refusals
from displayctl.desktop.presenters.emergency_sentences import emergency_sentences
from displayctl.desktop.presenters.feed_sentences import feed_sentences
from displayctl.desktop.presenters.file_sentences import file_sentences
from displayctl.desktop.presenters.health_words import number_words
from displayctl.desktop.presenters.hub_refusals import hub_refusals
from displayctl.desktop.presenters.kind_sentences import kind_sentences
from displayctl.desktop.presenters.player_sentences import player_sentences
from displayctl.desktop.presenters.refusals import refusals
from displayctl.desktop.presenters.report_sentences import report_sentences
from displayctl.desktop.presenters.request_refusals import request_refusals
from displayctl.desktop.presenters.scene_sentences import scene_sentences
from displayctl.desktop.presenters.studio_refusals import studio_refusals
from displayctl.desktop.presenters.system_reasons import say_reason
from displayctl.desktop.presenters.system_sentences import system_sentences
from displayctl.desktop.presenters.trust_refusals import trust_refusals
from displayctl.desktop.presenters.wall_sentences import wall_sentences
from displayctl.desktop.presenters.words import date_short

translate = QCoreApplication.translate
Sentences = tuple[tuple[str, str], ...]
"""Patterns of what is said below, with what is said here; named groups carry over."""
_FIGURES = frozenset({"at", "begins", "least", "length", "n", "ratio", "seconds", "size", "there"})
"""Groups that hold numbers, some of them with a unit: they are written as the operator's language does."""
_DECIMAL = re.compile(r"(-?\d+)\.(\d+)((?: [A-Za-z]+)?)")


def _about_players_and_programmes() -> Sentences:
    return (
        (
            r"no player is paired with '(?P<wall>.+)' yet, .*",
            translate("Sentences", "No player is paired with “{wall}” yet, so nothing can be shown there."),
        ),
        (
            r"the player of (['\"])(?P<wall>.+)\1 was paired after the last publication; .*",
            translate("Sentences", "“{wall}” was paired after the last publication. Publish, and it plays."),
        ),
        (
            r"group '(?P<group>.+)' has no walls; .*",
            translate("Sentences", "The group “{group}” has no walls; add one first."),
        ),
        (
            r"playlist '(?P<playlist>.+)' is empty, .*",
            translate("Sentences", "The playlist “{playlist}” is empty, so its slots play the filler."),
        ),
        (
            r"'(?P<title>.+)' is not usable and will be left out.*",
            translate("Sentences", "“{title}” cannot be used and will be left out."),
        ),
        (r"'(?P<title>.+)' has expired .*", translate("Sentences", "“{title}” has expired and will be left out.")),
        (
            r"'(?P<title>.+)' is still being prepared for (?P<wall>.+) and .*",
            translate("Sentences", "“{title}” is still being prepared for {wall} and would be left out there."),
        ),
        (
            r"the player of '(?P<wall>.+)' is not connected.*",
            translate("Sentences", "The player of “{wall}” is not connected; look at its power and its network."),
        ),
        (
            r"no (?:player|wall|device) shows the code (?P<code>\S+?)\W*(?:;.*|)",
            translate("Sentences", "No wall shows the code {code}; type the one on the wall."),
        ),
    )


def _about_the_hub() -> Sentences:
    return (
        (
            r"the database (?P<path>.+) has revision .*",
            translate(
                "Sentences",
                "The database {path} was made by a newer displayctl. Install that version again, or bring back a "
                "backup from the backups folder.",
            ),
        ),
        (
            r"the database (?P<path>.+) cannot be read .*",
            translate(
                "Sentences",
                "The database {path} cannot be read. Bring back the newest file from the backups folder.",
            ),
        ),
        (
            r"another hub works on (?P<path>.+) already.*",
            translate("Sentences", "Another hub works on {path} already. Use that one, or stop it and try again."),
        ),
        (
            r"the hub's folder cannot be used \((?P<why>.+)\); .*",
            translate(
                "Sentences", "The hub's folder cannot be used ({why}). Free some space or choose another folder."
            ),
        ),
    )


def _about_folders() -> Sentences:
    return (
        (
            r"has (?P<count>\d+) folders within each other; (?P<most>\d+) are the most",
            translate("Sentences", "There would be {count} folders within each other; {most} are the most."),
        ),
        (
            r"has letters that cannot be seen; type the name anew",
            translate("Sentences", "The folder's name has letters that cannot be seen; type it anew."),
        ),
        (
            r"has (?P<count>\d+) letters; (?P<most>\d+) are the most",
            translate("Sentences", "The folder's path has {count} letters; {most} are the most."),
        ),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _said(name: str, value: str) -> str:
    if name == "day":
        return date_short(date.fromisoformat(value))
    if name == "why":
        return known_sentence(value) or say_reason(value)
    return figure_words(value) if name in _FIGURES else value


def figure_words(text: str) -> str:
    """A decimal number of a sentence, with a unit behind it or none, as the operator writes it; else `text`."""
    found = _DECIMAL.fullmatch(text)
    return text if found is None else number_words(float(f"{found[1]}.{found[2]}"), len(found[2])) + found[3]


def _known() -> Sentences:
    """All that is known, that which begins with words of its own before that which begins with anything."""
    about_warnings = (*emergency_sentences(), *feed_sentences())
    about_walls = (*backup_sentences(), *care_sentences(), *wall_sentences(), *player_sentences(), *kind_sentences())
    about_things = (*_about_players_and_programmes(), *file_sentences(), *_about_the_hub(), *_about_folders())
    about_work = (*approval_refusals(), *refusals(), *trust_refusals(), *scene_sentences(), *announcement_sentences())
    refused = (*desk_refusals(), *request_refusals(), *hub_refusals(), *studio_refusals())
    return (
        *system_sentences(),
        *about_warnings,
        *about_walls,
        *report_sentences(),
        *about_things,
        *about_work,
        *refused,
    )


def known_sentence(text: str) -> str | None:
    """`text` in the operator's language; None where it is not known."""
    for pattern, words in _known():
        found = _compiled(pattern).fullmatch(text.strip())
        if found is not None:
            return words.format(**{name: _said(name, value) for name, value in found.groupdict().items()})
    return None


def say_sentence(text: str) -> str:
    """`text` in the operator's language where it is known, else with a capital and a full stop."""
    text = text.strip()
    if not text:
        return text
    return known_sentence(text) or text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")
