"""What is proposed to go to one kind of recipient, and why the rest stays (LAW 5, P2 to P4)."""

from collections.abc import Mapping

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.calendar import nation_name
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Context, ContextTopic, Fact
from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.people import PersonKind, age_on
from sgdesk.domain.recipients import RecipientFile
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.findings import Finding, Searcher
from sgdesk.domain.sharing.protected import stops_in
from sgdesk.domain.sharing.sentences import (
    Sentence,
    SentenceChoice,
    has_more_than_sentences,
    in_part,
    loses_its_point,
    sentences_of,
)
from sgdesk.domain.wording import Wording
from sgdesk.ids import FactId
from sgdesk.text import _, to_london


def proposed(
    concern: Concern, kind: str, recipients: RecipientFile, wording: Wording
) -> dict[FactId, Choice]:
    """Return a proposal for every fact, with its reason; a person decides."""
    searcher = Searcher(concern, kind, recipients, wording)
    nobody = not_theirs(concern, kind, recipients)
    return {
        fact.id: _stays(nobody) if nobody else _choice(fact, concern, kind, recipients, searcher)
        for fact in concern.facts
    }


def not_theirs(concern: Concern, kind: str, recipients: RecipientFile) -> str:
    """Return why that kind of recipient has nothing to do with a concern; empty when it has."""
    found = recipients.kind(kind)
    if found is None:
        return ""
    urgency, person = concern.urgency, concern.person
    if urgency.nation not in found.nations:
        told = _("No such role is known here for {nation}. Ask the team that takes referrals.")
        return told.format(nation=nation_name(urgency.nation))
    if found.only_about and person.kind not in found.only_about:
        return _("They have no part in this person’s care or protection.")
    if found.about_colleagues and urgency.about_colleague is not YesNo.YES:
        return _("This is not about somebody who works with children or patients.")
    if found.only_harms and urgency.harms and not set(found.only_harms) & set(urgency.harms):
        return _("This harm is not what they deal with.")
    if found.until_age is not None and _age(concern) > found.until_age:
        return _("Their work is with younger children.")
    return ""


def _age(concern: Concern) -> int:
    born = concern.person.born
    if born is None or concern.person.kind is not PersonKind.CHILD:
        return 0
    return age_on(born, to_london(concern.opened_at).date())


def _choice(
    fact: Fact, concern: Concern, kind: str, recipients: RecipientFile, searcher: Searcher
) -> Choice:
    held = searcher.found_in(fact) | _stopped(fact, concern)
    if held and (loses_its_point(fact, held) or fact.also_about.strip()):
        return _stays(_words_and_why(next(iter(held.values()))))
    parts = _parts(fact, held)
    if why_not := _why_not(fact, kind, recipients):
        return _stays(why_not, parts)
    went = in_part(fact, parts)
    if any(stops_in(told, concern) for told in (label(went), sentence(went))):
        return _stays(_("Protected. It stands in this, so it cannot go."))
    because = recipients.why_needed(kind, fact)
    return Choice(goes=True, proposed=True, proposed_because=because, parts=parts)


def _why_not(fact: Fact, kind: str, recipients: RecipientFile) -> str:
    if fact.also_about.strip():
        why = _("Another person’s data: {who}. Say why it is essential to include it.")
        return why.format(who=fact.also_about)
    if isinstance(fact, Context) and fact.topic is ContextTopic.ADMINISTRATIVE:
        return _("Not relevant to the purpose.")
    if recipients.why_needed(kind, fact):
        return ""
    return recipients.why_held(kind, fact) or _("This recipient does not usually need it.")


def _stopped(fact: Fact, concern: Concern) -> dict[Sentence, Finding]:
    return {
        one: Finding(found[0].words, _("Protected. {why}").format(why=found[0].why))
        for one in sentences_of(fact)
        if (found := stops_in(one.text, concern))
    }


def _parts(fact: Fact, held: Mapping[Sentence, Finding]) -> tuple[SentenceChoice, ...]:
    if not held:
        return ()
    return tuple(
        SentenceChoice(
            field=one.field, text=one.text, goes=one not in held, proposed=one not in held,
            proposed_because=_words_and_why(held[one]) if one in held else "",
        )
        for one in sentences_of(fact)
    )  # fmt: skip


def _words_and_why(finding: Finding) -> str:
    first, _stop, rest = finding.why.partition(". ")
    if finding.words in first:
        return finding.why
    found = _("{reason}: “{words}”.").format(reason=first.rstrip("."), words=finding.words)
    return " ".join(filter(None, (found, rest)))


def _stays(because: str, parts: tuple[SentenceChoice, ...] = ()) -> Choice:
    return Choice(goes=False, proposed=False, proposed_because=because, parts=parts)


def whole_again(fact: Fact, choice: Choice) -> Choice:
    """Return the choice with every sentence listed, so that each can be chosen by itself."""
    known = {(one.field, one.text): one for one in choice.parts}
    # A sentence that came with an amendment stays until somebody chooses it.
    goes = not choice.parts
    listed = dict.fromkeys((one.field, one.text) for one in sentences_of(fact))
    parts = tuple(
        known.get(key, SentenceChoice(field=key[0], text=key[1], goes=goes)) for key in listed
    )
    return msgspec.structs.replace(choice, parts=parts)


def nothing_of_it_goes(fact: Fact, choice: Choice) -> bool:
    """Return whether a fact is ticked, but no sentence of it goes."""
    if not choice.goes or not choice.parts or has_more_than_sentences(fact):
        return False
    going = {(one.field, one.text) for one in choice.parts if one.goes}
    return not any((one.field, one.text) in going for one in sentences_of(fact))
