"""The first page: what cannot wait, and which law and procedures apply."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.answers import NATION_WORDS, YesNo
from sgdesk.domain.concern import HARM_WORDS
from sgdesk.domain.facts.options import EPISODE_WORDS, FGM_SCREEN_WORDS
from sgdesk.domain.flows.branches import asks_fgm
from sgdesk.domain.guidance import find
from sgdesk.domain.people import PERSON_KIND_WORDS, PersonKind
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.choice_fields import options_of, ticks_binding
from ui.kit.form import Form
from ui.record.labels import URGENCY_LABELS
from ui.record.page import RecordPage
from ui.record.recording import Recording
from ui.record.urgency_notices import UrgencyNotices
from ui.record.wording_left import SUMMARY
from ui.record.wording_watch import watch_wording


class UrgencyPage(RecordPage):
    """Asks first whether anyone is in danger. `emergency_wanted`: the emergency page is wanted."""

    emergency_wanted = Signal()

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording, "urgency", _("Danger first. Everything on this page takes a minute.")
        )
        self._notices = UrgencyNotices(recording)
        self._notices.emergency_wanted.connect(self.emergency_wanted)
        self._danger = Form(part_of(self.draft, "urgency"), "urgency")
        self._about = Form(part_of(self.draft, "person"), "person")
        self._rest = Form(part_of(self.draft, "urgency"), "urgency")
        for form in (self._danger, self._about, self._rest):
            self.add_form(form)
            form.changed.connect(self._on_answered)
        self.later(
            self._add_danger,
            self._add_about,
            self._add_setting,
            self._add_screening,
            self._add_child_questions,
            self._add_worry,
            self._add_harms,
            self._show_notices,
        )

    def load(self) -> None:
        """Show what the draft holds, and what follows from it."""
        super().load()
        self._show_notices()

    def complete(self) -> None:
        """Make what was to be made later, now; what follows from an answer too."""
        super().complete()
        self._notices.finish()

    def _show_notices(self) -> None:
        if self.is_complete:
            self._notices.show_for(self.draft)

    def _on_answered(self, field: str) -> None:
        if field == "nation" and not self.draft.urgency.nation:
            self._take_own_nation()
        self._show_notices()
        if field == "kind":
            self._rest.load()

    def _take_own_nation(self) -> None:
        # Some law always applies: a list that is put back means the practice's own nation.
        own = self.recording.guidance.nation
        self.draft.urgency = msgspec.structs.replace(self.draft.urgency, nation=own)
        self._rest.load()

    def _add_danger(self) -> None:
        form = self._danger
        with form.card():
            form.yes_no("immediate_danger", self._prompt("CHK-01"))
            self._add_why(form, "CHK-01")
            form.add_widget(self._notices.danger)
            form.long_text(
                "immediate_action",
                _(URGENCY_LABELS["immediate_action"]),
                _("Who rang whom, when, and the incident number. Ring first, write after."),
                rows=2,
            )
            form.only_if(
                lambda: self.draft.urgency.immediate_danger is YesNo.YES, "immediate_action"
            )
        watch_wording(form, self.recording, SUMMARY, ("immediate_action",))

    def _add_about(self) -> None:
        with self._about.card():
            self._about.choice("kind", _("Who is this &about?"), options_of(PERSON_KIND_WORDS))

    def _add_worry(self) -> None:
        form = self._rest
        with form.card() as self._worry:
            form.long_text(
                "summary",
                _("&What are you worried about?"),
                _("A sentence or two. The facts follow on their own pages."),
                rows=2,
            )
        watch_wording(form, self.recording, SUMMARY, ("summary",))

    def _add_harms(self) -> None:
        with self._rest.more_of(self._worry):
            harms = ticks_binding("harms", options_of(HARM_WORDS), in_columns=True)
            self._rest.add(_(URGENCY_LABELS["harms"]), harms)

    def _add_setting(self) -> None:
        form = self._rest
        with form.card():
            with form.beside(24):
                form.choice("episode", _("NHS or private care?"), options_of(EPISODE_WORDS))
                form.choice(
                    "nation", _("Nation where they live"), options_of(NATION_WORDS), as_list=True
                )
            self._add_why(form, "CHK-02")
            form.add_widget(self._notices.nation)

    def _add_screening(self) -> None:
        form = self._rest
        title, hint = _("Special duties"), _("These answers change what happens next.")
        with form.card(title, hint) as self._screening:
            form.yes_no("about_colleague", self._prompt("CHK-03"))
            self._add_why(form, "CHK-03")
            form.add_widget(self._notices.colleague)
            fgm = form.choice(
                "fgm",
                _("Has female genital mutilation (FGM) come up, and how?"),
                options_of(FGM_SCREEN_WORDS),
                as_list=False,
            )
            fgm_why = self._add_why(form, "CHK-04")
            form.add_widget(self._notices.fgm)
            form.only_if(self._asks_fgm, fgm, *fgm_why)

    def _add_child_questions(self) -> None:
        form = self._rest
        with form.more_of(self._screening):
            abuse = form.yes_no("sexual_abuse", self._prompt("CHK-05"))
            parts: list[QWidget] = [abuse, *self._add_why(form, "CHK-05")]
            form.add_widget(self._notices.sexual_abuse)
            parts += [
                form.yes_no("baby_with_mark", self._prompt("CHK-BABY")),
                *self._add_why(form, "CHK-BABY"),
            ]
            form.add_widget(self._notices.baby)
        form.only_if(lambda: self.draft.person.kind is PersonKind.CHILD, *parts)

    def _asks_fgm(self) -> bool:
        return asks_fgm(self.draft.person)

    def _prompt(self, check_id: str) -> str:
        check = find(self.recording.guidance.checks, check_id)
        return check.prompt if check is not None else _(_PROMPTS[check_id])

    def _add_why(self, form: Form, check_id: str) -> list[QWidget]:
        why = self.why(check_id)
        if why is None:
            return []
        form.add_widget(why)
        return [why]


_PROMPTS = {
    "CHK-01": "Is anyone in immediate danger?",
    "CHK-03": "Is this about a colleague or a volunteer?",
    "CHK-05": "Has sexual abuse of a child been told or seen?",
    "CHK-BABY": "Is there a bruise or mark on a baby who does not move about alone?",
}
