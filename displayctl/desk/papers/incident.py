"""The report of one incident: what was said, by whom, when, and what each wall did with it."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from displayctl.api.incidents import Incident, IncidentPicture, IncidentStep
from displayctl.api.office import OfficeSettings
from displayctl.desk.incident_lines import WallLine, wall_lines
from displayctl.desk.papers.letterhead import foot, grid, head, section
from displayctl.desk.papers.page import Page
from displayctl.desk.papers.phrases import (
    LEVEL_COLOURS,
    STEPS,
    both,
    clock,
    day_and_time,
    kind_words,
    seconds_words,
    why_words,
)
from schedules.alert import AlertLevel
from schedules.codec import alert_from_dict

MOST_THUMBNAILS, IN_A_ROW = 8, 4
THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 160, 92
"""In the units of rich text: the page is about 690 of them wide."""
MOST_STEPS = 12
DRILL_STAMP = "LATIHAN"
_PNG_HEAD = 24


def incident_page(
    incident: Incident, office: OfficeSettings, pictures: Mapping[str, bytes], now: datetime, source: str = ""
) -> Page:
    """The page; `pictures` are the PNGs of the incident's pictures by digest, of which those that are missing are
    left out.
    """
    shown = [each for each in chosen_pictures(incident) if _is_png(pictures.get(each.sha256, b""))]
    told = source or f"displayctl report incident {incident.info.id} --json"
    titles = (
        ("LAPORAN LATIHAN DARURAT", "Emergency drill report")
        if incident.info.drill
        else ("LAPORAN KEJADIAN DARURAT", "Emergency incident report")
    )

    def text(rows: int) -> str:
        zone = ZoneInfo(office.zone)
        parts = [head(office, *titles, incident.info.id), _band(incident), _facts(incident, zone)]
        parts += [section("Kronologi", "Timeline"), _timeline(incident, zone)]
        parts += [section("Layar per layar", "Wall by wall"), _walls(incident, zone, rows)]
        if shown:
            parts += [section("Gambar layar", "The walls then"), _thumbnails(incident, shown, pictures, zone)]
        return "".join((*parts, "<p>&nbsp;</p>", foot(office, now, told)))

    return Page(
        title=f"{titles[0]} {incident.info.id}",
        text=text,
        pictures={each.sha256: pictures[each.sha256] for each in shown},
        stamp=DRILL_STAMP if incident.info.drill else "",
        most_rows=len(wall_lines(incident)),
    )


def chosen_pictures(incident: Incident) -> tuple[IncidentPicture, ...]:
    """The pictures that fit on the page: of each wall the first, then further ones, in the order they were taken."""
    first: dict[str, IncidentPicture] = {}
    for picture in incident.pictures:
        first.setdefault(picture.display_id, picture)
    rest = [picture for picture in incident.pictures if picture not in first.values()]
    chosen = (*first.values(), *rest)[:MOST_THUMBNAILS]
    return tuple(sorted(chosen, key=lambda picture: (picture.taken_at, picture.display_id)))


def _band(incident: Incident) -> str:
    level = AlertLevel(incident.info.level)
    colour = LEVEL_COLOURS[level]
    word = f"LATIHAN · {level.name}" if incident.info.drill else level.name
    return (
        f'<table width="100%" cellspacing="0" cellpadding="5"><tr><td bgcolor="{colour}" width="20%" align="center">'
        f'<span style="color:#ffffff"><b>{word}</b></span></td><td bgcolor="#f4f6f8">'
        f'<span style="font-size:large"><b>{escape(incident.info.headline)}</b></span></td></tr></table>'
    )


def _facts(incident: Incident, zone: ZoneInfo) -> str:
    info = incident.info
    ends = both("masih tayang", "still on") if info.live else escape(_instant(info.ends, zone))
    times = f"median {seconds_words(info.median_seconds)}, terlama/worst {seconds_words(info.worst_seconds)}"
    reached = f"{info.shown} / {info.walls}" + (f", {both('sudah diralat', 'taken back')}" if info.corrected else "")
    cells = [
        (("Jenis", "Kind"), both(*kind_words(info.kind))),
        (("Wilayah", "Area"), escape(info.area or "–")),
        (("Mulai", "Began"), escape(day_and_time(info.starts, zone))),
        (("Berakhir", "Ended"), ends),
        (("Layar tayang", "Walls shown"), reached),
        (("Sampai layar", "To the wall"), escape(times)),
        (("Sumber", "Source"), escape(info.source or "–")),
        (("Pernyataan", "Messages"), str(info.alerts)),
    ]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    rows = "".join(
        "<tr>" + "".join(f'<td width="17%">{both(*name)}</td><td width="33%">{value}</td>' for name, value in pair)
        for pair in pairs
    )
    return f'<table width="100%" cellspacing="0" cellpadding="2">{rows}</table>'


def _timeline(incident: Incident, zone: ZoneInfo) -> str:
    replaced = {name for step in incident.steps for name in alert_from_dict(step.value).supersedes}
    rows = [
        row for step in incident.steps[:MOST_STEPS] for row in _moments(step, is_replaced=step.alert_id in replaced)
    ]
    rows.sort(key=lambda row: row[0])
    lines = [[escape(day_and_time(at, zone)), words] for at, words in rows]
    left_out = len(incident.steps) - MOST_STEPS
    if left_out > 0:
        lines.append(["…", both(f"dan {left_out} pernyataan lagi", "further messages")])
    return grid([("Waktu", "When"), ("Peristiwa", "What happened")], lines)


def _moments(step: IncidentStep, *, is_replaced: bool) -> list[tuple[datetime, str]]:
    alert = alert_from_dict(step.value)
    first = [signer for signer in step.signers if signer.at == step.signers[0].at]
    later = [signer for signer in step.signers if signer not in first]
    names = ", ".join(signer.name for signer in first)
    signed = f" — {both('ditandatangani', 'signed by')} {escape(names)}" if names else ""
    by = f" — {both('oleh', 'brought by')} {escape(step.raised_by)}" if step.raised_by else ""
    words = f"<b>{both(*STEPS[step.kind])}</b>: {escape(alert.headline)} [{alert.level.name}]{by}{signed}{_pace(step)}"
    found = [(step.raised_at, words)]
    confirmed = both("Dikuatkan orang kedua", "Confirmed by a second person")
    found += [(signer.at, f"{confirmed}: {escape(signer.name)}") for signer in later]
    if step.withdrawn_at is not None and step.withdrawn_at < alert.expires and not is_replaced:
        found.append((step.withdrawn_at, f"{both('Ditarik', 'Taken back')}: {escape(alert.headline)}"))
    return found


def _pace(step: IncidentStep) -> str:
    """On how many of its walls a message came, and how long the slowest took."""
    delays = [outcome.seconds for outcome in step.walls if outcome.seconds is not None]
    worst = f", {both('terlama', 'worst')} {seconds_words(max(delays))}" if delays else ""
    return f" — {len(delays)}/{len(step.walls)} {both('layar', 'walls')}{worst}"


def _walls(incident: Incident, zone: ZoneInfo, most: int) -> str:
    lines = wall_lines(incident)
    headings = [
        ("Layar", "Wall"),
        ("Diterima", "Received"),
        ("Tayang", "Shown"),
        ("Jeda", "Delay"),
        ("Sidik gambar", "Frame"),
        ("Berakhir", "Ended"),
    ]
    if incident.info.corrected:
        headings.insert(5, ("Ralat tayang", "Correction shown"))
    rows = [_cells(line, zone, corrected=incident.info.corrected) for line in lines[:most]]
    left_out = len(lines) - len(rows)
    note = f"<p>{both(f'… dan {left_out} layar lagi', 'further walls')}</p>" if left_out > 0 else ""
    return grid(headings, rows) + note


def _cells(line: WallLine, zone: ZoneInfo, *, corrected: bool) -> list[str]:
    first = line.first
    shown = clock(first.shown_at, zone)
    if first.shown_at is None:
        shown = f'<span style="color:#c00000"><b>{both("tidak tayang", "not shown")}</b></span>'
    why = f" <small>{escape(why_words(line.last.why))}</small>" if line.last.why else ""
    cells = [escape(first.name), clock(first.received_at, zone), shown, escape(seconds_words(first.seconds))]
    cells += [f"<code>{escape(first.frame[:12] or '–')}</code>", *([clock(line.corrected_at, zone)] * corrected)]
    return [*cells, clock(line.last.ended_at, zone) + why]


def _thumbnails(
    incident: Incident, chosen: list[IncidentPicture], pictures: Mapping[str, bytes], zone: ZoneInfo
) -> str:
    names = {outcome.display_id: outcome.name for step in incident.steps for outcome in step.walls}
    cells = [
        f'<td width="{100 // IN_A_ROW}%" align="center" valign="bottom">'
        f"{_image(each.sha256, pictures[each.sha256])}<br>"
        f"<small>{escape(names.get(each.display_id, each.display_id))}, {clock(each.taken_at, zone)}</small></td>"
        for each in chosen
    ]
    rows = ["".join(cells[at : at + IN_A_ROW]) for at in range(0, len(cells), IN_A_ROW)]
    return '<table width="100%" cellpadding="2">' + "".join(f"<tr>{each}</tr>" for each in rows) + "</table>"


def _image(name: str, png: bytes) -> str:
    """The picture within the room of a thumbnail, whatever the shape of its wall."""
    width, height = struct.unpack(">II", png[16:24])
    scale = min(THUMBNAIL_WIDTH / max(1, width), THUMBNAIL_HEIGHT / max(1, height))
    return f'<img src="{name}" width="{max(1, round(width * scale))}" height="{max(1, round(height * scale))}">'


def _is_png(data: bytes) -> bool:
    return data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > _PNG_HEAD


def _instant(instant: datetime | None, zone: ZoneInfo) -> str:
    return "–" if instant is None else day_and_time(instant, zone)
