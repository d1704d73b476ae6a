"""Messages about data cards: media whose words come from public data, and change with them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from displayctl.api.message import Document, Instant, Message


class CardTopic(StrEnum):
    """What a card tells: the weather of a village today, or the newest earthquake that people felt."""

    WEATHER = "weather"
    QUAKE = "quake"


class CardWish(Message):
    """A new card. `place` is for the weather: the code of a village or a town's quarter, as ``72.01.04.1001``.

    Without a `title` it is called after what it tells.
    """

    topic: CardTopic
    place: Annotated[str, Field(pattern=r"^(\d{2}\.\d{2}\.\d{2}\.\d{4})?$")] = ""
    title: Annotated[str, Field(max_length=200)] = ""


class CardPreview(Message):
    """What a card would tell now: an `announcement` as `content.studio.announcement` reads it, good until then.

    None: it holds no figures, and never grows old.
    """

    announcement: Document
    good_until: Instant | None = None
