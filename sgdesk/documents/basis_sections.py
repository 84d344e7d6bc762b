"""Consent, lawful basis and conditions, as sections of a paper."""

from sgdesk.documents.blocks import Row
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.pack import BasisWords
from sgdesk.text import _

Pairs = tuple[tuple[str, str], ...]


def consent_section(consent: Pairs) -> Section:
    """Return who was told, who agrees, and why not."""
    return Section(_("Consent, and who knows"), rows(consent))


def basis_section(basis: tuple[BasisWords, ...], gateway: str) -> Section:
    """Return the lawful basis for each person's data, and for confidentiality."""
    found = [Row(_basis_label(one), _basis_text(one, basis[0])) for one in basis]
    return Section(_("Lawful basis"), rows([*found, (_("Confidentiality"), gateway)]))


def conditions_section(conditions: Pairs) -> Section:
    """Return on what conditions the information is given."""
    return Section(_("Conditions"), rows(conditions))


def _basis_text(one: BasisWords, first: BasisWords) -> str:
    if one is not first and one.words == first.words and first.subject:
        return _("The same as for {name}.").format(name=first.subject)
    return "\n".join(one.words)


def _basis_label(one: BasisWords) -> str:
    return _("About {subject}").format(subject=one.subject) if one.subject else _("Data protection")
