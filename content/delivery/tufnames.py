"""The names we use of tuf and securesystemslib, gathered once because those do not mark what they export.

Those of its client, which brings a whole library of HTTP with it, are imported by the judge alone.
"""

from securesystemslib.signer import KEY_FOR_TYPE_AND_SCHEME as KEY_FOR_TYPE_AND_SCHEME  # type: ignore[attr-defined]
from securesystemslib.signer import CryptoSigner as CryptoSigner  # type: ignore[attr-defined]
from securesystemslib.signer import Key as Key  # type: ignore[attr-defined]
from securesystemslib.signer import Signature as Signature  # type: ignore[attr-defined]
from securesystemslib.signer import Signer as Signer  # type: ignore[attr-defined]
from securesystemslib.signer import SSlibKey as SSlibKey  # type: ignore[attr-defined]
from tuf.api.metadata import DelegatedRole as DelegatedRole  # type: ignore[attr-defined]
from tuf.api.metadata import Delegations as Delegations  # type: ignore[attr-defined]
from tuf.api.metadata import Metadata as Metadata
from tuf.api.metadata import MetaFile as MetaFile  # type: ignore[attr-defined]
from tuf.api.metadata import Root as Root  # type: ignore[attr-defined]
from tuf.api.metadata import Snapshot as Snapshot  # type: ignore[attr-defined]
from tuf.api.metadata import TargetFile as TargetFile  # type: ignore[attr-defined]
from tuf.api.metadata import Targets as Targets  # type: ignore[attr-defined]
from tuf.api.metadata import Timestamp as Timestamp  # type: ignore[attr-defined]
