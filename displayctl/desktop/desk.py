"""Everything a page needs at hand: the hub, the door off the UI thread, what is known, and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from displayctl.desktop.catalogue import Catalogue
from displayctl.desktop.drafts import Drafts
from displayctl.desktop.edits import Edits
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.hub_rest import HubRest
from displayctl.desktop.language import Language
from displayctl.desktop.link import Link
from displayctl.desktop.look.appearance import Appearance
from displayctl.desktop.myself import Myself
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.preferences import Preferences
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.unsaved.drawer import Drawer
from displayctl.desktop.unsaved.outbox import Outbox
from displayctl.desktop.uploads import Uploads
from schedules.clock import Clock

if TYPE_CHECKING:
    from displayctl.desk.installation import Installation


@dataclass(frozen=True, slots=True)
class Desk:
    """One operator's workplace. Made once at start; pages come and go."""

    installation: Installation
    hub: HubDoor
    tasks: Tasks
    link: Link
    catalogue: Catalogue
    edits: Edits
    drafts: Drafts
    pictures: Pictures
    uploads: Uploads
    preferences: Preferences
    language: Language
    clock: Clock
    myself: Myself
    appearance: Appearance
    rest: HubRest
    drawer: Drawer
    outbox: Outbox
