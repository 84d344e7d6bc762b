"""What applies on a page, why it is asked, and the texts behind it with their weight and date."""

from sgdesk.domain.cited import STATUS_WORDS, Source, Stated
from sgdesk.domain.guidance import Check, Guidance
from sgdesk.text import _, read_short_date
from ui.kit.cards import Notice


def guidance_strip(guidance: Guidance, step: str) -> Notice:
    """Return the strip for a page of this flow; it opens to every reason and source."""
    checks = [one for one in guidance.checks_at("share", step) if guidance.nation in one.nations]
    first = checks[0].why if checks else _("This page rests on no guidance of its own.")
    opened = [line for check in checks for line in ("", *_opened(check, guidance))]
    return Notice(first, tuple(opened[1:]))


def source_lines(guidance: Guidance, stated: Stated) -> list[str]:
    """Return each text that a statement rests on, and whether it must be checked locally."""
    lines = [_source(source) for source in guidance.sources_of(stated)]
    if not lines:
        lines = [_("Source: {status}.").format(status=_(STATUS_WORDS[stated.status]))]
    if stated.check_locally:
        lines.append(_("Check locally: no official text was read for this."))
    return lines


def noted(text: str, stated: Stated) -> str:
    """Return a note, with a word beside it where a person must check it first."""
    return _("{note} Check locally.").format(note=text) if stated.check_locally else text


def _opened(check: Check, guidance: Guidance) -> list[str]:
    about = _("{prompt} {why}").format(prompt=check.prompt, why=check.why)
    return [about, *(f"  · {line}" for line in source_lines(guidance, check))]


def _source(source: Source) -> str:
    text = _("{title} ({publisher}; {status}; checked {date})").format(
        title=source.title,
        publisher=source.publisher,
        status=_(STATUS_WORDS[source.status]),
        date=read_short_date(source.checked_on),
    )
    return _("{source} Check locally.").format(source=text) if source.check_locally else text
