"""`displayctl request`: agencies' requests for airtime, looked at, entered, decided and answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, group, table

if TYPE_CHECKING:
    from displayctl.api.request_states import RequestState
    from displayctl.api.requests import Request, RequestBrief

app = group("Agencies' requests for airtime: list them, enter one, decide, answer.")
Named = Annotated[
    str, typer.Argument(metavar="REQUEST", help="Its number, as REQ-2026-0001, or the beginning of its title.")
]
StateOption = Annotated[
    str,
    typer.Option(
        "--state",
        metavar="STATE",
        help="new, seen, needs-changes, accepted, declined, scheduled, broadcast, closed or withdrawn.",
    ),
]


@command(app, "list")
def list_requests(
    desk: Desk,
    search: Annotated[str, typer.Argument(metavar="WORDS", help="Of number, title, letter or contact.")] = "",
    state: StateOption = "",
    agency: Annotated[str, typer.Option(metavar="ID", help="Of this agency alone.")] = "",
) -> Answer:
    """List requests, the newest first."""
    wanted = _state(state) if state else None
    page = desk.client.requests.page(search, state=wanted, agency=agency)
    rows = [
        (each.id, each.state.value, each.agency, each.title, each.letter_number or "-", _days(each), each.files)
        for each in page.requests
    ]
    head = ("number", "state", "agency", "title", "letter", "wished for", "files")
    return Answer(page, table(head, rows, "there is no request"))


@command(app, "show")
def show_request(desk: Desk, request: Named) -> Answer:
    """Show a request with what happened to it and what walls showed of it."""
    found = _found(desk, request)
    airings = desk.client.requests.airings(found.id)
    facts = [
        ("number", found.id),
        ("state", found.state.value),
        ("agency", found.agency_name),
        ("title", found.title),
        ("letter", found.letter_number or "-"),
        ("contact", " ".join((found.contact, found.phone)).strip() or "-"),
        ("wished for", _days(found)),
        ("text", found.text or "-"),
        ("files", ", ".join(file.name for file in found.attachments) or "-"),
        ("made from it", ", ".join(f"{link.kind.value} {link.name or link.id}" for link in found.links) or "-"),
        ("broadcast", f"{airings.plays} times, {airings.seconds:.0f} s" if airings.plays else "-"),
        ("answer", found.answer or "-"),
    ]
    facts += [(f"{step.at:%Y-%m-%d %H:%M}", _step_words(step.by, step.state, step.words)) for step in found.steps]
    complaints = (f"the same letter number is on {', '.join(found.same_letter)}",) if found.same_letter else ()
    data = {"request": found.model_dump(mode="json"), "airings": airings.model_dump(mode="json")}
    return Answer(data, table(("what", "which"), facts, ""), complaints)


@command(app, "new")
def new_request(
    desk: Desk,
    title: Annotated[str, typer.Argument(metavar="TITLE")],
    agency: Annotated[str, typer.Option(metavar="ID", help="Who asks, as in the settings of requests.")],
    text: Annotated[str, typer.Option(metavar="TEXT", help="Words wanted on the walls.")] = "",
    letter: Annotated[str, typer.Option(metavar="NUMBER", help="The number of the letter.")] = "",
    letter_date: Annotated[str, typer.Option(metavar="DATE", help="Its date, as 2026-11-23.")] = "",
    contact: Annotated[str, typer.Option(metavar="NAME", help="Whom to ask.")] = "",
    phone: Annotated[str, typer.Option(metavar="NUMBER")] = "",
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day it is wished for.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The last one.")] = "",
    display: Annotated[list[str] | None, typer.Option(metavar="WALL", help="A wall that it is wished for.")] = None,
    attach: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="The letter, a picture, PDF or clip.")
    ] = None,
) -> Answer:
    """Enter a request that came by letter or chat."""
    from pydantic import ValidationError

    from displayctl.api.requests import RequestCreation, RequestDraft, Wish
    from displayctl.cli.finding import wall_id
    from displayctl.cli.reading import read_date
    from schedules.errors import InvalidValue

    dates = [read_date(each) if each else None for each in (letter_date, first, last)]
    walls = tuple(wall_id(desk.client, each) for each in display or ())
    try:
        wish = Wish(first=dates[1], last=dates[2], walls=walls)
        draft = RequestDraft(
            agency=agency,
            title=title,
            contact=contact,
            phone=phone,
            letter_number=letter,
            letter_date=dates[0],
            text=text,
            wish=wish,
        )
    except ValidationError as error:
        wrong = error.errors()[0]
        raise InvalidValue(
            ".".join(map(str, wrong["loc"])) or "request", f"{wrong['msg']}; give another value"
        ) from error
    made = desk.client.requests.create(RequestCreation(draft=draft))
    for path in attach or ():
        made = desk.client.requests.attach(made.id, path)
    complaints = (f"the same letter number is on {', '.join(made.same_letter)}",) if made.same_letter else ()
    return Answer(made, f"{made.id}: {made.title} ({made.agency_name})", complaints)


@command(app, "state")
def set_state(
    desk: Desk,
    request: Named,
    state: Annotated[str, typer.Argument(metavar="STATE", help="As --state of list.")],
    why: Annotated[str, typer.Option(help="The reason; needs-changes and declined must have one.")] = "",
    all_rules: Annotated[
        bool, typer.Option("--all-rules", help="It keeps every rule that nobody looked at yet.")
    ] = False,
) -> Answer:
    """Put a request into another state, without an answer."""
    from displayctl.api.requests import Decision

    found, wanted = _found(desk, request), _state(state)
    if all_rules:
        found = _kept(desk, found)
    stored = desk.client.requests.decide(found.id, Decision(version=found.version, state=wanted, why=why))
    return Answer(stored, f"{stored.id} is {stored.state.value}")


@command(app, "answer")
def answer(
    desk: Desk,
    request: Named,
    state: StateOption = "",
    why: Annotated[str, typer.Option(help="The reason; needs-changes and declined must have one.")] = "",
    text_file: Annotated[
        Path | None, typer.Option("--text", metavar="FILE", help="The answer; else the office's own text, filled.")
    ] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write it as a letter, too.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print it.")] = False,
) -> Answer:
    """Answer a request, and put it into the state that the answer tells of."""
    from displayctl.api.requests import Decision

    found = _found(desk, request)
    wanted = _state(state) if state else found.state
    text = text_file.read_text("utf-8") if text_file else desk.client.requests.prepare_answer(found.id, wanted, why)
    if not dry_run:
        decision = Decision(version=found.version, state=wanted, why=why, answer=text)
        found = desk.client.requests.decide(found.id, decision)
    if pdf is not None:
        from displayctl.desk.papers.answer import answer_pdf
        from displayctl.desk.saving import save_file

        save_file(pdf, answer_pdf(found, text, desk.client.settings().office, desk.clock.now()))
    return Answer({"request": found.id, "state": wanted.value, "answer": text}, text)


def _found(desk: Desk, named: str) -> Request:
    from displayctl.api.errors import NotFound
    from displayctl.cli.finding import pick

    try:
        return desk.client.requests.one(named.strip().upper())
    except NotFound:
        brief = pick(named, desk.client.requests.all(), "request", lambda each: each.id, lambda each: each.title)
        return desk.client.requests.one(brief.id)


def _kept(desk: Desk, request: Request) -> Request:
    """The request, once every rule that nobody looked at is said to be kept."""
    from displayctl.api.request_states import CheckAnswer
    from displayctl.api.requests import Check, ChecksChange

    open_rules = tuple(Check(rule=each.rule, answer=CheckAnswer.YES) for each in request.checks if each.answer is None)
    if not open_rules:
        return request
    return desk.client.requests.check(request.id, ChecksChange(version=request.version, checks=open_rules))


def _state(word: str) -> RequestState:
    from displayctl.api.request_states import RequestState
    from displayctl.cli.errors import NotNamed

    if word not in set(RequestState):
        states = ", ".join(state.value for state in RequestState)
        raise NotNamed(f"there is no state {word!r:.40}; choose one of {states}")
    return RequestState(word)


def _days(request: RequestBrief) -> str:
    first, last = request.wish.first, request.wish.last
    if first is None and last is None:
        return "-"
    return f"{first or '…'} to {last or '…'}"


def _step_words(by: str, state: RequestState | None, words: str) -> str:
    told = [by, "" if state is None else f"→ {state.value}", " ".join(words.split())[:200]]
    return " ".join(part for part in told if part)
