"""What the hub refuses in English about requests for airtime, with the same in the operator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def request_refusals() -> tuple[tuple[str, str], ...]:
    """Patterns of the hub's sentences, each with what is said here."""
    return (*_deciding(), *_asking())


def _deciding() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"(?P<id>\S+) is not accepted before it keeps every rule; look at: .*",
            translate("Sentences", "{id} cannot be accepted before every rule of the checklist is answered with yes."),
        ),
        (
            r"nobody is told \S+ without a reason; .*",
            translate("Sentences", "Give the agency a reason."),
        ),
        (
            r"no slot was made from (?P<id>\S+); .*",
            translate("Sentences", "No booking was made from {id} yet; book it first."),
        ),
        (
            r"(?P<id>\S+) is \S+; what may follow is: .*|(?P<same>\S+) is \S+ already; give an answer, .*",
            translate("Sentences", "The request's state has changed meanwhile; look at it again."),
        ),
        (
            r"nothing fills the gap \{(?P<gap>.+)\}; there are .*",
            translate("Sentences", "Nothing fills the gap {{{gap}}}; take it out, or choose another."),
        ),
        (
            r"there is no (?:slot|medium|playlist|announcement) .+ \(any more\); choose another",
            translate("Sentences", "This does not exist any more; choose another."),
        ),
        (
            r"there is no rule .+; read the settings of requests again",
            translate("Sentences", "The rules of the checklist have changed meanwhile; look at the request again."),
        ),
        (
            r"(?P<id>\S+) has (?P<most>\d+) things made from it already; .*",
            translate("Sentences", "{id} has {most} things made from it already; take some out first."),
        ),
    )


def _asking() -> tuple[tuple[str, str], ...]:
    return (
        (
            r"(?P<id>\S+) is \S+ and is not changed any more; .*|(?P<other>\S+) is \S+; make a new request",
            translate("Sentences", "This request was decided and is not changed any more; make a new one."),
        ),
        (
            r"(?P<id>\S+) is \S+ and cannot be taken back; .*",
            translate("Sentences", "This request cannot be taken back any more; ask the office."),
        ),
        (
            r"this account asks for its own agency alone; .*",
            translate("Sentences", "This account may ask for its own agency only."),
        ),
        (
            r"there is no agency .+; add it under the settings of requests",
            translate("Sentences", "This agency is not in the settings of requests any more; add it there."),
        ),
        (r"there is no wall .+; choose another", translate("Sentences", "This wall is not there any more.")),
        (
            r"there are (?P<most>\d+) requests already; .*",
            translate("Sentences", "There are {most} requests already, which is as many as the hub takes."),
        ),
        (
            r"(?P<count>\d+) requests of this agency are open; .*",
            translate("Sentences", "{count} requests of this agency are open; decide on some, or withdraw some first."),
        ),
        (
            r"(?P<id>\S+) has (?P<most>\d+) entries already; .*",
            translate("Sentences", "{id} has {most} entries already; make a new request."),
        ),
        (
            r"this account has sent (?P<most>\d+) MiB today; .*",
            translate("Sentences", "This account has sent {most} MB today; go on tomorrow."),
        ),
        (
            r"['\"](?P<name>.+)['\"] is no picture, PDF or clip; .*",
            translate("Sentences", "“{name}” is no picture, PDF or video; choose a JPG, PNG, PDF or MP4."),
        ),
        (
            r"a request has at most (?P<most>\d+) files, and .*",
            translate("Sentences", "A request has at most {most} files; put some together."),
        ),
        (
            r"['\"](?P<name>.+)['\"] is not kept any more; ask the agency for it",
            translate("Sentences", "“{name}” is not kept any more; ask the agency for it."),
        ),
        (
            r"['\"](?P<name>.+)['\"] is in the library already, as .+",
            translate("Sentences", "“{name}” is in the library already."),
        ),
    )
