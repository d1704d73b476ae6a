"""Those who run the wall under attack: three who approve two by two, one on duty for emergencies, one for drills."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import reduce
from pathlib import Path
from typing import Any

from content.delivery.keyfile import ensure_key
from content.delivery.repository import Repository
from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT, SignedRole, programme_role
from content.delivery.tufnames import CryptoSigner, Key
from content.studio.ceremonies import completed, examine, sign_proposal
from content.studio.confirming import Confirmed, confirm
from content.studio.founding import found_policy
from content.studio.policy import Policy, Rule
from content.studio.proposals import propose
from content.studio.sealed_keys import OperatorKey, new_key
from content.studio.signing import countersign, renew, sign_alert, sign_programme
from schedules.clock import SystemClock

GROUPS = ("utama", "taman")
APPROVERS, DUTY, DRILLER = ("sekar", "budi", "citra"), "dewi", "eka"
FIRST_TWO = ("sekar", "budi")
STEP = timedelta(seconds=1)


class SteppingClock:
    """The machine's clock, a second further on for everything that is signed: versions are seconds, and all differ."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def step(self) -> datetime:
        self._ahead += STEP
        return self.now()

    def now(self) -> datetime:
        return SystemClock().now() + self._ahead

    def monotonic(self) -> float:
        return SystemClock().monotonic()


class People:
    """Everybody's keys, and the hub's repository that they have founded in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.clock = SteppingClock()
        self.keys = {name: new_key(name, name.title()) for name in (*APPROVERS, DUTY, DRILLER)}
        self.online: CryptoSigner = ensure_key(folder / "online.pem")
        self.repository = Repository(folder / "repository", self.online, self.clock)
        signatories = [self.keys[name] for name in (*FIRST_TWO, DUTY, DRILLER)]
        first = found_policy(self._first_policy(), signatories, self.online.public_key, self.clock.step())
        self.repository.accept(*first)

    def _first_policy(self) -> Policy:
        together = (ROOT, POLICY, FALLBACK, *map(programme_role, GROUPS))
        rules = [Rule(role, 2, APPROVERS) for role in together]
        rules += [Rule(EMERGENCY, 1, (DUTY,)), Rule(DRILL, 1, (DRILLER,))]
        return Policy(tuple(key.operator for key in self.keys.values()), tuple(rules))

    def approved(self, document: Mapping[str, Any], by: tuple[str, ...] = FIRST_TWO) -> SignedRole:
        """The programme `document` with the signatures of `by`, as it would follow what is published now."""
        group = str(document["group"])
        first, *others = (self.keys[name] for name in by)
        current = self.repository.current(programme_role(group))
        signed = sign_programme(first, current, group, document, self.clock.step())
        return reduce(lambda role, key: countersign(key, role), others, signed)

    def renew(self, role: str) -> None:
        """Sign what is published by `role` once more."""
        first, *others = {EMERGENCY: (DUTY,), DRILL: (DRILLER,)}.get(role, FIRST_TWO)
        signed = renew(self.keys[first], role, self.repository.current(role) or b"", self.clock.step())
        self.repository.accept(reduce(lambda role, name: countersign(self.keys[name], role), others, signed))

    def publish(self, document: Mapping[str, Any]) -> None:
        """Two people approve, and the hub publishes."""
        self.repository.accept(self.approved(document))

    def warning(self, alert_id: str, document: bytes | None, *, by: str = DUTY, drill: bool = False) -> SignedRole:
        """An emergency, or a drill, raised by `by`; with None one that is withdrawn."""
        current = self.repository.current(DRILL if drill else EMERGENCY)
        return sign_alert(self.keys[by], current, alert_id, document, self.clock.step(), drill=drill)

    def warn(self, alert_id: str, document: bytes | None, *, by: str = DUTY, drill: bool = False) -> None:
        """The same, published."""
        self.repository.accept(self.warning(alert_id, document, by=by, drill=drill))

    def believed(self) -> Confirmed:
        """What a desk believes of what the hub hands out."""
        repository, roots = self.repository, self.repository.roots()
        roles = {role: repository.current(role) or b"" for role in repository.delegated()}
        return confirm(roots[0], roots, repository.current(POLICY) or b"", roles)

    def hold_ceremony(
        self, change: Callable[[Policy], Policy] = lambda policy: policy, online_key: Key | None = None
    ) -> tuple[SignedRole, ...]:
        """What two people sign so that the changed rules hold, not published yet."""
        now, known = self.clock.step(), self.believed()
        proposal = propose(known, change(known.people), now, online_key=online_key)
        for key in (self.keys[name] for name in FIRST_TWO):
            proposal = sign_proposal(proposal, known, key)
        return completed(examine(proposal, known))

    def key(self, name: str) -> OperatorKey:
        return self.keys[name]
