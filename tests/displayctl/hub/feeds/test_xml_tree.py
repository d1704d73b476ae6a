"""XML made to hurt is refused cheaply: in half a second of work, and 50 MB of memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from displayctl.hub.feeds.cap import read_cap
from displayctl.hub.feeds.xml_tree import LARGEST_BYTES, read_xml
from tests.displayctl.hub.feeds.cap_samples import NOW, cap

ROOM = LARGEST_BYTES - 64
MOST_SECONDS, MOST_BYTES = 0.5, 50_000_000


def bomb() -> bytes:
    layers = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(10))
    return f'<!DOCTYPE a [<!ENTITY a0 "boom">{layers}]><a>&a10;</a>'.encode()


CORPUS: dict[str, Callable[[], bytes]] = {
    "a billion laughs": bomb,
    "a quadratic bomb": lambda: b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 60_000 + b'">]><a>' + b"&b;" * 60_000 + b"</a>",
    "a file of the hub's": lambda: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "another server": lambda: b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>',
    "a parameter entity": lambda: b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:1/"> %b;]><a/>',
    "a bare document type": lambda: b"<!DOCTYPE alert><alert/>",
    "50 MB": lambda: b"<a>" + b"x" * (50 << 20) + b"</a>",
    "one byte too much": lambda: b"<a>" + b"x" * (LARGEST_BYTES - 6) + b"</a>",
    "deep": lambda: b"<a>" * (ROOM // 3),
    "deep and closed": lambda: b"<a>" * 200_000 + b"</a>" * 200_000,
    "wide": lambda: b"<a>" + b"<b/>" * (ROOM // 4) + b"</a>",
    "many names": lambda: b"<a " + b" ".join(b'b%d=""' % n for n in range(180_000)) + b"/>",
    "many names on modest tags": lambda: b"<a " + b" ".join(b'b%d=""' % n for n in range(40)) + b"/>",
    "many namespaces": lambda: b"<a>" + b'<b xmlns:c="d"/>' * (ROOM // 16) + b"</a>",
    "a long name": lambda: b"<" + b"a" * ROOM + b"/>",
    "a long value": lambda: b'<a b="' + b">" * ROOM + b'"/>',
    "a long comment": lambda: b"<a><!--" + b"x" * ROOM + b"--></a>",
    "many comments": lambda: b"<a>" + b"<!---->" * (ROOM // 7) + b"</a>",
    "many instructions": lambda: b"<a>" + b"<?b c?>" * (ROOM // 7) + b"</a>",
    "an entity that nobody declared": lambda: b"<a>&b;</a>",
    "bad UTF-8": lambda: b"<a>\xc3\x28</a>",
    "an overlong letter": lambda: b"<a>\xc0\xaf</a>",
    "a lone surrogate": lambda: b"<a>\xed\xa0\x80</a>",
    "a control character": lambda: b"<a>\x00</a>",
    "an encoding of many bytes": lambda: b'<?xml version="1.0" encoding="utf-7"?><a/>',
    "an encoding that is none": lambda: b'<?xml version="1.0" encoding="rot13"?><a/>',
    "half a UTF-16 letter": lambda: "<a>é</a>".encode("utf-16")[:-1],
    "two roots": lambda: b"<a/><a/>",
    "compressed": lambda: b"\x1f\x8b\x08\x00" + bytes(100),
    "empty": lambda: b"",
}
DEAR: dict[str, Callable[[], bytes]] = {
    "text in many lines": lambda: b"<a>" + b"x\n" * (ROOM // 2) + b"</a>",
    "text in many sections": lambda: b"<a>" + b"<![CDATA[x]]>" * (ROOM // 13) + b"</a>",
    "many signs": lambda: b"<a>" + b"&lt;" * (ROOM // 4) + b"</a>",
    "many corners": lambda: cap().replace(b"-0.90,122.70", b"-0.90,122.70 " * 155_000, 1),
}
"""Well-formed, and as much work as two megabytes can be."""


@pytest.mark.parametrize("name", [*CORPUS, *DEAR])
def test_it_is_refused_and_costs_little(name: str) -> None:
    body = (CORPUS | DEAR)[name]()
    first, cost = read_cap(body, "bmkg", NOW), []
    for _ in range(3):  # the least of them: whoever shares the processor's memory makes each of them dearer
        began = time.thread_time()
        read_cap(body, "bmkg", NOW)
        cost.append(time.thread_time() - began)
        if cost[-1] < MOST_SECONDS:
            break
    assert min(cost) < MOST_SECONDS
    tracemalloc.start()
    try:
        assert read_cap(body, "bmkg", NOW) == first
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()
    assert first.warnings == ()
    assert ("its root is" in first.complaints[0] or "corners" in first.complaints[0]) is (name in DEAR)


def test_other_encodings_that_xml_knows_are_read() -> None:
    for encoding in ("utf-8-sig", "utf-16", "iso-8859-1"):
        body = '<?xml version="1.0" encoding="NAME"?><a>é</a>'.replace("NAME", encoding.replace("-sig", ""))
        assert read_xml(body.encode(encoding)).text == "é"
