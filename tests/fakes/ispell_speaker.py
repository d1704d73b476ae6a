"""A program that speaks the pipe language of Ispell as Hunspell does, and can misbehave: run it with words it knows.

``python -m tests.fakes.ispell_speaker MODE WORD…`` where MODE is ``well``, ``mute`` (never answers), ``rude`` (greets
with something else), ``gone`` (ends at the second question) or ``flood`` (answers without an end).
"""

from __future__ import annotations

import sys


def main(mode: str, known: set[str]) -> None:
    out = sys.stdout
    print("hello" if mode == "rude" else "@(#) International Ispell Version 3.2.06 (but really a fake)", flush=True)
    for number, line in enumerate(sys.stdin):
        if mode == "mute":
            continue
        if mode == "gone" and number == 1:
            return
        if mode == "flood":
            while True:
                out.write("& x 1 0: y\n")
        word = line.rstrip("\n")
        if not word.startswith("^"):
            continue
        for part in word[1:].split("-"):
            near = sorted(each for each in known if each[:2] == part[:2].lower())
            if part.lower() in known:
                out.write("*\n")
            elif near:
                out.write(f"& {part} {len(near)} 0: {', '.join(near)}\n")
            else:
                out.write(f"# {part} 0\n")
        out.write("\n")
        out.flush()


if __name__ == "__main__":
    main(sys.argv[1], set(sys.argv[2:]))
