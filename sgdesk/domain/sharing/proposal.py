"""What is proposed to go to one kind of recipient, and why the rest stays (LAW 5, P2 to P4)."""

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Context, ContextTopic, Fact, Injury, Opinion, Saying
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.recipients import RecipientFile
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.wording import Wording, check
from sgdesk.ids import FactId
from sgdesk.text import _

# Cause, timing, motive, character and diagnosis: what nobody saw (FORMS B4).
_SPECULATION = (1, 2, 3, 4, 5)


def proposed(
    concern: Concern, kind: str, recipients: RecipientFile, wording: Wording
) -> dict[FactId, Choice]:
    """Return a proposal for every fact, with its reason; a person decides."""
    return {fact.id: _choice(fact, kind, recipients, wording) for fact in concern.facts}


def is_speculation(fact: Fact, wording: Wording) -> bool:
    """Return whether a fact says what nobody saw. Verbatim words and reasoned opinions do not."""
    if isinstance(fact, Saying | Injury) or (isinstance(fact, Opinion) and fact.because.strip()):
        return False
    flags = check(sentence(fact), wording, is_opinion=isinstance(fact, Opinion))
    return any(flag.type in _SPECULATION for flag in flags)


def _choice(fact: Fact, kind: str, recipients: RecipientFile, wording: Wording) -> Choice:
    if fact.also_about.strip():
        why = _("Another person's data: {who}. Say why it is essential to include it.")
        return _stays(why.format(who=fact.also_about))
    if is_speculation(fact, wording):
        return _stays(_("Speculation. Reword it, or give it a basis as an opinion."))
    if isinstance(fact, Context) and fact.topic is ContextTopic.ADMINISTRATIVE:
        return _stays(_("Not relevant to the purpose."))
    if because := recipients.why_needed(kind, fact):
        return Choice(goes=True, proposed=True, proposed_because=because)
    why_not = recipients.why_held(kind, fact)
    return _stays(why_not or _("This recipient does not usually need it."))


def _stays(because: str) -> Choice:
    return Choice(goes=False, proposed=False, proposed_because=because)
