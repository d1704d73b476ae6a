"""What the desk itself refuses in English, below its windows, with the same in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Sentences = tuple[tuple[str, str], ...]


def desk_refusals() -> Sentences:
    """Patterns of the desk's sentences, each with what is said here."""
    return (*_signing(), *_emergencies(), *_calendars(), *_papers(), *_starting())


def _signing() -> Sentences:
    return (
        (
            r"the draft of (?P<group>.+) is not what was shown any more; .*",
            translate("Sentences", "The draft of {group} has changed since you looked; look at it again, then sign."),
        ),
        (
            r"the draft of (?P<group>.+) is dated in the future; .*",
            translate("Sentences", "The draft of {group} is dated in the future; set the clocks of desk and hub."),
        ),
        (
            r"the draft of (?P<group>.+) would be valid until (?P<end>\S+); look why",
            translate("Sentences", "The draft of {group} would be valid until {end}, which is far too long."),
        ),
        (
            r"(?P<n>\d+) people sign for (?P<group>.+?); submit the draft, .*",
            translate("Sentences", "{n} people sign for {group}; hand the draft in, so that another approves it."),
        ),
        (
            r"more than one person signs for (?P<group>.+?); submit the draft, .*",
            translate(
                "Sentences", "More than one person signs for {group}; hand the draft in, which names the player."
            ),
        ),
        (
            r"the draft of (?P<group>.+?) cannot be played: .*",
            translate("Sentences", "The draft of {group} cannot be played; look at its problems on the page."),
        ),
        (
            r"the hub hands out an older policy than this desk has seen: .*",
            translate(
                "Sentences",
                "The hub hands out an older policy than this desk has seen: somebody brought an old copy back, or "
                "hides the newest. Bring the newest back first.",
            ),
        ),
        (
            r"this desk knows version \d+ of the root, and the hub only \d+|(?:version \d+ of the|the first) root "
            r"is not the one that this desk .+",
            translate(
                "Sentences",
                "The hub's keys are not those that this desk knows. Sign nothing, and ask those who keep the keys.",
            ),
        ),
        (
            r"the submitted (?:programme is for .+|document is no programme .+)",
            translate("Sentences", "What was handed in is not what it says of itself. Do not approve it."),
        ),
        (
            r"the hub does not hand out the whole submission; .*",
            translate("Sentences", "The hub does not hand out all that was handed in; look at it again later."),
        ),
        (
            r"nothing was published for (?P<group>.+) yet; publish it, then export",
            translate("Sentences", "Nothing was published in {group} yet; publish first, then export."),
        ),
        (
            r"the hub gave other bytes for .+ than were signed; .*",
            translate("Sentences", "The hub gave something else than was signed; export again."),
        ),
    )


def _emergencies() -> Sentences:
    return (
        (
            r"there is no wall in the chosen area.*",
            translate("Sentences", "There is no wall in the chosen area; choose a larger one."),
        ),
        (
            r"there is no list of kecamatan to look into; .*",
            translate("Sentences", "There is no list of kecamatan on this computer; choose walls or groups instead."),
        ),
        (
            r"['\"](?P<name>.+)['\"] is no kecamatan of .+",
            translate("Sentences", "“{name}” is no kecamatan here; choose one of the list."),
        ),
        (
            r"there is no \S+ ['\"](?P<name>.+)['\"]; list (?:them|the walls), then choose again",
            translate("Sentences", "“{name}” is not there any more; choose again."),
        ),
        (r"there are no walls yet; add one first", translate("Sentences", "There are no walls yet; add one first.")),
        (
            r"nothing that went out by hand is unknown to the hub",
            translate("Sentences", "The hub knows of everything that went out by hand."),
        ),
        (
            r"the hub hands out no signed set of alerts at all; .*",
            translate("Sentences", "The hub has no signed emergencies at all; bring its newest backup back."),
        ),
        (
            r"this desk remembers no signed set of alerts; .*",
            translate("Sentences", "This desk remembers no emergencies of before; start the hub first."),
        ),
        (
            r"this warning reaches no wall; .*",
            translate("Sentences", "This warning reaches no wall; send an emergency by hand if it should be shown."),
        ),
        (
            r"the warning .+ is over, and is not shown any more",
            translate("Sentences", "This warning is over, and is not shown any more."),
        ),
    )


