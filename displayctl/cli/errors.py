"""What can go wrong on the command line itself.

CommandError
├── NotNamed        no thing, or more than one, has the name that was typed
├── WorkFailed      a job of the hub ended without success
├── PassphraseNeeded a passphrase is needed, and nobody can be asked for it
├── NotTyped        a password or a code is needed, and nobody typed it
├── TrailBroken     the audit trail is not whole
└── NothingToOpen   the desktop cannot open here
"""

from __future__ import annotations


class CommandError(Exception):
    """Root of the family. `str(error)` names the thing, the fact and the next step."""


class NotNamed(CommandError):
    """No thing, or more than one, has the name that was typed."""


class WorkFailed(CommandError):
    """A job of the hub ended without success; the message says why."""


class NotTyped(CommandError):
    """A password or a code is needed, and nobody is there to type it; or it was mistyped."""


class TrailBroken(CommandError):
    """The audit trail, or a copy of it, is not whole; the message lists what was found."""


class NothingToOpen(CommandError):
    """There is no screen, or no Qt, for the desktop to open on."""


class PassphraseNeeded(CommandError):
    """A passphrase is needed, and nobody can be asked for it, or it was typed in two ways."""
