"""Messages about live streams in the library."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from displayctl.api.message import Count, Message, Name

Patience = Annotated[int, Field(strict=True, ge=1000, le=30_000)]


class StreamInfo(Message):
    """A live stream as people may see it: `address` is without name, password and what follows a question mark."""

    address: str
    patience_ms: Count


class StreamChange(Message):
    """A live stream to store: `url` as `schedules.stream.LiveStream` takes it; None keeps the one that is stored.

    `poster_id` names a picture or a document of the library that walls show until the first picture has come; where it
    is empty, the title is typeset. Changing a stream without it keeps the poster, unless `new_poster` is set.
    """

    title: Name
    url: Annotated[str, Field(max_length=1000)] | None = None
    patience_ms: Patience = 5000
    poster_id: Annotated[str, Field(max_length=64)] = ""
    new_poster: bool = False
    version: Count = 0
