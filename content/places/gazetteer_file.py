"""Reads a regency's places from a TOML file: the one that comes with the product, or one that an office made."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from content.errors import UnusablePlaces
from content.places.district import District, Ring
from content.places.gazetteer import Gazetteer
from schedules.errors import InvalidValue

LARGEST_BYTES = 4 << 20
PLACES_VARIABLE = "DISPLAYCTL_PLACES"
_OURS = "banggai.toml"


def load_gazetteer(path: Path | None, environment: Mapping[str, str] | None = None) -> Gazetteer:
    """The places in `path`, else in the file that DISPLAYCTL_PLACES names, else those of Kabupaten Banggai.

    Raises UnusablePlaces, which names file and fault.
    """
    named = (os.environ if environment is None else environment).get(PLACES_VARIABLE)
    if path is None and not named:
        return _ours()
    chosen = path or Path(named or "").expanduser()
    return _read(str(chosen), _bytes_of(chosen))


@cache
def _ours() -> Gazetteer:
    return _read(_OURS, resources.files("content.places").joinpath(_OURS).read_bytes())


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise UnusablePlaces(f"{path} cannot be read ({error.strerror}); check its name and rights") from error
    if len(text) > LARGEST_BYTES:
        raise UnusablePlaces(f"{path} is larger than {LARGEST_BYTES >> 20} MB; give fewer corners to its outlines")
    return text


def _read(name: str, text: bytes) -> Gazetteer:
    try:
        found = tomllib.loads(text.decode("utf-8"))
        districts = tuple(_district(entry) for entry in found.get("district", ()))
        return Gazetteer(
            code=found["code"],
            bps_code=found.get("bps_code", ""),
            name=found["name"],
            province=found["province"],
            source=found["source"],
            districts=districts,
        )
    except KeyError as error:
        raise UnusablePlaces(f"{name} has no {error}; give it, as in the file of Kabupaten Banggai") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, InvalidValue, TypeError, ValueError, RecursionError) as error:
        raise UnusablePlaces(f"{name} cannot be used ({error!s:.300}); mend it, and start again") from error


def _district(entry: Mapping[str, Any]) -> District:
    return District(
        code=entry["code"],
        name=entry["name"],
        latitude=entry["latitude"],
        longitude=entry["longitude"],
        radius_km=entry["radius_km"],
        polygons=tuple(_ring(ring) for ring in entry.get("polygons", ())),
        other_names=tuple(entry.get("other_names", ())),
    )


def _ring(corners: list[list[float]]) -> Ring:
    return tuple((latitude, longitude) for latitude, longitude in corners)
