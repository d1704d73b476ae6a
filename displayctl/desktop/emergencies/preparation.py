"""What an emergency window needs beside the walls, read off the UI thread as soon as it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from content.errors import UnusablePlaces
from content.places.district import District
from content.places.gazetteer import Gazetteer
from content.places.gazetteer_file import load_gazetteer
from content.studio.emergency.templates_folder import OWN_FOLDER, Templates, load_templates
from schedules.display import Display


@dataclass(frozen=True, slots=True)
class Preparation:
    """`district_of` names, for a wall's id, the codes of the districts it stands in. `complaints` are English sentences
    about files of the office that could not be used; what comes with the program stands in for them.
    """

    templates: Templates
    districts: tuple[District, ...]
    district_of: Mapping[str, tuple[str, ...]]
    complaints: tuple[str, ...] = ()


def prepare_places(installation: Path, walls: tuple[Display, ...]) -> Preparation:
    """Templates, ours and those of the office in the folder of its `installation`; its places, else ours."""
    templates = load_templates(installation / OWN_FOLDER)
    complaints = list(templates.complaints)
    try:
        gazetteer = Gazetteer.load()
    except UnusablePlaces as error:
        gazetteer = load_gazetteer(None, {})
        complaints.append(f"the office's own places are not used: {error}")
    return Preparation(templates, gazetteer.districts, districts_of(gazetteer, walls), tuple(complaints))


def districts_of(gazetteer: Gazetteer, walls: tuple[Display, ...]) -> dict[str, tuple[str, ...]]:
    """In which districts each wall stands that has a position."""
    return {
        wall.id: tuple(district.code for district in gazetteer.containing(wall.position))
        for wall in walls
        if wall.position is not None
    }
