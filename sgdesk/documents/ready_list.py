"""The caller's ready-list: what the police ask for in a mandatory report of FGM (LAW 6)."""

from sgdesk.documents.blocks import (
    Banner,
    Block,
    Document,
    Heading,
    Paragraph,
    Row,
    Rows,
    SignatureLines,
    Title,
)
from sgdesk.documents.parts import paper
from sgdesk.domain.police_papers import ReadyList
from sgdesk.text import _

_TO_WRITE = "…"


def document(ready: ReadyList) -> Document:
    """Return the list in the order of the call; what the record does not hold is left to write."""
    title = _("Ready-list for the call to the police")
    who = " · ".join(one.name for one in ready.reporters) or _("whoever was told or saw")
    blocks: list[Block] = [
        Title(title, _("Mandatory report of female genital mutilation")),
        Banner(
            _("The report is made by {who}").format(who=who),
            " ".join((_alone(), *(f"{label}: {when}." for label, when in ready.due))),
        ),
        Heading("", _("What to say")),
        Rows(
            tuple(
                Row(_("{number}. {question}").format(number=number, question=question),
                    answer or _TO_WRITE)
                for number, (question, answer) in enumerate(ready.answers, 1)
            )
        ),
        Heading("", _("What they say")),
        SignatureLines(
            (_("Reference number and its date"), _("Name, rank, collar number"),
             _("Call began, ended"), _("Advice, and when they ring back"))
        ),
        *(Paragraph(source, quiet=True) for source in ready.sources),
    ]  # fmt: skip
    return paper(
        title,
        ready.imprint,
        ready.practice,
        blocks,
        demonstration=ready.demonstration,
        internal=True,
    )


def _alone() -> str:
    return _(
        "Nobody else can make it for them. Ring 101 and ask for the force where she lives; 999 if"
        " she or another girl is in danger now."
    )
