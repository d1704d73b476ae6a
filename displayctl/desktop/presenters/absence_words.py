"""Why something was not on a wall, in the operator's language, with the next step."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from displayctl.api.absence import Absence, Verdict
from displayctl.desktop.presenters.airtime_words import moment_words
from displayctl.desktop.presenters.explaining import rule_words
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import counted
from schedules.ranks import LosingRule

translate = QCoreApplication.translate


def why_words(found: Absence, zone: ZoneInfo) -> str:
    """One sentence."""
    return {
        Verdict.PLAYED: counted(
            translate("Absence", "It did play, once."),
            translate("Absence", "It did play, {count} times."),
            found.played_plays,
        ),
        Verdict.NOTHING_PUBLISHED: translate("Absence", "Nothing was published for this wall then."),
        Verdict.ALERT: translate("Absence", "At its times an emergency message had the wall."),
        Verdict.OLDER_PROGRAMME: translate("Absence", "The wall still played an older programme."),
        Verdict.REFUSED: translate("Absence", "The wall refused the programme: {detail}"),
        Verdict.INCOMPLETE: translate(
            "Absence", "The wall had not fetched everything of the programme yet; files missing: {detail}."
        ),
        Verdict.AWAY: translate(
            "Absence", "The wall has told of nothing it played then: it was off, or its records have not come yet."
        ),
        Verdict.OTHERS_SHOWN: translate("Absence", "It was planned, and the wall showed other things.")
        if not found.detail
        else translate(
            "Absence",
            "It was planned, and the wall showed other things. What it had fetched by then is not known any more.",
        ),
        Verdict.EXPIRED: translate("Absence", "It had expired on {when}."),
        Verdict.NOT_YET_VALID: translate("Absence", "It is valid only from {when} on."),
        Verdict.NO_RENDITION: translate("Absence", "There was no version of it for this wall ({detail})."),
        Verdict.HIDDEN: translate("Absence", "Its booking “{slot}” was not on the wall: {rule}."),
        Verdict.NOT_READY: translate("Absence", "It is not ready to be shown. {detail}"),
        Verdict.NOT_PUBLISHED: translate(
            "Absence", "Its booking “{slot}” is in the draft, and was not published at that time."
        ),
        Verdict.NOT_BOOKED: translate("Absence", "No booking on this wall plays it."),
        Verdict.NOT_KEPT: translate("Absence", "What was published and played then is not known any more."),
    }[found.verdict].format(
        played=found.played_plays,
        detail=_detail(found),
        slot=found.slot_name,
        rule=_rule(found.rule),
        when=moment_words(found.at, zone) if found.at is not None else "–",
    )


def step_words(found: Absence) -> str:
    """What to do about it."""
    nothing = translate("Absence", "Nothing is to be done.")
    publish = translate("Absence", "Publish the draft.")
    network = translate("Absence", "Look at the wall's power, network and free space, under Walls.")
    return {
        Verdict.PLAYED: nothing,
        Verdict.NOTHING_PUBLISHED: publish,
        Verdict.ALERT: translate("Absence", "Nothing is to be done: it plays again since the message is over."),
        Verdict.OLDER_PROGRAMME: network,
        Verdict.REFUSED: translate("Absence", "See what the wall refused, under Walls, then publish anew."),
        Verdict.INCOMPLETE: network,
        Verdict.AWAY: network,
        Verdict.OTHERS_SHOWN: translate("Absence", "Look at the wall's health: it may leave a file out."),
        Verdict.EXPIRED: translate("Absence", "Give it a later end, or take it out of its playlist."),
        Verdict.NOT_YET_VALID: translate("Absence", "Give it an earlier beginning, if it is to be seen before."),
        Verdict.NO_RENDITION: translate("Absence", "Open it in the library and let it be prepared for this wall."),
        Verdict.HIDDEN: translate("Absence", "Open the booking: change its hours or priority, or those of the other."),
        Verdict.NOT_READY: translate("Absence", "Open it in the library and see why."),
        Verdict.NOT_PUBLISHED: publish,
        Verdict.NOT_BOOKED: translate("Absence", "Book a playlist that has it."),
        Verdict.NOT_KEPT: nothing,
    }[found.verdict]


def counts_words(found: Absence) -> str:
    """As ``Direncanakan 12 kali, tayang 0 kali``."""
    return translate("Absence", "Planned {planned}×, played {played}×").format(
        planned=found.planned_plays, played=found.played_plays
    )


def _detail(found: Absence) -> str:
    if found.verdict in (Verdict.REFUSED, Verdict.NOT_READY):
        return say_sentence(found.detail)
    return found.detail


def _rule(rule: str) -> str:
    return rule_words(LosingRule(rule)) if rule in set(LosingRule) else rule or "–"
