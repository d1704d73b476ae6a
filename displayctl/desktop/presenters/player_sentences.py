"""Sentences of players about themselves: their stage, clock, disk and records; see `sentences`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def player_sentences() -> tuple[tuple[str, str], ...]:
    """Patterns of what is said below, with what is said here; named groups carry over."""
    return (*_of_the_stage(), *_of_time(), *_of_the_disk())


def _of_the_stage() -> tuple[tuple[str, str], ...]:
    times = r" \(restart (?P<times>\d+)\)"
    return (
        (
            r"(?:the stage has ended with code .*|the stage no longer takes requests .*)" + times,
            translate("Sentences", "The part of the player that paints broke down and was started anew ({times}×)."),
        ),
        (
            r"the stage said nothing for (?P<seconds>\d+) s" + times,
            translate(
                "Sentences", "The part of the player that paints hung for {seconds} s and was started anew ({times}×)."
            ),
        ),
        (
            r"(?:no new picture was presented|the stage showed another item than the one due) for (?P<seconds>\d+) s.*"
            + times,
            translate(
                "Sentences",
                "For {seconds} s the wall did not show what was due; the part of its player that paints was started "
                "anew ({times}×).",
            ),
        ),
        (
            r"(?:the stage has no screen to draw on.*|the stage was told to end, or its X server has ended.*)" + times,
            translate(
                "Sentences",
                "The player has no screen to paint on ({times}×). Look whether the graphics of its machine run.",
            ),
        ),
        (
            r"the stage's memory kept growing; it was replaced" + times,
            translate("Sentences", "The part of the player that paints took ever more memory and was replaced."),
        ),
        (
            r"safe mode: the stage died (?P<times>\d+) times in (?P<minutes>\d+) minutes; videos are left out",
            translate(
                "Sentences", "Safe mode: the stage died {times} times in {minutes} minutes, so videos are left out."
            ),
        ),
        (
            r"safe mode: the stage died (?P<times>\d+) times in (?P<minutes>\d+) minutes even without videos; .*",
            translate(
                "Sentences",
                "Safe mode: the stage died {times} times in {minutes} minutes even without videos, so only the house "
                "card is shown.",
            ),
        ),
        (
            r"safe mode: the player had died before it was started; videos are left out",
            translate("Sentences", "Safe mode: the player had died and was started again, so videos are left out."),
        ),
        (
            r"safe mode: the player had died before it was started; slate only",
            translate(
                "Sentences", "Safe mode: the player had died and was started again, so only the house card is shown."
            ),
        ),
    )


def _of_time() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"the clock differs from the hub's by (?P<seconds>-?\d+) s; check the time service",
            translate("Sentences", "The player's clock is {seconds} s off the hub's. Check its time service."),
        ),
        (
            r"the clock cannot be trusted; .*",
            translate("Sentences", "The player does not know what time it is and waits for the hub to tell."),
        ),
        (
            r"the programme was valid until (?P<at>.+ UTC); publish a new one",
            translate("Sentences", "The programme was valid until {at} and is over. Publish a new one."),
        ),
        (
            r"nothing was confirmed by the hub since (?P<at>.+ UTC); playing what is here",
            translate("Sentences", "The hub has confirmed nothing since {at}; the wall plays what it has."),
        ),
    )


def _of_the_disk() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"the cache may hold \d+ bytes and is full; .*",
            translate(
                "Sentences", "What the player may keep is full, so new media wait. Raise cache_limit_bytes there."
            ),
        ),
        (
            r"the disk has no room for \d+ bytes more; .*",
            translate("Sentences", "The player's disk has no room for new media. Fit a larger one, or use less media."),
        ),
        (
            r"[0-9a-f]{12} could not be fetched (?P<times>\d+) times: .*",
            translate("Sentences", "A file could not be fetched from the hub {times} times; it is tried again."),
        ),
        (
            r"the asset [0-9a-f]+ .*; it was set aside as .*",
            translate("Sentences", "A file on the player's disk was damaged and is fetched again."),
        ),
        (
            r"the rundown was damaged; .*",
            translate("Sentences", "The player's programme was damaged on its disk and is fetched again."),
        ),
        (
            r"the journal was damaged and set aside as .*",
            translate("Sentences", "The player's records of what it has shown were damaged; new ones were begun."),
        ),
        (
            r"(?:(?P<count>\d+) )?play records from (?P<starts>\S+ \S+) to (?P<ends>\S+ \S+) UTC may be missing: .*",
            translate("Sentences", "Records of what was shown from {starts} to {ends} UTC may be missing."),
        ),
        (
            r"(?P<name>.+) on the stick: taken",
            translate("Sentences", "The programme on the stick ({name}) was taken."),
        ),
        (
            r"(?P<name>.+) on the stick: not believed: .*",
            translate("Sentences", "The programme on the stick ({name}) was not believed; export it anew."),
        ),
    )
