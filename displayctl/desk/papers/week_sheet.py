"""The schedule of a week on paper, for people to sign: each wall with its days, sums, and room for three names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from html import escape
from zoneinfo import ZoneInfo

from displayctl.api.office import OfficeSettings
from displayctl.desk.papers.columns import Signers, heading, short, signatures, soft, table_row
from displayctl.desk.papers.letterhead import head
from displayctl.desk.papers.phrases import both, day_and_time
from displayctl.desk.papers.sheets import Paper, Strip
from displayctl.desk.papers.week import Day, Line, Total, Week
from displayctl.desk.policy_lines import policy_lines
from displayctl.desk.recurrence_words import daypart_phrase, hours_phrase, recurrence_sentence
from schedules.calendar_names import SHORT_MONTHS, WEEKDAYS
from schedules.display import Display
from schedules.programme import Programme
from schedules.slot import Slot

_COLUMNS = (("Waktu", "Time", 13), ("Acara", "Booking", 28), ("OPD", "Agency", 15), ("Berulang", "Repeats", 27))
_NOTE = ("Catatan", "Notes", 17)
_SUMS = (("Acara", "Booking", 46), ("Kali", "Times", 10), ("Dipesan", "Booked", 22), ("Tayang", "On the wall", 22))


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the paper says of itself: whose it is, of which programme (`source` in words), and that one's digest.

    `agencies` are the names of those who speak in a playlist, by its id.
    """

    office: OfficeSettings
    now: datetime
    source: tuple[str, str]
    digest: str
    signers: Signers = field(default_factory=Signers)
    agencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def week_paper(weeks: tuple[Week, ...], programme: Programme, about: Particulars, *, landscape: bool = False) -> Paper:
    """The paper; each wall begins a page of its own, and the last page has the room for signatures."""
    monday = weeks[0].monday
    strips: list[Strip] = []
    for week in weeks:
        strips += _wall(week, programme, about, new_page=bool(strips))
    strips += [Strip(_about(about), stays=True), Strip(signatures(about.signers))]
    foot = f"Jadwal {week_name(monday)} · {about.source[0]} · sidik {about.digest[:16]}"
    return Paper(f"Jadwal tayang {week_name(monday)}", tuple(strips), foot, landscape)


def week_name(monday: date) -> str:
    """As ``23 Nov – 29 Nov 2026 (2026-W48)``."""
    sunday = monday + timedelta(days=6)
    return f"{_date(monday)} – {_date(sunday)} {sunday.year} ({monday:%G-W%V})"


def _wall(week: Week, programme: Programme, about: Particulars, *, new_page: bool) -> list[Strip]:
    canvas = week.display.canvas
    size = f"{canvas.width_px} × {canvas.height_px} piksel · {week.display.time_zone}"
    title = head(about.office, "JADWAL TAYANG MINGGUAN", "Weekly schedule", week_name(week.monday))
    name = f'<p><span style="font-size:large"><b>{short(week.display.name)}</b></span> {soft(size)}</p>'
    headings = heading((*_COLUMNS, _NOTE))
    strips = [Strip(title + name + _policies(week.display), new_page=new_page, stays=True)]
    for day in week.days:
        strips.append(Strip(_day_title(day), stays=True))
        if not day.lines:
            strips.append(Strip(f"<p>{soft('Tidak ada yang dipesan; pengisi tayang.  Nothing is booked.')}</p>"))
            continue
        strips.append(Strip(headings, stays=True))
        zone = ZoneInfo(week.display.time_zone)
        rows = (_line(line, programme, about, zone) for line in day.lines)
        strips += [
            Strip(table_row(cells, number, (*_COLUMNS, _NOTE)), head=headings) for number, cells in enumerate(rows)
        ]
    return strips + _sums(week)


def _policies(display: Display) -> str:
    """What people decided of its hours, brightness and silence, with the rules these rest on."""
    said = zip(policy_lines(display, "id"), (display.opening, display.brightness, display.quiet_hours), strict=True)
    lines = [
        f"<b>{escape(line.name)}</b>: {escape(line.says)}. {soft('Dasar hukum: ' + (line.basis or '–'))}"
        for line, decided in said
        if decided
    ]
    return "<p>" + "<br>".join(lines) + "</p>" if lines else ""


