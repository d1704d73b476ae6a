"""What a command about emergencies was asked for: the words of a template, the walls of an area, a length of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from schedules.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.studio.emergency.message import Message
    from content.studio.emergency.templates_folder import Templates
    from displayctl.cli.frame import Desk
    from displayctl.desk.emergencies.area import Area
    from displayctl.desk.emergencies.changes import Wish
    from displayctl.desk.emergencies.post import DutyPost
    from schedules.display import Display

LONGEST_MINUTES = 11_520
_DURATION = re.compile(r"\A(?:(\d{1,2})d)?(?:(\d{1,3})h)?(?:(\d{1,5})m)?\Z")


class Level(StrEnum):
    """Indonesia's levels of warning; AWAS takes the whole wall."""

    AWAS = "awas"
    SIAGA = "siaga"
    WASPADA = "waspada"


class Sound(StrEnum):
    """What is heard with it."""

    NONE = "none"
    CHIME = "chime"
    SIREN = "siren"


TextArgument = Annotated[str, typer.Argument(help="The headline of a free text; leave it out with --template.")]
BodyOption = Annotated[str, typer.Option(help="What people should do, with a free text; a line for each thing.")]
TemplateOption = Annotated[str, typer.Option(metavar="ID", help="A prepared text; see: displayctl alert templates")]
FieldOption = Annotated[list[str], typer.Option("--field", metavar="NAME=TEXT", help="Fills a field of the template.")]
LevelOption = Annotated[Level | None, typer.Option(help="How severe; the template's own else.")]
SoundOption = Annotated[Sound | None, typer.Option(help="What is heard; the template's own else.")]
SourceOption = Annotated[str | None, typer.Option(metavar="WHO", help="Whose warning this is, as BMKG.")]
WallOption = Annotated[list[str], typer.Option("--display", metavar="WALL", help="Only here; every wall else.")]
GroupOption = Annotated[list[str], typer.Option("--group", metavar="GROUP", help="The walls of this group.")]
AreaOption = Annotated[list[str], typer.Option("--area", metavar="KECAMATAN", help="The walls in this kecamatan.")]
ForOption = Annotated[str, typer.Option("--for", metavar="TIME", help="It ends by itself after so long: 30m, 2h, 1d.")]
MinutesOption = Annotated[int | None, typer.Option(min=1, max=LONGEST_MINUTES, help="The same, in minutes.")]
DrillOption = Annotated[bool, typer.Option("--drill", help="A drill: walls stamp LATIHAN on it.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a message, as they were typed."""

    text: str = ""
    body: str = ""
    template: str = ""
    fields: tuple[str, ...] = ()
    level: Level | None = None
    sound: Sound | None = None
    source: str | None = None

    def message(self, templates: Templates, area: str = "") -> Message:
        """What it says. Raises ContentMissing, InvalidValue."""
        from content.studio.emergency.message import FREE
        from schedules.alert import AlertLevel, AlertSound

        values = fields_of(self.fields)
        if not self.template:
            values = {"judul": self.text, "isi": self.body, **values}
        elif self.text or self.body:
            raise InvalidValue("TEXT", "goes with a free text; fill the fields of the template with --field NAME=TEXT")
        return templates.find(self.template or FREE).message(
            {name: value for name, value in values.items() if value},
            level=None if self.level is None else AlertLevel[self.level.name],
            sound=None if self.sound is None else AlertSound(self.sound.value),
            source=self.source,
            area=area,
        )

    def duration(self, templates: Templates, length: str, minutes: int | None) -> timedelta:
        """For how long: as was asked, else as the template recommends. Raises ContentMissing, InvalidValue."""
        from content.studio.emergency.message import FREE

        return asked_duration(length, minutes) or templates.find(self.template or FREE).duration


@dataclass(frozen=True, slots=True)
class AskedArea:
    """The options of an area, as they were typed."""

    displays: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()

    def resolved(self, walls: Iterable[Display]) -> Area:
        """With ids in the place of names. Raises NotNamed."""
        from displayctl.cli.finding import pick
        from displayctl.desk.emergencies.area import Area

        known = tuple(walls)
        ids = tuple(
            pick(each, known, "wall", lambda wall: wall.id, lambda wall: wall.name).id for each in self.displays
        )
        return Area(ids, self.groups, tuple(_district_code(each) for each in self.districts))


def wish_of(post_walls: tuple[Display, ...], asked: Asked, area: AskedArea, duration: timedelta, desk: Desk) -> Wish:
    """What is to be put on which walls. Raises NothingToSign, NotNamed, ContentMissing, InvalidValue."""
    from displayctl.desk.emergencies.area import area_words, walls_of
    from displayctl.desk.emergencies.changes import Wish

    resolved = area.resolved(post_walls)
    gazetteer = None
    if resolved.districts:
        from content.places.gazetteer import Gazetteer

        gazetteer = Gazetteer.load()
    chosen = walls_of(resolved, post_walls, gazetteer)
    message = asked.message(templates_of(desk), area_words(resolved, gazetteer))
    return Wish(message, duration, () if resolved.is_everywhere else tuple(wall.id for wall in chosen))


def templates_of(desk: Desk) -> Templates:
    """The templates of this installation; an office's own that cannot be read are told of."""
    from content.studio.emergency.templates_folder import OWN_FOLDER, load_templates

    templates = load_templates(desk.installation.data / OWN_FOLDER)
    for complaint in templates.complaints:
        desk.say(complaint)
    return templates


def post_of(desk: Desk, *, drill: bool) -> DutyPost:
    """This desk's post, with a hub. Raises HubNotRunning, which tells of the way without one."""
    from displayctl.desk.emergencies.post import DutyPost
    from displayctl.errors import HubNotRunning

    try:
        client = desk.client
    except HubNotRunning as error:
        raise HubNotRunning(f"{error}; or write it onto a stick for the walls: displayctl alert export DIR") from error
    return DutyPost(client, desk.beliefs, drill=drill, clock=desk.clock)


def fields_of(texts: Iterable[str]) -> dict[str, str]:
    """``NAME=TEXT`` options by name; ``\\n`` begins a new line. Raises InvalidValue."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InvalidValue("--field", f'{text!r:.60} is no field; write NAME=TEXT, as tempat="Pasar Simpong"')
        found[name.strip()] = value.strip().replace("\\n", "\n")
    return found


def asked_duration(length: str, minutes: int | None) -> timedelta | None:
    """A length as ``1h30m``, or of so many minutes; None where neither was given. Raises InvalidValue."""
    if length and minutes is not None:
        raise InvalidValue("--for", "says the same as --minutes; give one of them")
    if not length:
        return None if minutes is None else timedelta(minutes=minutes)
    match = _DURATION.match(length.strip())
    days, hours, left = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    found = timedelta(days=days, hours=hours, minutes=left)
    if not timedelta(0) < found <= timedelta(minutes=LONGEST_MINUTES):
        raise InvalidValue("--for", f"{length!r:.20} is no time up to eight days; write it as 30m, 2h or 1d12h")
    return found


def _district_code(name: str) -> str:
    """The code of a kecamatan by name or code. Raises InvalidValue."""
    from content.places.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    found = gazetteer.district(name) or gazetteer.find(name)
    if found is None:
        near = ", ".join(district.name for district in gazetteer.suggest(name))
        hint = f"did you mean {near}?" if near else f"{gazetteer.name} has {len(gazetteer.districts)}, as Luwuk"
        raise InvalidValue("--area", f"{name!r:.60} is no kecamatan of {gazetteer.name}; {hint}")
    return found.code
