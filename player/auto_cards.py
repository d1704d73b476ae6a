"""Official warnings that the hub shows by itself: cards that keep every rule become alerts of the lowest rank."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from content.errors import ContentError, Refused
from player.errors import StateUnusable
from player.events import LiveAlert, Refusal, Tell
from player.identity import write_atomically
from schedules.alert import Alert, AlertLevel, AlertPicture
from schedules.display import Display

if TYPE_CHECKING:
    from content.delivery.auto_card import AutoCard
    from content.delivery.trust import SignedDocument
    from player.auto_rules import TakeoverGate

SUFFIX = ".card"
"""Of files of words, of which the stage makes the picture."""


_SECOND = timedelta(seconds=1)
_MOST_TOLD = 1_000


class AutoCards:
    """Makes files of words in the folder `alerts` of `folder`; what is refused is told once for each document."""

    def __init__(self, folder: Path, tell: Tell, make_room: Callable[[], bool]) -> None:
        self._folder, self._tell, self._make_room = folder, tell, make_room
        self._refused: set[str] = set()

    def alerts(self, documents: Iterable[SignedDocument], wall: Display | None, now: datetime) -> Iterator[LiveAlert]:
        """The cards among `documents`, all of the hub's own role, that `wall` may show; None shows none.

        Of more than sixteen the rest is not looked at.
        """
        from content.delivery.auto_card import MOST_CARDS
        from player.auto_rules import TakeoverGate

        given = {_card_id(signed.content): signed for signed in list(documents)[:MOST_CARDS]}
        gate = TakeoverGate(self._folder / "takeovers.json")
        try:
            gate.standing(given.keys())
        except StateUnusable:
            return
        for card_id, signed in given.items():
            try:
                yield self._alert(signed.content, card_id, gate, wall, now)
            except (ContentError, StateUnusable) as error:
                if card_id not in self._refused and len(self._refused) < _MOST_TOLD:
                    self._refused.add(card_id)
                    rule = error.rule if isinstance(error, Refused) else "card"
                    self._tell(Refusal(rule, f"{signed.path:.120}: {error}"))

    def _alert(
        self, document: bytes, card_id: str, gate: TakeoverGate, wall: Display | None, now: datetime
    ) -> LiveAlert:
        from content.delivery.auto_card import unpack_card
        from content.places.gazetteer import Gazetteer
        from player.auto_rules import named_districts
        from player.auto_words import card_pages, headline

        card = unpack_card(document)
        names = [each.name for each in named_districts(card, wall.position if wall else None, Gazetteer.load(), now)]
        if wall is None:
            raise Refused("card-place", "a card came before any programme told where this wall stands")
        begins = gate.begins(card_id, card, now) if card.level is AlertLevel.AWAS else card.effective
        pages = [self._page(card, asdict(page)) for page in card_pages(card, names, ZoneInfo(wall.time_zone))]
        alert = Alert(
            id=card_id,
            headline=headline(card),
            level=card.level,
            # Never as late as its beginning: what begins when it is issued is shown at once, whatever clocks say.
            issued_at=min(card.sent, begins - _SECOND),
            effective=begins,
            expires=card.expires,
            pictures=tuple(AlertPicture(wall.format, sha256, page) for page, (sha256, _) in enumerate(pages)),
            kind=f"auto-{card.event.value}",
            source=card.source.value,
            auto=True,
        )
        return LiveAlert(alert, tuple(path for _, path in pages))

    def _page(self, card: AutoCard, words: dict[str, str]) -> tuple[str, str]:
        """The digest and the path of the file with a page's words."""
        content = json.dumps({**words, "level": int(card.level)}, sort_keys=True).encode()
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._folder / "alerts" / f"{sha256}{SUFFIX}"
        if not path.is_file() or path.read_bytes() != content:
            try:
                write_atomically(path, content)
            except StateUnusable:
                if not self._make_room():
                    raise
                write_atomically(path, content)
        return sha256, str(path)


def _card_id(document: bytes) -> str:
    """Another document is another card, whatever it is called."""
    return f"auto-{hashlib.sha256(document).hexdigest()[:32]}"
