"""What went and what stayed, sentence by sentence, each with its reason. Internal papers only."""

from collections.abc import Iterator

from sgdesk.documents.blocks import Table
from sgdesk.documents.parts import Section
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.pack import Kept
from sgdesk.domain.recipients import in_short_stays
from sgdesk.domain.sharing.left_out import left_out, why_words
from sgdesk.domain.sharing.sentences import in_part
from sgdesk.text import _

_WIDTHS = (0.2, 0.45, 0.35)
Line = tuple[str, str, str]


def going_section(going: tuple[Kept, ...]) -> Section:
    """Return each fact as it went, with why; a sentence against the proposal with its own."""
    return _section(_("What goes"), [_went(one) for one in going])


def staying_section(
    staying: tuple[Kept, ...], going: tuple[Kept, ...], in_short: str = ""
) -> Section:
    """Return each fact that stays with why, and each sentence left out of one that went; first
    what the worry is in short, where that stays."""
    lines = [(_("In short"), in_short, in_short_stays())] if in_short else []
    lines += [
        (label(one.fact), f"{sentence(one.fact)}\n{source(one.fact)}", why_words(one.choice))
        for one in staying
    ]
    lines += [line for one in going for line in _left_out(one)]
    return _section(_("What stays, and why"), lines)


def _went(kept: Kept) -> Line:
    choice = kept.choice
    went = in_part(kept.fact, choice.parts)
    own = [
        _("“{sentence}”: {why}").format(sentence=part.text, why=why)
        for part in choice.parts
        if part.goes and (why := why_words(part))
    ]
    reasons = "\n".join(filter(None, (why_words(choice), *own)))
    return label(kept.fact), f"{sentence(went)}\n{source(kept.fact)}", reasons


def _left_out(kept: Kept) -> Iterator[Line]:
    title = _("{label}, a part").format(label=label(kept.fact))
    return ((title, text, why) for text, why in left_out(kept.fact, kept.choice))


def _section(title: str, lines: list[Line]) -> Section:
    if not lines:
        return Section(title, ())
    heads = (_("Fact"), _("What it says"), _("Why"))
    return Section(title, (Table(heads, _WIDTHS, tuple(lines)),))
