"""Which province a message of BMKG is about, as far as its line in their list tells, so that others are not fetched."""

from __future__ import annotations

import re

_IDENTIFIER = re.compile(r"2\.49\.0\.1\.360\.0(?:\.\d{1,4}){4}\.(\d{2})\.\d{1,5}(?!\d)", re.ASCII)
"""WMO's number of BMKG, year, month, day, a part of the day, the province's code, and a number."""
NAMES = {
    "11": "Aceh",
    "12": "Sumatera Utara",
    "13": "Sumatera Barat",
    "14": "Riau",
    "15": "Jambi",
    "16": "Sumatera Selatan",
    "17": "Bengkulu",
    "18": "Lampung",
    "19": "Bangka Belitung",
    "21": "Kepulauan Riau",
    "31": "Jakarta",
    "32": "Jawa Barat",
    "33": "Jawa Tengah",
    "34": "Yogyakarta",
    "35": "Jawa Timur",
    "36": "Banten",
    "51": "Bali",
    "52": "Nusa Tenggara Barat",
    "53": "Nusa Tenggara Timur",
    "61": "Kalimantan Barat",
    "62": "Kalimantan Tengah",
    "63": "Kalimantan Selatan",
    "64": "Kalimantan Timur",
    "65": "Kalimantan Utara",
    "71": "Sulawesi Utara",
    "72": "Sulawesi Tengah",
    "73": "Sulawesi Selatan",
    "74": "Sulawesi Tenggara",
    "75": "Gorontalo",
    "76": "Sulawesi Barat",
    "81": "Maluku",
    "82": "Maluku Utara",
}
"""By the code of BPS. Papua is left out: its provinces were divided, and the offices number them differently."""
_CODES = {name.casefold(): code for code, name in NAMES.items()}
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted((re.escape(name) for name in _CODES), key=len, reverse=True))})\b")


def province_in(identifier: str) -> str:
    """The code of the province in an identifier of BMKG's; empty where it is none."""
    match = _IDENTIFIER.search(identifier)
    return match[1] if match else ""


def provinces_named(words: str) -> frozenset[str]:
    """The codes of the provinces that `words` name: "Maluku Utara" is not Maluku."""
    return frozenset(_CODES[match[0]] for match in _NAMED.finditer(words.casefold()))


def may_be_about(codes: frozenset[str], identifier: str, words: str) -> bool:
    """Whether a message may be about one of the provinces `codes`: what does not say which it is about may be."""
    if not codes:
        return True
    known = province_in(identifier)
    if known:
        return known in codes
    named = provinces_named(words)
    return not named or not named.isdisjoint(codes)
