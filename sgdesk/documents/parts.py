"""What the papers have in common: marking, footer, numbered sections, rows of answers."""

from collections.abc import Iterable

import msgspec

from sgdesk.documents.blocks import Block, Document, Heading, Paragraph, Row, Rows
from sgdesk.domain.answers import UNANSWERED_WORDS
from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import Person
from sgdesk.domain.practice import Practice
from sgdesk.text import _, read_short_date, read_time, to_london

_GROUP = 4


class Section(msgspec.Struct, frozen=True):
    """A headed part of a paper. One without blocks is left out and takes no number."""

    title: str
    blocks: tuple[Block, ...]
    aside: str = ""


def numbered(sections: Iterable[Section]) -> list[Block]:
    """Return the sections that hold anything, with headings numbered from 1."""
    found: list[Block] = []
    for number, section in enumerate((one for one in sections if one.blocks), 1):
        found.append(Heading(f"{number}", section.title, section.aside))
        found.extend(section.blocks)
    return found


def rows(answers: Iterable[tuple[str, str] | Row]) -> tuple[Block, ...]:
    """Return labelled answers as a block; those without an answer are left out."""
    made = [answer if isinstance(answer, Row) else Row(*answer) for answer in answers]
    filled = tuple(row for row in made if row.text)
    return (Rows(filled),) if filled else ()


def answer(person: Person, field: str, expected: bool = False) -> str:
    """Return what is recorded in a person's field, or which kind of nothing stands there.

    An `expected` field says so when it was left empty without a reason.
    """
    value: str = getattr(person, field)
    if value:
        return value
    if field in person.unanswered:
        return _(UNANSWERED_WORDS[person.unanswered[field]])
    return _("Not recorded") if expected else ""


def paper(
    title: str,
    imprint: Imprint,
    practice: Practice,
    blocks: Iterable[Block],
    *,
    demonstration: bool,
    internal: bool = False,
) -> Document:
    """Return a paper with its marking and footer. `title` must name no person."""
    strap = [_("OFFICIAL-SENSITIVE"), _("CONFIDENTIAL WHEN COMPLETE")]
    if internal:
        strap = [_("OFFICIAL-SENSITIVE"), _("FOR THE SAFEGUARDING LOG ONLY")]
    if demonstration:
        strap.append(_("DEMONSTRATION"))
    if not imprint.code:
        strap.append(_("PREVIEW"))
    return Document(
        reference=imprint.reference,
        title=title,
        practice=practice.name,
        made_at=imprint.made_at,
        strap=" · ".join(strap),
        footer=footer(imprint),
        blocks=(*_first(demonstration), *blocks),
    )


def footer(imprint: Imprint) -> tuple[str, str]:
    """Return the two lines that stand on every page, beside the page number."""
    local = to_london(imprint.made_at)
    when = f"{read_short_date(local.date())} {read_time(local.time())}"
    guidance = _("guidance {version}").format(version=imprint.guidance)
    if not imprint.code:
        made = _("Preview of {when} by {whom}").format(when=when, whom=imprint.made_by)
        return (
            _("{reference} · preview, not a copy for anybody").format(reference=imprint.reference),
            f"{made} · {guidance}",
        )
    copy = _("copy {number}").format(number=imprint.copy)
    if imprint.recipient:
        copy = _("copy {number}, for {recipient}").format(
            number=imprint.copy, recipient=imprint.recipient
        )
    first = " · ".join(part for part in (imprint.reference, copy) if part)
    made = _("Printed {when} by {whom}").format(when=when, whom=imprint.made_by)
    code = _("log {code}").format(code=_grouped(imprint.code))
    return first, f"{made} · {guidance} · {code}"


def _grouped(code: str) -> str:
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _first(demonstration: bool) -> tuple[Block, ...]:
    if not demonstration:
        return ()
    return (
        Paragraph(
            _("From the demonstration practice: every person and number here is invented."),
            strong=True,
        ),
    )