def _calendars() -> Sentences:
    return (
        (
            r"the file is no iCalendar file; .*",
            translate("Sentences", "The file is no calendar; export it as .ics where it comes from, and choose that."),
        ),
        (
            r"the calendar has more than (?P<most>\d+) (?:lines|events); .*",
            translate("Sentences", "The calendar is too large ({most} are the most); export fewer events at once."),
        ),
        (
            r"the calendar (?:ends within|has an END:).+|the calendar's parts lie in each other too deep; .*",
            translate("Sentences", "The calendar is not whole; export it again where it comes from."),
        ),
        (
            r"(?P<count>\d+) slots are too many for a calendar; .*",
            translate("Sentences", "{count} bookings are too many for one calendar; export one wall at a time."),
        ),
    )


def _papers() -> Sentences:
    return (
        (
            r"(?P<count>\d+) lines are too many for one paper; .*|the paper would have (?P<pages>\d+) pages; .*",
            translate("Sentences", "That is too much for one paper; choose fewer walls."),
        ),
        (
            r"(?P<count>\d+) walls are too many for one paper; choose (?P<most>\d+) at the most",
            translate("Sentences", "{count} walls are too many for one paper; choose {most} at the most."),
        ),
        (
            r"nothing is on air in the group (?P<group>.+) yet; .*",
            translate("Sentences", "Nothing is on air in the group {group} yet; print the draft, or publish first."),
        ),
        (
            r"the wall ['\"](?P<wall>.+)['\"] is not in the programme of the group .+; .*",
            translate("Sentences", "“{wall}” is not in this group's programme; a paper is of one group."),
        ),
        (
            r"the group (?P<group>.+) has no walls; add one first",
            translate("Sentences", "The group “{group}” has no walls; add one first."),
        ),
        (
            r"(?P<count>\d+) rows are too many for one file; .*",
            translate("Sentences", "{count} rows are too many for one file; choose fewer walls or days."),
        ),
        (
            r"the public page is about one whole month; .*",
            translate("Sentences", "The public page is about one whole month; choose a month."),
        ),
        (
            r"the month .+ is not over yet; .*",
            translate("Sentences", "This month is not over yet; choose the one before it."),
        ),
        (
            r"the last day .+ is before the first one .*",
            translate("Sentences", "The last day is before the first one; choose a later one."),
        ),
        (
            r"reports are about the years (?P<first>\d+) to (?P<last>\d+)",
            translate("Sentences", "Reports are about the years {first} to {last}."),
        ),
    )


def _starting() -> Sentences:
    return (
        (
            r"the hub did not answer within (?P<seconds>\S+) s; see (?P<log>.+)",
            translate("Sentences", "The hub did not answer within {seconds} seconds; its log says why: {log}"),
        ),
        (
            r"the hub ended at once: (?P<why>.+)",
            translate("Sentences", "The hub ended at once: {why}"),
        ),
        (
            r"nobody is signed in at (?P<hub>\S+); .*",
            translate("Sentences", "Nobody is signed in at {hub}; sign in first."),
        ),
        (
            r"(?P<hub>\S+) is plain HTTP, which everybody .*",
            translate("Sentences", "{hub} can be read and changed by everybody on the way; write it as https://."),
        ),
        (
            r"nobody has compared the fingerprint of (?P<hub>\S+) yet; .*",
            translate("Sentences", "Nobody has compared the fingerprint of {hub} yet; read it at the hub's computer."),
        ),
        (
            r"the fingerprint of (?P<hub>\S+) is (?P<found>\S+), not the one that was given; .*",
            translate(
                "Sentences",
                "The fingerprint of {hub} is {found}, not the one that was given. Somebody else may answer in the "
                "hub's place: compare it on the hub's own computer.",
            ),
        ),
        (
            r"the hub at (?P<hub>\S+) names no authority; .*|(?P<other>\S+) does not say which authority is its own .*",
            translate("Sentences", "What answers there does not show that it is a hub; ask the administrator."),
        ),
        (
            r"the player in the window was not heard of within (?P<seconds>\S+) s; see (?P<log>.+)",
            translate("Sentences", "The window did not come up within {seconds} seconds; its log says why: {log}"),
        ),
        (
            r"there is no backup ['\"](?P<name>.+)['\"] in .+",
            translate("Sentences", "There is no backup {name} any more; choose another."),
        ),
        (
            r"the backup (?P<file>.+) cannot be written \(.+\); .*",
            translate("Sentences", "The backup {file} cannot be written; free some space on that disk."),
        ),
    )
