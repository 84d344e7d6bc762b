"""The questions of a letter to an agency, and of how a disagreement with it ended."""

from sgdesk.domain.letters import LETTER_WORDS, LetterDraft
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm


def add_letter(later: GradualForm, draft: LetterDraft) -> None:
    """Add a letter: filled in, and every word of it can be changed."""
    form = later.form
    hint = _("Filled in from what is recorded; change any word. It names no patient.")
    what = _(LETTER_WORDS[draft.kind])
    if draft.stage:
        what = _("Disagreement: {stage}").format(stage=draft.stage)
    later.card(_("Letter: {what}").format(what=what), hint)
    later.later(
        lambda: form.long_text("to", _("&To whom"), rows=3),
        lambda: form.long_text(
            "happened", _("What &happened"), _("An empty line begins a new paragraph."), rows=6
        ),
        lambda: form.long_text(
            "asks", _("What you as&k of them"), _("One thing on each line."), rows=3
        ),
    )


def add_settling(later: GradualForm) -> None:
    """Add how a disagreement ended."""
    form = later.form
    later.card(_("The disagreement is settled"), _("Its stage is due no longer."))
    later.later(
        lambda: form.long_text("how", _("&How was it settled, with whom, and when?"), rows=3)
    )
