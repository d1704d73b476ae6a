"""Gathers what the desk knows into the plain values that presenters make words of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from content.studio.operators import Operator
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.office_news import News
from displayctl.desktop.home.on_air import OnAir
from displayctl.desktop.presenters.needs import Facts
from displayctl.desktop.presenters.needs_of_plans import PlanFacts
from displayctl.desktop.presenters.needs_of_the_office import OfficeFacts
from displayctl.desktop.presenters.needs_of_walls import WallFacts
from displayctl.desktop.presenters.wall_tiles import Known, WallTile, alerts_by_wall, tile_of, worst_first


def tiles_of(desk: Desk, on_air: OnAir, now: datetime) -> tuple[WallTile, ...]:
    """Every wall of the catalogue as a tile, the worst first."""
    catalogue = desk.catalogue
    players, healths, alerts = catalogue.players, catalogue.healths, alerts_by_wall(catalogue.alerts)
    return worst_first(
        tile_of(
            kept.value,
            Known(
                players.get(kept.id),
                healths.get(kept.id),
                alerts.get(kept.id, ()),
                on_air.outlook(kept.id, now),
                worked_out=on_air.worked_out,
            ),
            now,
            catalogue.medium_title,
        )
        for kept in catalogue.displays
    )


def gather(
    desk: Desk, tiles: tuple[WallTile, ...], on_air: OnAir, news: News | None, here: Iterable[Operator], now: datetime
) -> Facts:
    """What is known now; `here` are those whose keys are at this desk."""
    catalogue, read = desk.catalogue, news or News()
    signers = frozenset(person.name for person in here)
    return Facts(
        now=now,
        rights=desk.myself,
        walls=WallFacts(
            displays=tuple(kept.value for kept in catalogue.displays),
            tiles=tiles,
            players=catalogue.players,
            alerts=catalogue.alerts,
            enrolments=catalogue.enrolments,
            empties=on_air.empties,
        ),
        plans=PlanFacts(
            submissions=catalogue.submissions,
            mine=signers | ({desk.myself.name} - {""}),
            signers=signers,
            media=catalogue.media,
            playlists=tuple(kept.value for kept in catalogue.playlists),
            slots=tuple(kept.value for kept in catalogue.slots),
            unpublished=on_air.unpublished,
        ),
        office=OfficeFacts(
            warnings=catalogue.warnings,
            feeds=read.feeds,
            drill=read.drill,
            renewals=read.renewals,
            ceremonies=read.ceremonies,
            problems=read.problems,
        ),
        further=read.further,
    )
