"""What applies on a page, why it is asked, and the texts behind it with their weight and date."""

from PySide6.QtWidgets import QWidget

from sgdesk.domain import cited_words
from sgdesk.domain.cited import Stated
from sgdesk.domain.cited_words import also_lines
from sgdesk.domain.guidance import Check, Guidance, find
from sgdesk.text import _
from ui.kit.cards import Notice


def guidance_strip(guidance: Guidance, step: str) -> Notice:
    """Return the strip for a page of this flow; it opens to every reason and source."""
    checks = [one for one in guidance.checks_at("share", step) if guidance.nation in one.nations]
    first = (
        noted(checks[0].why, checks[0])
        if checks
        else _("This page rests on no guidance of its own.")
    )
    return Notice(first, lambda: _opened_page(guidance, step, checks))


def source_lines(guidance: Guidance, stated: Stated) -> list[str]:
    """Return each text that a statement rests on, and whether it must be checked locally."""
    return cited_words.source_lines(stated, guidance)


def noted(text: str, stated: Stated) -> str:
    """Return a note, with a word beside it where a person must check it first."""
    return _("{note} Check locally.").format(note=text) if stated.check_locally else text


def _opened_page(guidance: Guidance, step: str, checks: list[Check]) -> list[str]:
    opened = [line for check in checks for line in (*_opened(check, guidance), "")]
    return [*opened, *also_lines(guidance, f"share/{step}")]


def _opened(check: Check, guidance: Guidance) -> list[str]:
    about = _("{prompt} {why}").format(prompt=check.prompt, why=check.why)
    return [about, *(f"  · {line}" for line in source_lines(guidance, check))]


def said_reason(guidance: Guidance, statement_id: str) -> QWidget:
    """Return a statement of the guidance in a strip that opens to its sources."""
    statement = find(guidance.statements, statement_id)
    if statement is None:
        return QWidget()
    return Notice(noted(statement.text, statement), lambda: source_lines(guidance, statement))
