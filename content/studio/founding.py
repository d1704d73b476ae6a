"""The first start of an installation: people make their keys, and sign the first policy together.

A hub that was not founded stores and plans, but has nothing to publish by.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from content.delivery.files import Files
from content.delivery.keyfile import online_key, settle_online_key
from content.delivery.repository import Repository
from content.delivery.roles import ROOT, SignedRole
from content.delivery.tufnames import Key
from content.studio.ceremonies import completed, examine, sign_proposal
from content.studio.operators import Signatory
from content.studio.policy import Policy
from content.studio.proposals import propose_founding
from schedules.clock import Clock


def open_repository(data_dir: Path, clock: Clock, files: Files | None = None) -> Repository:
    """The hub's repository in `data_dir`, which may not be founded yet (see `Repository.is_founded`).

    Layout: ``hub/online.pem`` (the hub's own key, made at the first call), ``hub/repository/``. A change of that key
    which a power cut ended is brought to its end. Raises as `Repository`.
    """
    folder = data_dir / "hub"
    signer = online_key(folder, files)
    repository = Repository(folder / "repository", signer, clock, files)
    root = repository.current(ROOT)
    settled = signer if root is None else settle_online_key(folder, root, files)
    return repository if settled is signer else Repository(folder / "repository", settled, clock, files)


def found_policy(
    policy: Policy, signatories: Iterable[Signatory], online_key: Key, now: datetime
) -> tuple[SignedRole, ...]:
    """Root, policy and every role in it, still empty, signed by `signatories` at one desk, one after the other.

    `online_key` is the hub's. Raises Refused (``signatures`` where too few signed, ``not-asked``).
    """
    proposal = propose_founding(policy, online_key, now)
    for signatory in signatories:
        proposal = sign_proposal(proposal, None, signatory)
    return completed(examine(proposal, None))
