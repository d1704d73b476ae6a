"""Policies, proposals and names that are refused, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from content.delivery.keyfile import online_key
from content.delivery.repository import Repository
from content.delivery.roles import POLICY, ROOT, SignedRole
from content.delivery.tufnames import Metadata, Root
from content.errors import Damaged, Refused
from content.studio.ceremonies import examine, sign_proposal
from content.studio.changes import role_words
from content.studio.operators import Operator, public_of
from content.studio.policy import Policy, Rule, WallKey, read_policy
from content.studio.policy_edits import (
    one_person,
    role_named,
    with_group,
    with_person,
    with_rule,
    without_person,
)
from content.studio.proposals import Proposal, propose_founding, read_proposal
from schedules.errors import InvalidValue
from tests.content.delivery.ground import NOON
from tests.fakes.house import BUDI, SEKAR, TUGU, alone, rule


def twins() -> Policy:
    return replace(one_person(SEKAR.operator, ["tugu"]), people=(SEKAR.operator, replace(SEKAR.operator, id="kembar")))


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (twins, "duplicate-key"),
        (lambda: with_person(one_person(SEKAR.operator, []), replace(BUDI.operator, id="sekar"), []), "duplicate-key"),
        (lambda: with_rule(one_person(SEKAR.operator, ["tugu"]), TUGU, 2), "threshold"),
        (lambda: with_rule(one_person(SEKAR.operator, ["tugu"]), TUGU, 0), "threshold"),
        (lambda: with_rule(one_person(SEKAR.operator, ["tugu"]), TUGU, people=("hantu",)), "unknown-person"),
        (lambda: with_rule(one_person(SEKAR.operator, ["tugu"]), TUGU, 2, ("sekar", "sekar")), "duplicate-key"),
        (lambda: with_group(one_person(SEKAR.operator, ["tugu"]), "tugu"), "group-there"),
        (lambda: Policy((SEKAR.operator,), ()), "missing-role"),
        (lambda: one_person(SEKAR.operator, [f"g{number}" for number in range(1001)]), "bounds"),
        (lambda: replace(one_person(SEKAR.operator, []), people=tuple(_crowd(65))), "bounds"),
        (lambda: replace(one_person(SEKAR.operator, []), walls=tuple(_walls(5001))), "bounds"),
        (lambda: _with_rule_for("prog-Tugu"), "delegation-form"),
        (lambda: _with_rule_for("emergency-2"), "delegation-form"),
        (lambda: one_person(SEKAR.operator, []).person("hantu"), "unknown-person"),
        (lambda: without_person(one_person(SEKAR.operator, []), "sekar"), "threshold"),
    ],
)
def test_a_policy_that_could_deceive_or_never_work_is_refused(make: Any, expected: str) -> None:
    with pytest.raises(Refused) as caught:
        make()
    assert rule(caught) == expected


def _crowd(number: int) -> list[Operator]:
    return [SEKAR.operator, *(Operator(f"o{at}", "Orang", f"{at:064x}") for at in range(number - 1))]


def _walls(number: int) -> list[WallKey]:
    return [WallKey(f"w{at}", "tugu") for at in range(number)]


def _with_rule_for(role: str) -> Policy:
    policy = one_person(SEKAR.operator, [])
    return replace(policy, rules=(*policy.rules, Rule(role, 1, ("sekar",))))


def test_names_of_groups_and_people_are_canonical(tmp_path: Path) -> None:
    for name in ("Tugu", "../x", "tugu ", ""):
        with pytest.raises(InvalidValue):
            with_group(one_person(SEKAR.operator, []), name)
    assert [role_named(word) for word in ("policy", "root", "tugu", "prog-tugu")] == [POLICY, ROOT, TUGU, TUGU]
    assert role_words(TUGU) == "programmes of tugu"
    assert "root" in role_words(ROOT)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format":"displayctl-proposal","version":2,"roles":{}}'])
def test_what_is_no_proposal_is_refused(data: bytes) -> None:
    with pytest.raises(Damaged):
        read_proposal(data)
    with pytest.raises(Refused, match="16 MiB"):
        read_proposal(bytes((16 << 20) + 1))
    for roles in ({}, {TUGU: b"{}"}):
        with pytest.raises(Refused):
            examine(Proposal(roles), None)


def test_the_hubs_own_key_is_no_person(tmp_path: Path) -> None:
    online = online_key(tmp_path)
    hub = Operator("hub", "Hub", public_of(online))
    with pytest.raises(Refused) as caught:
        propose_founding(one_person(hub, ["tugu"]), online.public_key, NOON)
    assert rule(caught) == "online-key"
    policy = with_person(one_person(SEKAR.operator, ["tugu"]), hub, [TUGU])
    with pytest.raises(Refused) as caught:
        propose_founding(policy, online.public_key, NOON)
    assert rule(caught) == "online-key"


def test_names_in_a_signed_policy_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    house = alone(tmp_path)
    root = Metadata[Root].from_bytes(house.pinned).signed
    for field in ("displayctl-people", "displayctl-walls"):
        for value in ([{}], [{"id": "X", "name": "", "key": "", "group": "", "device": ""}], 7):
            targets: Any = Metadata[Any].from_bytes(house.repository.current(POLICY) or b"").signed
            targets.unrecognized_fields[field] = value
            with pytest.raises(Refused):
                read_policy(root, targets)


def test_a_root_that_no_timestamp_was_made_under_was_never_published(tmp_path: Path) -> None:
    """As after a power cut in the middle of a ceremony: half of one does not hold."""
    house = alone(tmp_path)
    proposal = sign_proposal(house.propose(house.current.people, renewed=(ROOT,)), house.current, SEKAR)
    (tmp_path / "hub" / "repository" / "metadata" / "2.root.json").write_bytes(proposal.roles[ROOT])
    reopened = Repository(tmp_path / "hub" / "repository", online_key(tmp_path / "hub"), house.clock)
    reopened.resign()
    assert reopened.current(ROOT) == house.pinned
    assert "metadata/2.root.json" not in reopened.bundle_for("tugu").files
    reopened.accept(SignedRole(ROOT, proposal.roles[ROOT]))
    assert len(reopened.roots()) == 2
