"""Keys as a former version kept them: one unencrypted file for each purpose, all held by one person at one desk.

They go on to work as "satu mata" of that person, until a ceremony puts people with passphrases in their place.
"""

from __future__ import annotations

from pathlib import Path

from content.delivery.keyfile import load_key
from content.delivery.roles import DRILL, EMERGENCY, FALLBACK, POLICY, ROOT
from content.delivery.tufnames import CryptoSigner

PURPOSES = {ROOT: "root", POLICY: "policy", EMERGENCY: "duty", DRILL: "duty", FALLBACK: "policy"}
OTHERS = "programme"


class FormerKeys:
    """The files in `folder`; a `Signatory`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def are_here(self) -> bool:
        """Whether this desk has such keys at all."""
        return all(path.exists() for path in self._paths())

    def signer(self, role: str) -> CryptoSigner:
        """The key of the purpose that `role` belongs to. Raises ContentMissing, Damaged, Refused (``key-exposed``)."""
        return load_key(self._folder / f"{PURPOSES.get(role, OTHERS)}.pem")

    def put_away(self) -> tuple[Path, ...]:
        """Remove the files, once a ceremony made them worth nothing; what was removed."""
        gone = tuple(path for path in self._paths() if path.exists())
        for path in gone:
            path.unlink()
        return gone

    def _paths(self) -> tuple[Path, ...]:
        return tuple(self._folder / f"{name}.pem" for name in sorted({*PURPOSES.values(), OTHERS}))
