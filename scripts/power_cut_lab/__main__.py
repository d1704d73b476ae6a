"""``python -m scripts.power_cut_lab [CUTS]``: needs root, for disks in files (loop devices).

The work of a player goes on a disk of 32 MB. At a random moment that disk is copied as it is, without what the system
still holds in memory: that is what a power cut leaves. The copy is mounted, which replays its file system's journal,
and looked at.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from player.identity import load_binding
from player.journal import Journal
from player.rundown import Rundown
from schedules.codec import programme_to_dict
from scripts.power_cut_lab.programme import a_programme

DISK_MB = 32
SHORTEST_S, LONGEST_S = 0.3, 1.5


@dataclass(slots=True)
class Said:
    """The last of each kind that the work said had to last."""

    taken: int = 0
    bound: int = 0
    handed: tuple[int, str, str] | None = None
    lines: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, lines: list[str]) -> Said:
        said = cls(lines=lines)
        for kind, *words in (line.split() for line in lines):
            match kind, words:
                case "taken", [revision]:
                    said.taken = int(revision)
                case "bound", [revision]:
                    said.bound = int(revision)
                case "handed", [last, chain, journal]:
                    said.handed = (int(last), chain, journal)
        return said


def main(cuts: int) -> int:
    with tempfile.TemporaryDirectory(prefix="displayctl-lab-") as name:
        return lab(Path(name), cuts, random.Random(7))  # noqa: S311  a moment is no secret


def lab(folder: Path, cuts: int, chance: random.Random) -> int:
    """Cut the power `cuts` times; 1 where something was torn, lost or older, else 0."""
    image, cut = folder / "disk.img", folder / "cut.img"
    document = folder / "programme.json"
    document.write_text(json.dumps(programme_to_dict(a_programme())))
    make_disk(image)
    failures = revisions = 0
    for number in range(1, cuts + 1):
        said = work_until_cut(image, cut, folder, document, chance.uniform(SHORTEST_S, LONGEST_S))
        complaints = look(cut, folder, said)
        failures += bool(complaints)
        revisions = said.taken
        for complaint in complaints:
            print(f"cut {number}: {complaint}")
        shutil.copyfile(cut, image)  # the player goes on with what the cut has left
    print(f"{cuts} cuts in {revisions} programmes, {failures} with a loss")
    return 1 if failures else 0


def work_until_cut(image: Path, cut: Path, folder: Path, document: Path, seconds: float) -> Said:
    with mounted(image, folder / "live") as disk, (folder / "said").open("w+") as sink:
        command = [sys.executable, "-m", "scripts.power_cut_lab.work", str(disk), str(document)]
        work = subprocess.Popen(command, stdout=sink)
        try:
            await_first_word(folder / "said", work)
            time.sleep(seconds)  # the cut is meant to come at a random moment
            work.send_signal(signal.SIGSTOP)
            lines = (folder / "said").read_text().splitlines(keepends=True)
            shutil.copyfile(image, cut)
        finally:
            work.kill()
            work.wait()
    return Said.of([line for line in lines if line.endswith("\n")])


def await_first_word(path: Path, work: subprocess.Popen[bytes]) -> None:
    while not path.stat().st_size:
        if work.poll() is not None:
            raise SystemExit(f"the work ended with {work.returncode}; see above")
        time.sleep(0.01)


def look(cut: Path, folder: Path, said: Said) -> list[str]:
    """What is wrong with the disk that the cut has left: sentences."""
    complaints = []
    with mounted(cut, folder / "cut") as disk:
        rundown, journal = Rundown(disk / "rundown.db"), Journal(disk / "journal.db")
        on_air = rundown.on_air.revision if rundown.on_air else 0
        if rundown.set_aside or journal.set_aside:
            complaints.append("a database is torn")
        if on_air < said.taken:
            complaints.append(f"programme {said.taken} was on air, and {on_air} is now")
        if journal.first_broken_link() is not None:
            complaints.append("the chain of the journal is broken")
        binding = load_binding(disk)
        bound = json.loads(binding.root)["revision"] if binding else 0
        if bound < said.bound:
            complaints.append(f"binding {said.bound} was kept, and {bound} is there")
        rundown.close()
        journal.close()
        if said.handed is not None:
            complaints += lost_entries(disk, *said.handed)
    return complaints


def lost_entries(disk: Path, last: int, chain: str, journal: str) -> list[str]:
    """What the hub has must be here, and the same."""
    with closing(sqlite3.connect(disk / "journal.db")) as database:
        names = dict(database.execute("SELECT name, value FROM note").fetchall())
        row = database.execute("SELECT chain FROM entry WHERE seq = ?", (last,)).fetchone()
    if names.get("journal") != journal or row is None or row[0] != chain:
        return [f"entry {last} was handed over, and is lost here"]
    return []


def make_disk(image: Path) -> None:
    with image.open("wb") as file:
        file.truncate(DISK_MB << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    made = subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=False, capture_output=True, text=True)
    if made.returncode != 0:
        raise OSError(made.stderr.strip() or "mount failed")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
