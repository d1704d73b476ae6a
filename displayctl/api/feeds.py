"""The messages about feeds: where warnings come from, how each feed does, and the calls for them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from displayctl.api.message import Count, Instant, Message

if TYPE_CHECKING:
    from displayctl.api.transport import Transport  # the hub reads these messages too, and speaks to nobody

FeedId = Annotated[str, Field(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$")]
SHORTEST_PERIOD, LONGEST_PERIOD = 30, 86_400


class FeedKind(StrEnum):
    """How a feed is read."""

    BMKG_NOWCAST = "bmkg-nowcast"
    BMKG_QUAKES = "bmkg-quakes"
    INATEWS = "inatews"
    CAP = "cap"
    FOLDER = "folder"


class FeedSettings(Message):
    """A feed. `address` is where it is fetched, for a drop folder the folder on the hub's machine.

    `regions` are codes of provinces (as ``72``) outside of which warnings are passed over; none: all are taken.
    `allowed_networks` are private networks, as ``10.1.0.0/16``, that this feed may be fetched from.
    """

    id: FeedId
    kind: FeedKind
    name: Annotated[str, Field(min_length=1, max_length=80)]
    address: Annotated[str, Field(min_length=1, max_length=2000)]
    every_seconds: Annotated[int, Field(strict=True, ge=SHORTEST_PERIOD, le=LONGEST_PERIOD)] = 120
    enabled: bool = True
    attribution: Annotated[str, Field(max_length=80)] = ""
    regions: Annotated[tuple[Annotated[str, Field(pattern=r"^\d{2,10}$")], ...], Field(max_length=64)] = ()
    allowed_networks: Annotated[tuple[Annotated[str, Field(max_length=64)], ...], Field(max_length=16)] = ()


class FeedHealth(Message):
    """How a feed does. `failures` in a row, `failure` the sentence of the last; `silent`: for three periods nothing
    good came. `requests_last_hour` are those that it cost of the budget; `complaints` tell what in its last good
    answer was refused, and why.
    """

    last_good_at: Instant | None = None
    last_change_at: Instant | None = None
    next_at: Instant | None = None
    failures: Count = 0
    failure: str = ""
    silent: bool = False
    requests_last_hour: Count = 0
    live: Count = 0
    complaints: tuple[str, ...] = ()


class FeedInfo(Message):
    """A feed with its health. `version` grows with every change; it is 0 where nobody has changed a known feed."""

    settings: FeedSettings
    version: Count = 0
    health: FeedHealth = Field(default_factory=FeedHealth)


class FeedTest(Message):
    """What one fetch came to, now: how many warnings were read, what was refused, or why nothing came."""

    good: bool
    warnings: Count = 0
    complaints: tuple[str, ...] = ()
    failure: str = ""


class FeedCalls:
    """The routes about feeds, on a hub's `transport`. Methods raise HubError."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def listed(self) -> tuple[FeedInfo, ...]:
        """All feeds, by id."""
        return self._transport.many(FeedInfo, "GET", "/api/feeds")

    def put(self, settings: FeedSettings, version: int | None = None) -> FeedInfo:
        """Store a feed under its id, over the one of this `version` (0: a new one); None: over whatever is there.

        Raises Conflict where another desk was quicker.
        """
        params = {"version": version}
        return self._transport.one(FeedInfo, "PUT", f"/api/feeds/{settings.id}", message=settings, params=params)

    def remove(self, id: str, version: int | None = None) -> None:
        """Remove the feed of this `version`; None: whatever is there. Raises Conflict."""
        self._transport.send("DELETE", f"/api/feeds/{id}", params={"version": version})

    def test(self, id: str) -> FeedTest:
        """Fetch and read it once, now, without anything else coming of it."""
        return self._transport.one(FeedTest, "POST", f"/api/feeds/{id}/test")
