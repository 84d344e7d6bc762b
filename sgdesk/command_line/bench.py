"""`sgdesk bench`: speed and memory, each beside its limit from the same run."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import msgspec

from sgdesk.command_line.arguments import parser_for
from sgdesk.command_line.bench_display import display
from sgdesk.command_line.bench_rows import ROWS, Bench, Row
from sgdesk.command_line.speech import DONE, PROBLEM, say
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _

_SCRIPTS = Path(__file__).resolve().parents[2] / "tests" / "bench"


class Measured(msgspec.Struct, frozen=True):
    """One row: medians of ours and of the limit, their ratio, and whether the budget is held."""

    name: str
    ours: float
    limit: float
    unit: str
    ratio: float
    budget: float
    held: bool


def run(given: Sequence[str]) -> int:
    """Measure and print. The exit code says whether it was measured, not whether it was fast."""
    parser = parser_for("bench", _("Measure speed and memory beside their limits; medians."))
    parser.add_argument("--json", action="store_true", help=_("print one list for other programs"))
    names = ", ".join(row.name for row in ROWS)
    parser.add_argument("--only", metavar="NAME", help=_("one of: {names}").format(names=names))
    arguments = parser.parse_args(given)
    rows = _chosen(arguments.only)
    if not _SCRIPTS.is_dir():
        raise UserError(
            _("The scripts of the limits are only in a checkout of the program, not installed.")
        )
    measured = []
    for one in _measured(rows):
        measured.append(one)
        if not arguments.json:
            say(_line(one))
    if arguments.json:
        say(msgspec.json.format(msgspec.json.encode(measured), indent=1).decode())
    return DONE if measured else PROBLEM


def _chosen(only: str | None) -> list[Row]:
    if only is None:
        return [row for row in ROWS if not row.takes_minutes]
    rows = [row for row in ROWS if row.name == only]
    if not rows:
        raise UserError(
            _("There is no such row. Choose one of: {names}.").format(
                names=", ".join(row.name for row in ROWS)
            )
        )
    return rows


def _measured(rows: list[Row]) -> Iterator[Measured]:
    with tempfile.TemporaryDirectory(prefix="sgdesk-") as place, display() as environment:
        bench = Bench(_SCRIPTS, Path(place), environment)
        for row in rows:
            if row.needs_display and environment is None:
                _note(_("{name}: skipped, there is no display here.").format(name=row.name))
                continue
            try:
                yield _of(row, bench)
            except SituationError as error:
                _note(f"{row.name}: {error.text}")


def _of(row: Row, bench: Bench) -> Measured:
    ours, limit = (median(values) for values in row.measure(bench))
    ratio = ours / limit
    return Measured(
        row.name,
        round(ours, 3),
        round(limit, 3),
        row.unit,
        round(ratio, 3),
        row.budget,
        ratio <= row.budget,
    )


def _line(one: Measured) -> str:
    return _(
        "{name:14} {ours:>10} {unit:3}  limit {limit:>10} {unit:3}  ratio {ratio:5.2f}"
        "  budget {budget:.2f}  {held}"
    ).format(
        name=one.name,
        ours=one.ours,
        limit=one.limit,
        unit=one.unit,
        ratio=one.ratio,
        budget=one.budget,
        held=_("held") if one.held else _("not held"),
    )


def _note(text: str) -> None:
    sys.stderr.write(f"{text}\n")
