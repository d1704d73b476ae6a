"""`displayctl card`: BMKG's weather and felt earthquakes as items of playlists."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, plain, table

app = group("Data cards: the weather of a village, the newest felt earthquake, with their source and time.")


class Topic(StrEnum):
    """What a card tells."""

    WEATHER = "weather"
    QUAKE = "quake"


@command(app, "add")
def add(
    desk: Desk,
    topic: Annotated[Topic, typer.Argument(help="What it tells.")],
    place: Annotated[str, typer.Argument(metavar="PLACE", help="For the weather: a village, as 72.01.04.1001.")] = "",
    title: Annotated[str, typer.Option(help="What it is called.")] = "",
    wait: Annotated[bool, typer.Option(help="Return once every wall's version is made.")] = True,
) -> Answer:
    """Add a card to the library. Its words change by themselves; walls show what was signed, while that is new."""
    from displayctl.api.cards import CardTopic, CardWish
    from displayctl.cli.library import await_job

    job = desk.client.add_card(CardWish(topic=CardTopic(topic.value), place=place, title=title))
    if wait:
        await_job(desk, job, title or topic.value)
    medium = desk.client.medium(job.medium_id)
    return Answer(plain(medium), f"{medium.title} is {medium.id}; put it into a playlist like any other medium")


@command(app, "list")
def list_cards(desk: Desk) -> Answer:
    """List the cards, and until when the data of each are new enough."""
    from displayctl.api.models import MediumKind
    from displayctl.cli.finding import all_media

    media = [medium for medium in all_media(desk.client) if medium.kind is MediumKind.CARD]
    rows = [
        (m.id, m.title, m.source_name, f"{m.expires_at:%Y-%m-%d %H:%M} UTC" if m.expires_at else "-") for m in media
    ]
    none = "there is no card; add one with: displayctl card add quake"
    return Answer(plain(media), table(("id", "title", "about", "good until"), rows, none))
