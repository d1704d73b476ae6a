"""An office that is given what cannot work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.office import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("office"))
    try:
        office.start_hub()
        assert office.command("display", "add", "Tugu", "--size", "320x192").returncode == 0
        yield office
    finally:
        office.close()


def refused(office: Office, *arguments: str, code: int = 1) -> str:
    """The one line that a command says which has to fail."""
    done = office.command(*arguments)
    assert (done.returncode, done.stdout) == (code, ""), done
    assert done.stderr.startswith("displayctl: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("displayctl: ").strip()
