"""Numbered copies of papers: the log entry comes first, and its code stands on every page."""

import hashlib
from collections.abc import Callable

import msgspec

from sgdesk.domain.concern import Concern
from sgdesk.domain.paper import Imprint, Paper, PaperKind
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.ids import PaperId, new_id
from sgdesk.services.context import Context
from sgdesk.services.dues import guidance_of
from sgdesk.services.views import MadePaper
from sgdesk.store.unit import Unit

_CODE_LETTERS = 16


def made_copy(
    unit: Unit,
    context: Context,
    kind: PaperKind,
    concern: Concern | None,
    drawn: Callable[[Imprint], bytes],
    *,
    sharing: Sharing | None = None,
    recipient: str = "",
) -> MadePaper:
    """Make a numbered copy that the log keeps, within the caller's unit."""
    paper_id = PaperId(new_id())
    concern_id = concern.id if concern else None
    copy = unit.papers.next_copy(concern_id, kind)
    head = unit.audit(
        f"{kind.value}.made", f"paper:{paper_id}",
        {"concern": concern_id or "", "sharing": sharing.id if sharing else "", "copy": copy},
    )  # fmt: skip
    imprint = imprint_of(context, concern, copy, recipient, head.hash[:_CODE_LETTERS])
    if sharing is not None and kind is not PaperKind.LOG_PAGE:
        imprint = msgspec.structs.replace(imprint, guidance=sharing.guidance)
    pdf = drawn(imprint)
    paper = Paper(
        id=paper_id, kind=kind, concern_id=concern_id,
        sharing_id=sharing.id if sharing else None, version=sharing.version if sharing else 1,
        copy=copy, recipient=recipient, made_at=imprint.made_at, made_by=imprint.made_by,
        code=imprint.code, sha256=hashlib.sha256(pdf).hexdigest(),
    )  # fmt: skip
    unit.papers.add(paper, pdf)
    return MadePaper(paper, pdf)


def imprint_of(
    context: Context, concern: Concern | None, copy: int, recipient: str, code: str
) -> Imprint:
    """Return what stands in the footer of every page; without a code it is a preview."""
    nation = concern.urgency.nation if concern else context.guidance.nation
    return Imprint(
        reference=concern.reference if concern else "",
        copy=copy,
        recipient=recipient,
        made_at=context.clock.now(),
        made_by=context.user.name,
        guidance=guidance_of(context, nation).version,
        code=code,
    )
