"""Papers: previewed before the decision, then made as numbered copies that the log keeps."""

from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.share import ShareInformation, is_shared
from sgdesk.domain.pack import Pack
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.domain.sharing.decision import Sharing, SharingDraft
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, PaperId, SharingId
from sgdesk.services import gather
from sgdesk.services.annexes import with_files
from sgdesk.services.context import Context
from sgdesk.services.copies import imprint_of, made_copy
from sgdesk.services.dues import guidance_of
from sgdesk.services.grab_sheet import make_grab_sheet
from sgdesk.services.history import concern_view
from sgdesk.services.sending import concern_of
from sgdesk.services.views import MadePaper
from sgdesk.store.unit import Unit
from sgdesk.text import _

_PREVIEW_CODE = ""
_SHORTEST_PASSWORD = 10
_OUTWARD = (PaperKind.PACK, PaperKind.SAFE_CONTACT)


class Printing:
    """What a user does with papers. Bytes stay in memory and in the encrypted store."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def preview(self, draft: SharingDraft, kind: PaperKind) -> bytes:
        """Return a paper as it would print now, marked as a preview; nothing is kept."""
        with self._context.unit() as unit:
            concern = concern_of(unit, draft.concern_id)
            settled = self._settled(unit, concern, draft)
            imprint = imprint_of(
                self._context, concern, 0, draft.recipient.organisation, _PREVIEW_CODE
            )
            pdf = self._drawn(unit, kind, concern, settled, imprint)
            unit.audit("paper.previewed", f"concern:{concern.id}", {"kind": kind.value})
            unit.commit()
        return pdf

    def unprintable(self, draft: SharingDraft) -> list[str]:
        """Return the words of the pack that no font here can print right."""
        from sgdesk.documents.fonts import unprintable
        from sgdesk.documents.render import words
        from sgdesk.library.maps import maps_by_id

        with self._context.unit() as unit:
            concern = concern_of(unit, draft.concern_id)
            settled = self._settled(unit, concern, draft)
            imprint = imprint_of(self._context, concern, 0, "", _PREVIEW_CODE)
            gathered = gather.pack(unit, self._context, concern, settled, imprint)
            self._context.note_look(unit, "paper.checked", f"concern:{concern.id}")
        return unprintable(words(gathered, maps_by_id()))

    def make(
        self, kind: PaperKind, concern_id: ConcernId, sharing_id: SharingId | None = None
    ) -> MadePaper:
        """Make a numbered copy. Its log entry comes first; its code stands on every page.

        Without `sharing_id` it is of the newest decision, or of the newest to share if it leaves
        the practice. Raises SituationError when there is no such decision.
        """
        with self._context.unit() as unit:
            concern = concern_of(unit, concern_id)
            sharing = _decision(unit, kind, concern_id, sharing_id)
            recipient = sharing.recipient.organisation if sharing and kind in _OUTWARD else ""
            made = made_copy(
                unit, self._context, kind, concern,
                lambda imprint: self._drawn(unit, kind, concern, sharing, imprint),
                sharing=sharing, recipient=recipient,
            )  # fmt: skip
            unit.commit()
        return made

    def grab_sheet(self) -> MadePaper:
        """Make a numbered copy of the emergency grab sheet."""
        return make_grab_sheet(self._context)

    def pdf(self, paper_id: PaperId) -> bytes:
        """Return the bytes of a paper that the log keeps. Looking is written into the log."""
        with self._context.unit() as unit:
            pdf = unit.papers.content(paper_id)
            if pdf is None:
                raise SituationError(_("The log keeps no copy of this paper."))
            unit.audit("paper.opened", f"paper:{paper_id}")
            unit.commit()
        return pdf

    def printed(self, paper_id: PaperId) -> None:
        """Write into the log that these very bytes went to a printer."""
        self._note(paper_id, "printed")

    def saved(self, paper_id: PaperId) -> None:
        """Write into the log that these very bytes were saved as a file."""
        self._note(paper_id, "saved")

    def protected(self, paper_id: PaperId, password: str) -> bytes:
        """Return a paper as a PDF that opens with a password only (AES-256).

        Raises UserError when the password is too short to protect anything.
        """
        if len(password) < _SHORTEST_PASSWORD:
            raise UserError(
                _("Use at least {count} characters.").format(count=_SHORTEST_PASSWORD), "password"
            )
        from sgdesk.documents.protect import protect

        return protect(self.pdf(paper_id), password)

    def _settled(self, unit: Unit, concern: Concern, draft: SharingDraft) -> SharingDraft:
        # An answer to a question that is not asked any more is not printed, here as at the end.
        context, practice = self._context, unit.practice.get()
        guidance = guidance_of(context, concern.urgency.nation)
        return ShareInformation(context.today(), concern, practice, guidance).settled(draft)

    def _note(self, paper_id: PaperId, what: str) -> None:
        with self._context.unit() as unit:
            paper = unit.papers.get(paper_id)
            if paper is None:
                raise SituationError(_("The log keeps no copy of this paper."))
            action = f"{paper.kind.value}.{what}"
            unit.audit(action, f"paper:{paper_id}", {"sha256": paper.sha256})
            unit.commit()

    def _drawn(
        self,
        unit: Unit,
        kind: PaperKind,
        concern: Concern,
        decision: Sharing | SharingDraft | None,
        imprint: Imprint,
    ) -> bytes:
        from sgdesk.documents.render import paper
        from sgdesk.library.maps import maps_by_id

        gathered = self._gathered(unit, kind, concern, decision, imprint)
        pdf = paper(gathered, maps_by_id())
        if isinstance(gathered, Pack) and decision is not None and decision.files:
            return with_files(unit, pdf, gathered, decision)
        return pdf

    def _gathered(
        self,
        unit: Unit,
        kind: PaperKind,
        concern: Concern,
        decision: Sharing | SharingDraft | None,
        imprint: Imprint,
    ) -> gather.Gathered:
        context = self._context
        match kind:
            case PaperKind.LOG_PAGE:
                return gather.log_page(unit, context, concern_view(unit, concern.id), imprint)
            case PaperKind.CLINICAL_SLIP:
                return gather.clinical_slip(unit, context, concern, decision, imprint)
            case PaperKind.SAFE_CONTACT:
                return gather.safe_contact(unit, context, concern, imprint)
            case PaperKind.DISCLOSURE_RECORD if isinstance(decision, Sharing):
                return gather.disclosure(unit, context, concern, decision, imprint)
            case PaperKind.PACK if decision is not None:
                return gather.pack(unit, context, concern, decision, imprint)
            case _:
                raise SituationError(
                    _(
                        "Nothing about this concern has been decided yet."
                        " Decide what to share first."
                    )
                )


def _decision(
    unit: Unit, kind: PaperKind, concern_id: ConcernId, sharing_id: SharingId | None
) -> Sharing | None:
    decided = unit.sharings.of_concern(concern_id)
    if sharing_id is not None:
        decided = tuple(one for one in decided if one.id == sharing_id)
        if not decided:
            raise SituationError(_("Nothing is lost: this decision is not recorded yet."))
    shared = tuple(one for one in decided if is_shared(one.decision))
    if kind in _OUTWARD and decided and not shared:
        raise SituationError(
            _("It was decided not to share this, so there is nothing to send. Decide anew first.")
        )
    found = shared if kind in _OUTWARD else decided
    return found[-1] if found else None
