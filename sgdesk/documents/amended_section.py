"""What was amended in a signed record: both versions on internal papers, the days on a pack."""

from collections.abc import Iterable

from sgdesk.documents.blocks import Paragraph, Table
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.amendment import Amendment
from sgdesk.domain.withdrawal import taken_back
from sgdesk.text import _, read_moment

_WIDTHS = (0.19, 0.31, 0.31, 0.19)


def amendments_section(amendments: Iterable[Amendment]) -> Section:
    """Return each amendment with what was written before, beside what is written now."""
    lines = tuple(_line(one) for one in amendments)
    head = (_("Amended"), _("Written before"), _("Written now"), _("Because"))
    return Section(_("Amendments: both versions"), (Table(head, _WIDTHS, lines),) if lines else ())


def amended_days_section(details: Iterable[tuple[str, str]]) -> Section:
    """Return which details are newer than the signature; an amended fact says so itself."""
    told = [(what, _("amended on {day}").format(day=day)) for what, day in details]
    return Section(_("Amended since the record was signed"), rows(told))


def withdrawn_section(withdrawn: Iterable[tuple[str, str]]) -> Section:
    """Return what the recipient was told before, and what stands no longer; never the words."""
    told = rows(withdrawn)
    if not told:
        return Section(_("Withdrawn since we told you"), ())
    return Section(_("Withdrawn since we told you"), (Paragraph(taken_back(), kept=True), *told))


def _line(one: Amendment) -> tuple[str, str, str, str]:
    when = _("{when}, {who}").format(when=read_moment(one.at), who=one.by)
    before = "\n".join(_labelled(one, change.label, change.before) for change in one.changes)
    after = "\n".join(_labelled(one, change.label, change.after) for change in one.changes)
    return when, _("(added later)") if one.is_new else before, after, one.because


def _labelled(one: Amendment, label: str, text: str) -> str:
    # A fact's words begin with its own name already.
    return text if one.fact_id else _("{label}: {text}").format(label=label, text=text)
