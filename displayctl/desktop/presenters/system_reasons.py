"""Why a computer would not do something, in the operator's language; what is seldom stays as its system says it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
_OF_PYTHON = re.compile(r"(?:\[Errno -?\d+\] )?(?P<reason>.+?)(?:: (?:'.*'|b'.*'))?", re.DOTALL)
"""An error of the system as it is, with its number before and the file behind it."""


def say_reason(text: str) -> str:
    """`text` where it is not known."""
    found = _OF_PYTHON.fullmatch(text.strip())
    return text if found is None else _known().get(found["reason"].casefold(), text)


def _known() -> Mapping[str, str]:
    return {**_of_disks(), **_of_networks()}


def _of_disks() -> dict[str, str]:
    """By what the C library says, in small letters."""
    refused = translate("Reasons", "the computer does not allow it")
    gone = translate("Reasons", "it is not there any more")
    return {
        "permission denied": refused,
        "operation not permitted": refused,
        "no such file or directory": gone,
        "no such device": gone,
        "no such device or address": gone,
        "stale file handle": gone,
        "no space left on device": translate("Reasons", "the disk is full"),
        "disk quota exceeded": translate("Reasons", "this person's share of the disk is used up"),
        "read-only file system": translate("Reasons", "the disk or stick can only be read"),
        "input/output error": translate("Reasons", "the disk or stick is damaged, or was pulled out"),
        "is a directory": translate("Reasons", "it is a folder"),
        "not a directory": translate("Reasons", "it is no folder"),
        "file exists": translate("Reasons", "something of that name is there already"),
        "directory not empty": translate("Reasons", "the folder is not empty"),
        "file name too long": translate("Reasons", "the name is too long"),
        "file too large": translate("Reasons", "the file is too large for this disk or stick"),
        "device or resource busy": translate("Reasons", "another program uses it"),
        "text file busy": translate("Reasons", "another program uses it"),
        "too many open files": translate("Reasons", "too many files are open on this computer"),
        "cannot allocate memory": translate("Reasons", "the computer has no memory left"),
    }


def _of_networks() -> dict[str, str]:
    away = translate("Reasons", "the network does not lead there")
    unknown = translate("Reasons", "the name is not known in the network")
    return {
        "connection refused": translate("Reasons", "nothing answers there"),
        "connection reset by peer": translate("Reasons", "the connection was cut off"),
        "broken pipe": translate("Reasons", "the connection was cut off"),
        "connection timed out": translate("Reasons", "no answer came in time"),
        "timed out": translate("Reasons", "no answer came in time"),
        "network is unreachable": away,
        "no route to host": away,
        "host is down": away,
        "name or service not known": unknown,
        "temporary failure in name resolution": unknown,
        "address already in use": translate("Reasons", "another program uses it"),
        "cannot assign requested address": translate("Reasons", "the computer does not have this address"),
    }
