"""The key store of the operating system, where a person may leave a passphrase so as not to type it each time.

Whoever can use that person's account can sign then; so it is asked for, never taken for granted.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from displayctl.errors import NoKeyStore

SERVICE = "displayctl"


class KeyStore:
    """Passphrases of the keys in `folder`, by operator. A machine without a key store keeps none."""

    def __init__(self, folder: Path) -> None:
        self._place = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]

    def passphrase(self, id: str) -> str | None:
        """What was left here for `id`; None where nothing was, or where there is no key store."""
        import keyring  # slow to import; most desks ask a person
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(SERVICE, self._name(id))
        except KeyringError:
            return None

    def remember(self, id: str, passphrase: str) -> None:
        """Leave the passphrase of `id`. Raises NoKeyStore where the machine has none."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, self._name(id), passphrase)
        except KeyringError as error:
            raise NoKeyStore(
                f"this machine has no key store that could keep a passphrase ({error!s:.100}); "
                "type it when you are asked, or give it in a file with --passphrase-file"
            ) from error

    def forget(self, id: str) -> None:
        """Take the passphrase of `id` out again; nothing happens where none was left."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE, self._name(id))
        except KeyringError:
            return

    def _name(self, id: str) -> str:
        return f"{id}@{self._place}"
