"""What a hub answers when it cannot do what a desk asked, by whose fault it is.

HubError                the hub said no; `problem` is what it said
├── WrongRequest        the request breaks a rule; `problem.field` names it
├── DoesNotFitCanvas    an announcement is too long for a canvas
├── NotFound            there is no such thing (any more)
├── Conflict            somebody else changed it first; read it anew
├── InUse               it cannot go: `problem.where` says what stands in the way
├── NotAllowed          the token is missing, wrong or over: sign in
│   └── SecondFactorNeeded  the password is right, and a code of the second factor is missing
├── NotPermitted        this person has no right to do that
├── TooManyTries        too many tries or requests; the detail says how long to wait
├── NotFoundedYet       nobody has made keys and a policy for this installation yet
├── RefusedByTrust      signed material that the trust rules refuse
├── HubStorageFull      the hub's disk is full; nothing was changed
├── HubUnavailable      the hub or a wall cannot do it now
└── HubUnreachable      no hub answers at that address
"""

from __future__ import annotations

from displayctl.api.models import Problem


class HubError(Exception):
    """Root of the family. `str(error)` is a sentence a person can act on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail or problem.title)
        self.problem = problem


class WrongRequest(HubError):
    """A value breaks a rule; `problem.field` names it."""


class DoesNotFitCanvas(HubError):
    """An announcement is too long for a canvas; the detail says by how much."""


class NotFound(HubError):
    """There is no such thing (any more)."""


class Conflict(HubError):
    """The thing was changed by somebody else after this desk read it; the newer one stays."""


class InUse(HubError):
    """The thing is used elsewhere: `problem.where` lists the places."""


class NotAllowed(HubError):
    """The token is missing, wrong or over; who has an account signs in (again)."""


class SecondFactorNeeded(NotAllowed):
    """The password is right, and a code of the second factor is missing."""


class NotPermitted(HubError):
    """This person has no right to do that; the detail names the role."""


class TooManyTries(HubError):
    """Too many tries or requests; the detail says how long to wait."""


class NotFoundedYet(HubError):
    """Nobody has made keys and a policy for this installation yet; a person does that once, at the first start."""


class RefusedByTrust(HubError):
    """Signed material that the trust rules refuse; the detail says which rule."""


class HubStorageFull(HubError):
    """The hub's disk is full; nothing was changed."""


class HubUnavailable(HubError):
    """The hub, or the wall behind it, cannot do that now."""


class HubUnreachable(HubError):
    """Nobody answers at the hub's address, or what answers is not a hub."""


FAMILIES: dict[str, type[HubError]] = {
    "invalid": WrongRequest,
    "does-not-fit": DoesNotFitCanvas,
    "not-found": NotFound,
    "conflict": Conflict,
    "in-use": InUse,
    "unauthorised": NotAllowed,
    "second-factor": SecondFactorNeeded,
    "forbidden": NotPermitted,
    "too-many": TooManyTries,
    "not-founded": NotFoundedYet,
    "refused": RefusedByTrust,
    "storage-full": HubStorageFull,
    "unavailable": HubUnavailable,
}
"""The error that a problem's `type` becomes; other types are a plain HubError."""


def error_for(problem: Problem) -> HubError:
    """The member of the family that `problem` belongs to."""
    return FAMILIES.get(problem.type, HubError)(problem)
