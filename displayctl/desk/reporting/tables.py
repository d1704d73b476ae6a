"""A report as tables, each cell with its kind: what spreadsheets, papers and files of values are written from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from displayctl.desk.papers.phrases import kind_words
from displayctl.desk.reporting.figures import REASONS, By, Figures, Share, Sort, Total, shares, totals, whole_of
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.words import BYS, SORTS, Words
from displayctl.desk.reporting.words import REASONS as REASON_WORDS
from schedules.alert import AlertLevel

Say = Callable[[Words], str]
"""Words as they are to be read: in both languages, or in one."""
Value = str | int | float | timedelta | datetime | None
"""`float` is a part of the whole, 0 to 1."""


class Cell(StrEnum):
    """What a column holds."""

    TEXT = "text"
    COUNT = "count"
    LENGTH = "length"
    PART = "part"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by a stable word for programs, its heading, what it holds, and how wide it is beside the others."""

    key: str
    words: Words
    cell: Cell
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading, the last `sums` of them sums of the others; `nothing` is said where there are none."""

    key: str
    words: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    nothing: Words
    sums: int = 0

    @property
    def body(self) -> tuple[tuple[Value, ...], ...]:
        """The rows without sums: what programs read, and what is sorted."""
        return self.rows[: len(self.rows) - self.sums]


NOTHING_PUBLISHED: Words = (
    "Tidak ada program yang terbit untuk layar ini pada waktu tersebut.",
    "Nothing was published for these walls in that time.",
)
_FIGURES = (
    Column("planned_plays", ("Rencana (kali)", "Planned plays"), Cell.COUNT, 10),
    Column("played_plays", ("Tayang (kali)", "Played"), Cell.COUNT, 10),
    Column("planned", ("Rencana", "Planned time"), Cell.LENGTH, 11),
    Column("played", ("Tayang", "Played time"), Cell.LENGTH, 11),
    Column("missing", ("Kurang", "Missing"), Cell.LENGTH, 11),
    Column("kept", ("Terpenuhi", "Kept"), Cell.PART, 11),
)
_WHY = tuple(Column(reason, REASON_WORDS[reason], Cell.LENGTH, 12) for reason in REASONS)
_EXTRA = Column("extra", ("Di luar rencana", "Beyond the plan"), Cell.LENGTH, 12)


def both_words(words: Words) -> str:
    """As ``Pengisi / Filler``; once where they are the same."""
    return " / ".join(dict.fromkeys(words))


def planned_table(report: AirReport, by: By, agency: str | None = None, say: Say = both_words) -> Table:
    """Planned against played by one thing, with the reasons, and the sum of all in the last row."""
    found = totals(report, by, agency)
    rows = [(_name(each, say), *_figures(each.figures)) for each in found]
    if len(found) > 1:
        rows.append((say(("Jumlah", "Total")), *_figures(whole_of(report, agency))))
    return Table(
        f"planned-{by.value}",
        (f"Rencana dan tayang per {BYS[by][0]}", f"Planned and played by {BYS[by][1].lower()}"),
        (Column("name", BYS[by], Cell.TEXT, 34), *_FIGURES, *_WHY, _EXTRA),
        tuple(rows),
        NOTHING_PUBLISHED,
        sums=int(len(found) > 1),
    )


def detail_table(report: AirReport, agency: str | None = None, say: Say = both_words) -> Table:
    """Every wall, booking and medium in a row of its own."""
    rows = [
        (
            report.wall_name(row.display_id),
            row.slot_name or row.slot_id or _unbooked(row.kind, say),
            row.medium_title or row.medium_id or say(SORTS[Sort.SLATE]),
            row.agency,
            *_figures(Figures(**{name: getattr(row, name) for name in Figures.__dataclass_fields__})),
            row.late_frames + row.dropped_frames,
        )
        for row in report.rows
        if agency is None or row.agency == agency
    ]
    columns = (
        Column("wall", BYS[By.WALL], Cell.TEXT, 24),
        Column("booking", BYS[By.SLOT], Cell.TEXT, 24),
        Column("medium", BYS[By.MEDIUM], Cell.TEXT, 26),
        Column("agency", BYS[By.AGENCY], Cell.TEXT, 22),
        *_FIGURES,
        *_WHY,
        _EXTRA,
        Column("frames", ("Gambar terlambat atau hilang", "Frames late or lost"), Cell.COUNT, 12),
    )
    return Table("detail", ("Rincian", "In detail"), columns, tuple(rows), NOTHING_PUBLISHED)


def airtime_table(report: AirReport, by: By, agency: str | None = None, say: Say = both_words) -> Table:
    """How the broadcast time was shared."""
    found = shares(report, by, agency)
    rows: list[tuple[Value, ...]] = [_shared(each, say) for each in found]
    if agency is None and rows:
        whole = report.broadcast_seconds
        rows.append((say(("Waktu siar", "Broadcast time")), None, _length(whole), sum(each.share for each in found)))
    columns = (
        Column("name", BYS[by], Cell.TEXT, 40),
        Column("plays", ("Kali", "Plays"), Cell.COUNT, 10),
        Column("airtime", ("Waktu siar", "Airtime"), Cell.LENGTH, 14),
        Column("share", ("Bagian", "Share"), Cell.PART, 10),
    )
    title = f"Waktu siar per {BYS[by][0]}", f"Airtime by {BYS[by][1].lower()}"
    return Table(f"airtime-{by.value}", title, columns, tuple(rows), NOTHING_PUBLISHED, sums=len(rows) - len(found))


def availability_table(report: AirReport) -> Table:
    """Each wall with its broadcast time, and how much of it is known to have been on the wall."""
    rows = tuple(
        (
            each.wall.name,
            _length(each.wall.broadcast_seconds),
            _length(each.wall.down_seconds),
            each.wall.down_count,
            _length(each.wall.longest_down_seconds),
            _length(each.wall.unreported_seconds),
            each.wall.available,
        )
        for each in report.walls
    )
    columns = (
        Column("wall", BYS[By.WALL], Cell.TEXT, 30),
        Column("broadcast", ("Waktu siar", "Broadcast time"), Cell.LENGTH, 14),
        Column("down", ("Tidak tayang", "Down"), Cell.LENGTH, 13),
        Column("count", ("Kali", "Times"), Cell.COUNT, 8),
        Column("longest", ("Terlama", "Longest"), Cell.LENGTH, 13),
        Column("unreported", ("Belum dilaporkan", "Not reported yet"), Cell.LENGTH, 13),
        Column("available", ("Tersedia", "Available"), Cell.PART, 10),
    )
    nothing = "Belum ada layar.", "There is no wall."
    return Table("availability", ("Ketersediaan layar", "Availability"), columns, rows, nothing)


def downtime_table(report: AirReport, say: Say = both_words) -> Table:
    """The silences of all walls, by time."""
    rows = tuple(
        (
            report.wall_name(down.display_id),
            down.starts,
            down.ends,
            _length(down.seconds),
            say(SORTS[Sort.DOWN if down.reported else Sort.UNREPORTED]),
        )
        for down in report.downs
    )
    columns = (
        Column("wall", BYS[By.WALL], Cell.TEXT, 30),
        Column("from", ("Mulai", "From"), Cell.INSTANT, 20),
        Column("to", ("Sampai", "To"), Cell.INSTANT, 20),
        Column("length", ("Lama", "Length"), Cell.LENGTH, 12),
        Column("state", ("Keadaan", "State"), Cell.TEXT, 30),
    )
    nothing = "Tidak ada layar yang berhenti tayang pada waktu tersebut.", "No wall was down in that time."
    return Table("downtime", ("Layar tidak tayang", "Downtime"), columns, rows, nothing)


def emergency_table(report: AirReport, say: Say = both_words) -> Table:
    """Emergencies and drills."""
    rows = tuple(
        (
            each.info.starts,
            each.info.ends,
            each.info.headline,
            say(kind_words(each.info.kind)),
            AlertLevel(each.info.level).name,
            say(("Latihan", "Drill") if each.info.drill else ("Darurat", "Emergency")),
            each.info.walls,
            each.info.shown,
            _length(each.wall_seconds),
        )
        for each in report.emergencies
    )
    columns = (
        Column("from", ("Mulai", "From"), Cell.INSTANT, 20),
        Column("to", ("Sampai", "To"), Cell.INSTANT, 20),
        Column("headline", ("Pesan", "Message"), Cell.TEXT, 34),
        Column("kind", ("Jenis", "Kind"), Cell.TEXT, 20),
        Column("level", ("Tingkat", "Level"), Cell.TEXT, 10),
        Column("drill", ("Keadaan", "State"), Cell.TEXT, 20),
        Column("walls", ("Layar dituju", "Walls meant"), Cell.COUNT, 9),
        Column("shown", ("Layar tayang", "Walls shown"), Cell.COUNT, 9),
        Column("airtime", ("Lama di layar", "On walls"), Cell.LENGTH, 12),
    )
    nothing = (
        "Tidak ada pesan darurat dan tidak ada latihan pada waktu tersebut.",
        "There was no emergency and no drill in that time.",
    )
    return Table("emergencies", ("Pesan darurat dan latihan", "Emergencies and drills"), columns, rows, nothing)


def every_table(report: AirReport, agency: str | None = None) -> tuple[Table, ...]:
    """The whole report; with `agency` only what concerns it."""
    planned = tuple(planned_table(report, by, agency) for by in By if agency is None or by is not By.AGENCY)
    airtime = tuple(airtime_table(report, by, agency) for by in (By.AGENCY, By.MEDIUM, By.WALL))
    walls = (availability_table(report), downtime_table(report), emergency_table(report)) if agency is None else ()
    return (*planned, *airtime, *walls, detail_table(report, agency))


def _name(total: Total, say: Say) -> str:
    return (total.name or total.key) if total.sort is Sort.NAMED else say(SORTS[total.sort])


def _shared(share: Share, say: Say) -> tuple[Value, ...]:
    name = (share.name or share.key) if share.sort is Sort.NAMED else say(SORTS[share.sort])
    return name, share.plays or None, _length(share.seconds), share.share


def _figures(figures: Figures) -> Iterable[Value]:
    yield figures.planned_plays
    yield figures.played_plays
    yield _length(figures.planned_seconds)
    yield _length(figures.played_seconds)
    yield _length(figures.missing_seconds)
    yield figures.kept
    for reason in REASONS:
        yield _length(getattr(figures, f"{reason}_seconds"))
    yield _length(figures.extra_seconds)


def _unbooked(kind: str, say: Say) -> str:
    return say(SORTS[Sort.SLATE if kind == Sort.SLATE.value else Sort.FILLER])


def _length(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)
