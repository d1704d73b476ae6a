"""What desk and studio say about emergencies is said in Indonesian, as they really say it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content.studio.emergency.drawing import draw_pages
from content.studio.emergency.templates_folder import load_templates
from displayctl.desk.believing import Beliefs
from displayctl.desk.emergencies.area import Area, walls_of
from displayctl.desk.emergencies.post import DutyPost
from displayctl.desktop.presenters.sentences import say_sentence
from tests.builders import wall

TEMPLATES = load_templates()


CASES: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: TEMPLATES.find("road").message({}), "“Jalan” masih kosong"),
    (lambda: TEMPLATES.find("road").message({"tempat": "x" * 99}), "99 huruf, paling banyak 60"),
    (
        lambda: draw_pages(TEMPLATES.find("free").message({"judul": "Banjir", "isi": "kata " * 239}), 64, 32),
        "terlalu panjang untuk layar 64x32",
    ),
    (lambda: walls_of(Area(polygon=()), ()), "Tidak ada layar di wilayah ini"),
    (lambda: walls_of(Area(groups=("utama",), polygon=()), [wall("a", groups=("b",))]), "utama"),
    (lambda: DutyPost(None, Beliefs(None)).remembered(), "belum pernah terhubung"),
    (lambda: DutyPost(None, Beliefs(None)).prepare(), "Hub tidak berjalan di sini"),
)


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(("fail", "said"), CASES, ids=lambda each: each if isinstance(each, str) else "")
def test_errors_about_emergencies_are_said_in_indonesian(fail: Callable[[], object], said: str) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of several families, and its words are the point
        fail()
    assert said in say_sentence(str(caught.value))
