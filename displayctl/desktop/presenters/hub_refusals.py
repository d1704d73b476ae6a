"""What the hub refuses in English to people at a desk, with the same in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Sentences = tuple[tuple[str, str], ...]


def hub_refusals() -> Sentences:
    """Patterns of the hub's sentences, each with what is said here."""
    return (*_people(), *_plans(), *_library(), *_publishing(), *_walls())


def _people() -> Sentences:
    return (
        (
            r".+ needs the role .+; ask an administrator",
            translate("Sentences", "You have no right to do this; ask an administrator for it."),
        ),
        (
            r".+ belongs to walls of another group; .*",
            translate("Sentences", "This belongs to walls of another group; ask an administrator for a role there."),
        ),
        (
            r"this account does not exist any more; .*",
            translate("Sentences", "This account does not exist any more; sign in with another."),
        ),
        (
            r"this is done on the hub's own machine.*|the desk token is good on the hub's own machine alone; .*",
            translate("Sentences", "This is possible on the hub's own computer only."),
        ),
        (
            r"this hub has accounts, so the desk token opens it no more; .*",
            translate("Sentences", "This hub has accounts by now; sign in with yours."),
        ),
        (
            r"this account has a second factor; .*",
            translate("Sentences", "This account has a second factor; give the code of the authenticator too."),
        ),
        (
            r"this setup was not begun, or too long ago; .*",
            translate("Sentences", "This was not begun, or too long ago; begin again."),
        ),
        (
            r"the code is not of this secret; .*",
            translate("Sentences", "This code is not the right one; look at the phone's clock, then try again."),
        ),
        (
            r"too many people sign in at this moment; .*",
            translate("Sentences", "Too many people sign in at this moment; try again in some seconds."),
        ),
        (
            r"too many failed tries; try again in (?P<seconds>\d+) s",
            translate("Sentences", "There were too many failed tries; try again in {seconds} s."),
        ),
        (
            r"too many requests at once; .*",
            translate("Sentences", "That was too much at once; wait some seconds, then go on."),
        ),
        (
            r"the role agency is for one agency; .*",
            translate("Sentences", "The role of an agency is for one agency; choose which."),
        ),
        (
            r"this is the last administrator with a second factor; .*",
            translate(
                "Sentences", "This is the last administrator with a second factor; let another one take over first."
            ),
        ),
        (
            r"there is an administrator already; .*",
            translate("Sentences", "There is an administrator already, who adds further people."),
        ),
        (
            r"there are (?P<most>\d+) accounts already",
            translate("Sentences", "There are {most} accounts already; delete one that nobody uses."),
        ),
        (
            r"the name ['\"](?P<name>.+)['\"] is taken; .*",
            translate("Sentences", "The name “{name}” is taken; choose another."),
        ),
    )


def _plans() -> Sentences:
    return (
        (
            r".+ names the .+ ['\"](?P<name>.+)['\"], which does not exist; .*",
            translate("Sentences", "“{name}” does not exist any more; choose another."),
        ),
        (
            r".+ is used by (?P<count>\d+) other things; .*",
            translate("Sentences", "Places where it is used: {count}; take it out there first."),
        ),
        (
            r".+ exists already, stored .+",
            translate("Sentences", "There is one of this name already; choose another name, or change that one."),
        ),
        (
            r"is not before the end, or is yet to come; .*",
            translate("Sentences", "The beginning has to be before the end, and over; choose another time."),
        ),
        (
            r"is more than (?P<most>\d+) days after the beginning; .*",
            translate("Sentences", "At most {most} days are looked at; choose a shorter time."),
        ),
        (
            r"a report covers at most (?P<most>\d+) days; .*",
            translate("Sentences", "A report covers at most {most} days; choose a shorter time."),
        ),
        (
            r"there are \d+ feeds already; .*",
            translate("Sentences", "There are as many feeds as the hub takes; remove one first."),
        ),
        (
            r"(?P<id>\S+) is a feed that every hub knows by itself; .*",
            translate("Sentences", "{id} is a feed that every hub knows by itself; choose another id."),
        ),
    )


