"""The library in words: its filters, what media are sorted by, and what to know before one is booked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from displayctl.desktop.library.insight import Smart
from displayctl.desktop.library.query import Order
from displayctl.desktop.library.warnings import MediumWarning, Trouble
from displayctl.desktop.presenters.words import listed

translate = QCoreApplication.translate
MOST_WALLS_NAMED = 3


def smart_words(smart: Smart) -> str:
    """A smart filter's name, short enough for a narrow column."""
    return {
        Smart.UNUSED: translate("LibraryWords", "Not used"),
        Smart.EXPIRING: translate("LibraryWords", "Expiring soon"),
        Smart.EXPIRED: translate("LibraryWords", "Expired"),
        Smart.WARNED: translate("LibraryWords", "To be checked"),
        Smart.WRONG_SIZE: translate("LibraryWords", "Wrong size"),
        Smart.TWINS: translate("LibraryWords", "There twice"),
        Smart.FAILED: translate("LibraryWords", "Failed"),
    }[smart]


def smart_meaning(smart: Smart) -> str:
    """What a smart filter lets through."""
    return {
        Smart.UNUSED: translate("LibraryWords", "In no playlist, on no wall"),
        Smart.EXPIRING: translate("LibraryWords", "Expires within 30 days"),
        Smart.EXPIRED: translate("LibraryWords", "Its last day is over"),
        Smart.WARNED: translate("LibraryWords", "Flashing, too loud, hard to read, or shown too short"),
        Smart.WRONG_SIZE: translate("LibraryWords", "Blurred, cut off or small on a wall"),
        Smart.TWINS: translate("LibraryWords", "The same file, or nearly the same picture"),
        Smart.FAILED: translate("LibraryWords", "Cannot be shown; its panel says why"),
    }[smart]


def order_words(order: Order) -> str:
    """What media are sorted by."""
    return {
        Order.NEWEST: translate("LibraryWords", "Newest first"),
        Order.NAME: translate("LibraryWords", "By name"),
        Order.KIND: translate("LibraryWords", "By kind"),
        Order.DURATION: translate("LibraryWords", "Longest first"),
        Order.SIZE: translate("LibraryWords", "Largest first"),
        Order.EXPIRY: translate("LibraryWords", "Expiring first"),
        Order.FOLDER: translate("LibraryWords", "By folder"),
    }[order]


def warning_words(warning: MediumWarning) -> str:
    """One warning as a sentence: what is wrong, where, and what helps."""
    form = {
        Trouble.FLASHES: translate(
            "LibraryWords",
            "Flashes {amount} times a second over a large part of the picture. More than 3 may trigger seizures; "
            "do not show it in public.",
        ),
        Trouble.TOO_LOUD: translate(
            "LibraryWords",
            "Its loudest passage comes to {amount} LUFS on {walls}; more than {enough} LUFS startles people. "
            "Turn it down in the playlist, or cut that part out.",
        ),
        Trouble.SMALL_LETTERS: translate(
            "LibraryWords",
            "Small letters would be {amount} px high on {walls}; below {enough} px nobody can read them. "
            "Crop the page or write an announcement.",
        ),
        Trouble.TOO_SHORT: translate(
            "LibraryWords",
            "“{playlist}” shows it for {amount} s; reading it takes about {enough} s.",
        ),
        Trouble.BLURRED: translate(
            "LibraryWords", "Is enlarged {amount} times on {walls} and will look blurred; bring a larger file."
        ),
        Trouble.CUT: translate("LibraryWords", "On {walls}, {amount} % of the picture is cut off."),
        Trouble.EMPTY: translate(
            "LibraryWords", "On {walls}, {amount} % of the wall stays empty beside it; crop it or fill the wall."
        ),
    }[warning.trouble]
    return form.format(
        amount=_number(warning.amount),
        enough=_number(warning.enough),
        walls=walls_words(warning.walls),
        playlist=warning.playlist,
    )


def walls_words(walls: tuple[str, ...]) -> str:
    """Some walls by name, and how many more."""
    named = list(walls[:MOST_WALLS_NAMED])
    more = len(walls) - len(named)
    return listed([*named, translate("LibraryWords", "{count} more").format(count=more)] if more else named)


def not_changed_words(failed: tuple[tuple[str, str], ...]) -> str:
    """Which media could not be changed and why: the first few by name."""
    named = [f"“{title}”: {why}" for title, why in failed[:MOST_WALLS_NAMED]]
    more = len(failed) - len(named)
    if more:
        named.append(translate("LibraryWords", "and {count} more").format(count=more))
    return " ".join(named)


def _number(value: float) -> str:
    return QLocale().toString(float(value), "f", 0 if value == round(value) else 1)
