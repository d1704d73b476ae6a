"""What can go wrong in the unattended player, by whose fault it is.

PlayerError
├── ConfigInvalid     a setting cannot be used; names where it stands, the field and the next step
├── AlreadyRunning    another player holds this data folder
├── StateUnusable     the data folder cannot be read or written
└── HubTrouble        the hub did not do what was asked; the player plays on and asks again
    ├── HubUnreachable   no answer, or one that no hub gives
    ├── HubRefused       an answer that says no; `status` is HTTP's
    └── NotBound         the hub knows no wall for this device
"""

from __future__ import annotations


class PlayerError(Exception):
    """Root of the family. `str(error)` is a sentence a person can act on."""


class ConfigInvalid(PlayerError):
    """A setting breaks a rule."""


class AlreadyRunning(PlayerError):
    """The data folder belongs to a player that runs already."""


class StateUnusable(PlayerError):
    """The data folder cannot hold the player's state."""


class HubTrouble(PlayerError):
    """The hub did not do what was asked."""


class HubUnreachable(HubTrouble):
    """The hub does not answer, or something else answers in its place."""


class HubRefused(HubTrouble):
    """The hub understood and said no."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class NotBound(HubTrouble):
    """The hub has no wall for this device; a person has to approve it."""
