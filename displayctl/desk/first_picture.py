"""The shortest way from something in the library to something on a wall: it fills the hours that nobody has booked."""

from __future__ import annotations

from content.studio.operators import Signatory
from displayctl.api.client import HubClient
from displayctl.api.models import PartKind, Publication
from displayctl.desk.believing import Beliefs
from displayctl.desk.publishing import publish
from schedules.clock import Clock
from schedules.codec import playlist_to_dict
from schedules.playlist import Playlist, PlaylistEntry


def show_first(
    client: HubClient, keyring: Signatory, medium_id: str, group: str, name: str, *, beliefs: Beliefs, clock: Clock
) -> Publication:
    """Put a medium into a new playlist called `name`, let that fill the unbooked hours of `group`, and publish.

    Where the hours of that group are filled already nothing is put there, and what is there is published. Raises as
    `displayctl.desk.publishing.publish`, and HubError.
    """
    settings = client.settings()
    if group not in settings.filler_ids:
        value = playlist_to_dict(Playlist("first", name, (PlaylistEntry(medium_id),)))
        del value["id"]  # the hub finds one that is free
        made = client.create_part(PartKind.PLAYLIST, value)
        fillers = {**settings.filler_ids, group: made.id}
        client.put_settings(settings.model_copy(update={"filler_ids": fillers}))
    return publish(client, keyring, group, clock=clock, beliefs=beliefs)
