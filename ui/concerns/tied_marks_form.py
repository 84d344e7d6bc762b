"""Which marks a signed saying explains, put right: chosen from those of the record."""

from collections.abc import Sequence

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Fact, Saying
from sgdesk.domain.facts.tied_marks import mark_names
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.kit.binding import part_of
from ui.kit.choice_fields import ticks_binding
from ui.kit.form import Form


def tied_marks_form(draft: AmendmentDraft, saying: Saying, facts: Sequence[Fact]) -> GradualForm:
    """Return the form that asks what a saying explains; `facts` are those of its record."""
    later = GradualForm(Form(part_of(draft, "fact"), saying.id))
    later.card(_("What it explains"))
    later.later(
        lambda: later.form.tick(
            "is_explanation", _("This explains how a mark or injury came about")
        ),
        lambda: later.form.line("explains", _("What it explains, in words")),
    )
    if marks := mark_names(facts):
        asked = _("Which marks of the body map it explains")
        tied = ticks_binding("explains_marks", marks, in_columns=True)
        later.later(lambda: later.form.add(asked, tied))
    return later
