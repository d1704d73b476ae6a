"""`displayctl submit`, `review`, `approve`, `reject`: a draft on its way to the walls, seen by four eyes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.changes import COLUMNS, NO_CHANGE, change_rows, plain_changes
from displayctl.cli.frame import Answer, Desk, command, plain, table
from displayctl.cli.passphrases import FileOption, WhoOption

if TYPE_CHECKING:
    from rich.console import RenderableType

    from displayctl.api.approvals import Submission
    from displayctl.desk.reviewing import Review

SHORTEST_DIGEST = 16
SubmissionId = Annotated[str, typer.Argument(metavar="SUBMISSION", help="As review lists it.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the top level."""
    for name, work in (("submit", submit), ("review", review), ("approve", approve), ("reject", reject)):
        command(app, name)(work)
    command(app, "withdraw")(withdraw)


def submit(
    desk: Desk,
    group: Annotated[str, typer.Argument(help="The group of walls.")] = "utama",
    reference: Annotated[str, typer.Option(help="The request it came from, as the number of a letter.")] = "",
    note: Annotated[str, typer.Option(help="What those who approve should know.")] = "",
    again: Annotated[str, typer.Option(metavar="SUBMISSION", help="In the place of one that was overtaken.")] = "",
    expect: Annotated[
        str, typer.Option(metavar="DIGEST", help="Only if it still is what publish --preview showed.")
    ] = "",
    unsigned: Annotated[
        str, typer.Option("--unsigned", metavar="NAME", help="Hand it in without a key, as NAME.")
    ] = "",
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Hand the draft in, so that somebody else approves it."""
    from displayctl.desk import approving
    from displayctl.desk.reviewing import find_submission

    key = None if unsigned else desk.signatory(who, passphrase_file)
    name = unsigned or _name_of(key)
    if again:
        former = find_submission(desk.client, again)
        made = approving.submit_again(desk.client, key, former, by=name, beliefs=desk.beliefs, seen=expect)
    else:
        made = approving.submit(
            desk.client, key, group, by=name, beliefs=desk.beliefs, reference=reference, note=note, seen=expect
        )
    return Answer(made, _handed_in(made))


def _handed_in(made: Submission) -> str:
    left = made.needed - len(made.signed_by)
    if left <= 0:
        return f"{made.id} has all signatures it needs; look at it and publish it with: displayctl approve {made.id}"
    signatures = "1 more signature" if left == 1 else f"{left} more signatures"
    return f"{made.id} waits for {signatures}; look at it with: displayctl review {made.id}"


def review(
    desk: Desk,
    submission: Annotated[str, typer.Argument(metavar="SUBMISSION", help="One of them; all of them else.")] = "",
    pictures: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Leave the pictures of what is new there.")
    ] = None,
) -> Answer:
    """List what waits for approval; or show what one draft would change, and pictures of all that is new in it."""
    if not submission:
        listed = desk.client.approvals.submissions()
        return Answer(listed, _list(listed))
    found = _review(desk, submission)
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
        for medium in found.media:
            if medium.picture:
                (pictures / f"{medium.medium_id}-{medium.format.replace('@', '-')}.jpg").write_bytes(medium.picture)
    return Answer(_data(found), _shown(found))


def approve(
    desk: Desk,
    submission: SubmissionId,
    expect: Annotated[str, typer.Option(metavar="DIGEST", help="Only if it still is what review showed.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")] = False,
    who: WhoOption = "",
    passphrase_file: FileOption = None,
) -> Answer:
    """Sign a draft after looking at it; with enough signatures it is published."""
    from displayctl.cli.errors import NotNamed
    from displayctl.desk.approving import approve as sign_what_was_seen

    key = desk.signatory(who, passphrase_file)
    found = _review(desk, submission)
    if expect and (len(expect) < SHORTEST_DIGEST or not found.digest.startswith(expect.lower())):
        raise NotNamed(f"{submission} has the digest {found.digest[:16]}, not {expect}; review it again")
    if not (yes or expect):
        from rich.console import Console

        Console(stderr=True).print(_shown(found))
        typer.confirm("Sign exactly this?", abort=True, err=True)
    answer = sign_what_was_seen(desk.client, key, found, beliefs=desk.beliefs)
    if answer.publication is None:
        left = answer.submission.needed - len(answer.submission.signed_by)
        return Answer(answer, f"signed; {left} more have to")
    return Answer(answer, f"published {answer.publication.group} as revision {answer.publication.revision}")


def reject(
    desk: Desk,
    submission: SubmissionId,
    reason: Annotated[str, typer.Option(help="Why, for the one who handed it in.")],
    who: WhoOption = "",
) -> Answer:
    """Send a draft back, with the reason."""
    from displayctl.desk.approving import reject as send_back
    from displayctl.desk.reviewing import find_submission
    from displayctl.desk.unlocking import cabinet_at

    people = {person.id: person.name for person in cabinet_at(desk.installation.keys_folder).operators()}
    name = people.get(who) or (next(iter(people.values())) if len(people) == 1 else who or "desk")
    done = send_back(desk.client, find_submission(desk.client, submission), by=name, reason=reason)
    return Answer(done, f"{submission} was sent back: {reason}")


def withdraw(desk: Desk, submission: SubmissionId) -> Answer:
    """Take a draft back that was handed in."""
    from displayctl.desk.approving import withdraw as take_back
    from displayctl.desk.reviewing import find_submission

    done = take_back(desk.client, find_submission(desk.client, submission))
    return Answer(done, f"{submission} was taken back")


def _review(desk: Desk, submission: str) -> Review:
    from displayctl.desk.reviewing import find_submission
    from displayctl.desk.reviewing import review as look_at

    found = find_submission(desk.client, submission)
    workplace = desk.installation.data / "review"
    return look_at(desk.client, found, workplace, desk.beliefs, desk.clock)


def _list(submissions: tuple[Submission, ...]) -> RenderableType:
    rows = [
        (
            each.id,
            each.group,
            each.by,
            each.reference,
            each.state.value,
            f"{len(each.signed_by)} of {each.needed}",
            each.reason,
        )
        for each in submissions
    ]
    return table(("id", "group", "by", "request", "state", "signed", "reason"), rows, "nothing waits for approval")


def _data(found: Review) -> dict[str, object]:
    return {
        "submission": plain(found.submission),
        "digest": found.digest,
        "walls": plain_changes(found.walls),
        "media": [
            {
                "title": each.title,
                "format": each.format,
                "sha256": each.sha256,
                "problem": each.problem,
                "stream": each.stream,
            }
            for each in found.media
        ],
        "texts": [{"name": each.name, "before": each.before, "after": each.after} for each in found.texts],
        "notes": list(found.notes),
    }


def _shown(found: Review) -> RenderableType:
    from rich.console import Group
    from rich.markup import escape

    media = [
        (each.title, each.format, each.sha256[:12], each.problem or each.stream or "drawn") for each in found.media
    ]
    lines = [f"{found.submission.id} of {found.submission.by}; request: {found.submission.reference or 'none named'}"]
    lines += [f"text {each.name}: {each.after or 'goes'}" for each in found.texts]
    lines += [f"LOOK INTO THIS: {note}" for note in found.notes]
    return Group(
        *map(escape, lines),
        table(COLUMNS, change_rows(found.walls), NO_CHANGE),
        table(("new medium", "for", "digest", ""), media, "no medium is new"),
        f"digest {found.digest}",
    )


def _name_of(key: object) -> str:
    operator = getattr(key, "operator", None)
    return str(operator.name) if operator is not None else "desk"
