"""Failures in the operator's language: what happened, and the next step. Details from below stay as they came."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication

from content.delivery.files import storage_error
from content.errors import StorageFull
from displayctl.api.errors import (
    Conflict,
    DoesNotFitCanvas,
    HubError,
    HubStorageFull,
    HubUnavailable,
    HubUnreachable,
    InUse,
    NotAllowed,
    NotFound,
    RefusedByTrust,
)
from displayctl.desktop.presenters.place_words import place_words
from displayctl.desktop.presenters.sentences import known_sentence, say_sentence
from displayctl.desktop.presenters.system_reasons import say_reason
from displayctl.desktop.presenters.words import listed

translate = QCoreApplication.translate


def hub_away_words() -> str:
    """What is said of a hub that does not answer."""
    return translate("Problems", "The hub cannot be reached. Is it switched on, and the network up?")


def say_problem(error: Exception) -> str:
    """One or two sentences a person can act on."""
    if isinstance(error, HubError):
        return _say_hub_error(error)
    if isinstance(error, FileNotFoundError):
        return _say_gone(error)
    if isinstance(error, NotADirectoryError):
        return translate("Problems", "{name} is no folder; choose a folder.").format(name=error.filename or error)
    if isinstance(error, PermissionError):
        return translate("Problems", "The file {name} may not be read or written here.").format(
            name=error.filename or error
        )
    if isinstance(error, OSError) and error.errno is not None:
        return _say_disk_error(error)
    if isinstance(error, ValidationError):
        return _say_broken_rule(error)
    return say_sentence(str(error) or type(error).__name__)


def _say_gone(error: FileNotFoundError) -> str:
    """Of a file whose folder is away too, it is the folder that has to come back."""
    name = str(error.filename or error)
    folder = Path(name).parent
    if error.filename and not folder.is_dir():
        words = translate("Problems", "The folder {folder} is not there any more. Put the stick in, or choose another.")
        return words.format(folder=folder)
    return translate("Problems", "The file {name} is not there any more; was it moved?").format(name=name)


def _say_disk_error(error: OSError) -> str:
    """What a disk, a stick or a folder would not do."""
    if isinstance(storage_error(error, Path(str(error.filename or "."))), StorageFull):
        words = translate("Problems", "The disk is full; {name} was not written. Make room there, then try again.")
    else:
        words = translate("Problems", "{name} cannot be read or written ({why}). Try again, or choose another place.")
    return words.format(
        name=error.filename or translate("Problems", "the file"), why=say_reason(error.strerror or str(error))
    )


def _say_broken_rule(error: ValidationError) -> str:
    """The first thing in which what was typed cannot be sent."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    words = translate("Problems", "This cannot be sent as it was typed: {where}: {why}")
    where = ".".join(str(part) for part in first["loc"]) or translate("Problems", "the form")
    return words.format(where=where, why=say_sentence(first["msg"].removeprefix("Value error, ")))


def _say_hub_error(error: HubError) -> str:
    fixed: tuple[tuple[type[HubError], str], ...] = (
        (
            Conflict,
            translate(
                "Problems",
                "Somebody changed this at another desk in the meantime. The newer version was kept; "
                "look at it, then make your change again.",
            ),
        ),
        (HubUnreachable, hub_away_words()),
        (NotAllowed, translate("Problems", "The hub does not accept this desk's token. Ask the administrator for it.")),
        (
            HubStorageFull,
            translate("Problems", "The hub's disk is full; nothing was changed. Delete media not needed."),
        ),
        (NotFound, translate("Problems", "This does not exist any more; somebody may have deleted it.")),
    )
    for family, sentence in fixed:
        if isinstance(error, family):
            return sentence if isinstance(error, HubUnreachable) else known_sentence(str(error)) or sentence
    if isinstance(error, InUse):
        where = listed([place_words(place) for place in error.problem.where]) or error.problem.detail
        return translate("Problems", "This is still in use: {where}. Take it out there first.").format(where=where)
    leads: tuple[tuple[type[HubError], str], ...] = (
        (DoesNotFitCanvas, translate("Problems", "The text is too long: {detail}")),
        (RefusedByTrust, translate("Problems", "The signature was refused: {detail}")),
        (HubUnavailable, translate("Problems", "The wall or the hub cannot do that now: {detail}")),
        (HubError, translate("Problems", "The hub refused: {detail}")),
    )
    lead = next(sentence for family, sentence in leads if isinstance(error, family))
    return lead.format(detail=say_sentence(str(error)))
