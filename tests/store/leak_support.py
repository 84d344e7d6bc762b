"""Sample cases in which every sentence is a word of its own, and decisions drawn at random."""

from itertools import count
from string import ascii_lowercase

import msgspec
from msgspec.structs import replace
from proposal_cases import S1, S2, S3, S4, sample_concern
from sharing_support import agency, ready

from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import SafeContact
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.proposal import whole_again
from sgdesk.domain.sharing.sentences import sentences_of

CASES = (S1, S2, S3, S4)
KINDS = (
    "children-social-care", "adult-social-care", "police", "paediatrician", "gp", "dentist",
    "school-lead", "domestic-abuse-adviser", "regulator", "parent",
)  # fmt: skip
START = "Zk"


class Words:
    """Words that stand nowhere else, each of letters that every reader keeps apart."""

    def __init__(self):
        self._numbers = count(1)

    def next(self):
        number, letters = next(self._numbers), ""
        for _place in range(4):
            number, rest = divmod(number, 26)
            letters = ascii_lowercase[rest] + letters
        return f"{START}{letters}q"

    def text(self, chance):
        return " ".join(f"{self.next()} {self.next()}." for _each in range(chance.randint(1, 4)))


def strange_case(desk, reference, chance, words):
    """Sign a sample case with words of its own in every sentence, an address and a safe contact."""
    sample, draft = sample_concern(reference), desk.concerns.begin()
    person = replace(
        sample.person, address=f"12 {words.next()} Street", postcode="ZZ99 2QA",
        address_protected=chance.random() < 0.7,
    )  # fmt: skip
    draft.urgency, draft.presentation = sample.urgency, sample.presentation
    draft.person = replace(person, id=draft.person.id)
    draft.relations = [replace(one, note=words.next()) for one in sample.relations]
    draft.contact = SafeContact(name=words.next(), number="01632 960171", code_word=words.next())
    facts = chance.sample(sample.facts, min(len(sample.facts), chance.randint(4, 9)))
    draft.facts = [_strange(fact, chance, words) for fact in facts]
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def _strange(fact, chance, words):
    fields = ["words", "gist"] if isinstance(fact, Saying) else []
    fields += [name for name in ("text", "detail", "outreach", "result") if hasattr(fact, name)]
    return replace(fact, **{name: words.text(chance) for name in fields})


def random_decision(desk, concern, chance, words):
    """Return a draft with choices drawn at random, and why, in words that must not go."""
    kind = chance.choice(KINDS)
    draft = ready(desk, concern, replace(agency_of(desk), kind=kind))
    draft.choices = {fact.id: _choice(fact, chance, words) for fact in concern.facts}
    draft.necessity = replace(draft.necessity, risk_of_sharing=words.next())
    draft.route = replace(draft.route, safe_because=words.next())
    draft.purpose = replace(draft.purpose, advice=words.next())
    return draft


def agency_of(desk):
    found = desk.agencies.list()
    return found[0] if found else agency(desk)


def _choice(fact, chance, words):
    choice = Choice(goes=chance.random() < 0.6, reason=words.next(), proposed_because=words.next())
    if chance.random() < 0.3:
        return choice
    whole = whole_again(fact, choice)
    parts = tuple(
        replace(part, goes=chance.random() < 0.5, reason=words.next()) for part in whole.parts
    )
    return replace(whole, parts=parts)


def held_and_going(concern, draft):
    """Return the words that must be nowhere, and those that must be there."""
    going, held = set(), set()
    for fact in concern.facts:
        choice = draft.choices[fact.id]
        goes = {(part.field, part.text): part.goes for part in choice.parts}
        for one in sentences_of(fact):
            is_going = choice.goes and goes.get((one.field, one.text), True)
            (going if is_going else held).update(strange_words(one.text))
    held |= strange_words(msgspec.json.encode(draft.choices).decode()) - going
    held |= strange_words(_never(concern, draft))
    return held - going, going


def _never(concern, draft):
    inside = [draft.necessity, draft.route, draft.purpose.advice, concern.contact]
    inside += [one.note for one in concern.relations]
    if concern.person.address_protected:
        inside.append(concern.person.address)
    return msgspec.json.encode(inside).decode()


def strange_words(text):
    """Return the words of ours in a text."""
    letters = "".join(letter if letter.isalpha() else " " for letter in text)
    return {word for word in letters.split() if word.startswith(START)}
