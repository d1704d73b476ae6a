"""What a folder's import wants and what became of each file, kept on the disk so that a restart can go on."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from displayctl.api.media_choices import DEEPEST_FOLDER, LONGEST_FOLDER

MOST_FILES, DEEPEST, LARGEST_RECORD_BYTES = 10_000, 12, 32 << 20
SUFFIXES = frozenset(
    {
        *(".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".heic", ".heif"),
        *(".pdf", ".pptx", ".docx", ".odp", ".odt"),
        *(".mp4", ".mov", ".mkv", ".webm", ".m4v", ".mpg", ".ts"),
    }
)


class Came(StrEnum):
    """What became of a file."""

    ADDED = "added"
    THERE = "there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportItem:
    """A file and the folder of the library it goes into."""

    path: str
    folder: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that one import takes in, in this order. `left_out` counts files of other kinds, `cut` says that
    there were more than can be taken at once."""

    root: str
    items: tuple[ImportItem, ...]
    left_out: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file; `words` says why, or what the library calls it already, `job` whose work it is."""

    path: str
    came: Came
    words: str = ""
    job: str = ""


def scan(root: Path, folder: str, *, keep_folders: bool, stopped: Callable[[], bool] = lambda: False) -> ImportPlan:
    """Looks for pictures, videos and documents in `root` and below; links to folders and hidden ones are passed by.

    They go into `folder`, or with `keep_folders` into folders below it as they lie in. Raises OSError for a `root` that
    cannot be read.
    """
    next(root.iterdir(), None)  # what cannot be read below is left out; this is what was asked for
    items: list[ImportItem] = []
    left_out = 0
    for path in _files(root):
        if stopped() or len(items) >= MOST_FILES:
            break
        if path.suffix.casefold() not in SUFFIXES:
            left_out += 1
            continue
        inner = path.parent.relative_to(root).as_posix() if keep_folders else ""
        items.append(ImportItem(str(path), _into(folder, "" if inner == "." else inner)))
    return ImportPlan(str(root), tuple(items), left_out, cut=len(items) >= MOST_FILES)


def _into(folder: str, inner: str) -> str:
    """The folder of the library; what lies deeper than the library has folders goes into the deepest it may have."""
    seen = ("".join(letter for letter in name if letter.isprintable()) for name in f"{folder}/{inner}".split("/"))
    names = [tidy for name in seen if (tidy := " ".join(name.split()))][:DEEPEST_FOLDER]
    while len("/".join(names)) > LONGEST_FOLDER:
        names.pop()
    return "/".join(names)


def _files(root: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(root):
        depth = len(Path(place).relative_to(root).parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if depth < DEEPEST else []
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                yield path


class ImportRecord:
    """Two files: the plan, written once, and a line for each result; of two for one file the later one counts."""

    def __init__(self, plan_file: Path) -> None:
        self._plan_file, self._log_file = plan_file, plan_file.with_suffix(".log")

    def begin(self, plan: ImportPlan) -> None:
        """Keep a new plan; what was kept before is let go. Raises OSError."""
        self._log_file.unlink(missing_ok=True)
        fresh = self._plan_file.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(plan)), encoding="utf-8")
        fresh.replace(self._plan_file)

    def note(self, result: ImportResult) -> None:
        """Keep what became of a file. Raises OSError."""
        with self._log_file.open("a", encoding="utf-8") as log:
            log.write(json.dumps(asdict(result)) + "\n")

    def forget(self) -> None:
        """Let go of everything."""
        for file in (self._plan_file, self._log_file):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

    def load(self) -> tuple[ImportPlan, tuple[ImportResult, ...]] | None:
        """What was kept; None where there is nothing that can be read. A line cut off by a crash is passed over."""
        try:
            if self._plan_file.stat().st_size > LARGEST_RECORD_BYTES:
                return None
            plain = json.loads(self._plan_file.read_text(encoding="utf-8"))
            items = tuple(ImportItem(str(each["path"]), str(each["folder"])) for each in plain["items"][:MOST_FILES])
            plan = ImportPlan(str(plain["root"]), items, int(plain["left_out"]), bool(plain["cut"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return plan, tuple({result.path: result for result in self._results()}.values())

    def _results(self) -> Iterator[ImportResult]:
        with contextlib.suppress(OSError), self._log_file.open(encoding="utf-8", errors="replace") as log:
            for number, line in enumerate(log):
                if number >= 2 * MOST_FILES:
                    return
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    plain = json.loads(line)
                    words, job = str(plain["words"]), str(plain.get("job", ""))
                    yield ImportResult(str(plain["path"]), Came(plain["came"]), words, job)