def _library() -> Sentences:
    return (
        (
            r"['\"](?P<title>.+)['\"] is used in (?P<count>\d+) places; .*",
            translate("Sentences", "Places where “{title}” is used: {count}; take it out there first."),
        ),
        (
            r"['\"](?P<title>.+)['\"] has no page (?P<page>-?\d+); choose pages from 1 to (?P<last>\d+)",
            translate("Sentences", "“{title}” has no page {page}; choose pages from 1 to {last}."),
        ),
        (
            r"['\"](?P<title>.+)['\"] has this very file already; .*",
            translate("Sentences", "“{title}” has this very file already; choose the new one."),
        ),
        (
            r"the file of ['\"](?P<title>.+)['\"] was replaced by somebody else meanwhile; .*",
            translate("Sentences", "Somebody else has replaced the file of “{title}” meanwhile; look at it first."),
        ),
        (
            r"['\"](?P<title>.+)['\"] has no former file .*",
            translate("Sentences", "This former file of “{title}” is not kept any more."),
        ),
        (
            r"the file has (?P<size>\d+) MiB; at most (?P<most>\d+) MiB are taken",
            translate("Sentences", "The file has {size} MB; at most {most} MB are taken. Make it smaller."),
        ),
        (
            r"more than (?P<most>\d+) bytes were sent; .*",
            translate("Sentences", "That is more than the hub takes at once; make it shorter."),
        ),
        (
            r"the file comes too slowly to be taken; .*|nothing came for \d+ s; .*",
            translate("Sentences", "The file comes too slowly; look at the network, then send it again."),
        ),
        (
            r"(?P<count>\d+) files of yours are on their way already; .*",
            translate("Sentences", "{count} files of yours are on their way already; wait until one is there."),
        ),
        (
            r"a new stream needs an address.*",
            translate("Sentences", "A live stream needs an address, as rtsp://camera.example:554/live."),
        ),
        (
            r"there are (?P<most>\d+) cards already; .*",
            translate("Sentences", "There are {most} cards already; delete one first."),
        ),
        (
            r"BMKG's answer for (?P<place>.+?) cannot be used: .*|the data for (?P<other>.+?) did not come: .*",
            translate("Sentences", "BMKG gives no data that can be used at this moment; try again later."),
        ),
        (
            r"the weather is told of a village, .*",
            translate("Sentences", "Choose the village whose weather is to be told."),
        ),
    )


def _publishing() -> Sentences:
    return (
        (
            r"revision \d+ is published already; .*|the hub has no .+ for .+; fetch the draft and sign again",
            translate("Sentences", "Somebody published meanwhile; look at the draft again, then publish."),
        ),
        (
            r".+ was published anew (?:\(revision \d+\) )?since\b.*",
            translate("Sentences", "Somebody published meanwhile; look at the draft again, then hand it in anew."),
        ),
        (
            r"what was signed is not what was handed in; .*",
            translate("Sentences", "What was signed is not what was handed in; look at it again, then sign."),
        ),
        (
            r"that is no new signature of somebody who may sign .*",
            translate("Sentences", "This key does not count here, or has signed already; somebody else has to sign."),
        ),
        (
            r"this installation was founded already; .*",
            translate("Sentences", "This office has its keys already; ask its people to add yours."),
        ),
        (
            r"(?P<count>\d+) proposals wait already; .*",
            translate("Sentences", "{count} proposals wait already; delete some first."),
        ),
        (
            r"a ceremony cannot publish for .+; .*",
            translate("Sentences", "Keys are changed here, not programmes; hand the draft in for approval."),
        ),
        (
            r"the root names a key that is not this hub's; .*",
            translate("Sentences", "The proposal names a key that is not this hub's; propose it again."),
        ),
        (
            r"the signatures of .+ cannot be read; .*",
            translate("Sentences", "The signatures cannot be read; sign again."),
        ),
        (
            r".+ holds the alert .+, which belongs elsewhere; .*",
            translate("Sentences", "It holds an emergency of another area; send it again."),
        ),
        (
            r"another desk has changed the alerts meanwhile; .*",
            translate("Sentences", "Another desk has changed the emergencies; look at them, then send again."),
        ),
        (
            r"its source has changed this warning since; .*",
            translate("Sentences", "Its source has changed this warning since; look at it again."),
        ),
        (
            r"the warning .+ is \S+ already",
            translate("Sentences", "This warning was decided already; look at it again."),
        ),
    )


def _walls() -> Sentences:
    return (
        (
            r"a ticket is 32 hexadecimal digits.*|a code is eight of .*",
            translate("Sentences", "The code has eight letters, as BCDF-GHJK; type the one on the wall."),
        ),
        (
            r"this code has lapsed; .*",
            translate("Sentences", "This code has lapsed; the wall shows a new one soon."),
        ),
        (
            r"a player beyond this machine is approved with a proof; .*",
            translate("Sentences", "Type the code that the wall shows; nothing else approves a player elsewhere."),
        ),
        (
            r"\d+ players show the code (?P<code>\S+); .*",
            translate("Sentences", "Several players show the code {code}; wait until they show new ones."),
        ),
        (
            r"(?P<count>\d+) players wait for approval already; .*",
            translate("Sentences", "{count} players wait already; approve some, or wait ten minutes."),
        ),
    )
