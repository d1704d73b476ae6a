"""Times, lengths and sizes in the words of the interface's language."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate

LEFT_TO_RIGHT = "\u200e"
"""Nobody sees it; figures after it run as they do in our languages."""


def day_short(day: date) -> str:
    """As ``Sen 23``: for the head of a column."""
    return f"{weekday_short(day.weekday())} {day.day}"


def day_words(day: date) -> str:
    """As ``Senin, 23 November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def date_short(day: date) -> str:
    """As ``23 Nov 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def date_range_words(first: date, last: date) -> str:
    """As ``23 Nov – 4 Des 2026``; the year twice only where it is another."""
    pattern = "d MMM" if first.year == last.year else "d MMM yyyy"
    return f"{QLocale().toString(QDate(first.year, first.month, first.day), pattern)} – {date_short(last)}"


def month_words(day: date) -> str:
    """As ``November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")


def week_words(monday: date) -> str:
    """As ``23 – 29 November 2026``, naming only what differs."""
    sunday = monday + timedelta(days=6)
    locale = QLocale()
    first = QDate(monday.year, monday.month, monday.day)
    last = QDate(sunday.year, sunday.month, sunday.day)
    if monday.year != sunday.year:
        pattern = "d MMM yyyy"
    elif monday.month != sunday.month:
        pattern = "d MMM"
    else:
        pattern = "d"
    return f"{locale.toString(first, pattern)} – {locale.toString(last, 'd MMMM yyyy')}"


def weekday_short(weekday: int) -> str:
    """As ``Sen``; Monday is 0."""
    return QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat)


def weekday_long(weekday: int) -> str:
    """As ``Senin``; Monday is 0."""
    return QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat)


def clock_mark() -> str:
    """What stands between hours and minutes."""
    return "." if QLocale().language() == QLocale.Language.Indonesian else ":"


def clock_pattern() -> str:
    """A time of day as Qt's fields write it, as `clock_words` does."""
    return f"HH{clock_mark()}mm"


def clock_words(moment: time | datetime) -> str:
    """As ``19.42`` (Indonesian) or ``19:42``."""
    return moment.strftime(f"%H{clock_mark()}%M")


def clock_seconds_words(moment: time | datetime) -> str:
    """As ``19.42.05`` or ``19:42:05``."""
    mark = clock_mark()
    return moment.strftime(f"%H{mark}%M{mark}%S")


def duration_words(length: timedelta) -> str:
    """As ``1 mnt 30 dtk`` or ``1.364 j``: two units at most."""
    total = round(length.total_seconds())
    hours, minutes, seconds = total // 3600, total // 60 % 60, total % 60
    parts = [
        (hours, translate("Words", "{n} h")),
        (minutes, translate("Words", "{n} min")),
        (seconds, translate("Words", "{n} s")),
    ]
    named = [form.format(n=QLocale().toString(count)) for count, form in parts if count]
    return " ".join(named[:2]) or translate("Words", "{n} s").format(n=0)


def ago_words(now: datetime, then: datetime | None) -> str:
    """How long something has been, as ``3 mnt lalu``; None: never."""
    if then is None:
        return translate("Words", "never")
    seconds = (now - then).total_seconds()
    if seconds < 20:
        return translate("Words", "just now")
    if seconds < 90 * 60:
        length = timedelta(minutes=max(1, round(seconds / 60)))
    elif seconds < 48 * 3600:
        length = timedelta(hours=round(seconds / 3600))
    else:
        return translate("Words", "{n} days ago").format(n=round(seconds / 86400))
    return translate("Words", "{length} ago").format(length=duration_words(length))


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """`one` of a single thing, else `many`, with `{count}` as the operator's language writes it, and other `facts`."""
    return (one if count == 1 else many).format(count=QLocale().toString(count), **facts)


def unbroken(words: str) -> str:
    """The same words, of which a sentence that is wrapped separates none: no number stands without its unit."""
    return words.replace(" ", "\u00a0")


def size_words(size_bytes: int) -> str:
    """As ``1,2 MB``."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def with_size(name: str, width_px: int, height_px: int) -> str:
    """As ``Tugu · 640 × 384``, also where a name that is written from right to left would turn the figures round."""
    mark = LEFT_TO_RIGHT if any(bidirectional(letter) in ("R", "AL") for letter in name) else ""
    return f"{name}{mark} · {width_px} × {height_px}"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """As ``a, b dan c``."""
    if len(names) < 2:
        return "".join(names)
    return translate("Words", "{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def listed_or(names: list[str] | tuple[str, ...]) -> str:
    """As ``a, b atau c``."""
    if len(names) < 2:
        return "".join(names)
    return translate("Words", "{first} or {last}").format(first=", ".join(names[:-1]), last=names[-1])
