"""What commands about the policy share: a proposal is signed at this desk, then applied or left for the others."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from displayctl.cli.frame import Answer, Desk, command
from displayctl.cli.passphrases import FileOption, WhoOption

if TYPE_CHECKING:
    from content.studio.ceremonies import Examined
    from content.studio.proposals import Proposal
    from displayctl.desk.ceremonies import Ceremonies

ToOption = Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Write the proposal there, as on a stick.")]


def ceremony(app: typer.Typer, name: str) -> Callable[[Callable[..., Proposal | None]], None]:
    """Registers a function ``(ceremonies, arguments…) -> proposal`` as the command `name`, which signs the proposal.

    Who signs, and where a proposal is left that waits for others, are options of every such command; None as the
    proposal says that nothing is due.
    """

    def register(propose: Callable[..., Proposal | None]) -> None:
        def run(desk: Desk, to: Path | None, who: str, passphrase_file: Path | None, **arguments: Any) -> Answer:
            ceremonies = ceremonies_of(desk)
            proposal = propose(ceremonies, **arguments)
            if proposal is None:
                return Answer({"applied": False, "renewed": []}, "nothing runs out soon")
            return _go_on(desk, ceremonies, proposal, to, who, passphrase_file)

        run.__doc__ = propose.__doc__
        _give_signature(run, propose)
        command(app, name)(run)

    return register


def _give_signature(run: Callable[..., Answer], propose: Callable[..., Proposal | None]) -> None:
    """Makes `run` look like `propose` on a desk, with the options of signing behind its own arguments."""
    # What only type checkers import stands in no option.
    hints = get_type_hints(propose, localns={"Ceremonies": object, "Proposal": object}, include_extras=True)
    keyword = inspect.Parameter.KEYWORD_ONLY
    own = [
        parameter.replace(kind=keyword, annotation=hints[parameter.name])
        for parameter in list(inspect.signature(propose).parameters.values())[1:]
    ]
    signing = [
        inspect.Parameter("to", keyword, default=None, annotation=ToOption),
        inspect.Parameter("who", keyword, default="", annotation=WhoOption),
        inspect.Parameter("passphrase_file", keyword, default=None, annotation=FileOption),
    ]
    desk = inspect.Parameter("desk", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Desk)
    parameters = [desk, *own, *signing]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}


def ceremonies_of(desk: Desk) -> Ceremonies:
    """The ceremonies at the hub of this desk, as far as it believes them."""
    from displayctl.desk.ceremonies import Ceremonies

    return Ceremonies(desk.client, desk.beliefs, desk.clock)


def _go_on(
    desk: Desk, ceremonies: Ceremonies, proposal: Proposal, to: Path | None, who: str, passphrase_file: Path | None
) -> Answer:
    """Sign with this desk's key; apply what is complete, else leave it where the others find it."""
    from displayctl.desk.ceremonies import write_proposal_file

    signatory = desk.signatory(who, passphrase_file)
    examined = ceremonies.sign(proposal, signatory)
    told = told_of(examined)
    said = "\n".join(f"- {line}" for line in told["changes"])
    if examined.complete:
        ceremonies.apply(examined)
        return Answer({**told, "applied": True}, f"{said}\nit holds from now on")
    if to is not None:
        place = str(write_proposal_file(examined.proposal, to))
    else:
        ceremonies.leave_at_hub(examined.proposal)
        place = f"the hub, as {examined.proposal.id}"
    waits = ", ".join(told["waits_for"])
    return Answer({**told, "applied": False, "place": place}, f"{said}\nit waits at {place} for one of: {waits}")


def told_of(examined: Examined) -> dict[str, list[str] | str]:
    """What a proposal would change, and for whose signatures it waits, as in answers for programs."""
    from content.studio.changes import changes_of

    return {
        "id": examined.proposal.id,
        "changes": [change.sentence for change in changes_of(examined)],
        "waits_for": [person.name for person in examined.waits_for()],
    }
