"""Fields for dates, clock times and measures, typed freely; the text stays as it was typed."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import TypeVar

from sgdesk.domain.identity import year_advice
from sgdesk.text import (
    _,
    impossible_day,
    parse_date,
    parse_time,
    read_long_date,
    read_short_date,
    read_time,
)
from ui.kit.binding import Binding
from ui.kit.layout import letters
from ui.kit.text_fields import text_in, whole_line

ValueT = TypeVar("ValueT", date, time, int)


def date_binding(field: str) -> Binding:
    """Return a field that holds a date or None; its typed text goes to `field`_typed."""
    return _typed_binding(
        field,
        parse=parse_date,
        show=read_short_date,
        advice=_date_advice,
        width=16,
        remark=read_back,
    )


def time_binding(field: str) -> Binding:
    """Return a field that holds a clock time or None; its typed text goes to `field`_typed."""
    return _typed_binding(
        field,
        parse=parse_time,
        show=read_time,
        advice=lambda _typed: _("Type the time on the 24-hour clock, such as 09:40."),
        width=8,
    )


def number_binding(field: str, unit: str, most: int) -> Binding:
    """Return a field that holds a whole number or None, with its unit shown behind it."""

    def parse(typed: str) -> int | None:
        found = re.fullmatch(r"\s*(\d{1,9})\s*", typed.removesuffix(unit) if unit else typed)
        return int(found[1]) if found is not None and int(found[1]) <= most else None

    def advice(_typed: str) -> str:
        return _("Type a whole number from 0 to {most}.").format(most=f"{most:,}")

    return _typed_binding(field, parse=parse, show=str, advice=advice, width=8, unit=unit)


def read_back(typed: str) -> str:
    """Return in words the date that was read from what was typed, where it is not in words yet."""
    day = parse_date(typed)
    is_in_words = re.search(r"[^\W\d_]{3}", typed) and re.search(r"\d{4}", typed)
    return "" if day is None or is_in_words else read_long_date(day)


def _date_advice(typed: str) -> str:
    advice = year_advice(typed)
    advice = advice or _("Type the date as day, month and year, such as 20 11 2026.")
    return f"{impossible_day(typed)} {advice}".strip()


def _typed_binding(
    field: str,
    parse: Callable[[str], ValueT | None],
    show: Callable[[ValueT], str],
    advice: Callable[[str], str],
    width: int,
    unit: str = "",
    remark: Callable[[str], str] | None = None,
) -> Binding:
    line = whole_line()
    line.setMaximumWidth(letters(width + 4))

    def fill_typed(typed: str) -> None:
        # The typed text is shown again only while it still says what the field holds.
        if typed and (not line.text() or parse(typed) == parse(text_in(line))):
            line.setText(typed)

    def wrong() -> str:
        typed = text_in(line)
        return advice(typed) if typed.strip() and parse(typed) is None else ""

    return Binding(
        widget=line,
        field=field,
        read=lambda: parse(text_in(line)),
        fill=lambda value: line.setText("" if value is None else show(value)),
        changed=line.textChanged,
        left=line.editingFinished,
        wrong=wrong,
        remark=str if remark is None else lambda: remark(text_in(line)),
        typed=lambda: text_in(line),
        fill_typed=fill_typed,
        suffix=unit,
    )
