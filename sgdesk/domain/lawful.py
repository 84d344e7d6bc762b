"""What the guidance offers to the question why a disclosure is lawful."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import MaybeText, Stated, Text
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Episode, PracticeStatus
from sgdesk.domain.sharing.decision import Agreement

_PRIVATE = (PracticeStatus.PRIVATE_DENTAL, PracticeStatus.PRIVATE_GP)


class Capacity(StrEnum):
    """As what the practice acts towards this patient: it decides which bases can apply."""

    PUBLIC_AUTHORITY = "public-authority"
    PRIVATE = "private"


class Blocks(StrEnum):
    """What an open question does: stops the decision, asks again, only informs, or stops a
    decision not to share."""

    YES = "yes"
    PROMPT = "prompt"
    NO = "no"
    ON_REFUSAL = "on-refusal"


class LawfulBasis(Stated, frozen=True, kw_only=True):
    """A lawful basis of UK GDPR Article 6, and to whom it can be offered."""

    article: Text
    title: Text
    note: Text
    offered_to: tuple[Capacity, ...]
    nations: tuple[Nation, ...] = tuple(Nation)
    needs_foundation: bool = False
    needs_balancing: bool = False
    emergency_only: bool = False
    is_consent: bool = False


class Foundation(Stated, frozen=True, kw_only=True):
    """A law or task that a basis can stand on. No `about` means whoever it is about; `is_usual`: it
    may be filled in where nobody has chosen."""

    title: Text
    note: Text
    for_bases: tuple[str, ...]
    nations: tuple[Nation, ...] = tuple(Nation)
    about: tuple[PersonKind, ...] = ()
    offered_to: tuple[Capacity, ...] = tuple(Capacity)
    is_usual: bool = True


class SpecialCondition(Stated, frozen=True, kw_only=True):
    """A condition of Article 9 for health and other special data, with its part of the DPA 2018."""

    article: Text
    schedule: MaybeText = ""
    title: Text
    note: Text
    needs_policy: bool = False
    needs_reason: bool = False
    emergency_only: bool = False
    is_consent: bool = False


class OffenceCondition(Stated, frozen=True, kw_only=True):
    """A condition of Article 10 for data about offences, alleged ones too."""

    schedule: Text
    title: Text
    note: Text
    needs_policy: bool = False
    emergency_only: bool = False


class Para18Reason(Stated, frozen=True, kw_only=True):
    """One of the three reasons for which paragraph 18 works without consent."""

    text: Text


class AtRiskLimb(Stated, frozen=True, kw_only=True):
    """One of the things that must all be true of an adult before paragraph 18 speaks of them."""

    text: Text


class Gateway(Stated, frozen=True, kw_only=True):
    """A way through the duty of confidence; it must be passed beside data protection law.

    `lacks_capacity`: only for somebody who cannot decide; `for_others`: only for somebody beside
    the person, where the person agrees or cannot decide."""

    title: Text
    note: Text
    needs_factors: bool = False
    is_consent: bool = False
    lacks_capacity: bool = False
    for_others: bool = False

    @property
    def is_personal(self) -> bool:
        """Whether it opens the way to what is owed to one person, and to nobody else's."""
        return self.is_consent or self.lacks_capacity


class GatewayFactor(Stated, frozen=True, kw_only=True):
    """One thing to weigh when the gateway is the public interest."""

    prompt: Text


class ReasonNotTold(Stated, frozen=True, kw_only=True):
    """A reason for not telling the family, for not asking for agreement, or for both."""

    text: Text
    for_telling: bool = True
    for_asking: bool = True
    nations: tuple[Nation, ...] = tuple(Nation)


class UsualFor(StrEnum):
    """Which question a usual answer is for."""

    ARTICLE_9 = "article-9"
    ARTICLE_10 = "article-10"
    GATEWAY = "gateway"
    WITHOUT_CONSENT = "without-consent"


class UsualAnswer(Stated, frozen=True, kw_only=True):
    """What usually fits, offered as a start that a lead may change. `answer` is an id of the list
    that the question is about. It holds where the agreement is one of these, and one of these
    reasons was given for not seeking it; none named: always. `cannot_decide`: only where the
    person cannot decide. The first that holds is offered."""

    question: UsualFor
    answer: Text
    agreement: tuple[Agreement, ...] = ()
    not_sought: tuple[Text, ...] = ()
    cannot_decide: bool = False
    nations: tuple[Nation, ...] = tuple(Nation)


class CaldicottPrinciple(Stated, frozen=True, kw_only=True):
    """One of the eight principles as a question about this one disclosure."""

    number: Annotated[int, Meta(ge=1, le=8)]
    title: Text
    question: Text
    why: Text
    blocks: Blocks


class ConsistencyCheck(Stated, frozen=True, kw_only=True):
    """Two answers that do not fit together, in plain words, with a way out."""

    text: Text
    way_out: Text
    blocks: Blocks


def acting_as(status: PracticeStatus, episode: Episode) -> Capacity:
    """Return as what the practice acts: a public authority for NHS work only (LAW 4.1)."""
    if episode is Episode.PRIVATE or status in _PRIVATE:
        return Capacity.PRIVATE
    return Capacity.PUBLIC_AUTHORITY
