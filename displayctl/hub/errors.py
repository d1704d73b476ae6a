"""What a service of the hub refuses, by whose fault it is; `displayctl.hub.problems` words it for the wire.

ServiceError
├── NoSuchThing         what was asked for does not exist (any more)
├── ChangedMeanwhile    somebody changed it after it was read; says who and when
├── StillInUse          it cannot go; `where` lists what refers to it
├── WrongWish           a value breaks a rule that only the hub can check; `field` names it
├── NotAuthorised       no token, or not the right one
├── SecondFactorNeeded  the password is right, and a code of the second factor is missing
├── NotPermitted        the one who asks has no right to do that
├── TooManyTries        come back after `seconds`
├── NotFounded          nobody has made keys and a policy for this installation yet
├── NotBound            the device's key is not bound to a display
├── Lapsed              a code or a question came too late; ask anew
├── TooLarge            more bytes than this route takes
├── NotNow              the hub or a wall cannot do it at this moment
└── NoAnswer            a wall did not answer in time
"""

from __future__ import annotations


class ServiceError(Exception):
    """Root of the family. `str(error)` is a sentence a person can act on."""


class NoSuchThing(ServiceError):
    """What was asked for does not exist (any more)."""


class PagesClosed(NoSuchThing):
    """The office does not serve the pages for requests."""


class ChangedMeanwhile(ServiceError):
    """Somebody changed it after it was read; the newer one stays."""


class StillInUse(ServiceError):
    """It cannot go: `where` lists what refers to it, each as words for people."""

    def __init__(self, message: str, where: tuple[str, ...]) -> None:
        super().__init__(message)
        self.where = where


class WrongWish(ServiceError):
    """A value breaks a rule that only the hub can check; `field` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NotAuthorised(ServiceError):
    """No token, or not the right one."""


class SecondFactorNeeded(ServiceError):
    """The password is right, and a code of the second factor is missing."""


class NotPermitted(ServiceError):
    """The one who asks has no right to do that."""


class NotPrivate(NotPermitted):
    """Anybody on the way could read what would be said; it has to come over https."""


class TooManyTries(ServiceError):
    """Too many tries, or requests; good again after `seconds`."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class NotFounded(ServiceError):
    """Nobody has made keys and a policy for this installation yet."""


class NotBound(ServiceError):
    """The device's key is not (any more) bound to a display."""


class Lapsed(ServiceError):
    """A code or a question came too late."""


class TooLarge(ServiceError):
    """More bytes than this route takes."""


class NotNow(ServiceError):
    """The hub or a wall cannot do it at this moment."""


class NoAnswer(ServiceError):
    """A wall did not answer in time."""
