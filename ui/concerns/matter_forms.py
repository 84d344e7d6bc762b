"""The questions of a breach, a request for data, or a complaint about data."""

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.data_matters import MATTER_WORDS, MatterDraft, MatterKind
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.kit.cards import Notice
from ui.kit.choice_fields import options_of
from ui.kit.form import Form

_YES_NO = {one: YES_NO_WORDS[one] for one in (YesNo.YES, YesNo.NO)}


def add_matter(later: GradualForm, draft: MatterDraft) -> None:
    """Add what happened; what only a breach or a request is asked shows for it alone."""
    form = later.form
    card = later.card(_("Data breach, request or complaint"), _("Its times in law begin with it."))
    first = Notice(
        _("If a protected address may have become known, telephone the person and the police or"
          " duty team first, and write this down afterwards."), kind="overdue",
    )  # fmt: skip
    card.add(first)
    later.later(
        lambda: form.choice("kind", _("What is &it?"), options_of(MATTER_WORDS), as_list=True),
        lambda: form.moment(
            "day", "clock_time", _("&Day it was known, or came"), _("&Time")
        ),
        lambda: form.line("by", _("&Who found it, asked or complained")),
        lambda: form.long_text("text", _("What &happened, or what is asked"), rows=3),
        lambda: _ask(
            form, draft, MatterKind.BREACH, "high_risk", _("Is it a high &risk to somebody?"),
            _("Such as an address, or who told us, in the wrong hands. They must be told then."),
        ),
        lambda: _ask(
            form, draft, MatterKind.ACCESS, "complex_", _("Is the request comple&x?"),
            _("Two months more, if they are told so and why within the first month."),
        ),
    )  # fmt: skip


def _ask(
    form: Form, draft: MatterDraft, kind: MatterKind, field: str, text: str, hint: str
) -> None:
    question = form.choice(field, text, options_of(_YES_NO), hint=hint)
    question.setVisible(draft.kind is kind)
    form.only_if(lambda: draft.kind is kind, field)
