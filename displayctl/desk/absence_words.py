"""Why something was not on a wall, in clear English with the next step; the desktop says it in its own languages."""

from __future__ import annotations

from displayctl.api.absence import Absence, Verdict

_SAID = {
    Verdict.PLAYED: ("it did play, {played} times", "nothing is to be done"),
    Verdict.NOTHING_PUBLISHED: ("nothing was published for this wall then", "publish the draft"),
    Verdict.ALERT: ("an emergency message had the wall at its times", "nothing is to be done; it plays again"),
    Verdict.OLDER_PROGRAMME: (
        "the wall still played an older programme",
        "look at the wall's network: the newer one had not arrived",
    ),
    Verdict.REFUSED: ("the wall refused the programme: {detail}", "look at the wall's refusals, then publish anew"),
    Verdict.INCOMPLETE: (
        "the wall had not fetched everything of the programme yet, {detail} files were missing",
        "look at the wall's network and free space",
    ),
    Verdict.AWAY: (
        "the wall has told of nothing it played then: it was off, or its records have not come yet",
        "look at its power and network; records that come later change this answer",
    ),
    Verdict.OTHERS_SHOWN: (
        "it was planned, and the wall showed other things",
        "look at the wall's health: it may leave out a file that it cannot play",
    ),
    Verdict.EXPIRED: ("it had expired", "give it a later end, or take it out of the playlist"),
    Verdict.NOT_YET_VALID: ("it was not valid yet", "give it an earlier beginning"),
    Verdict.NO_RENDITION: ("there was no version of it for this wall ({detail})", "prepare it for this wall"),
    Verdict.HIDDEN: ("its booking {slot} was not on the wall. {detail}", "change the booking, or the one that wins"),
    Verdict.NOT_READY: ("it is not ready: {detail}", "mend the medium in the library"),
    Verdict.NOT_PUBLISHED: ("its booking {slot} is in the draft and was not published then", "publish the draft"),
    Verdict.NOT_KEPT: ("what was published and played then is not known any more", "ask about a later time"),
    Verdict.NOT_BOOKED: ("no booking on this wall plays it", "book a playlist with it"),
}


def say_absence(found: Absence) -> tuple[str, str]:
    """Why, and the next step."""
    why, step = _SAID[found.verdict]
    if found.verdict is Verdict.OTHERS_SHOWN and found.detail:
        why += "; {detail}"
    filled = why.format(played=found.played_plays, detail=found.detail or "-", slot=repr(found.slot_name))
    return " ".join(filled.split()), step
