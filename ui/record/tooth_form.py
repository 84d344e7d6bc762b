"""The form of one tooth: what was found, and where its treatment stands."""

from collections.abc import Callable

from sgdesk.domain.teeth import CARE_WORDS, STATE_LETTERS, STATE_WORDS, ToothFinding
from sgdesk.text import _
from ui.kit.binding import ValueHolder
from ui.kit.choice_fields import Options, options_of, ticks_binding, yes_no_options
from ui.kit.form import Form

_SURFACES = 12


class ToothForm(Form):
    """Asks about the tooth that `get_finding` returns at that moment."""

    def __init__(
        self, get_finding: Callable[[], ToothFinding], put: Callable[[ToothFinding], None]
    ) -> None:
        super().__init__(ValueHolder(get_finding, put), "tooth")
        self.add(_("What was found"), ticks_binding("states", _states(), in_columns=True))

    def ask_care(self) -> None:
        """Ask for the treatment, the pain and the surfaces, below what was found."""
        with self.beside(11):
            self.choice("care", _("Treatment"), options_of(CARE_WORDS), as_list=True)
            self.choice("pain", _("Pain reported?"), yes_no_options(not_asked=True), as_list=True)
        self.line("surfaces", _("Surfaces"), _("Such as MOD or B."), limit=_SURFACES)


def _states() -> Options:
    """Return the findings with the letter that stands for each on the chart."""
    pattern = _("{words} ({letter})")
    return [
        (state, pattern.format(words=_(text).capitalize(), letter=STATE_LETTERS[state]))
        for state, text in STATE_WORDS.items()
    ]
