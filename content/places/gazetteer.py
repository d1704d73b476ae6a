"""The list of a regency's kecamatan, and how to find one: by name, by code, and by where a wall stands."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from content.places.district import District, distance_km
from schedules.checks import check_count, check_name, check_unique
from schedules.errors import InvalidValue
from schedules.position import Position

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MOST_DISTRICTS = 1_000
KM_OF_A_DEGREE = 111.2
ROUGH_KM = 1.0
"""So far from an outline a place is still taken for inside: outlines are coarse, and harbours stick out of them."""
_SHORT = {
    "kec": "",
    "kecamatan": "",
    "sel": "selatan",
    "tim": "timur",
    "bar": "barat",
    "brt": "barat",
    "ut": "utara",
    "utr": "utara",
    "tgh": "tengah",
}
"""How officials abbreviate, and what they leave out."""
_ALIKE = 0.75
_REGENCY = re.compile(r"\A\d{2}\.\d{2}\Z")
_DIGITS = re.compile(r"\A\d+\Z")


@dataclass(frozen=True)
class Gazetteer:
    """A regency: its code at the Ministry of Home Affairs (``72.01``) and at the statistics office BPS (``7202``),
    which number differently, its name, its province, its districts, and where the data come from.
    """

    code: str
    bps_code: str
    name: str
    province: str
    source: str
    districts: tuple[District, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.code, str) or not _REGENCY.match(self.code):
            raise InvalidValue("code", f"{self.code!r:.40} is not a code of a regency, as 72.01")
        if not isinstance(self.bps_code, str) or (self.bps_code and not re.match(r"\A\d{4}\Z", self.bps_code)):
            raise InvalidValue("bps_code", f"{self.bps_code!r:.40} is not a code of BPS, as 7202")
        check_name("name", self.name)
        check_name("province", self.province)
        check_name("source", self.source, most=1_000)
        check_count("district", self.districts, most=MOST_DISTRICTS, least=1)
        check_unique("district.code", [district.code for district in self.districts])
        check_unique("district.name", [plain for district in self.districts for plain in _plain_names(district)])
        strange = [district.code for district in self.districts if not district.code.startswith(f"{self.code}.")]
        if strange:
            raise InvalidValue("district.code", f"{strange[0]} is not of {self.code}; keep one regency in a file")

    @staticmethod
    def load(path: Path | None = None) -> Gazetteer:
        """The one in the file `path`, else in the one that DISPLAYCTL_PLACES names, else that of Kabupaten Banggai.

        Raises UnusablePlaces.
        """
        from content.places.gazetteer_file import load_gazetteer

        return load_gazetteer(path)

    def district(self, code: str) -> District | None:
        """The one with the code ``72.01.04``, also written 720104."""
        return self._by_code.get(code.replace(".", ""))

    def find(self, name: str) -> District | None:
        """The one called `name`, whatever its case, with or without "Kec.", also "Luwuk Sel." and "batui-selatan"."""
        return self._by_name.get(_plain(name))

    def suggest(self, name: str) -> tuple[District, ...]:
        """Up to three for a person to choose from, whose names look like `name`, the likeliest first."""
        alike = difflib.get_close_matches(_plain(name), list(self._by_name), n=3, cutoff=_ALIKE)
        return tuple(dict.fromkeys(self._by_name[plain] for plain in alike))

    def named_in(self, words: str) -> tuple[District, ...]:
        """Those that a sentence names, in its order: "Luwuk Timur" is not Luwuk, and each is there once."""
        found = (self._by_name[_plain(match[0])] for match in self._names.finditer(_spelled_out(words)))
        return tuple(dict.fromkeys(found))

    def containing(self, position: Position) -> tuple[District, ...]:
        """Those that `position` lies in, the smallest first; none where it lies in another regency, or at sea.

        Outlines are rough, so near a border it may be the neighbour, and it may be two; a place off the coast by no
        more than they are rough lies in the district that is nearest.
        """
        from shapely import Point  # only now: it takes a tenth of a second, and windows open without it

        at = Point(position.longitude, position.latitude)
        away = [(self.area_of(district).distance(at), district) for district in self.districts if district.polygons]
        found = [(self.area_of(district).area, district) for distance, district in away if not distance]
        for district in self.districts:
            if not district.polygons and distance_km(district.position, position) <= district.radius_km:
                found.append((math.pi * (district.radius_km / KM_OF_A_DEGREE) ** 2, district))
        if not found:
            near = [pair for pair in away if pair[0] * KM_OF_A_DEGREE <= ROUGH_KM]
            return tuple(district for _, district in sorted(near, key=lambda pair: (pair[0], pair[1].code))[:1])
        return tuple(district for _, district in sorted(found, key=lambda pair: (pair[0], pair[1].code)))

    def area_of(self, district: District) -> BaseGeometry:
        """The outlines of one of its districts as one area, in degrees (x east, y north); its point where only the
        circle is known. Made once.
        """
        return self._areas[district.code]

    def nearest(self, position: Position) -> District:
        """The one whose point is the nearest to `position`."""
        return min(self.districts, key=lambda district: distance_km(district.position, position))

    def of_geocode(self, name: str, value: str) -> tuple[District, ...]:
        """Those that a geocode of a warning means: a village's, a district's, this regency's or this province's code.

        `name` says whose codes they are: where it has "bps" in it, only regencies and provinces are known; where it is
        "kabupaten" or "kecamatan", `value` is not a code but the name of a regency, or of a part of one, or a district.
        """
        if name == "kecamatan":
            named = self.find(value)
            return () if named is None else (named,)
        if name == "kabupaten":
            return self.districts if _regency_name(value) == _regency_name(self.name) else ()
        digits = value.replace(".", "").strip()
        if not _DIGITS.match(digits):
            return ()
        if "bps" in name.lower():
            whole = len(digits) in (2, 4) and bool(self.bps_code) and self.bps_code.startswith(digits)
            return self.districts if whole else ()
        if len(digits) in (2, 4):
            return self.districts if self.code.replace(".", "").startswith(digits) else ()
        found = self._by_code.get(digits[:6]) if len(digits) in (6, 10) else None
        return () if found is None else (found,)

    @cached_property
    def _by_code(self) -> dict[str, District]:
        return {district.code.replace(".", ""): district for district in self.districts}

    @cached_property
    def _by_name(self) -> dict[str, District]:
        return {plain: district for district in self.districts for plain in _plain_names(district)}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted((_spelled_out(n) for d in self.districts for n in _names(d)), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    @cached_property
    def _areas(self) -> dict[str, BaseGeometry]:
        from shapely import Point, Polygon, unary_union

        return {
            district.code: unary_union(
                [Polygon([(lon, lat) for lat, lon in ring]).buffer(0) for ring in district.polygons]
            )
            if district.polygons
            else Point(district.longitude, district.latitude)
            for district in self.districts
        }


def _names(district: District) -> Iterator[str]:
    yield district.name
    yield from district.other_names


def _plain_names(district: District) -> list[str]:
    return [_plain(name) for name in _names(district)]


def _spelled_out(words: str) -> str:
    """In small letters, one blank between words, and abbreviations written out."""
    parts = re.findall(r"\w+", words.casefold())
    return " ".join(filter(None, (_SHORT.get(part, part) for part in parts)))


def _regency_name(name: str) -> str:
    """Without "Kab.", and without "bagian utara": which part of a regency is meant is known to nobody else."""
    return _plain(re.sub(r"\bkab(?:upaten)?\b|\bbagian\b.*", " ", name.casefold()))


def _plain(name: str) -> str:
    return _spelled_out(name).replace(" ", "")
