"""What a computer's system says is said in the operator's language, inside the sentences that tell of it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from content.errors import ContentMissing
from content.studio.invitations import read_invitation
from displayctl.desk.backups.watching import place_trouble
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.system_reasons import say_reason

pytestmark = pytest.mark.usefixtures("indonesian")

USUAL = (
    errno.EACCES,
    errno.EPERM,
    errno.ENOENT,
    errno.ENOSPC,
    errno.EROFS,
    errno.EIO,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.ENAMETOOLONG,
    errno.EFBIG,
    errno.EBUSY,
    errno.EMFILE,
    errno.ENOMEM,
    errno.ECONNREFUSED,
    errno.ECONNRESET,
    errno.ETIMEDOUT,
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.EADDRINUSE,
)


@pytest.mark.parametrize("number", USUAL)
def test_the_usual_reasons_are_said_with_and_without_their_number_and_file(number: int) -> None:
    said = say_reason(os.strerror(number))
    assert said != os.strerror(number)
    assert say_reason(str(OSError(number, os.strerror(number)))) == said
    assert say_reason(str(OSError(number, os.strerror(number), "/media/stik/a: b"))) == said


def test_what_is_seldom_stays_as_the_system_says_it() -> None:
    assert say_reason("Exec format error") == "Exec format error"


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.EBUSY])
def test_no_english_reason_stands_in_an_indonesian_sentence(number: int, tmp_path: Path) -> None:
    error = OSError(number, os.strerror(number), str(tmp_path / "a"))
    for sentence in (say_problem(error), say_problem(place_trouble(error, tmp_path))):
        assert os.strerror(number) not in sentence
        assert say_reason(os.strerror(number)) in sentence


def test_a_file_that_cannot_be_read_is_told_with_its_own_next_step(tmp_path: Path) -> None:
    with pytest.raises(ContentMissing) as refused:
        read_invitation(tmp_path)
    said = say_problem(refused.value)
    assert "Undangan" in said
    assert "itu sebuah folder" in said


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("the hub ended at once: port 8080 on 127.0.0.1 cannot be listened on (Permission denied): x", "Port 8080 di"),
        ("the backup a cannot be read (Input/output error); use another one", "Cadangan a tidak dapat dibaca (disk"),
        ("no hub answers at http://a:1 ([Errno 111] Connection refused); start one", "tidak ada yang menjawab di sana"),
        ("the copy cannot be opened: [Errno 13] Permission denied: '/x'", "komputer tidak mengizinkannya"),
    ],
)
def test_a_sentence_within_another_is_said_too(sentence: str, words: str) -> None:
    assert words in say_sentence(sentence)
