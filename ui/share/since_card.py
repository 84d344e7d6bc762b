"""What changed since the decision that this one starts from, then and now beside each other."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from sgdesk.domain.guidance import Guidance
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import DECISION_WORDS, Sharing
from sgdesk.domain.sharing.since import Since, since
from sgdesk.domain.sharing.taken_over import TAKEN_OVER, state_of
from sgdesk.domain.sharing.words import basis_words, gateway_words
from sgdesk.domain.shown import guidance_words
from sgdesk.text import _, read_date, read_moment
from ui.kit.cards import Card, Sentence, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap
from ui.kit.rows import Rows
from ui.kit.theme import mark
from ui.share.case import ShareCase

_STATES = {
    "open": ("To be looked at", "tag-due"),
    "accepted": ("Accepted", "tag-ok"),
    "changed": ("Changed", "tag-info"),
}


class SinceCard(Card):
    """Says from which decision this one starts, and what is another since."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("Starts from the last decision"))
        self.setObjectName("since")
        last = case.last
        if last is None:
            self.hide()
            return
        self.add(words(_started_from(case)))
        if (review := _review(case)) != "":
            self.add(words(review, "problem"))
        found = since(last, case.amendments, case.guidance.version)
        if not found:
            self.add(words(_("Nothing in the record and nothing in the guidance changed since.")))
            return
        rows = Rows((_("Changed since"), _("Then"), _("Now")), (3, 4, 4))
        for one in found:
            rows.add_row(words(one.about, "label"), words(_then(one)), words(_now(one)))
        self.add(rows)


class TakenOverCard(Card):
    """On a page with answers of the last decision: accept them as they stand, or change them.

    `load` it once it has its place: what is shown before that is a window of its own."""

    accepted = Signal()

    def __init__(self, case: ShareCase, step: str) -> None:
        super().__init__(role="card")
        self._case, self._step = case, step
        self._state: QLabel = tag("")
        top = FlowLayout(gap=Gap.SMALL)
        top.addWidget(Sentence(_("Taken over from the last decision.")))
        top.addWidget(self._state)
        self._accept = button(_("Accept it as it stands"), "small", f"accept.{step}")
        self._accept.clicked.connect(self._on_accept)
        top.addWidget(self._accept)
        self._show = button(_("Show what was recorded then"), "link-small", f"then.{step}")
        self._show.clicked.connect(self._on_show)
        top.addWidget(self._show)
        self.body.addLayout(top)
        self._told = words("", "hint")
        self._told.hide()
        self.add(self._told)

    def load(self) -> None:
        """Show whether it was looked at; nothing where nothing was taken over."""
        case, last = self._case, self._case.last
        state = "" if last is None else state_of(self._step, case.draft, last, case.concern)
        self.setVisible(bool(state))
        if state:
            text, role = _STATES[state]
            self._state.setText(_(text))
            mark(self._state, role)
            self._accept.setVisible(state == "open")

    def _on_show(self) -> None:
        case, shown = self._case, self._told.isHidden()
        if case.last is not None:
            self._told.setText("\n".join(then_lines(self._step, case.last, case.guidance)))
        self._told.setVisible(shown)
        self._show.setText(
            _("Hide what was recorded then") if shown else _("Show what was recorded then")
        )

    def _on_accept(self) -> None:
        draft = self._case.draft
        draft.accepted = (*draft.accepted, self._step)
        self.load()
        self.accepted.emit()


def taken_over_card(
    case: ShareCase, step: str, accepted: Callable[[], None]
) -> TakenOverCard | None:
    """Return the card for a page that took answers over, or None."""
    if case.last is None or step not in TAKEN_OVER or case.draft.decided:
        return None
    card = TakenOverCard(case, step)
    card.accepted.connect(accepted)
    return card


def then_lines(step: str, last: Sharing, guidance: Guidance) -> list[str]:
    """Return what the last decision answered on a page, a line for each answer."""
    if step == "consent":
        return [f"{title}: {said}" for title, said in consent_words(last.consent, guidance)]
    if step == "basis":
        lines = [f"{one.subject}: {'; '.join(one.words)}" for one in
                 basis_words(last.basis, guidance)]  # fmt: skip
        return [*lines, gateway_words(last.basis, guidance)]
    risks = last.necessity
    return [
        _("Risk of sharing: {risk}").format(risk=risks.risk_of_sharing),
        _("Risk of not sharing: {risk}").format(risk=risks.risk_of_not_sharing),
    ]


def _started_from(case: ShareCase) -> str:
    last = case.last
    if last is None:
        return ""
    decision = _(DECISION_WORDS[last.decision])
    if last.recipient.organisation:
        decision = _("{decision}, {agency}").format(
            decision=decision, agency=last.recipient.organisation
        )
    return _(
        "{decision}, decided {when}. Consent, basis and risks are taken over, page by page, for you"
        " to accept or change. The purpose is asked anew, and so is whatever depends on the"
        " recipient."
    ).format(decision=decision, when=read_moment(last.decided_at))


def _review(case: ShareCase) -> str:
    day = case.last.not_sharing.review_on if case.last is not None else None
    if day is None:
        return ""
    late = (case.today - day).days
    if late > 0:
        return _("It was to be looked at again on {day}: {late} days ago.").format(
            day=read_date(day), late=late
        )
    return _("It was to be looked at again on {day}.").format(day=read_date(day))


def _then(one: Since) -> str:
    return guidance_words(one.then) if one.is_guidance else one.then


def _now(one: Since) -> str:
    return guidance_words(one.now) if one.is_guidance else one.now
