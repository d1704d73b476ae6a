"""What a question asks for: “kapan iklan PBB tayang?” wants PBB."""

from __future__ import annotations

from displayctl.desktop.presenters.jump_index import words_of

_ASKING = (
    "kapan jam pukul berapa hari apa di mana layar apakah yang iklan media akan sudah tayang tayangnya ditayangkan "
    "diputar muncul terakhir berikutnya when does do did is will at what time the an a ad on air play plays played "
    "playing shown show next last"
)
_OF_ASKING = frozenset(words_of(_ASKING))


def asked_for(question: str) -> str:
    """The words of a question, in either language, without those of asking; empty where nothing else was said."""
    return " ".join(word for word in words_of(question) if word not in _OF_ASKING)
