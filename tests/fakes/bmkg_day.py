"""A day of BMKG on this machine, faults and all: what its addresses answer at each minute, and what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from displayctl.api.warnings import WarningEnd
from tests.displayctl.hub.feeds.bmkg_samples import archive, bulletin, item, listed, newest, quake, rss
from tests.displayctl.hub.feeds.cap_samples import LUWUK, NOW, area, at, cap, info, reference
from tests.fakes.warning_server import Fault, Page, WarningServer

START = NOW
NOWCAST, TEWS, TSUNAMI, AGENCY = "/alerts/nowcast/id", "/DataMKG/TEWS/", "/last30tsunamievent.xml", "/bpbd/cap"
FELT_FOR, TSUNAMI_FOR = 6 * 60, 24 * 60
NEVER = "JANGAN TAYANG"
"""Stands in the words of all that may never be shown."""
STORM, IN_STORM = 780, 25


@dataclass(frozen=True, slots=True)
class Truth:
    """An event of the day: its headline, which feed tells of it, from when until when (minutes), and why it ends."""

    headline: str
    feed: str
    since: int
    until: int
    why: WarningEnd = WarningEnd.EXPIRED


@dataclass(frozen=True, slots=True)
class Told:
    """A message on a list of messages: the minutes at which it comes, leaves the list, and expires."""

    number: int
    headline: str
    since: int
    leaves: int
    expires: int
    status: str = "Actual"
    message: str = "Alert"
    names: int = 0
    """The number of the message that it replaces or takes back; 0 for none."""
    sent: int | None = None
    kecamatan: int = 1
    """How many polygons there are: BMKG sends one for each."""
    province: int = 72
    scope: str = "Public"
    polygon: str = LUWUK

    @property
    def identifier(self) -> str:
        return f"2.49.0.1.360.0.2026.08.14.01.{self.province:02}.{self.number:03}"

    @property
    def code(self) -> str:
        return f"CST20260814{self.number:03}"

    def body(self, named: Told | None) -> bytes:
        told = info(
            area([self.polygon] * self.kecamatan),
            effective=at(self.sent if self.sent is not None else self.since),
            expires=at(self.expires),
        ).replace("Hujan Lebat dan Petir di Sulawesi Tengah", self.headline)
        return cap(
            told,
            identifier=self.identifier,
            sent=at(self.sent if self.sent is not None else self.since),
            status=self.status,
            message=self.message,
            scope=self.scope,
            references="" if named is None else reference(named.identifier, named.since),
        )


def _storm() -> tuple[Told, ...]:
    """So many messages at once that the hub may not fetch them all within a minute."""
    return tuple(Told(100 + n, f"Hujan lebat {n}", STORM, STORM + 60, STORM + 90) for n in range(IN_STORM))


NOWCASTS = (
    Told(1, "Hujan pagi", 10, 200, 130),
    Told(2, "Hujan 150 kecamatan", 60, 400, 240, kecamatan=150),
    Told(3, "Petir yang hilang dari daftar", 120, 180, 400),
    Told(4, "Hujan saat peladen gagal", 200, 500, 420),
    Told(6, "Hujan saat satu berkas gagal", 265, 500, 430),
    Told(5, "Hujan malam", 1_100, 1_400, 1_250),
    Told(20, f"{NEVER} uji", 15, 900, 900, status="Test"),
    Told(21, f"{NEVER} latihan", 30, 900, 900, status="Exercise"),
    Told(22, f"{NEVER} konsep", 45, 900, 900, status="Draft"),
    Told(23, f"{NEVER} sistem", 50, 900, 900, status="System"),
    Told(24, f"{NEVER} delapan hari ke depan", 70, 1_400, 9 * 1_440, sent=8 * 1_440),
    Told(25, f"{NEVER} provinsi lain", 80, 900, 900, province=73),
    Told(26, f"{NEVER} terbatas", 85, 900, 900, scope="Restricted"),
    Told(27, f"{NEVER} terbuka", 90, 900, 900, polygon="-0.90,122.70 -0.90,122.90 -1.05,122.90"),
    Told(28, f"{NEVER} berakhir sebelum mulai", 95, 900, 94),
    *_storm(),
)
AGENCYS = (
    Told(201, "Banjir Batui", 240, 1_000, 700),
    Told(202, "Banjir Batui", 300, 1_000, 760, message="Update", names=201),
    Told(203, f"{NEVER} pembatalan", 420, 1_000, 760, message="Cancel", names=202),
    Told(204, f"{NEVER} pembaruan tanpa rujukan", 430, 1_000, 760, message="Update"),
    *(
        Told(300 + n, f"Jalan tergenang {n}", STORM, STORM + 120, STORM + 100, polygon=LUWUK)
        for n in range(IN_STORM)
    ),
)  # fmt: skip
QUAKES = (
    (100, "12 km selatan Luwuk", "4.1", "III Luwuk", "Tidak berpotensi tsunami"),
    (610, "7 km timur Batui", "5.3", "II-III Luwuk, IV Batui", "Gempa ini dirasakan untuk diteruskan pada masyarakat"),
    (1_000, "30 km tenggara Toili", "7.4", "VI Luwuk", "Berpotensi tsunami untuk diteruskan pada masyarakat"),
)
BULLETINS = ((1_004, "PD-1"), (1_015, "PD-2"), (1_045, "PD-3"), (1_110, "PD-4"))
OLD_BULLETIN = bulletin("Warning Tsunami PD-1", "2026-08-12 08:00:00", "20260812000000").replace(
    "Peringatan Dini Tsunami", f"{NEVER} tsunami lama"
)
TSUNAMI_HEADLINE = "Peringatan Dini Tsunami"
EMPTY_ARCHIVE = archive(OLD_BULLETIN)


def truths() -> tuple[Truth, ...]:
    """Everything that a desk has to be told of on this day, each once."""
    return (
        *(_nowcast_truth(told) for told in NOWCASTS if NEVER not in told.headline),
        Truth("Banjir Batui", "bpbd", 240, 420, WarningEnd.CANCELLED),
        *(Truth(told.headline, "bpbd", told.since, told.expires) for told in AGENCYS if told.number >= 300),
        *(Truth(_area(where), "bmkg-gempa", minute, minute + FELT_FOR) for minute, where, *_ in QUAKES),
        Truth(TSUNAMI_HEADLINE, "inatews", BULLETINS[0][0], BULLETINS[-1][0], WarningEnd.CANCELLED),
    )


def _nowcast_truth(told: Told) -> Truth:
    if told.leaves < told.expires:
        return Truth(told.headline, "bmkg-cuaca", told.since, told.leaves, WarningEnd.LEFT)
    return Truth(told.headline, "bmkg-cuaca", told.since, told.expires)


def _area(where: str) -> str:
    return f"Pusat gempa berada di laut {where}"


@dataclass(frozen=True, slots=True)
class Spell:
    """Minutes in which what is below `path` is answered wrongly."""

    since: int
    until: int
    path: str
    spoil: Callable[[Page], Page]


def _without(page: Page, **changes: object) -> Page:
    return replace(page, etag=False, **changes)  # type: ignore[arg-type]


def _declared_wrongly(page: Page) -> Page:
    return _without(page, body=page.body.decode().replace("?>", ' encoding="utf-8"?>', 1).encode("utf-16"))


SPELLS = (
    Spell(195, 235, NOWCAST, lambda page: _without(page, status=500)),
    Spell(265, 272, "/alerts/nowcast/CST", lambda page: _without(page, status=503)),
    Spell(300, 308, NOWCAST, lambda page: _without(page, body=b"<html><body>Sedang dipelihara</body></html>")),
    Spell(320, 328, NOWCAST, lambda page: _without(page, body=page.body.replace(b"BMKG", b"Bahaya \xe9"))),
    Spell(340, 348, NOWCAST, _declared_wrongly),
    Spell(360, 368, NOWCAST, lambda page: _without(page, body=b"\x00\xff" * 5_000)),
    Spell(380, 388, NOWCAST, lambda page: _without(page, fault=Fault.CUT)),
    Spell(440, 444, TSUNAMI, lambda page: _without(page, fault=Fault.TRICKLE)),
    Spell(460, 463, TSUNAMI, lambda page: _without(page, fault=Fault.ENDLESS)),
    Spell(480, 530, TEWS, lambda page: _without(page, status=429, headers={"Retry-After": "600"})),
    Spell(620, 635, TEWS, lambda page: _without(page, body=b'{"Infogempa": {"gempa": "tidak ada"}}')),
    Spell(650, 665, TEWS, lambda page: _without(page, body=b"[" * 100_000)),
    Spell(680, 695, TEWS, lambda page: _without(page, body=b"")),
    Spell(1_150, 1_165, NOWCAST, lambda page: _without(page, body=rss().encode())),
)
OUTAGES = (("bmkg-cuaca", 195, 235), ("bmkg-gempa", 480, 530))
"""Which feeds are away for long enough that their operator has to be told, from when until when."""
COMES_BACK = "Hujan malam"
"""It leaves its list for a while, and is on it again."""


@dataclass
class BmkgDay:
    """Puts on `server` what BMKG, and an agency of the regency, have at an instant of the day."""

    server: WarningServer
    _edges: tuple[int, ...] = field(init=False)
    _at: int = field(init=False, default=-1)

    def __post_init__(self) -> None:
        lists = ((told.since, told.leaves) for told in (*NOWCASTS, *AGENCYS))
        spells = ((spell.since, spell.until) for spell in SPELLS)
        edges = {0, *(minute for pair in (*lists, *spells) for minute in pair)}
        self._edges = tuple(sorted(edges | {minute for minute, *_ in (*QUAKES, *BULLETINS)}))

    def play(self, now: datetime) -> None:
        """Has the server answer as at `now`."""
        minute = int((now - START) / timedelta(minutes=1))
        reached = max(edge for edge in self._edges if edge <= minute)
        if reached != self._at:
            self._at = reached
            self.server.pages = {path: self._spoiled(path, page) for path, page in _pages(reached).items()}

    def _spoiled(self, path: str, page: Page) -> Page:
        for spell in SPELLS:
            if spell.since <= self._at < spell.until and path.startswith(spell.path):
                return spell.spoil(page)
        return page


def _pages(minute: int) -> dict[str, Page]:
    return {
        **_list(NOWCASTS, NOWCAST, minute),
        **_list(AGENCYS, AGENCY, minute),
        **{f"{TEWS}{name}.json": Page(body, "application/json") for name, body in _quakes(minute).items()},
        TSUNAMI: Page(_archive(minute)),
    }


def _list(messages: tuple[Told, ...], path: str, minute: int) -> dict[str, Page]:
    """The list at `path`, and beside it each of its messages; those that left it are gone."""
    there = [told for told in messages if told.since <= minute < told.leaves]
    by_number = {told.number: told for told in messages}
    folder = path.rpartition("/")[0]
    bodies = {f"{folder}/{told.code}_alert.xml": Page(told.body(by_number.get(told.names))) for told in there}
    return {path: Page(rss(*(item(told.code, title=told.headline) for told in there)).encode()), **bodies}


def _quakes(minute: int) -> dict[str, bytes]:
    """The newest, the strong ones and the felt ones; before the first of the day there is one of last week."""
    happened = [each for each in QUAKES if each[0] <= minute]
    records = [_record(*each) for each in reversed(happened)]
    records += [quake(DateTime="2026-08-07T01:14:48+00:00", Wilayah=f"{NEVER} pekan lalu")]
    felt = [{**record, "Dirasakan": each[3]} for record, each in zip(records, reversed(happened), strict=False)]
    strong = [record for record in records if float(record["Magnitude"]) >= 5]
    return {"autogempa": newest(records[0]), "gempaterkini": listed(*strong), "gempadirasakan": listed(*felt)}


def _record(minute: int, where: str, magnitude: str, felt: str, potential: str) -> dict[str, str]:
    instant = START + timedelta(minutes=minute)
    return quake(
        DateTime=instant.isoformat(), Magnitude=magnitude, Wilayah=_area(where), Potensi=potential, Dirasakan="-"
    )


def _archive(minute: int) -> bytes:
    told = [each for each in BULLETINS if each[0] <= minute]
    return archive(
        OLD_BULLETIN,
        *(
            bulletin(f"Warning Tsunami {stage}", (START + timedelta(minutes=at)).isoformat(), "20260814175500")
            for at, stage in reversed(told)
        ),
    )
