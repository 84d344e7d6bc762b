"""What is said in a call: the script of its case, and what names somebody where nobody is named."""

from collections.abc import Callable
from datetime import datetime

from sgdesk.domain.already_told import told_words
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallDraft, CallKind
from sgdesk.domain.call_script import Teller, Told, script
from sgdesk.domain.call_telling import Telling
from sgdesk.domain.without_names import Disguise
from sgdesk.services.call_case import CallCase
from sgdesk.text import _, to_london
from ui.call.script_lines import ScriptLines
from ui.kit.cards import Notice


class Spoken:
    """Keeps the script and the notice about names alike with the draft."""

    def __init__(
        self,
        now: Callable[[], datetime],
        draft: CallDraft,
        case: CallCase,
        card: ScriptLines,
        notice: Notice,
    ) -> None:
        self._now, self._draft, self._card, self._notice = now, draft, card, notice
        self._disguise: Disguise | None = None
        self.case = case

    @property
    def case(self) -> CallCase:
        """What may be told."""
        return self._case

    @case.setter
    def case(self, case: CallCase) -> None:
        self._case = case
        self._disguise = None

    @property
    def is_nameless(self) -> bool:
        """Whether advice is asked for without names."""
        draft = self._draft
        return draft.kind is CallKind.CONSULTATION and draft.names_given is not YesNo.YES

    def show(self) -> None:
        """Show the script and the notice anew."""
        self.show_script()
        self.show_named()

    def show_script(self) -> None:
        """Show the lines that fit what is known and typed by now."""
        draft, case, telling = self._draft, self._case, self._telling()
        teller = Teller(
            user=case.user, practice=case.practice, kind=draft.kind, portal_down=draft.portal_down
        )
        nothing_goes = telling.refused and not self.is_nameless
        told = Told(
            concern=None if nothing_goes else case.concern,
            facts=telling.facts, consent=telling.consent, silent=telling.silent,
            about=draft.about, where_now=draft.where_now, happened=draft.happened,
            nameless=self.is_nameless, withdrawn=telling.withdrawn,
        )  # fmt: skip
        lines = script(teller, told, to_london(self._now()).date())
        self._card.show_lines(lines, draft.said, f"{self._source()} {self._known()}".strip())

    def named(self) -> tuple[str, ...]:
        """Return what in the told text says who it is, where nobody is to be named."""
        if not self.is_nameless or self._case.concern is None:
            return ()
        if self._disguise is None:
            self._disguise = Disguise(self._case.concern, to_london(self._now()).date())
        return self._disguise.found(self._draft.told)

    def show_named(self) -> None:
        """Show what names somebody, or hide the notice."""
        found = self.named()
        text = _("This says who it is: {words}. Say it without names, or give names above.")
        tell(self._notice, text.format(words=", ".join(found)) if found else "")

    def _telling(self) -> Telling:
        """Return what may be told to the team that is rung, and to no other."""
        return self._case.telling(self._draft.agency_id, self._draft.agency_name)

    def _known(self) -> str:
        told = told_words(self._telling().told)
        if not told or self._draft.kind is not CallKind.REFERRAL:
            return ""
        return _("They know already: {told} Say that it is the same.").format(told=told)

    def _source(self) -> str:
        telling = self._telling()
        if self._case.concern is None:
            return _("Made from what you type. It needs no record.")
        if self.is_nameless:
            return _("Nobody is named: roles stand in place of names, numbers and addresses.")
        return _source_words(telling)


def _source_words(telling: Telling) -> str:
    if telling.refused:
        text = _(
            "It was decided not to share with {agency}, so nothing of the record stands here."
            " Decide again before you tell them."
        )
    elif telling.same_kind:
        text = _(
            "Made from the facts chosen for {agency}, a team of the same kind. Nothing has been"
            " chosen for this one yet."
        )
    elif telling.chosen_for:
        text = _("Made from the facts chosen for {agency}.")
    else:
        text = _("Made from the least that such a team needs: nothing has been chosen for it yet.")
    return text.format(agency=telling.chosen_for)


def tell(notice: Notice, text: str) -> None:
    """Show a sentence in a notice; without one, hide it."""
    notice.set_text(text)
    notice.setAccessibleName(text)
    notice.setVisible(bool(text))
