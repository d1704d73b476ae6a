"""The child that touches untrusted files: `python -m content.studio.worker MEMORY_BYTES FILE_BYTES`.

It reads one job a line on standard input and answers with lines of progress and one of result; it ends when its
input does. Everything that decodes, draws or encodes happens here and nowhere else.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, BinaryIO

from content.errors import ContentError, StorageFull, UnusableMedia
from content.studio import confinement
from content.studio.storage_faults import disk_is_full
from content.studio.wire import failure_to_dict, pack
from schedules.errors import InvalidValue

Report = Callable[[float], None]


def main(arguments: list[str]) -> None:
    memory_bytes, file_bytes = int(arguments[0]), int(arguments[1])
    confinement.enter(memory_bytes, file_bytes)
    if hasattr(os, "nice"):
        os.nice(5)  # a wall on this machine keeps its pace
    answers = _private_output()
    jobs: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read_jobs, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        _serve(json.loads(jobs.get()), answers)


def _private_output() -> BinaryIO:
    """Answers go out on a descriptor of their own: a library that prints cannot spoil them."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return answers


def _read_jobs(source: BinaryIO, jobs: SimpleQueue[bytes]) -> None:
    for line in source:
        jobs.put(line)
    os._exit(0)  # the desk is gone, so nobody waits for what we are doing


def _serve(request: dict[str, Any], answers: BinaryIO) -> None:
    """Does one job and tells its result; this is the child's outermost door."""

    def report(share: float) -> None:
        answers.write(pack({"progress": round(share, 4)}))

    confinement.allow_processor(request["seconds"])
    try:
        from content.studio.jobs import perform

        answer = {"done": perform(request, report)}
    except (ContentError, InvalidValue) as error:
        answer = failure_to_dict(error)
    except MemoryError:
        answer = failure_to_dict(UnusableMedia(f"{request['name']} needs more memory than a file may take; shrink it"))
    except OSError as error:
        answer = failure_to_dict(_told(error, request["name"]))
    except Exception as error:  # noqa: BLE001 - the door: a surprise costs this job, not the child
        answer = failure_to_dict(UnusableMedia(f"{request['name']} cannot be read ({error!r:.200}); save it anew"))
    answers.write(pack(answer))


def _told(error: OSError, name: str) -> ContentError:
    if disk_is_full(error):
        return StorageFull(f"no room is left to prepare {name}; free some space and import it again")
    if error.errno == errno.EFBIG:
        return UnusableMedia(f"{name} would become larger than a prepared file may be; shorten it")
    if error.errno == errno.ENOENT:
        return UnusableMedia(f"{name} is no longer there; choose the file again")
    return UnusableMedia(f"{name} cannot be read ({error.strerror or error}); copy it to this computer and retry")


if __name__ == "__main__":
    main(sys.argv[1:])
