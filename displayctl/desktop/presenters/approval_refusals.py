"""Why a draft or an account was refused, as it is said in English, with the same in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def approval_refusals() -> tuple[tuple[str, str], ...]:
    """Patterns of what hub and desk say about approval and accounts, each with what is said here."""
    return (
        *_not_drawn(),
        (
            r"this key does not count for (?P<role>\S+); those who may sign it are: (?P<names>.+)",
            translate("Sentences", "This key does not count here. Those who may sign are: {names}."),
        ),
        (
            r"(?P<name>.+) has signed this draft already; .*",
            translate("Sentences", "{name} has signed this draft already; somebody else has to approve it."),
        ),
        (
            r"the policy does not name the group (?P<group>.+?) yet.*",
            translate(
                "Sentences", "The policy does not name the group {group} yet. Propose it under Keys and authority."
            ),
        ),
        (
            r"\d+ drafts of (?P<group>.+) wait for approval already; .*",
            translate("Sentences", "Too many drafts of {group} wait already; decide on those first."),
        ),
        (
            r"(?P<display>.+) has another player: .*",
            translate("Sentences", "{display} has another player than before. Ask who replaced it."),
        ),
        (
            r"the canvas or the groups of (?P<display>.+) are not what they were",
            translate("Sentences", "The canvas or the groups of {display} are not what they were."),
        ),
        (
            r"(?P<display>.+) is no wall that the policy lists",
            translate("Sentences", "{display} is no wall that the policy lists."),
        ),
        (
            r"the policy names another player for (?P<display>.+?); .*",
            translate(
                "Sentences", "The policy names another player for {display}. Do not approve before that is clear."
            ),
        ),
        (
            r"(?P<display>.+) would get no programme any more",
            translate("Sentences", "{display} would get no programme any more."),
        ),
        (
            r"what the hub calls (?:published for|on air in) (?P<group>.+?),? is not what was signed; .*",
            translate(
                "Sentences", "What the hub calls published in {group} is not what was signed. Look into the hub."
            ),
        ),
        (
            r"the programme the hub hands out is not the one that would be signed; .*",
            translate("Sentences", "The hub hands out another programme than would be signed. Do not approve it."),
        ),
        (
            r"the submission (?:would sign something else|has parts that nobody would see).*",
            translate(
                "Sentences", "The draft holds more than one programme. Do not approve it, and look into the hub."
            ),
        ),
        (
            r"the submission has waited too long to be signed; .*",
            translate("Sentences", "The draft has waited too long to be signed; hand it in anew."),
        ),
        (
            r"the submission was made with a clock that is ahead; .*",
            translate("Sentences", "The draft was made with a clock that is ahead; hand it in anew."),
        ),
        (
            r"the password has \d+ characters and needs (?P<least>\d+); .*",
            translate("Sentences", "The password needs at least {least} characters; three or four words are good."),
        ),
        (
            r"the password (?:repeats a few characters|is one that is guessed first); .*",
            translate("Sentences", "The password is one that is guessed first; three or four words are good."),
        ),
        (
            r"the present password is not right; .*",
            translate("Sentences", "The present password is not right; nothing was changed."),
        ),
        (
            r"the new password is the present one; .*",
            translate("Sentences", "The new password is the present one; choose another."),
        ),
        (
            r"entry (?P<which>.+) (?:is|are) missing before entry (?P<at>\d+)",
            translate("Sentences", "Entry {which} is missing before entry {at}."),
        ),
        (
            r"entry (?P<at>\d+) stands where entry (?P<which>\d+) belongs.*",
            translate("Sentences", "Entry {at} stands where entry {which} belongs: it was moved or put in."),
        ),
        (
            r"entry (?P<at>\d+) does not follow the entry before it.*",
            translate("Sentences", "Entry {at} does not follow the entry before it: one of them was exchanged."),
        ),
        (
            r"entry (?P<at>\d+) was changed after it was written",
            translate("Sentences", "Entry {at} was changed after it was written."),
        ),
        (
            r"the trail ends after entry (?P<last>\d+), but entry (?P<at>\d+) was there.*",
            translate("Sentences", "The trail ends after entry {last}, but entry {at} was there: the end is missing."),
        ),
    )


def _not_drawn() -> tuple[tuple[str, str], ...]:
    """Why a medium of a draft could not be looked at, all of it."""
    return (
        (
            r"(?P<name>.+) cannot be shown at (?P<at>[\d.]+) s; .*",
            translate("Sentences", "{name} cannot be shown at {at} s; let it be prepared anew before you approve it."),
        ),
        (
            r"(?P<name>.+) has too few key frames to be looked at; .*",
            translate("Sentences", "{name} cannot be looked at all the way through; let it be prepared anew."),
        ),
        (
            r"(?P<name>.+) has more frames than can be looked at; .*",
            translate("Sentences", "{name} has more pictures than can be looked at; let it be cut into parts."),
        ),
        (
            r"(?P<name>.+) holds several films at once; .*",
            translate("Sentences", "{name} holds several films at once; let it be prepared anew with one of them."),
        ),
        (
            r"(?P<name>.+) does not say (?:how large its pictures are|when its pictures are shown); .*",
            translate("Sentences", "{name} does not tell what is needed to show it; save it anew as MP4 (H.264)."),
        ),
        (
            r"(?P<name>.+) has (?P<count>\d+) (?:frames|streams); .*",
            translate(
                "Sentences", "{name} has {count} pictures or streams, more than can be used; save it anew as MP4."
            ),
        ),
        (
            r"(?P<name>.+) has a page that cannot be drawn .*",
            translate("Sentences", "{name} has a page that cannot be drawn; export it again."),
        ),
    )
