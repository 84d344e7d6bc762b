"""Help for the window: the pages, and the sources of the guidance with their dates."""

from html import escape

from sgdesk.domain.cited import CONFIDENCE_WORDS, STATUS_WORDS, Source
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.help import HelpText
from sgdesk.library.help import help_texts
from sgdesk.paths import resources
from sgdesk.text import _, read_short_date


def help_pages() -> tuple[HelpText, ...]:
    """Return every help page in order."""
    return help_texts(resources())


def sources_html(guidance: Guidance) -> str:
    """Return the sources of the guidance as a page: title, publisher, weight, dates, address."""
    head = _("Sources")
    version = _("Guidance {version}, checked {day}.").format(
        version=escape(guidance.version), day=read_short_date(guidance.checked_on)
    )
    entries = "".join(_entry(source, guidance) for source in guidance.sources)
    return f"<h1>{head}</h1><p>{version}</p>{entries}"


def _entry(source: Source, guidance: Guidance) -> str:
    about = ", ".join(
        (
            escape(source.publisher),
            _(STATUS_WORDS[source.status]),
            _("looked at {day}").format(day=read_short_date(source.checked_on)),
            _(CONFIDENCE_WORDS[source.confidence]),
        )
    )
    newer = next((one.title for one in guidance.sources if one.id == source.replaced_by), "")
    replaced = _("Replaced by: {title}").format(title=escape(newer)) if newer else ""
    below = "<br>".join(
        filter(None, (about, escape(source.note), replaced, escape(source.address)))
    )
    return f"<p><b>{escape(source.title)}</b><br>{below}</p>"
