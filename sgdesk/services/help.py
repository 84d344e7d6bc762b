"""Help for the window: the pages, and the guidance with its sources, dates and versions."""

from collections.abc import Iterator
from datetime import date
from html import escape

from sgdesk.domain.cited import CONFIDENCE_WORDS, STATUS_WORDS, Source
from sgdesk.domain.cited_words import statement_words, weight_words
from sgdesk.domain.guidance import LISTS, Guidance, Reference, find
from sgdesk.domain.guidance_changes import PART_WORDS, lines_of
from sgdesk.domain.guidance_held import GuidanceState, is_stale
from sgdesk.domain.help import HelpText
from sgdesk.library.help import help_texts
from sgdesk.paths import resources
from sgdesk.text import _, read_moment, read_short_date

_WHOLE = [name for name in LISTS if name not in ("sources", "references", "statements")]
VERSION = "version/"


def help_pages() -> tuple[HelpText, ...]:
    """Return every help page in order."""
    return help_texts(resources())


def sources_html(state: GuidanceState, today: date) -> tuple[str, ...]:
    """Return the page of sources in parts: what holds, every version held, the six references of
    the brief and what has replaced them since, and each source with its weight, date and address.
    """
    guidance = state.in_use
    return (
        f"<h1>{_('Sources')}</h1>{_state(guidance, today)}{_versions(state)}",
        f"<h2>{_('The six references, and what is newer')}</h2>{_references(guidance)}",
        f"<h2>{_('Every source')}</h2>",
        *(_entry(source, guidance) for source in guidance.sources),
    )


def version_html(guidance: Guidance, today: date) -> tuple[str, ...]:
    """Return the whole text of a version in parts, each statement with its weight and sources."""
    head = f"<h1>{escape(guidance.version)}</h1>{_state(guidance, today)}{_back()}"
    return (head, *_statements(guidance), *_lists(guidance))


def _state(guidance: Guidance, today: date) -> str:
    version = _("Guidance {version}, checked {day}.").format(
        version=escape(guidance.version), day=read_short_date(guidance.checked_on)
    )
    stale = _("It was checked more than three months ago: look at the sources again.")
    late = f"<p><b>{stale}</b></p>" if is_stale(guidance, today) else ""
    return f"<p>{version}</p>{late}"


def _back() -> str:
    return f'<p><a href="sources">{_("All sources and versions")}</a></p>'


def _versions(state: GuidanceState) -> str:
    lines = [_version_line(state.in_use_id, state.in_use.version, _("holds now"))]
    for held in state.held:
        if held.id != state.in_use_id:
            since = _("held since {day}").format(day=read_moment(held.held_since))
            lines.append(_version_line(held.id, held.version, since))
    return f"<h2>{_('Versions')}</h2>{''.join(lines)}"


def _version_line(version_id: str, version: str, about: str) -> str:
    return f'<p><a href="{VERSION}{version_id}">{escape(version)}</a>, {about}</p>'


def _references(guidance: Guidance) -> str:
    return "".join(_reference(one, guidance) for one in guidance.references)


def _reference(one: Reference, guidance: Guidance) -> str:
    named = _("Reference {number}").format(number=one.number) if one.number else _("Newer")
    newer = find(guidance.sources, one.replaced_by)
    since = (
        _("Replaced by: {title}").format(title=escape(f"{newer.title} {newer.address}"))
        if newer
        else ""
    )
    below = "<br>".join(
        filter(None, (escape(one.publisher), escape(one.position), since, weight_words(one)))
    )
    return f"<p><b>{named}: {escape(one.title)}</b><br>{below}</p>"


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


def _statements(guidance: Guidance) -> Iterator[str]:
    for statement in guidance.statements:
        titles = "; ".join(one.title for one in guidance.sources_of(statement))
        yield (
            f"<p>{escape(statement_words(statement))}<br>"
            f"<i>{escape(weight_words(statement))} {escape(titles)}</i></p>"
        )


def _lists(guidance: Guidance) -> Iterator[str]:
    for name in _WHOLE:
        if items := getattr(guidance, name):
            yield f"<h2>{_(PART_WORDS[name])}</h2>"
            for item in items:
                yield f"<p>{'<br>'.join(escape(line) for line in lines_of(item, guidance))}</p>"
