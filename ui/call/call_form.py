"""The questions of a call, in the order in which one learns the answers."""

from collections.abc import Sequence

from sgdesk.domain.agency import Agency
from sgdesk.domain.call import CALL_WORDS, CallDraft, CallKind, CallResult
from sgdesk.domain.wording import Wording
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.choice_fields import Options, options_of
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording

RESULT_WORDS = {
    CallResult.ANSWERED: "Somebody answered",
    CallResult.NO_ANSWER: "No answer",
    CallResult.QUEUE: "Left in a queue",
    CallResult.CALL_BACK: "They will ring back",
}


def call_form(
    draft: CallDraft, agencies: Sequence[Agency], concerns: Options, rules: Wording
) -> Form:
    """Return the form of a call. Wording is marked in what is not in their own words."""
    form = Form(DraftHolder(draft))
    _add_whom(form, draft, agencies, concerns)
    _add_talk(form)
    _add_agreed(form, draft)
    hint_wording(form, rules, ("told", "agreed"))
    return form


def _add_whom(form: Form, draft: CallDraft, agencies: Sequence[Agency], concerns: Options) -> None:
    with form.card(_("Whom you ring")):
        with form.beside():
            form.choice("concern_id", _("&Concern"), concerns, as_list=True)
            form.choice("kind", _("&What for"), options_of(CALL_WORDS), as_list=True)
        with form.beside():
            known = [(str(one.id), one.name) for one in agencies]
            form.choice("agency_id", _("&Team from your directory"), known, as_list=True)
            form.line("agency_name", _("Or somebody else: &who"))
        form.only_if(lambda: not draft.agency_id, "agency_name")
        with form.beside():
            form.line("number", _("&Number"))
            form.date("day", _("&Day"))
            form.time("started", _("&Began"))
            form.time("ended", _("&Ended"))
        form.choice("result", _("&Reached"), options_of(RESULT_WORDS), as_list=True)


def _add_talk(form: Form) -> None:
    with form.card(_("Write down while you talk")):
        with form.beside():
            form.line("spoke_to", _("Who you &spoke to"))
            form.line("role", _("Their ro&le"))
            form.line("reference", _("Their re&ference"))
        form.line("team", _("Their tea&m"))
        form.long_text("told", _("What &you told them"), rows=2)
        form.long_text("advice", _("What they ad&vised, in their words"))


def _add_agreed(form: Form, draft: CallDraft) -> None:
    with form.card(_("What was agreed")):
        form.long_text("agreed", _("What happens ne&xt, who does it, by when"), rows=2)
        form.line("family_to_be_told", _("Should the family be t&old?"))
        hours_hint = _("Leave it empty if they named no time; your directory's rule then holds.")
        form.number(
            "written_hours_said", _("In writing wit&hin"), hours_hint, unit=_("hours"), most=744
        )
        form.only_if(lambda: draft.kind is CallKind.REFERRAL, "written_hours_said")
        form.yes_no("read_back", _("Did you read it back to them?"))
