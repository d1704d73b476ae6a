"""A spelling program of this computer as a child that is asked word by word, in the pipe language of Ispell.

Hunspell, Enchant and Aspell speak it alike. The child gets nothing but single words, each bounded, and has to answer in
time; one that does not is ended, and started once more when it is needed again.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from displayctl.desk.spelling.words import LONGEST_WORD

MOST_SUGGESTIONS = 6
_GREETING, _ANSWER_SECONDS, _LARGEST_ANSWER = 5.0, 3.0, 64 << 10
_MOST_FAILURES = 3
_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/app/share/hunspell")
_LANGUAGES = ("id_ID", "en_US", "en_GB")
"""Indonesian is needed; English words stand in announcements, too, and are right where there is a dictionary."""
INDONESIAN = _LANGUAGES[0]


class NoDictionary(Exception):
    """No program, or no Indonesian dictionary, is on this computer, or the program fails; the message says which."""


@dataclass(frozen=True, slots=True)
class SpellingProgram:
    """How a program is started so that it speaks the pipe language."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a dictionary says of a word; `suggestions` are what else it could be, the likeliest first."""

    known: bool
    suggestions: tuple[str, ...] = ()


def find_program() -> SpellingProgram:
    """The spelling program of this computer with its Indonesian dictionary. Raises NoDictionary."""
    dictionaries = [language for language in _LANGUAGES if _has_dictionary(language)]
    path = shutil.which("hunspell")
    if path and INDONESIAN in dictionaries:
        return SpellingProgram("hunspell", (path, "-a", "-i", "UTF-8", "-d", ",".join(dictionaries)))
    path = shutil.which("enchant-2")
    if path and INDONESIAN in dictionaries:
        return SpellingProgram("enchant", (path, "-a", "-d", INDONESIAN))
    path = shutil.which("aspell")
    if path and _aspell_knows(path):
        return SpellingProgram("aspell", (path, "-a", "--lang=id", "--encoding=utf-8"))
    raise NoDictionary(
        "no Indonesian dictionary is on this computer; install one with: apt install hunspell hunspell-id"
    )


class Checker:
    """Asks a child about words; safe to call from many threads, one word at a time."""

    def __init__(self, program: SpellingProgram) -> None:
        self._program = program
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._failures = 0

    def check(self, words: Iterable[str]) -> dict[str, Verdict]:
        """What the dictionary says of each of these. Raises NoDictionary when the program does not answer."""
        with self._lock:
            return {word: self._check(word) for word in words}

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _check(self, word: str) -> Verdict:
        if not word.replace("'", "").replace("’", "").replace("-", "").isalpha() or len(word) > LONGEST_WORD:
            return Verdict(known=True)  # no word that could be asked about
        try:
            return self._ask(word.replace("’", "'"))
        except (OSError, NoDictionary) as error:
            self._end()
            self._failures += 1
            if self._failures >= _MOST_FAILURES:
                raise NoDictionary(f"{self._program.name} does not answer ({error}); install it anew") from error
            return Verdict(known=True)

    def _ask(self, word: str) -> Verdict:
        process = self._process or self._start()
        assert process.stdin is not None  # noqa: S101 - asked for in _start
        process.stdin.write(f"^{word}\n".encode())  # the caret says that no command follows
        process.stdin.flush()
        answer = self._read_until(b"\n\n", _ANSWER_SECONDS, alone=b"\n")
        return _verdict(answer.decode("utf-8", "replace"))

    def _start(self) -> subprocess.Popen[bytes]:
        if self._failures >= _MOST_FAILURES:
            raise NoDictionary(f"{self._program.name} failed too often")
        self._process = subprocess.Popen(
            self._program.arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        greeting = self._read_until(b"\n", _GREETING)
        if not greeting.startswith(b"@(#)"):
            raise NoDictionary(f"{self._program.name} greets with {greeting[:60]!r}")
        return self._process

    def _read_until(self, end: bytes, seconds: float, alone: bytes = b"") -> bytes:
        """What the child says up to `end`, or just `alone`. Raises NoDictionary when it is late or says too much."""
        assert self._process is not None  # noqa: S101 - _start has set it
        assert self._process.stdout is not None  # noqa: S101 - asked for in _start
        source, said, deadline = self._process.stdout.fileno(), b"", time.monotonic() + seconds
        while not said.endswith(end) and not (alone and said == alone):
            ready, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
            piece = os.read(source, 4096) if ready else b""
            said += piece
            if not piece or len(said) > _LARGEST_ANSWER:
                raise NoDictionary("no answer came in time" if not ready else "the answer broke off")
        return said

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:  # words that a dead child did not take
                continue
        process.wait()


def _verdict(answer: str) -> Verdict:
    """`&` and `?` bring suggestions behind a colon, `#` has none; anything else means that the word is right.

    A word with a hyphen may be answered in parts, each on a line of its own.
    """
    suggestions: list[str] = []
    known = True
    for line in answer.split("\n"):
        if line.startswith(("&", "?", "#")):
            known = False
            suggestions += [each.strip() for each in line.partition(":")[2].split(",") if each.strip()]
    return Verdict(known, tuple(suggestions[:MOST_SUGGESTIONS]))


def _has_dictionary(language: str) -> bool:
    return any(Path(folder, f"{language}.dic").is_file() for folder in _FOLDERS)


def _aspell_knows(path: str) -> bool:
    try:
        told = subprocess.run(
            [path, "dicts"],
            capture_output=True,
            timeout=_ANSWER_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "id" in told.stdout.decode("utf-8", "replace").split()
