"""A founded installation with people who sign and a player at the wall, for tests of policies and ceremonies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from content.delivery.roles import POLICY, programme_role
from content.delivery.trust import Trust
from content.delivery.tufnames import Metadata
from content.errors import Refused
from content.studio.ceremonies import Examined, completed, examine, sign_proposal
from content.studio.confirming import Confirmed, confirm
from content.studio.founding import found_policy, open_repository
from content.studio.policy import Policy
from content.studio.policy_edits import (
    one_person,
    several_people,
)
from content.studio.proposals import Proposal, propose
from content.studio.sealed_keys import OperatorKey, new_key
from content.studio.signing import sign_programme
from tests.content.delivery.ground import BUILT, NOON, SECOND
from tests.fakes.clock import PushedClock

SEKAR, BUDI, CITRA, DEWI = (new_key(name.lower(), name) for name in ("Sekar", "Budi", "Citra", "Dewi"))
TUGU = programme_role("tugu")


class House:
    """A founded installation in a folder, with a player at the wall Tugu."""

    def __init__(self, folder: Path, policy: Policy, *founders: OperatorKey) -> None:
        self.folder, self.clock = folder, PushedClock(NOON)
        self.repository = open_repository(folder, self.clock)
        if founders:
            self.repository.accept(*found_policy(policy, founders, self.repository.online_key, NOON))
        self.pinned = self.repository.bootstrap_root() if founders else b""

    @property
    def current(self) -> Confirmed:
        hub = self.repository
        roles = {role: data for role in hub.delegated() if (data := hub.current(role)) is not None}
        return confirm(self.pinned or hub.bootstrap_root(), hub.roots(), hub.current(POLICY) or b"", roles)

    def propose(self, wanted: Policy, **wishes: Any) -> Proposal:
        self.clock.push(SECOND)
        return propose(self.current, wanted, self.clock.now(), **wishes)

    def hold(self, proposal: Proposal, *people: Any) -> Examined:
        """Everybody signs, and then it holds."""
        current = self.current
        for person in people:
            proposal = sign_proposal(proposal, current, person)
        examined = examine(proposal, current)
        self.repository.accept(*completed(examined))
        return examined

    def publish(self, number: int, *people: OperatorKey) -> None:
        self.clock.push(SECOND)
        signed = sign_programme(people[0], self.repository.current(TUGU), "tugu", {"n": number}, self.clock.now())
        for person in people[1:]:
            metadata = Metadata[Any].from_bytes(signed.metadata)
            metadata.sign(person.signer(TUGU), append=True)
            signed = replace(signed, metadata=metadata.to_bytes())
        self.repository.accept(signed)

    def player(self) -> Trust:
        home = self.folder / "player"
        home.mkdir(exist_ok=True)
        return Trust(home, self.repository.bootstrap_root(), self.clock, BUILT)


def alone(folder: Path) -> House:
    return House(folder, one_person(SEKAR.operator, ["tugu"]), SEKAR)


def three(folder: Path) -> House:
    people = (SEKAR, BUDI, CITRA)
    return House(folder, several_people([each.operator for each in people], ["tugu"]), *people)


def rule(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.rule
