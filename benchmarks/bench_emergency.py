"""From the button of an emergency to the first pixel on every wall, and back: one hub, twelve walls, fifty alerts.

``python -m benchmarks.bench_emergency [loopback] [away] [bad] [busy] [bad-busy] [--rounds 50]``: two walls are whole
players on virtual screens whose memory is read a thousand times a second; ten have the player's link and no stage.

loopback    nothing between
away        half the walls are switched off
bad         each wall behind a line of its own: 600 ms there and back, 300 kb/s, and around each press one line in
            twenty loses its connections at a random instant
busy        each behind 1 Mb/s and 40 ms, while it fetches a film of 2 GB without end
bad-busy    the bad line, nothing cut, with that film on it

Needs Xvfb and gcc, and a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.emergency.house import House, Press
from benchmarks.emergency.line import Spec
from benchmarks.wall.sampling import Probe, Samples, Sampling

BUTTON_GOAL_MS = {"loopback": 500.0, "away": 500.0, "bad": 10_000.0, "busy": 2_000.0, "bad-busy": 10_000.0}
ANSWERED_WITHIN_S = 30.0
LOST = 0.05
QUEUE_BYTES = 64 << 10
SETTLE_S = 0.6


@dataclass(frozen=True, slots=True)
class Case:
    """How walls reach the hub; no `line`: directly."""

    line: tuple[float, float] | None = None
    lost: float = 0.0
    away: bool = False
    busy: bool = False


CASES = {
    "loopback": Case(),
    "away": Case(away=True),
    "bad": Case((37_500.0, 0.3), lost=LOST),
    "busy": Case((125_000.0, 0.02), busy=True),
    "bad-busy": Case((37_500.0, 0.3), busy=True),
}


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("cases", nargs="*", default=[], metavar="CASE", help=", ".join(CASES))
    asked.add_argument("--rounds", type=int, default=50)
    options = asked.parse_args()
    good = [run(name, CASES[name], options.rounds) for name in options.cases or CASES]
    return 0 if all(good) else 1


def run(name: str, case: Case, rounds: int) -> bool:
    spec = None if case.line is None else Spec(0, *case.line, queue_bytes=QUEUE_BYTES)
    with tempfile.TemporaryDirectory(prefix="bench-emergency-") as folder, House(Path(folder), spec) as house:
        house.move_in(busy=case.busy)
        if case.away:
            house.send_half_away()
        probes = [Probe(screen, "row", 0, height // 2, width) for screen, (width, height) in house.screens]
        sampling = Sampling(Path(folder), probes)
        before = house.fetched_bytes(), time.monotonic()
        presses = [each for number in range(rounds) for each in one_round(house, case, number)]
        carried = (house.fetched_bytes() - before[0]) / (time.monotonic() - before[1])
        samples = sampling.end()
        return tell(name, house, presses, samples, carried)


def one_round(house: House, case: Case, number: int) -> list[Press]:
    """Raises an alert, corrects it, and ends the correction; each once all walls have answered or are listed."""
    drawn = house.draw(number)
    presses = []
    for press in (house.press_raise, house.press_correct, house.press_end):
        house.prepare()
        cut = house.cut_some(case.lost, random.uniform(-0.5, 1.5)) if case.lost else ()
        presses.append(press(drawn, cut))
        house.wait_for_answers(presses[-1], ANSWERED_WITHIN_S)
        time.sleep(SETTLE_S)
    return presses


def tell(name: str, house: House, presses: list[Press], samples: Samples, carried: float) -> bool:
    seen: dict[str, list[float]] = {}
    missed = 0
    for press, following in zip(presses, [*presses[1:], None], strict=True):
        until = following.pressed_ms if following is not None else float("inf")
        for place in range(len(house.screens)):
            at = first_change(samples, place, press.pressed_ms, until)
            if at is None:
                missed += 1
            else:
                seen.setdefault(press.kind, []).append(at - press.pressed_ms)
    print(f"\n{name}: {len(presses) // 3} alerts, walls asked for media got {carried / 1000:.0f} kB/s in all")
    for kind, took in seen.items():
        print(f"  {kind:10} to the pixel     {figures(took)}  of {len(took)}")
    arrived = [at for press in presses for at in press.arrived_ms]
    print(f"  ten walls without a stage: {figures(arrived)}  of {len(arrived)}")
    unaccounted = [press.kind for press in presses if not press.accounted]
    answered = [press.accounted_s for press in presses if press.accounted]
    print(
        f"  every wall answered or listed within {max(answered, default=0):.1f} s, not so {unaccounted or 'none'}; "
        f"listed missing {sum(press.listed for press in presses)}; not seen on a screen {missed}"
    )
    print(
        f"  sent to one wall: {house.news_bytes} bytes; longest pause of the machine {samples.longest_pause_ms:.0f} ms"
    )
    worst = percentile([took for kind in seen.values() for took in kind], 0.95)
    return worst <= BUTTON_GOAL_MS[name] and not unaccounted


def first_change(samples: Samples, place: int, since: float, until: float) -> float | None:
    """The instant at which a screen looked different for the first time after `since`."""
    return next((at for at, _ in samples.column(place)[1:] if since < at < until), None)


def figures(took: list[float]) -> str:
    if not took:
        return "none"
    return f"median {percentile(took, 0.5):6.0f}  p95 {percentile(took, 0.95):6.0f}  max {max(took):6.0f} ms"


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


if __name__ == "__main__":
    sys.exit(main())
