"""What waits for a connection is bounded, in order, and may be filled from any thread."""

from __future__ import annotations

import asyncio
import threading

from displayctl.hub.outbox import Outbox


def test_messages_come_in_order_from_any_thread_and_end_with_none() -> None:
    async def story() -> list[object]:
        outbox = Outbox(10, 1000)

        def fill() -> None:
            for number in range(3):
                outbox.put(str(number))
            outbox.close()

        threading.Thread(target=fill).start()
        return [await outbox.get() for _ in range(4)]

    assert asyncio.run(story()) == ["0", "1", "2", None]


def test_one_who_reads_too_slowly_is_cut_off() -> None:
    async def story() -> None:
        outbox = Outbox(2, 1000)
        assert [outbox.put("x") for _ in range(4)] == [True, True, False, False]
        assert outbox.full
        assert await outbox.get() is None

    asyncio.run(story())


def test_bytes_are_bounded_but_one_message_always_fits() -> None:
    async def story() -> None:
        outbox = Outbox(10, 5)
        assert outbox.put("a message larger than all")
        assert not outbox.put("x")

    asyncio.run(story())


def test_what_is_put_first_overtakes_and_the_newest_replaces_what_was_not_sent() -> None:
    async def story() -> None:
        outbox = Outbox(10, 1000)
        outbox.put("time")
        outbox.put_first(lambda: "older")
        outbox.put_first(lambda: b"newest")
        first = await outbox.get()
        assert callable(first)
        assert first() == b"newest"
        assert await outbox.get() == "time"
        outbox.close()
        outbox.put_first(lambda: "too late")
        assert await outbox.get() is None

    asyncio.run(story())
