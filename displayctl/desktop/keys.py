"""The keys this desk signs with. They lie in the installation's folder; a desk without them cannot sign."""

from __future__ import annotations

from content.studio.signing import Keyring
from displayctl.desk.installation import Installation


def keyring_of(installation: Installation) -> Keyring:
    """The operators' keys of an installation; nothing is read before something is signed."""
    return Keyring(installation.keys_folder)
