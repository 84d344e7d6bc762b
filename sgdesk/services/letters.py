"""Letters to an agency: what happened is filled in, the lead changes it, a copy is kept."""

from sgdesk.domain.agency_lines import LadderStage
from sgdesk.domain.concern import Concern
from sgdesk.domain.letters import Letter, LetterDraft, LetterKind, letter_checks
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.domain.sharing.protected import refuse_stops
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, SharingId, new_id
from sgdesk.services import escalation_dues
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.ladder import STAGES, ladder_of, local_stages, settle_by
from sgdesk.services.letter_words import answers, asks, happened, late_sources, proof
from sgdesk.services.sending import concern_of
from sgdesk.services.typed import storable
from sgdesk.services.views import MadePaper
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment


class Letters:
    """What a user does when an agency does not answer, or answers otherwise than it should."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def next_kind(self, concern_id: ConcernId, sharing_id: SharingId) -> LetterKind:
        """Return which letter comes next: a disagreement that was begun goes on to its next
        stage."""
        with self._context.unit() as unit:
            sharing = _sharing(unit, sharing_id)
            return ladder_of(unit, sharing, unit.dues.of_concern(concern_id)).next_kind

    def draft(self, concern_id: ConcernId, sharing_id: SharingId, kind: LetterKind) -> LetterDraft:
        """Return a letter with what is known filled in; every word of it can be changed."""
        with self._context.unit() as unit:
            sharing = _sharing(unit, sharing_id)
            told = "\n\n".join(happened(unit, sharing, kind, self._context.clock.now()))
            to = _to(unit, sharing, kind)
            asked = [*asks(kind), *self._settle_by(unit, concern_id, sharing, kind)]
            stage = _local_stage(unit, sharing, kind)
            self._context.note_look(unit, "letter.begun", f"concern:{concern_id}")
        return LetterDraft(
            id=new_id(),
            concern_id=concern_id,
            sharing_id=sharing_id,
            kind=kind,
            to="\n".join(filter(None, to)),
            happened=told,
            asks="\n".join(asked),
            stage=stage.title if stage else "",
        )

    def make(self, draft: LetterDraft) -> MadePaper:
        """Make a numbered copy of a letter; a disagreement enters its stage, which is then due.

        Raises UserError when nobody is written to, or nothing is said.
        """
        from sgdesk.documents.render import paper

        draft = storable(draft)
        _check(draft)
        with self._context.unit() as unit:
            concern = concern_of(unit, draft.concern_id)
            refuse_stops(concern, draft, "to", "happened", "asks")
            sharing = _sharing(unit, draft.sharing_id)
            made = made_copy(
                unit, self._context, PaperKind.LETTER, concern,
                lambda imprint: paper(
                    self._letter(unit, concern, sharing, draft, imprint), {}
                ),
                recipient=draft.to.partition("\n")[0],
            )  # fmt: skip
            if draft.kind in STAGES:
                escalation_dues.after_stage(
                    unit, self._context, concern, sharing.id, STAGES.index(draft.kind) + 1,
                    self._context.clock.now(), detail=sharing.recipient.organisation,
                    own=_local_stage(unit, sharing, draft.kind),
                )  # fmt: skip
            unit.drafts.remove(DraftId(draft.id))
            unit.audit("letter.written", f"concern:{concern.id}", {"kind": draft.kind.value})
            unit.commit()
        return made

    def settle(self, concern_id: ConcernId, sharing_id: SharingId, how: str, id: str = "") -> None:
        """Write down that a disagreement is settled, and how; its stage is due no longer.

        Raises UserError when nothing is said, SituationError where none is open.
        """
        if not how.strip():
            raise UserError(_("Say how it was settled, with whom, and when."), "how")
        with self._context.unit() as unit:
            concern = unit.concerns.get(concern_id)
            if concern is None:
                raise SituationError(_("There is no such concern in this store."))
            how = storable(how)
            if not escalation_dues.after_settling(unit, self._context, concern, sharing_id, how):
                raise SituationError(_("No disagreement with them is open."))
            unit.drafts.remove(DraftId(id))
            unit.audit("disagreement.settled", f"concern:{concern_id}")
            unit.commit()

    def _settle_by(
        self, unit: Unit, concern_id: ConcernId, sharing: Sharing, kind: LetterKind
    ) -> list[str]:
        concern, stage = unit.concerns.get(concern_id), _local_stage(unit, sharing, kind)
        if concern is None:
            return []
        by = settle_by(stage, self._context.clock.now(), concern.urgency.nation)
        told = _("Settle it with us by {when}, as your own procedure says.")
        return [] if by is None else [told.format(when=read_moment(by))]

    def _letter(
        self, unit: Unit, concern: Concern, sharing: Sharing, draft: LetterDraft, imprint: Imprint
    ) -> Letter:
        stage = _local_stage(unit, sharing, draft.kind)
        return Letter(
            imprint=imprint,
            practice=unit.practice.get(),
            sender=self._context.user,
            kind=draft.kind,
            to=tuple(line for line in draft.to.splitlines() if line.strip()),
            about=tuple(_about(unit, concern, sharing)),
            paragraphs=tuple(part for part in draft.happened.split("\n\n") if part.strip()),
            asks=tuple(line for line in draft.asks.splitlines() if line.strip()),
            sources=late_sources(unit, sharing, self._context.clock.now(), draft.happened),
            stage=stage.title if stage else "",
            demonstration=self._context.is_demonstration,
        )


def _local_stage(unit: Unit, sharing: Sharing, kind: LetterKind) -> LadderStage | None:
    stages = local_stages(unit, sharing)
    place = STAGES.index(kind) if kind in STAGES else len(stages)
    return stages[place] if place < len(stages) else None


def _to(unit: Unit, sharing: Sharing, kind: LetterKind) -> tuple[str, ...]:
    """Return to whom a letter goes, a line each: by the agency's own ladder, else by name as far
    as somebody is known by name, and above them by what they are."""
    to, stage = sharing.recipient, _local_stage(unit, sharing, kind)
    if stage is not None:
        return stage.title, to.organisation, stage.contact
    answered = [one.by for one in answers(unit, sharing) if one.by.strip()]
    who = answered[-1] if answered else to.person
    match kind:
        case LetterKind.CHASE:
            return to.person, to.role, to.organisation
        case LetterKind.PRACTITIONERS:
            return who, "" if answered else to.role, to.organisation
        case LetterKind.MANAGERS:
            above = _("The manager of {name}").format(name=who) if who else _("The team manager")
            return above, to.organisation
        case LetterKind.SENIORS:
            return _("The senior manager for safeguarding"), to.organisation
        case _:
            return (_("The chair of the safeguarding partnership, board or committee"),)


def _sharing(unit: Unit, sharing_id: SharingId) -> Sharing:
    sharing = unit.sharings.get(sharing_id)
    if sharing is None:
        raise SituationError(_("Nothing is lost: this decision is not recorded yet."))
    return sharing


def _about(unit: Unit, concern: Concern, sharing: Sharing) -> list[tuple[str, str]]:
    """Return which case it is, without a name: they find it by their reference and the time."""
    rows = [(_("Our reference"), concern.reference)]
    if theirs := proof(unit, sharing):
        rows.append((_("Your reference"), theirs))
    if sharing.sent_at is not None:
        rows.append((_("Referred"), read_moment(sharing.sent_at)))
    return rows


def _check(draft: LetterDraft) -> None:
    for field, sentence in letter_checks(draft):
        if sentence is not None:
            raise UserError(sentence, field)
