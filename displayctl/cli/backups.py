"""`displayctl backup`: copies of the whole installation, tested by opening them, and brought back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.errors import NotNamed, WorkFailed
from displayctl.cli.frame import Answer, Desk, command, counted, group, table
from displayctl.cli.passphrases import FileOption

if TYPE_CHECKING:
    from displayctl.desk.backups.losing import Loss
    from displayctl.desk.backups.trying import Verdict
    from displayctl.desk.backups.watching import Watch

app = group("Backups: make, list, test and bring them back.")
FolderOption = Annotated[
    Path | None, typer.Option("--in", metavar="DIR", help="Where the backups are; else the folder that was chosen.")
]
NameArgument = Annotated[str, typer.Argument(metavar="BACKUP", help="As the list names it; else the newest.")]
MILLION = 1_000_000


@command(app, "choose")
def choose(
    desk: Desk,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="As /media/ani/STICK; best on another disk.")],
    keep: Annotated[int, typer.Option(min=1, max=1000, help="How many stay.")] = 10,
    daily: Annotated[bool, typer.Option(help="The hub makes one there each day.")] = True,
) -> Answer:
    """Choose where backups go."""
    from displayctl.desk.backups.plan import BackupPlan, keep_plan
    from displayctl.errors import BackupPlaceGone

    if not folder.is_dir():
        raise BackupPlaceGone(f"the folder {folder} is not there; put the stick in, or make the folder first")
    keep_plan(desk.installation, BackupPlan(folder.absolute(), keep, daily))
    often = "each day" if daily else "when you say so"
    return Answer({"folder": str(folder.absolute()), "kept": keep, "daily": daily}, f"backups go to {folder} {often}")


@command(app, "now")
def now(
    desk: Desk,
    to: FolderOption = None,
    with_keys: Annotated[
        bool, typer.Option("--with-keys", help="The keys too, sealed with a passphrase that is asked for.")
    ] = False,
    passphrase_file: FileOption = None,
) -> Answer:
    """Make a backup; the hub may work meanwhile."""
    from displayctl.desk.backups.keys_box import gather_keys, seal_keys
    from displayctl.desk.backups.plan import back_up_now, load_plan

    box = b""
    if with_keys:
        box = seal_keys(
            gather_keys(desk.installation), _passphrase("Passphrase to seal the keys with: ", passphrase_file)
        )
    kept = load_plan(desk.installation).kept
    made = back_up_now(desk.installation, _folder(desk, to), desk.clock, kept=kept, box=box, watch=_watch(desk))
    size, copied = made.backup.manifest.size_bytes / MILLION, made.copied_bytes / MILLION
    data = {"name": made.backup.name, "folder": str(made.backup.folder), "copied_bytes": made.copied_bytes}
    complaints = tuple(f"the medium {sha256} is damaged in the hub and is not in the backup" for sha256 in made.spoilt)
    complaints += (made.unnoted,) if made.unnoted else ()
    words = f"the backup {made.backup.name} is made: {size:.1f} MB, {copied:.1f} MB of media are new; test it: "
    return Answer(data, f"{words}displayctl backup test {made.backup.name}", complaints)


@command(app, "list")
def list_backups(desk: Desk, folder: FolderOption = None) -> Answer:
    """List the backups in a folder, newest first."""
    from displayctl.desk.backups.shelf import look_at_shelf

    shelf = look_at_shelf(_folder(desk, folder))
    rows = [
        (
            each.name,
            f"{each.manifest.made_at:%Y-%m-%d %H:%M} UTC",
            f"{each.manifest.size_bytes / MILLION:.1f} MB",
            str(sum(map(len, each.manifest.assets.values()))),
            each.manifest.machine,
            each.manifest.version,
            "sealed" if each.manifest.has_keys else "",
        )
        for each in shelf.sets
    ]
    data = [
        {"name": row[0], "made_at": each.manifest.made_at.isoformat()}
        for row, each in zip(rows, shelf.sets, strict=True)
    ]
    columns = ("backup", "made", "size", "media", "of", "version", "keys")
    return Answer(data, table(columns, rows, "there is no backup yet"), shelf.unreadable)


@command(app, "test")
def try_out(desk: Desk, name: NameArgument = "", folder: FolderOption = None) -> Answer:
    """Read a whole backup, open a copy of it, and say whether it could be brought back."""
    from displayctl.desk.backups.plan import note_test
    from displayctl.desk.backups.shelf import find_set
    from displayctl.desk.backups.trying import try_backup

    verdict = try_backup(find_set(_folder(desk, folder), name), _watch(desk))
    note_test(desk.installation, verdict.backup.name, good=verdict.good)
    if not verdict.good:
        raise WorkFailed(f"the backup {verdict.backup.name} is not good: {'; '.join(_wrong(verdict))}")
    data = {"name": verdict.backup.name, "good": True, "media": verdict.media, "programmes": verdict.programmes}
    signed = "its signed rules are believed" if verdict.founded else "nobody had founded the installation yet"
    words = f"the backup {verdict.backup.name} is good: the database opens, {verdict.media} media are whole, {signed}"
    return Answer(data, words)


@command(app, "restore")
def restore(
    desk: Desk,
    name: NameArgument = "",
    folder: FolderOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    with_keys: Annotated[bool, typer.Option("--with-keys", help="Open the sealed keys, where none are here.")] = False,
    passphrase_file: FileOption = None,
) -> Answer:
    """Bring a backup back; a copy of what is here now is made first. The hub has to be stopped."""
    from displayctl.desk.backups.losing import what_is_lost
    from displayctl.desk.backups.restoring import restore_backup
    from displayctl.desk.backups.shelf import find_set

    backup = find_set(_folder(desk, folder), name)
    loss = what_is_lost(desk.installation, backup)
    if not yes:
        _confirm(_loss_words(loss))
    secret = _passphrase("Passphrase that the keys were sealed with: ", passphrase_file) if with_keys else ""
    done = restore_backup(desk.installation, backup, desk.clock, passphrase=secret, watch=_watch(desk))
    before = done.safety.folder if done.safety is not None else done.replaced
    kept = f"; what was here is in {before}" if before is not None else ""
    data = {"restored": backup.name, "before": str(before or ""), "keys": list(done.keys)}
    following = "start the hub, and publish once, which walls take for newer than what they have"
    return Answer(data, f"the backup {backup.name} is back{kept}; {following}")


def _folder(desk: Desk, given: Path | None) -> Path:
    from displayctl.desk.backups.plan import load_plan

    folder = given or load_plan(desk.installation).folder
    if folder is None:
        raise NotNamed(
            "nobody has chosen a folder for backups yet; name one with --in, or: displayctl backup choose DIR"
        )
    return folder


def _watch(desk: Desk) -> Watch:
    from displayctl.desk.backups.watching import Watch

    told = [-1]

    def progress(done: int, whole: int) -> None:
        percent = done * 100 // whole
        if percent >= told[0] + 10:
            told[0] = percent
            desk.say(f"{percent} %")

    return Watch(progress)


def _passphrase(words: str, file: Path | None) -> str:
    from displayctl.cli.passphrases import asked

    return asked(words, file)


def _wrong(verdict: Verdict) -> list[str]:
    wrong = list(verdict.faults)
    if verdict.missing:
        missing = counted(len(verdict.missing), "medium that is needed is", "media that are needed are")
        wrong.append(f"{missing} not in it")
    if verdict.spoilt:
        wrong.append(f"{counted(len(verdict.spoilt), 'medium is', 'media are')} damaged or gone")
    return wrong


def _loss_words(loss: Loss) -> str:
    lines = [f"Everything that was done after {loss.since:%Y-%m-%d %H:%M} UTC will be gone."]
    lines += [f"  {name}: {now} now, {then} then" for name, (now, then) in loss.rows.items()]
    if loss.unreadable:
        lines.append("The present database cannot be read, so nothing can be counted.")
    if loss.another:
        lines.append("This backup is of ANOTHER installation: its people and keys differ from those here.")
    if loss.keyless:
        lines.append("The hub's own key is not in it; afterwards: displayctl policy new-hub-key")
    return "\n".join(lines)


def _confirm(words: str) -> None:
    if not sys.stdin.isatty():
        raise NotNamed("nobody is here to agree that what was done since is lost; look at it, and say --yes")
    typer.echo(words, err=True)
    typer.confirm("Bring it back?", abort=True, err=True)
