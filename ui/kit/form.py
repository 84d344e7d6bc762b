"""A form of labelled questions, asked one kind after another."""

from ui.kit.choice_fields import (
    Options,
    choice_binding,
    tick_binding,
    ticks_binding,
    yes_no_options,
)
from ui.kit.form_body import FormBody
from ui.kit.question import Question
from ui.kit.text_fields import LINE_LIMIT, TEXT_LIMIT, line_binding, text_binding
from ui.kit.typed_fields import date_binding, number_binding, time_binding


class Form(FormBody):
    """Questions in one column, in cards, beside each other, or folded away.

    A label's mnemonic is marked with &. `unanswered` offers not known, not asked and none beside
    the field, and needs a holder with the mapping `unanswered`.
    """

    def line(
        self, field: str, label: str, hint: str = "", *, limit: int = LINE_LIMIT,
        unanswered: bool = False, share: int = 1,
    ) -> Question:  # fmt: skip
        """Ask for one line of words (str)."""
        return self.add(label, line_binding(field, limit), hint, unanswered, share)

    def long_text(
        self, field: str, label: str, hint: str = "", *, limit: int = TEXT_LIMIT, rows: int = 3,
        unanswered: bool = False, share: int = 1,
    ) -> Question:  # fmt: skip
        """Ask for a text of several lines (str); the box grows with it."""
        return self.add(label, text_binding(field, limit, rows), hint, unanswered, share)

    def date(
        self, field: str, label: str, hint: str = "", *, unanswered: bool = False, share: int = 1
    ) -> Question:
        """Ask for a date (date or None, and the text as typed in `field`_typed)."""
        return self.add(label, date_binding(field), hint, unanswered, share)

    def time(self, field: str, label: str, hint: str = "", *, share: int = 1) -> Question:
        """Ask for a clock time (time or None, and the text as typed in `field`_typed)."""
        return self.add(label, time_binding(field), hint, share=share)

    def moment(self, day: str, clock_time: str, label: str, time_label: str) -> None:
        """Ask for a date and a clock time beside each other, in two fields of the holder."""
        with self.beside():
            self.date(day, label)
            self.time(clock_time, time_label)

    def number(
        self, field: str, label: str, hint: str = "", *, unit: str = "", most: int = 9_999,
        share: int = 1,
    ) -> Question:  # fmt: skip
        """Ask for a whole number (int or None, and the text as typed in `field`_typed)."""
        return self.add(label, number_binding(field, unit, most), hint, share=share)

    def choice(
        self, field: str, label: str, options: Options, hint: str = "", *,
        as_list: bool | None = None, unanswered: bool = False, share: int = 1,
    ) -> Question:  # fmt: skip
        """Ask for one of the options: buttons for up to five, else a drop-down list."""
        return self.add(label, choice_binding(field, options, as_list), hint, unanswered, share)

    def yes_no(
        self, field: str, label: str, hint: str = "", *, not_asked: bool = False, share: int = 1
    ) -> Question:
        """Ask a question whose answers are yes, no and not known (YesNo or None)."""
        return self.choice(field, label, yes_no_options(not_asked), hint, share=share)

    def ticks(
        self, field: str, label: str, options: Options, hint: str = "", *, share: int = 1
    ) -> Question:
        """Ask for any number of the options (a tuple of their values)."""
        return self.add(label, ticks_binding(field, options), hint, share=share)

    def tick(self, field: str, text: str, hint: str = "", *, share: int = 1) -> Question:
        """Ask for a tick (bool) before a text."""
        return self.add(text, tick_binding(field, text), hint, share=share)
