"""An office with two duty officers, founded once and copied: raises, confirms and withdraws alerts by its own clock."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from content.delivery.bundle import pack
from content.delivery.notices import Notice, pack_notice
from content.delivery.published import parsed_role
from content.delivery.roles import DRILL, EMERGENCY, POLICY, SignedRole
from content.delivery.tufnames import CryptoSigner, Metadata
from content.studio.signing import endorse, sign_alert
from schedules.alert import Alert
from tests.builders import png
from tests.fakes.clock import PushedClock
from tests.fakes.former_office import Keyring, found_installation

GROUP = "utama"


class Second:
    """The second duty officer, with one key for everything."""

    def signer(self, role: str) -> CryptoSigner:
        return CryptoSigner(Ed25519PrivateKey.from_private_bytes(b"2" * 32))


class EmergencyOffice:
    """A hub's repository and the two officers, in `folder`, at the time of `clock`."""

    def __init__(self, folder: Path, clock: PushedClock) -> None:
        for name, data in _founded(clock.now()).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o600)
        self.clock = clock
        installation = found_installation(folder, (GROUP,), clock)
        self.repository, self.first, self.second = installation.repository, installation.keyring, Second()
        self.notices: dict[tuple[str, bool], Notice] = {}

    def raise_alert(self, alert: Alert, pictures: dict[str, bytes]) -> None:
        """The first officer signs, and stands behind it."""
        self._carry(endorse(self.first, Notice(alert, pictures)))

    def confirm(self, alert_id: str, *, drill: bool) -> None:
        """The second officer stands behind it too."""
        self._carry(endorse(self.second, self.notices[alert_id, drill]))

    def withdraw(self, alert_id: str, *, drill: bool) -> None:
        del self.notices[alert_id, drill]
        self._accept(alert_id, None, drill)

    @property
    def bundle(self) -> bytes:
        return pack(self.repository.bundle_for(GROUP))

    def _carry(self, notice: Notice) -> None:
        self.notices[notice.alert.id, notice.alert.drill] = notice
        self._accept(notice.alert.id, pack_notice(notice), notice.alert.drill)

    def _accept(self, alert_id: str, document: bytes | None, drill: bool) -> None:
        current, now = self.repository.current(DRILL if drill else EMERGENCY), self.clock.now()
        self.repository.accept(sign_alert(self.first, current, alert_id, document, now, drill=drill))


@cache
def _founded(now: datetime) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="displayctl-test-") as place:
        folder = Path(place)
        installation = found_installation(folder, (GROUP,), PushedClock(now))
        keyring = Keyring(folder / "keys")
        policy = parsed_role(POLICY, installation.repository.current(POLICY) or b"")
        for role in (EMERGENCY, DRILL):
            policy.add_key(Second().signer(role).public_key, role)
        policy.version += 1
        metadata: Metadata[Any] = Metadata(policy)
        metadata.sign(keyring.signer(POLICY))
        installation.repository.accept(SignedRole(POLICY, metadata.to_bytes()))
        paths = [path for path in folder.rglob("*") if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def picture(name: str) -> tuple[str, bytes]:
    """Bytes that pass for a PNG, and their digest."""
    data = png() + name.encode()
    return hashlib.sha256(data).hexdigest(), data
