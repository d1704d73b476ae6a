"""A template of an emergency: fixed words with named gaps, and what goes with them, as data that offices add to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from content.studio.emergency.message import (
    CORRECTION,
    ENDED,
    LONGEST_HEADLINE,
    LONGEST_POINT,
    LONGEST_SOURCE,
    Message,
    Words,
    orders_to_move,
)
from content.studio.plain_tables import ENGLISH, INDONESIAN, LANGUAGES, ByLanguage
from schedules.alert import AlertLevel, AlertSound
from schedules.checks import check_count, check_id, check_int, check_name, check_unique
from schedules.errors import InvalidValue

LONGEST_FIELD, MOST_FIELDS, MOST_MINUTES = 1200, 16, 11_520
_GAP = re.compile(r"\{([a-z][a-z0-9]{0,19})\}")
_FIELD_NAME = re.compile(r"\A[a-z][a-z0-9]{0,19}\Z")


@dataclass(frozen=True, slots=True)
class Field:
    """A gap to be filled: its `label` and `default` by language, at most `most` characters.

    Without a value the default stands, and where there is none either, the points that name the field are left out.
    With `lines` several lines may be given, each a point of its own.
    """

    name: str
    label: ByLanguage
    default: ByLanguage = field(default_factory=dict)
    example: str = ""
    required: bool = False
    most: int = 60
    lines: bool = False

    def __post_init__(self) -> None:
        if not _FIELD_NAME.match(self.name):
            raise InvalidValue("field.name", f"{self.name!r:.40} is no name of a field; use small letters and digits")
        if INDONESIAN not in self.label:
            raise InvalidValue("field.label", f"{self.name} has no Indonesian label; write label.id")
        for text in (*self.label.values(), *self.default.values(), *([self.example] if self.example else [])):
            check_name(f"field.{self.name}", text, most=LONGEST_FIELD)
        check_int("field.most", self.most, 1, LONGEST_FIELD)


@dataclass(frozen=True, slots=True)
class Wording:
    """Headline and points with gaps, by language."""

    headline: ByLanguage
    points: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def gaps(self) -> frozenset[str]:
        """The names of all fields that it asks for."""
        texts = [*self.headline.values(), *(point for points in self.points.values() for point in points)]
        return frozenset(name for text in texts for name in _GAP.findall(text))

    def words(self, values: Mapping[str, ByLanguage]) -> tuple[Words, ...]:
        """Filled in, Indonesian first; a language whose headline has an empty gap is left out.

        What goes into a headline of capitals becomes capitals too.
        """
        made = []
        for language in LANGUAGES:
            text = self.headline.get(language, "")
            headline = _filled(text, language, values)
            if headline:
                points = [_filled(point, language, values) for point in self.points.get(language, ())]
                lines = (" ".join(line.split()) for point in points for line in point.split("\n"))
                whole = headline.upper() if _GAP.sub("", text).isupper() else headline
                made.append(Words(whole, tuple(line for line in lines if line)))
        return tuple(made)


def _filled(text: str, language: str, values: Mapping[str, ByLanguage]) -> str:
    """`text` without gaps; empty where one of them stays empty."""
    given = {name: values[name].get(language, "") for name in _GAP.findall(text)}
    return _GAP.sub(lambda gap: given[gap[1]], text).strip() if all(given.values()) else ""


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of emergency: `words` with gaps, the recommended level, sound and length, and its ways back.

    `evacuation` says that it orders people to move, and then `neutral` is what stands while a second person is
    missing. `correction` (RALAT) and `ended` are written already, so that taking it back needs no typing. `source` says
    who speaks where nobody else is named, as ``BMKG``. `order` is its place in lists.
    """

    id: str
    name: ByLanguage
    words: Wording
    correction: Wording
    ended: Wording
    level: AlertLevel
    sound: AlertSound = AlertSound.NONE
    duration: timedelta = timedelta(minutes=30)
    fields: tuple[Field, ...] = ()
    evacuation: bool = False
    neutral: Wording | None = None
    source: str = ""
    order: int = 100

    def __post_init__(self) -> None:
        check_id("template.id", self.id)
        if INDONESIAN not in self.name:
            raise InvalidValue("template.name", "has no Indonesian text; write name.id")
        for text in self.name.values():
            check_name("template.name", text, most=60)
        check_count("template.fields", self.fields, most=MOST_FIELDS)
        check_unique("template.fields", [each.name for each in self.fields])
        check_int("template.minutes", int(self.duration.total_seconds() // 60), 1, MOST_MINUTES)
        if self.source:
            check_name("template.source", self.source, most=LONGEST_SOURCE)
        wordings = {"words": self.words, "correction": self.correction, "ended": self.ended}
        for part, wording in (wordings if self.neutral is None else {**wordings, "neutral": self.neutral}).items():
            self._check_wording(part, wording)
        self._check_neutral()

    def _check_wording(self, part: str, wording: Wording) -> None:
        if not wording.headline.get(INDONESIAN):
            raise InvalidValue(f"template.{part}", f"has no Indonesian headline; write [{part}.id] with a headline")
        unknown = wording.gaps - {each.name for each in self.fields}
        if unknown:
            raise InvalidValue(f"template.{part}", f"names the field {min(unknown)!r}, which is none; add it to fields")
        for headline in wording.headline.values():
            check_name(f"template.{part}.headline", headline, most=LONGEST_HEADLINE)
        for point in (point for points in wording.points.values() for point in points):
            check_name(f"template.{part}.point", point, most=LONGEST_POINT)

    def _check_neutral(self) -> None:
        if self.evacuation and self.neutral is None:
            raise InvalidValue("template.neutral", "is missing, and it orders people to move; write [neutral.id]")
        if self.neutral is None:
            return
        texts = (*self.neutral.headline.values(), *(each for points in self.neutral.points.values() for each in points))
        if any(orders_to_move(text) for text in texts):
            raise InvalidValue("template.neutral", "orders people to move too; say what people may do where they are")

    def title(self, language: str = INDONESIAN) -> str:
        """What it is called in a language, else in Indonesian."""
        return self.name.get(language) or self.name[INDONESIAN]

    def field(self, name: str) -> Field:
        """The field called `name`; raises InvalidValue for one it does not have."""
        for each in self.fields:
            if each.name == name:
                return each
        known = ", ".join(each.name for each in self.fields) or "none"
        raise InvalidValue("field", f"{name!r:.40} is no field of {self.id}; its fields are: {known}")

    def message(
        self,
        values: Mapping[str, str],
        *,
        level: AlertLevel | None = None,
        sound: AlertSound | None = None,
        source: str | None = None,
        area: str = "",
    ) -> Message:
        """The message with `values` by field. Raises InvalidValue for a missing, unknown or too long one.

        A typed text that tells people to leave makes it one that orders people to move, whatever the template says.
        """
        filled = self._values(values)
        words = self.words.words(filled)
        typed = " ".join(values.values())
        moving = self.evacuation or orders_to_move(typed)
        return Message(
            kind=self.id,
            level=self.level if level is None else level,
            words=words,
            neutral=(self.neutral or CAUTION).words(filled) if moving else (),
            sound=self.sound if sound is None else sound,
            evacuation=moving,
            source=self.source if source is None else source.strip(),
            area=area,
        )

    def recalled(self, headline: str) -> dict[str, str]:
        """What was filled into the gaps of an Indonesian `headline`, as far as that tells: the rest is not known."""
        parts, seen = _GAP.split(self.words.headline[INDONESIAN]), set[str]()
        pattern = ""
        for number, part in enumerate(parts):
            if number % 2 == 0:
                pattern += re.escape(part)
            else:
                pattern += f"(?P={part})" if part in seen else f"(?P<{part}>.+?)"
                seen.add(part)
        found = re.fullmatch(pattern, headline, re.IGNORECASE)
        values = {name: text.strip() for name, text in found.groupdict().items()} if found else {}
        return {
            name: text[: self.field(name).most]
            for name, text in values.items()
            if text.casefold() != self.field(name).default.get(INDONESIAN, "").casefold()
        }

    def corrected(self, level: AlertLevel, values: Mapping[str, str] | None = None) -> Message:
        """Its RALAT, at the level of what it takes back, so that those who saw that see this."""
        words = self.correction.words(self._known(values or {}))
        return Message(CORRECTION, level, words, sound=AlertSound.CHIME)

    def over(self, level: AlertLevel, values: Mapping[str, str] | None = None) -> Message:
        """What says that it is over; without the place where that is not known any more."""
        words = self.ended.words(self._known(values or {})) or ENDED_WORDS.words({})
        return Message(ENDED, level, words)

    def _values(self, given: Mapping[str, str]) -> dict[str, ByLanguage]:
        for name in given:
            self.field(name)
        return {each.name: _checked(each, given.get(each.name, "")) for each in self.fields}

    def _known(self, given: Mapping[str, str]) -> dict[str, ByLanguage]:
        """The same of what is remembered of a message, where anything may be missing."""
        texts = {each.name: " ".join(given.get(each.name, "").split())[: each.most] for each in self.fields}
        return {each.name: _both(texts[each.name]) or each.default for each in self.fields}


def _checked(field: Field, text: str) -> ByLanguage:
    plain = "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))
    if not plain:
        if field.required and not field.default:
            raise InvalidValue(field.name, f"is empty; say “{field.label[INDONESIAN]}”, as {field.example or 'a text'}")
        return field.default
    if len(plain) > field.most:
        raise InvalidValue(field.name, f"has {len(plain)} characters; {field.most} are the most, shorten it")
    for line in plain.split("\n") if field.lines else [plain]:
        if line:
            check_name(field.name, line, most=LONGEST_FIELD)
    return _both(plain)


def _both(text: str) -> ByLanguage:
    return dict.fromkeys(LANGUAGES, text) if text else {}


CAUTION = Wording(
    {INDONESIAN: "PERHATIAN", ENGLISH: "ATTENTION"},
    {
        INDONESIAN: ("Tunggu arahan petugas dan BPBD", "Informasi: 112"),
        ENGLISH: ("Wait for officers' instructions", "Information: 112"),
    },
)
"""What stands in for a typed text that orders people to move, while a second person is missing."""
ENDED_WORDS = Wording({INDONESIAN: "PERINGATAN BERAKHIR", ENGLISH: "WARNING ENDED"})
