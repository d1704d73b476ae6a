"""Reports of emergencies and drills as PDF, from what a hub has kept of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound
from displayctl.api.incidents import Incident
from displayctl.desk.papers.drills import drills_page
from displayctl.desk.papers.incident import chosen_pictures, incident_page
from displayctl.desk.papers.page import page_as_pdf


def incident_pdf(client: HubClient, id: str, now: datetime) -> bytes:
    """One A4 page about an incident, by the id of any of its alerts. Raises NotFound, HubError, FontsMissing."""
    incident = client.incidents.incident(id)
    pictures = fetch_pictures(client, incident)
    return page_as_pdf(incident_page(incident, client.settings().office, pictures, now))


def drills_pdf(client: HubClient, now: datetime) -> bytes:
    """One A4 page about the drills that are kept. Raises HubError, FontsMissing."""
    return page_as_pdf(drills_page(client.incidents.drills(), client.settings().office, now))


def fetch_pictures(client: HubClient, incident: Incident) -> dict[str, bytes]:
    """The pictures that a report shows, by digest; those that are gone meanwhile are left out. Raises HubError."""
    found = {}
    for picture in chosen_pictures(incident):
        with suppress(NotFound):
            found[picture.sha256] = client.incidents.picture(incident.info.id, picture.sha256)
    return found
