"""What is measured: each budget of the program beside its limit, at least five runs after one."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sgdesk.command_line.bench_scripts import answer_of, seconds_of, seconds_to_mark
from sgdesk.command_line.bench_turns import longest_turns
from sgdesk.services.demonstration import demonstration_passphrases, ensure_demonstration
from sgdesk.settings import Settings, save

RUNS = 5
_SHORT_RUNS = 40
_LONG_RUNS = 3  # a minute each; each has eighty actions
_FREE_MS = 60.0
_WORDS = "measured passphrase of nobody"
Pair = tuple[list[float], list[float]]


class Bench:
    """Where the scripts are, where they may write, and the environment they run in."""

    def __init__(self, scripts: Path, place: Path, environment: dict[str, str] | None) -> None:
        self.scripts = scripts
        self.place = place
        # The bytecode is kept, as it is for an installed program; the first turn makes it.
        own = {
            "PYTHONPYCACHEPREFIX": str(place / "bytecode"),
            "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_DATA_HOME": str(place / "data"),
        }
        self.environment = (dict(os.environ) if environment is None else environment) | own
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def script(self, name: str) -> Path:
        """Return a script of `tests/bench`."""
        return self.scripts / f"{name}.py"

    def demonstration(self) -> Path:
        """Return the folder of a demonstration, made once."""
        folder = self.place / "demonstration"
        ensure_demonstration(folder)
        return folder

    def as_the_only_one(self, folder: Path) -> str:
        """Put a store into the settings, as set-up does, so that no argument has to name it."""
        save(self.place / "config" / "SG Desk" / "settings.json", Settings(store=str(folder)))
        return str(folder)

    def store_of(self, count: int) -> Path:
        """Return the folder of a store with so many concerns, made once."""
        folder = self.place / f"concerns-{count}"
        if not folder.exists():
            answer_of(
                self.script("many_concerns"),
                str(folder), str(count), _WORDS,
                environment=self.environment,
            )  # fmt: skip
        return folder


@dataclass(frozen=True, slots=True)
class Row:
    """One budget. `measure` returns the figures of ours and of the limit, in the row's unit."""

    name: str
    unit: str
    budget: float
    measure: Callable[[Bench], Pair]
    needs_display: bool = False
    takes_minutes: bool = False


def _start(bench: Bench) -> Pair:
    folder = bench.as_the_only_one(bench.demonstration())
    return _in_turns(
        lambda: 1e3 * _marked(bench, "window_ours", "start", folder),
        lambda: 1e3 * _marked(bench, "window_limit", "start"),
    )


def _memory(bench: Bench) -> Pair:
    folder = bench.as_the_only_one(bench.demonstration())
    _name, words = demonstration_passphrases()[0]
    return _in_turns(
        lambda: _figure(bench, "window_ours", "memory", folder, typed=words),
        lambda: _figure(bench, "window_limit", "memory"),
    )


def _unlock(count: int) -> Callable[[Bench], Pair]:
    def measure(bench: Bench) -> Pair:
        folder = Path(bench.as_the_only_one(bench.store_of(count)))
        slots = str(folder / "slots-1.json")
        return _in_turns(
            lambda: 1e3 * _figure(bench, "window_ours", "unlock", str(folder), typed=_WORDS),
            lambda: _FREE_MS + _milliseconds(bench, "unlock_limit", slots, "1", typed=_WORDS),
        )

    return measure


def _pack(bench: Bench) -> Pair:
    return _in_turns(
        lambda: _milliseconds(bench, "pack_ours", str(_SHORT_RUNS)),
        lambda: _milliseconds(bench, "pack_limit", "--repeats", str(_SHORT_RUNS)),
    )


def _draft_save(bench: Bench) -> Pair:
    def fresh() -> str:
        folder = bench.place / f"drafts-{len(list(bench.place.iterdir()))}"
        folder.mkdir()
        return str(folder)

    return _in_turns(
        lambda: _milliseconds(bench, "draft_ours", fresh(), str(_SHORT_RUNS)),
        lambda: _milliseconds(bench, "draft_limit", fresh(), str(_SHORT_RUNS)),
    )


def _turns(bench: Bench) -> Pair:
    return longest_turns(bench, _LONG_RUNS)


ROWS = (
    Row("start", "ms", 1.2, _start, needs_display=True),
    Row("unlock-100", "ms", 1.0, _unlock(100), needs_display=True),
    Row("unlock-100000", "ms", 1.0, _unlock(100_000), needs_display=True, takes_minutes=True),
    Row("memory", "MiB", 1.8, _memory, needs_display=True),
    Row("pack", "ms", 1.5, _pack),
    Row("draft-save", "ms", 2.0, _draft_save),
    Row("turns", "ms", 1.0, _turns, needs_display=True, takes_minutes=True),
)


def _in_turns(ours: Callable[[], float], limit: Callable[[], float]) -> Pair:
    """Return the figures of both, taken in turns, without those of the first turn."""
    both = [(ours(), limit()) for _turn in range(RUNS + 1)][1:]
    return [one for one, _limit in both], [one for _ours, one in both]


def _marked(bench: Bench, script: str, *given: str) -> float:
    return seconds_to_mark(bench.script(script), *given, environment=bench.environment)


def _figure(bench: Bench, script: str, *given: str, typed: str = "") -> float:
    environment = bench.environment
    return float(answer_of(bench.script(script), *given, typed=typed, environment=environment))


def _milliseconds(bench: Bench, script: str, *given: str, typed: str = "") -> float:
    """Return the median of what a script measured by itself, after its own warm-up."""
    environment = bench.environment
    seconds = seconds_of(bench.script(script), *given, typed=typed, environment=environment)
    return 1e3 * median(seconds)
