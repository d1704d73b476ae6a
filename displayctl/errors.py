"""What can be wrong around a hub and an installation, outside of the conversation with a hub (`displayctl.api.errors`).

DeskError
├── HubNotRunning       no hub runs on this installation
├── HubUnknown          a hub in the network that nobody has compared the fingerprint of yet
├── DeskTokenMissing    the token that opens a hub is not to be found
├── HubDidNotStart      the hub's process ended before it answered; says why
├── StartRefused        a hub cannot start here: the reason and the next step
│   ├── AddressRefused  not a loopback address, or one that another program uses
│   │   └── AddressTaken another program began to use it while the hub was starting
│   ├── AuthorityDamaged the hub's own certificate authority cannot be read
│   ├── AlreadyRunning  another hub works on this folder
│   ├── NewerDatabase   the database was made by a newer version
│   └── DatabaseDamaged the database is not whole
├── NothingToSign       a draft has problems that forbid publishing it
├── DraftChanged        the draft is another one than a person was shown
├── NeedsApproval       more than one person has to sign: submit the draft
├── NotOneOfThem        the key at hand does not count for what is to be signed
├── KeyLocked           a person has to give the passphrase of a key
├── NoKeyStore          this machine has no key store that could keep a passphrase
├── WindowWallFailed    the player in a window did not come up; says why
├── BackupError         a backup cannot be made, read or brought back; nothing was changed
│   ├── BackupPlaceGone the folder or stick that backups are kept on is not there, or cannot be used
│   ├── BackupDamaged   what the backup holds is not what it says of itself
│   └── BackupNewer     a newer version has made it
├── HubNotBelieved      the hub hands out what is not signed by those who may
├── CalendarRefused     a calendar file is damaged, too large, or none
├── PreferencesNotKept  what a person chose for this desk cannot be written down
└── PaperRefused        a paper that was asked for cannot be made: what of, and the next step
"""

from __future__ import annotations


class DeskError(Exception):
    """Root of the family. `str(error)` is a sentence a person can act on."""


class HubNotRunning(DeskError):
    """No hub runs on this installation."""


class HubUnknown(DeskError):
    """The hub is in the network, and its fingerprint was not compared yet, or is another than before."""


class DeskTokenMissing(DeskError):
    """The desk token cannot be read."""


class HubDidNotStart(DeskError):
    """The hub's process ended, or did not answer in time."""


class StartRefused(DeskError):
    """A hub cannot start here."""


class AddressRefused(StartRefused):
    """The address cannot be listened on."""


class AddressTaken(AddressRefused):
    """Another program has begun to listen on the hub's port while the hub was starting."""


class AuthorityDamaged(StartRefused):
    """The files of the hub's own certificate authority are not whole."""


class AlreadyRunning(StartRefused):
    """Another hub works on this folder."""


class NewerDatabase(StartRefused):
    """The database belongs to a newer version; nothing was touched."""


class DatabaseDamaged(StartRefused):
    """The database is not whole; nothing was touched."""


class NothingToSign(DeskError):
    """The draft cannot be published as it is; the message lists why."""


class DraftChanged(DeskError):
    """The draft is not what a person was shown: look at it again."""


class NeedsApproval(DeskError):
    """More than one person has to sign for these walls: submit the draft, and let another approve it."""


class NotOneOfThem(DeskError):
    """The key at hand does not count for what is to be signed; the message says whose would."""


class KeyLocked(DeskError):
    """A person has to give the passphrase of a key: that of `operator`, an id, empty where they have to choose."""

    def __init__(self, message: str, operator: str) -> None:
        super().__init__(message)
        self.operator = operator


class NoKeyStore(DeskError):
    """This machine has no key store that could keep a passphrase."""


class WindowWallFailed(DeskError):
    """The player in a window of this computer did not come up."""


class BackupError(DeskError):
    """A backup cannot be made, read or brought back; nothing was changed."""


class BackupPlaceGone(BackupError):
    """The folder or stick that backups are kept on is not there, or cannot be used."""


class BackupDamaged(BackupError):
    """What a backup holds is not what it says of itself."""


class BackupNewer(BackupError):
    """A newer version has made the backup."""


class HubNotBelieved(DeskError):
    """The hub hands out what is not signed by those who may, or is older than what this desk has seen."""


class CalendarRefused(DeskError):
    """A calendar file is none, is damaged, or holds more than can be taken in."""


class PreferencesNotKept(DeskError):
    """The settings of this desk cannot be written to their file; they count until the desk is closed."""


class PaperRefused(DeskError):
    """A paper that was asked for cannot be made; the message says what of and the next step."""
