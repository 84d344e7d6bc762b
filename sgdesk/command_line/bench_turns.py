"""The row `turns`: whatever somebody does, no turn of the event loop is long."""

import sys
from pathlib import Path
from shutil import copytree
from statistics import median
from typing import Protocol

import msgspec

from sgdesk.command_line.bench_scripts import answer_of
from sgdesk.services.demonstration import demonstration_passphrases
from sgdesk.text import _

_FREE_MS = 16.0
_TOLD = 10
_Done = list[tuple[str, float, float]]
Turns = dict[str, list[float]]


class Bench(Protocol):
    """What is needed of the bench."""

    place: Path
    environment: dict[str, str]

    def script(self, name: str) -> Path:
        """Return a script of `tests/bench`."""
        ...

    def demonstration(self) -> Path:
        """Return the folder of a demonstration, made once."""
        ...

    def as_the_only_one(self, folder: Path) -> str:
        """Put a store into the settings, so that no argument has to name it."""
        ...


def longest_turns(bench: Bench, runs: int) -> tuple[list[float], list[float]]:
    """Return the longest turn of the worst action in each fresh run, and the limits, in ms.

    A turn is counted in what the window's own thread works: the clock would measure what else runs
    on the machine as well. The worst action is the one whose median is the longest; the worst are
    told on standard error, with the clock beside them. The limit is the longest turn of a bare
    window that rests, and 16 ms. The first run, in which Python keeps its bytecode, is left out.
    """
    turns: Turns = {}
    clock: Turns = {}
    limits = []
    for number in range(runs + 1):
        done = _walk(bench, number)
        limit = float(answer_of(bench.script("turns_limit"), environment=bench.environment))
        if number:
            limits.append(_FREE_MS + limit)
            for name, worked, passed in done:
                turns.setdefault(name, []).append(worked)
                clock.setdefault(name, []).append(passed)
    worst = worst_first(turns)
    _tell(worst, clock, median(limits))
    return turns[worst[0][0]], limits


def worst_first(turns: Turns) -> list[tuple[str, float]]:
    """Return what was done with the median of its longest turns, the longest first."""
    medians = [(name, median(values)) for name, values in turns.items()]
    return sorted(medians, key=lambda one: one[1], reverse=True)


def _walk(bench: Bench, number: int) -> _Done:
    """Walk through set-up and through a desk, each of which nobody has used before."""
    _name, words = demonstration_passphrases()[0]
    done: _Done = []
    for mode in ("setup", "desk"):
        folder = bench.place / f"turns-{mode}-{number}"
        if mode == "desk":
            copytree(bench.demonstration(), folder)
        line = answer_of(
            bench.script("turns_ours"), mode, bench.as_the_only_one(folder),
            typed=words, environment=bench.environment,
        )  # fmt: skip
        done += msgspec.json.decode(line, type=_Done)
    return done


def _tell(worst: list[tuple[str, float]], clock: Turns, limit: float) -> None:
    over = sum(value > limit for _name, value in worst)
    line = _("turns: {over} of {count} over the limit; the longest: {worst}").format(
        over=over,
        count=len(worst),
        worst="; ".join(
            f"{name} {value:.1f} ms ({median(clock[name]):.1f})"
            for name, value in worst[: max(over, _TOLD)]
        ),
    )
    sys.stderr.write(f"{line}\n")
