"""The keys this desk signs with. They lie in the installation's folder; a desk without them cannot sign."""

from __future__ import annotations

from content.studio.operators import Signatory
from displayctl.desk.installation import Installation
from displayctl.desk.unlocking import cabinet_at


def keyring_of(installation: Installation, operator: str = "") -> Signatory:
    """Whoever signs at this desk now, or the one whose id is given.

    Raises KeyLocked where a passphrase has to be asked for, ContentError.
    """
    return cabinet_at(installation.keys_folder).signatory(operator)
