"""The sentences left out of a fact that goes, each with why. For internal papers and pages only."""

from collections.abc import Iterator

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.sentences import SentenceChoice, sentences_of
from sgdesk.text import _


def left_out(fact: Fact, choice: Choice) -> Iterator[tuple[str, str]]:
    """Yield each sentence that stays of a fact that goes in part, and why it stays."""
    if not choice.parts:
        return
    known = {(one.field, one.text): one for one in choice.parts}
    for one in sentences_of(fact):
        part = known.get((one.field, one.text))
        if part is None:
            yield one.text, _("It came with an amendment, after this was chosen.")
        elif not part.goes:
            yield one.text, why_words(part) or why_words(choice)


def why_words(choice: Choice | SentenceChoice) -> str:
    """Return why it goes or stays: what somebody said, and what was proposed."""
    proposed = choice.proposed_because
    if choice.goes != choice.proposed and proposed:
        proposed = _("Against the proposal: {why}").format(why=proposed)
    return "\n".join(part for part in (choice.reason, proposed) if part)
