"""What this desk believes of a hub: only what follows, signature by signature, from the first root it ever knew.

A desk takes the first root from the hub it meets first, or from the founding at this desk; from then on a hub that
hands out anything else is not believed. It also remembers the newest policy, so that nobody goes back behind it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterable
from pathlib import Path

from content.delivery.files import LocalFiles, write_atomically
from content.delivery.published import parsed_role
from content.delivery.roles import ROOT
from content.errors import Refused
from content.studio.confirming import Confirmed, confirm
from displayctl.api.approvals import TrustState
from displayctl.api.client import HubClient
from displayctl.api.errors import NotFoundedYet
from displayctl.api.models import Problem
from displayctl.errors import HubNotBelieved

ROOT_FILE, SEEN_FILE = "known-root.json", "known-policy.json"
LARGEST_ROOT = 1 << 20
_REMEMBERING = threading.RLock()
"""Windows of a desktop look at the hub at the same time; none takes back what another has just remembered."""


class Beliefs:
    """What was confirmed at this desk, kept in `folder` beside the keys. Without a folder nothing is remembered."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path | None:
        """Where it is kept; None where nothing is remembered."""
        return self._folder

    def known_root(self) -> bytes | None:
        """The newest root this desk has confirmed; None before it met its hub. Raises HubNotBelieved where damaged."""
        if self._folder is None or not (self._folder / ROOT_FILE).exists():
            return None
        data = (self._folder / ROOT_FILE).read_bytes()[: LARGEST_ROOT + 1]
        try:
            parsed_role(ROOT, data)
        except Refused as error:
            raise HubNotBelieved(
                f"{self._folder / ROOT_FILE} is damaged; take the one of another desk, or compare the hub's "
                "fingerprint with somebody and remove the file"
            ) from error
        return data

    def confirmed(self, client: HubClient, roles: Iterable[str] | None = ()) -> Confirmed:
        """Root, policy and `roles` (None: all) of a hub, verified. Raises NotFoundedYet, HubError, HubNotBelieved."""
        return self.confirm(client.approvals.trust(None if roles is None else tuple(roles)))

    def confirm(self, state: TrustState) -> Confirmed:
        """The same of what a hub has said already."""
        if not state.founded or not state.roots:
            raise NotFoundedYet(
                Problem(
                    type="not-founded",
                    title="Not founded yet",
                    status=409,
                    detail="nobody has founded this installation yet; do that once: displayctl found --name NAME",
                )
            )
        roots = [base64.b64decode(root) for root in state.roots]
        files = {role: base64.b64decode(data) for role, data in state.roles.items()}
        known = self.known_root()
        try:
            if known is not None:
                _check_same_line(known, roots)
            _check_same_beginning(self._first_digest(), roots)
            found = confirm(known or roots[0], roots, base64.b64decode(state.policy), files)
        except Refused as error:
            raise HubNotBelieved(
                f"what the hub hands out does not follow from what this desk knows ({error}); nothing was signed. "
                "Look into the hub, and compare fingerprints with another desk"
            ) from error
        with _REMEMBERING:
            self._remember(found, roots[0])
        return found

    def first_root(self, client: HubClient) -> bytes:
        """The root that new players are to begin with: the very one that the hub had when this desk met it.

        Whoever holds a later root's keys could make a first one that leads to it, and so a player must be given no
        other. Empty where nobody has founded the installation yet. Raises HubError, HubNotBelieved.
        """
        state = client.approvals.trust(())
        if not state.founded and self.known_root() is None:
            return b""
        self.confirm(state)
        return base64.b64decode(state.roots[0])

    def begin(self, root: bytes) -> None:
        """Believe `root`, which was made or compared at this desk."""
        if self._folder is not None:
            with _REMEMBERING:
                LocalFiles().make_folder(self._folder)
                write_atomically(LocalFiles(), self._folder / ROOT_FILE, root)

    def _remember(self, found: Confirmed, first: bytes) -> None:
        if self._folder is None:
            return
        if found.policy_version < self._seen_policy():
            raise HubNotBelieved(
                "the hub hands out an older policy than this desk has seen: somebody brought an old copy back, or "
                "hides the newest; bring the newest back first"
            )
        known = self.known_root()
        if known is None or int(parsed_role(ROOT, known).version) < found.root_version:
            self.begin(found.root)
        seen = {"policy": found.policy_version, "first_root": hashlib.sha256(first).hexdigest()}
        if seen != self._seen():
            write_atomically(LocalFiles(), self._folder / SEEN_FILE, json.dumps(seen).encode())

    def _seen_policy(self) -> int:
        version = self._seen().get("policy")
        return version if isinstance(version, int) else 0

    def _first_digest(self) -> str:
        return str(self._seen().get("first_root", ""))

    def _seen(self) -> dict[str, object]:
        if self._folder is None:
            return {}
        try:
            seen = json.loads((self._folder / SEEN_FILE).read_bytes())
        except (OSError, ValueError):
            return {}
        return seen if isinstance(seen, dict) else {}


def fingerprint(root: bytes) -> str:
    """What two people compare to know that their desks believe the same root, as ``d620 aaa4 729d 3eb1``."""
    digest = hashlib.sha256(root).hexdigest()
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def _check_same_line(known: bytes, roots: list[bytes]) -> None:
    """Raises Refused where the hub's roots are not a continuation of the one that is known."""
    version = int(parsed_role(ROOT, known).version)
    if len(roots) < version:
        raise Refused("rollback", f"this desk knows version {version} of the root, and the hub only {len(roots)}")
    if roots[version - 1] != known:
        raise Refused("swapped-role", f"version {version} of the root is not the one that this desk knows")


def _check_same_beginning(digest: str, roots: list[bytes]) -> None:
    """Raises Refused where the first root is not the one that was there at first; `digest` is empty before that."""
    if digest and hashlib.sha256(roots[0]).hexdigest() != digest:
        raise Refused("swapped-role", "the first root is not the one that this desk met")
