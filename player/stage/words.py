"""The words that stand on a wall, in one table: Indonesian, or English where DISPLAYCTL_PLAYER_LANGUAGE is ``en``."""

from __future__ import annotations

import os
from dataclasses import dataclass

LANGUAGE_VARIABLE = "DISPLAYCTL_PLAYER_LANGUAGE"


@dataclass(frozen=True, slots=True)
class Words:
    """What a wall says by itself. Alerts and titles come from the desk, in the desk's words."""

    drill: str
    code_title: str
    type_the_code: str
    registered: str
    not_registered: str
    stick_taken: str
    stick_refused: str


INDONESIAN = Words(
    drill="LATIHAN",
    code_title="Kode pendaftaran layar",
    type_the_code="Ketik kode ini di displayctl untuk menyambungkan layar",
    registered="Terdaftar. Menunggu siaran",
    not_registered="Belum terdaftar",
    stick_taken="Isi USB diterima",
    stick_refused="Isi USB ditolak",
)
ENGLISH = Words(
    drill="LATIHAN · DRILL",  # the public knows the Indonesian word
    code_title="Code to register this screen",
    type_the_code="Type this code into displayctl to connect the screen",
    registered="Registered. Waiting for its programme",
    not_registered="Not registered yet",
    stick_taken="USB content taken",
    stick_refused="USB content refused",
)


def words() -> Words:
    """The table in force for this process."""
    return ENGLISH if os.environ.get(LANGUAGE_VARIABLE, "") == "en" else INDONESIAN