def _day_title(day: Day) -> str:
    words = f"<b>{WEEKDAYS[day.day.weekday()]}, {_date(day.day)} {day.day.year}</b>"
    if day.holidays:
        words += f' <span style="color:#a01010"><b>{escape("; ".join(day.holidays))[:200]}</b></span>'
    return f'<p style="margin-top:8px; margin-bottom:2px">{words}</p>'


def _line(line: Line, programme: Programme, about: Particulars, zone: ZoneInfo) -> list[str]:
    starts, ends = line.starts.astimezone(zone), line.ends.astimezone(zone)
    midnight = ends.time() == time(0)
    clock = f"<b>{starts:%H.%M}–{'24.00' if midnight else f'{ends:%H.%M}'}</b>"
    night = "" if midnight or ends.date() == starts.date() else f"<br>{soft('sampai esok hari')}"
    name = short(line.slot.name)
    playlist = short(line.playlist_name)
    booking = name if playlist == name else f"{name}<br>{soft(playlist, escaped=True)}"
    agencies = ", ".join(short(each) for each in about.agencies.get(line.slot.playlist_id, ())[:3]) or "–"
    return [clock + night, booking, agencies, escape(_repeats(line.slot, programme)), _notes(line)]


def _repeats(slot: Slot, programme: Programme) -> str:
    names = {each.id: each.name for each in programme.holidays}
    daypart = next((each.name for each in programme.dayparts if each.id == slot.daypart_id), "")
    at = daypart_phrase(daypart) if daypart else hours_phrase(slot.hours, "id")
    return recurrence_sentence(slot.recurrence, "id", names, at)[:300]


def _notes(line: Line) -> str:
    notes = [f"sela {line.slot.plays_per_hour}× tiap jam"] if line.interrupts else []
    if line.slot.region and line.slot.region != "utama":
        notes.append(f"bagian {line.slot.region}")
    if line.slot.priority != 50:
        notes.append(f"prioritas {line.slot.priority}")
    if not line.interrupts and line.aired < line.length:
        hidden = "tertutup acara lain" if not line.aired else f"tayang {_length(line.aired)}"
        notes.append(f"<b>{hidden}</b>")
    elif line.interrupts and not line.aired:
        notes.append("<b>tidak kebagian giliran</b>")
    return "<br>".join(notes) or "–"


def _sums(week: Week) -> list[Strip]:
    headings = heading(_SUMS)
    title = f'<p style="margin-top:10px; margin-bottom:2px"><b>{both("Jumlah seminggu", "Sums of the week")}</b></p>'
    strips = [Strip(title, stays=True), Strip(headings, stays=True)]
    strips += [Strip(table_row(_sum(total), number, _SUMS), head=headings) for number, total in enumerate(week.totals)]
    taken = week.length - week.free
    words = (
        f"Terisi acara {_length(taken)} dari {_length(week.length)}; pengisi {_length(week.free)}. "
        f"{soft('Booked airtime, and filler.')}"
    )
    return [*strips, Strip(f"<p>{words}</p>")]


def _sum(total: Total) -> list[str]:
    aired = _length(total.aired)
    return [short(total.slot.name), str(total.times), _length(total.booked), aired]


def _about(about: Particulars) -> str:
    digest = " ".join(about.digest[at : at + 8] for at in range(0, len(about.digest), 8))
    made = escape(day_and_time(about.now, ZoneInfo(about.office.zone)))
    return (
        f'<p style="margin-top:10px">{both(*about.source)}. Dibuat {made}. '
        f"Sidik program (SHA-256): {digest}. {soft('The signed paper belongs to the programme with this digest.')}</p>"
    )


def _length(length: timedelta) -> str:
    minutes = round(length.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} mnt"
    return f"{hours} jam {rest} mnt" if rest else f"{hours} jam"


def _date(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"
