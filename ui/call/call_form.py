"""The questions of a call, in the order in which one learns the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QLabel

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import (
    CALL_DECISION_WORDS,
    CALL_WORDS,
    RESULT_WORDS,
    CallDraft,
    CallKind,
    is_call_back,
)
from sgdesk.domain.sharing.decision import FAILURE_WORDS
from sgdesk.domain.wording import Wording
from sgdesk.text import _
from ui.call.number_card import NumberCard
from ui.call.script_lines import ScriptLines
from ui.kit.cards import Card, Notice
from ui.kit.choice_fields import Options, options_of
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording

_COLUMN_LETTERS = 50


@dataclass
class CallForm:
    """Adds the questions to a form, a few at a time.

    `named` is shown while something that was told names somebody; `written` says by when it is to
    be in writing; `taken_out` which team did not fit the concern.
    """

    form: Form
    draft: CallDraft
    agencies: Sequence[Agency]
    concerns: Options
    rules: Wording
    number: NumberCard
    script: ScriptLines
    named: Notice
    written: QLabel
    taken_out: Notice
    _mine: Card = field(init=False)
    _theirs: Card = field(init=False)

    def parts(self) -> Sequence[Callable[[], None]]:
        """Return the parts in their order."""
        return (
            lambda: self.form.add_widget(self.number), self._whom, self._failed, self._about,
            self._talk, self._i_say, self._who_answers, self._they_say, self._back, self._agreed,
            self._later,
        )  # fmt: skip

    def _kinds(self) -> dict[CallKind, str]:
        """Return what a call can be for: the police have a form of their own by now."""
        kept = self.draft.kind is CallKind.POLICE
        return {one: text for one, text in CALL_WORDS.items() if kept or one is not CallKind.POLICE}

    def _whom(self) -> None:
        form, draft = self.form, self.draft
        with form.card(_("Whom you ring")):
            with form.beside():
                form.choice("concern_id", _("&Concern"), self.concerns, as_list=True)
                form.choice("kind", _("Wh&at for"), options_of(self._kinds()), as_list=True)
            with form.beside():
                known = [(str(one.id), one.name) for one in self.agencies]
                form.choice("agency_id", _("&Team from your directory"), known, as_list=True)
                form.line("agency_name", _("Or somebody else: &who"))
                form.line("number", _("&Number"))
            form.add_widget(self.taken_out)
            form.only_if(lambda: not draft.agency_id, "agency_name")
            form.tick("portal_down", _("Their portal failed, so I ring"))

    def _failed(self) -> None:
        form, draft = self.form, self.draft
        with form.card(_("What failed"), _("Note it and ring. Do not try a third time.")) as card:
            with form.beside():
                form.date("failed_on", _("On which day"))
                form.time("failed_at", _("At what time"))
                form.choice("failure", _("Why"), options_of(FAILURE_WORDS), as_list=True)
            with form.beside():
                form.line("failed_message", _("What did the page say?"), share=2)
                form.line("failed_account", _("Whose account was used?"))
        form.only_if(lambda: draft.portal_down, card)

    def _about(self) -> None:
        form, draft = self.form, self.draft
        with form.card(
            _("What you know"), _("There is no record yet. The script is made from this.")
        ) as card:
            with form.beside():
                form.line("about", _("Who it is about"))
                form.line("where_now", _("Where they are now, and with whom"))
            form.long_text("happened", _("What happened, in short"), rows=2)
        form.only_if(lambda: not draft.concern_id, card)

    def _talk(self) -> None:
        form = self.form
        with form.beside(_COLUMN_LETTERS):
            with form.card(_("What I say")) as mine:
                pass
            with form.card(_("What they say, and what was agreed")) as theirs:
                pass
        self._mine, self._theirs = mine, theirs

    def _i_say(self) -> None:
        form, draft = self.form, self.draft
        with form.more_of(self._mine):
            form.yes_no("names_given", _("Do you give names?"))
            form.long_text("told", _("What &you told them"), rows=3)
            form.question("told").add(self.named)
            form.add_widget(self.script)
            self._mine.body.addStretch(1)
        form.only_if(lambda: draft.kind is CallKind.CONSULTATION, "names_given")
        hint_wording(form, self.rules, ("told",))

    def _who_answers(self) -> None:
        form = self.form
        with form.more_of(self._theirs):
            with form.beside():
                form.choice("result", _("&Reached"), options_of(RESULT_WORDS), as_list=True)
                form.number("queue_minutes", _("Wait in a queue"), unit=_("minutes"), most=999)
            with form.beside():
                form.line("spoke_to", _("Who you &spoke to"))
                form.line("role", _("Their ro&le"))
            with form.beside():
                form.line("team", _("Their tea&m"))
                form.line("reference", _("Their re&ference"))

    def _they_say(self) -> None:
        form, draft = self.form, self.draft
        with form.more_of(self._theirs):
            form.long_text("advice", _("What they ad&vised, in their words"), rows=4)
            decisions = options_of(CALL_DECISION_WORDS)
            form.choice("decision", _("What they do with it"), decisions, as_list=True)
        form.only_if(lambda: draft.kind is CallKind.REFERRAL, "decision")

    def _back(self) -> None:
        form = self.form
        with form.more_of(self._theirs), form.beside() as back:
            form.date("call_back_on", _("They ring back on"))
            form.time("call_back", _("At"))
            form.line("call_back_number", _("On number"))
        form.only_if(self._is_promised, back)

    def _agreed(self) -> None:
        form, draft = self.form, self.draft
        with form.more_of(self._theirs):
            form.line("family_to_be_told", _("Should the family be t&old?"))
            form.long_text("agreed", _("What happens ne&xt, who does it, by when"), rows=2)
            hint = _("Empty if they named no time: your directory's rule then holds.")
            form.number(
                "written_hours_said", _("In writing wit&hin"), hint, unit=_("hours"), most=744
            )
            form.add_widget(self.written)
            form.yes_no("read_back", _("Did you read it back to them?"))
            form.yes_no("followed", _("Did you follow the advice?"))
            form.long_text("not_followed_because", _("Why it was not followed"), rows=2)
            self._theirs.body.addStretch(1)
        for part in ("written_hours_said", self.written):
            form.only_if(lambda: draft.kind is CallKind.REFERRAL, part)
        form.only_if(self._is_advice, "followed")
        form.only_if(
            lambda: self._is_advice() and draft.followed is YesNo.NO, "not_followed_because"
        )
        hint_wording(form, self.rules, ("agreed",))

    def _is_advice(self) -> bool:
        return self.draft.kind is CallKind.CONSULTATION

    def _later(self) -> None:
        form = self.form
        with form.card(_("Times of the call")), form.beside():
            form.date("day", _("&Day"))
            form.time("started", _("&Began"))
            form.time("ended", _("&Ended"))

    def _is_promised(self) -> bool:
        return is_call_back(self.draft.result, self.draft.decision)
