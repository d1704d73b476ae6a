"""The routes about what walls are told to do now, as a desk calls them."""

from __future__ import annotations

from displayctl.api.transport import Transport
from displayctl.api.walls import HoldWish, PatternWish, WallAnswer, WallHold


class WallCalls:
    """On a hub's `transport`. Methods raise HubError, as those of `HubClient`, which has one of these as `walls`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def holds(self) -> tuple[WallHold, ...]:
        """The walls that are held, or still show that they were, by id."""
        return self._transport.many(WallHold, "GET", "/api/holds")

    def hold(self, display_id: str, wish: HoldWish) -> WallHold:
        """Takes a wall off the air, in place of a hold that is there. One that is away follows when it comes back."""
        return self._transport.one(WallHold, "PUT", f"/api/fleet/{display_id}/hold", message=wish)

    def release(self, display_id: str) -> WallHold:
        """Takes the hold back; one that is not there is none."""
        return self._transport.one(WallHold, "DELETE", f"/api/fleet/{display_id}/hold")

    def restart(self, display_id: str) -> WallAnswer:
        """Has the player start anew, its picture staying meanwhile.

        Raises HubUnavailable where it is away or says nothing, TooManyTries where it was restarted too often.
        """
        return self._transport.one(WallAnswer, "POST", f"/api/fleet/{display_id}/restart")

    def show_pattern(self, display_id: str, wish: PatternWish) -> None:
        """Shows a test pattern, in place of one that is there; raises HubUnavailable where the wall is away."""
        self._transport.send("PUT", f"/api/fleet/{display_id}/pattern", message=wish)

    def end_pattern(self, display_id: str) -> None:
        """Ends the test pattern; raises HubUnavailable where the wall is away."""
        self._transport.send("DELETE", f"/api/fleet/{display_id}/pattern")
