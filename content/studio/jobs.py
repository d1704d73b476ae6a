"""The jobs a confined child knows, each from plain values to plain values."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

from content.studio.announcement import Announcement
from content.studio.format import Format
from content.studio.normalise import Product, normalise, write_picture
from content.studio.probe import probe
from content.studio.recognise import recognise
from content.studio.wire import asset_to_dict, options_from_dict

Report = Callable[[float], None]


def perform(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """Does the job that `request` names; raises what it fails with."""
    return _JOBS[request["job"]](request, report)


def _inspect(request: dict[str, Any], report: Report) -> dict[str, Any]:
    return {"facts": probe(Path(request["path"]), request["name"]).to_dict()}


def _thumbnail(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.thumbnails import thumbnail

    return {"picture": _text(thumbnail(recognise(Path(request["path"]), request["name"]), request["page"]))}


def _poster(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.thumbnails import poster

    return {"picture": _text(poster(recognise(Path(request["path"]), request["name"]), request["page"]))}


def _contact_sheet(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.contact_sheet import contact_sheet

    return {"picture": _text(contact_sheet(recognise(Path(request["path"]), request["name"]), report))}


def _examine(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.looks import look_of
    from content.studio.thumbnails import examine

    facts, thumbnail = examine(recognise(Path(request["path"]), request["name"]))
    return {"facts": facts.to_dict(), "thumbnail": _text(thumbnail), "look": look_of(thumbnail)}


def _look(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.looks import look_of

    return {"look": look_of(Path(request["path"]).read_bytes())}


def _frame(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.single_frames import frame_at

    recognised = recognise(Path(request["path"]), request["name"])
    return {"picture": _text(frame_at(recognised, request["at_ms"] / 1000))}


def _office(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.office_files import office_kind

    kind = office_kind(Path(request["path"]), request["name"])
    return {"kind": None if kind is None else kind.value}


def _loudness(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.loudness import loudness_of

    found = loudness_of(recognise(Path(request["path"]), request["name"]), report)
    return {} if found is None else {"lufs": found.integrated_lufs, "loudest": found.loudest_lufs}


def _letters(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio import documents

    with documents.opened(recognise(Path(request["path"]), request["name"])) as document:
        return {"share": documents.letters_share(documents.page_at(document, request["page"], request["name"]))}


def _flashes(request: dict[str, Any], report: Report) -> dict[str, Any]:
    from content.studio.flashes import flashes_of

    found = flashes_of(recognise(Path(request["path"]), request["name"]), report)
    return {"most": found.most, "at_ms": round(found.at_seconds * 1000)}


def _render(request: dict[str, Any], report: Report) -> dict[str, Any]:
    wanted, options = Format.parse(request["format"]), options_from_dict(request["options"])
    source, product = Path(request["path"]), Path(request["product"])
    return _told(normalise(source, product, wanted, options, report, name=request["name"]))


def _typeset(request: dict[str, Any], report: Report) -> dict[str, Any]:
    return {"png": _text(_typeset_png(request, request["width_px"], request["height_px"]))}


def _render_announcement(request: dict[str, Any], report: Report) -> dict[str, Any]:
    wanted = Format.parse(request["format"])
    png = _typeset_png(request, wanted.width_px, wanted.height_px)
    return _told(write_picture(png, Path(request["product"]), wanted))


def _typeset_png(request: dict[str, Any], width_px: int, height_px: int) -> bytes:
    from content.studio.typeset import typeset_png

    return typeset_png(Announcement.from_dict(request["announcement"]), width_px, height_px)


def _told(product: Product) -> dict[str, Any]:
    return {"asset": asset_to_dict(product.asset), "frames": product.frames}


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


_JOBS: dict[str, Callable[[dict[str, Any], Report], dict[str, Any]]] = {
    "inspect": _inspect,
    "thumbnail": _thumbnail,
    "poster": _poster,
    "contact_sheet": _contact_sheet,
    "examine": _examine,
    "look": _look,
    "frame": _frame,
    "letters": _letters,
    "flashes": _flashes,
    "office": _office,
    "loudness": _loudness,
    "render": _render,
    "typeset": _typeset,
    "render_announcement": _render_announcement,
}
