"""A date of birth, or an age as somebody estimates it: "14 2 2020", "about 3 years", "2020"."""

from dataclasses import replace
from datetime import date

from sgdesk.domain.ages import born_between, estimate_words
from sgdesk.domain.identity import birth_problem
from ui.kit.binding import Binding
from ui.kit.layout import letters
from ui.kit.typed_fields import date_binding

_WIDTH = 24


def birth_binding(field: str, today: date) -> Binding:
    """Return a field that holds a date or None; an estimate stays in `field`_typed as typed.

    What an estimate means is told below it, once the field is left.
    """
    plain = date_binding(field)
    plain.widget.setMaximumWidth(letters(_WIDTH))
    typed = plain.typed or str

    def wrong() -> str:
        return birth_problem(plain.read(), typed(), today) or ""

    def remark() -> str:
        return estimate_words(typed(), today) if born_between(typed(), today) else ""

    return replace(plain, wrong=wrong, doubt=remark)
