"""No decision with a gap is ever recorded: 10,000 of them against a table of required answers.

The table is written from LAW 5 and LAW 14, and shares no code with the rules of the program.
"""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import Concern, FgmScreen, Presentation, Stage, Urgency
from sgdesk.domain.facts.kinds import Observation, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.practice import Episode, Practice
from sgdesk.domain.sharing.advice import Advice
from sgdesk.domain.sharing.decision import (
    Agreement,
    AttemptState,
    Basis,
    Choice,
    Conditions,
    Consent,
    Decision,
    Necessity,
    Purpose,
    Recipient,
    Route,
    SharingDraft,
    SubjectBasis,
)
from sgdesk.domain.sharing.refusal import NotSharing
from sgdesk.errors import SituationError, UserError
from sgdesk.library.guidance import guidance_for

TODAY = date(2026, 11, 22)
COUNT = 10_000
SHARED = (Decision.SHARE, Decision.SHARE_IN_PART)
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
CONCERN = Concern(
    id="c", reference="SG-2026-0001", stage=Stage.RECORDED,
    urgency=Urgency(nation=Nation.ENGLAND, episode=Episode.NHS),
    person=Person(id="p", name="Mia Thornton"),
    contact=SafeContact(), presentation=Presentation(),
    relations=(Relation(id="f", name="Karl Thornton", relationship="father"),),
    facts=(
        Observation(id="f1", text="Silent while father was in the room."),
        Saying(id="f2", speaker="Mia", words="Daddy gets cross when it hurts."),
        Observation(id="f3", text="Two unpaid invoices."),
    ),
    kept=(), opened_at=NOW, opened_by="u", changed_at=NOW,
)  # fmt: skip
GUIDANCE = guidance_for(Nation.ENGLAND)
FACTORS = [one.id for one in GUIDANCE.gateway_factors]
FLOW = ShareInformation(TODAY, CONCERN, Practice(), GUIDANCE)


def _blank(text):
    return not text.strip()


def _told_nothing(one):
    return _blank(one.not_told_note) and not one.not_told_reasons


def _sought_nothing(one):
    return _blank(one.not_sought_note) and not one.not_sought_reasons


ALWAYS = {
    "P1 the purpose": lambda d: d.purpose.so_that in ("", "safeguarding", "to protect the child"),
    "advice without words": lambda d: any(_blank(one.said) for one in d.purpose.advisers),
    "advice from nobody": lambda d: any(_blank(one.name) for one in d.purpose.advisers),
    "advice not followed, no reason": lambda d: any(
        one.followed is YesNo.NO and _blank(one.not_followed_because) for one in d.purpose.advisers
    ),
    "was the family told": lambda d: d.consent.family_told is None,
    "why not told": lambda d: d.consent.family_told is YesNo.NO and _told_nothing(d.consent),
    "who was told": lambda d: d.consent.family_told is YesNo.YES and _blank(d.consent.told_who),
    "was agreement sought": lambda d: d.consent.agreement is None,
    "why not sought": lambda d: (
        d.consent.agreement is Agreement.NOT_SOUGHT and _sought_nothing(d.consent)
    ),
    "the risk of sharing": lambda d: _blank(d.necessity.risk_of_sharing),
    "the risk of not sharing": lambda d: _blank(d.necessity.risk_of_not_sharing),
}
WHEN_SHARED = {
    "P2 naming": lambda d: d.necessity.without_naming is None,
    "P2 named though it need not": lambda d: (
        d.necessity.without_naming is YesNo.YES and _blank(d.necessity.naming_needed_because)
    ),
    "P3 every fact chosen": lambda d: any(one.id not in d.choices for one in CONCERN.facts),
    "P3 something goes": lambda d: not any(one.goes for one in d.choices.values()),
    "P3 every choice explained": lambda d: any(
        _blank(one.reason) and (one.goes != one.proposed or _blank(one.proposed_because))
        for one in d.choices.values()
    ),
    "P4 the recipient": lambda d: _blank(d.recipient.organisation),
    "P4 a role or a kind of team": lambda d: _blank(d.recipient.kind) and _blank(d.recipient.role),
    "the address": lambda d: _blank(d.recipient.address_used),
    "how it was checked": lambda d: _blank(d.recipient.checked_how),
    "when it was checked": lambda d: (
        d.recipient.checked_on is None
        or d.recipient.checked_on > TODAY
        or TODAY - d.recipient.checked_on > timedelta(days=90)
    ),
    "the route": lambda d: d.route.kind is None,
    "what it may be used for": lambda d: _blank(d.conditions.use),
    "P6 everybody has a basis": lambda d: len(d.basis.subjects) < 2,
    "P6 Article 6": lambda d: any(not one.article_6 for one in d.basis.subjects),
    "P6 its foundation": lambda d: any(not one.foundations for one in d.basis.subjects),
    "P6 Article 9": lambda d: any(not one.article_9 for one in d.basis.subjects),
    "P6 without consent because": lambda d: any(
        not one.without_consent_because for one in d.basis.subjects
    ),
    "P6 is an offence alleged": lambda d: any(
        one.offence_alleged is None for one in d.basis.subjects
    ),
    "P6 confidentiality": lambda d: not d.basis.gateway,
    "P6 each factor weighed": lambda d: any(_blank(d.basis.factors[one]) for one in FACTORS),
}
WHEN_REFUSED = {
    "P7 reasons": lambda d: _blank(d.not_sharing.reasons),
    "P7 harm": lambda d: _blank(d.not_sharing.harm),
    "P7 what else is done": lambda d: _blank(d.not_sharing.also_done),
    "P7 who agreed": lambda d: _blank(d.not_sharing.agreed_by),
    "P7 in which role": lambda d: _blank(d.not_sharing.agreed_role),
    "P7 on which day": lambda d: d.not_sharing.agreed_on is None or d.not_sharing.agreed_on > TODAY,
    "P7 when it is looked at again": lambda d: (
        d.not_sharing.review_on is None or d.not_sharing.review_on < TODAY
    ),
}


def gaps_in(draft):
    """Return the names of the gaps, by the table alone."""
    table = ALWAYS | (WHEN_SHARED if draft.decision in SHARED else WHEN_REFUSED)
    return [name for name, is_missing in table.items() if is_missing(draft)]


class Maker:
    """Makes decisions, most answers given, each now and then left open."""

    def __init__(self, seed, often):
        self._random = random.Random(seed)
        self._often = often

    def _or_not(self, value, *instead):
        left_open = self._random.random() < self._often
        return self._random.choice(instead or ("", "  ")) if left_open else value

    def draft(self):
        of = self._random
        without = of.choice((YesNo.NO, YesNo.YES))
        return SharingDraft(
            id="s", concern_id="c", decision=of.choice(list(Decision)),
            purpose=self._purpose(), consent=self._consent(), basis=self._basis(),
            necessity=Necessity(
                without_naming=self._or_not(without, None),
                naming_needed_because=self._or_not("The team must find her."),
                risk_of_sharing=self._or_not("Trust"), risk_of_not_sharing=self._or_not("Harm"),
            ),
            recipient=self._recipient(), route=Route(kind=self._or_not(RouteKind.POST, None)),
            choices=self._choices(), conditions=Conditions(use=self._or_not("To decide.")),
            not_sharing=self._refusal(),
        )  # fmt: skip

    def _purpose(self):
        so_that = "decide whether a strategy discussion is needed today"
        advisers = tuple(
            Advice(
                id=f"a{number}", name=self._or_not("Dr Lind"), said=self._or_not("Refer today."),
                followed=self._random.choice((None, YesNo.YES, YesNo.NO)),
                not_followed_because=self._or_not("She was seen first."),
            )
            for number in range(self._random.randrange(3))
        )  # fmt: skip
        generic = ("", "safeguarding", "to protect the child")
        return Purpose(so_that=self._or_not(so_that, *generic), advisers=advisers)

    def _consent(self):
        return Consent(
            family_told=self._or_not(self._random.choice((YesNo.NO, YesNo.YES)), None),
            told_who=self._or_not("Her mother"), not_told_note=self._or_not("It is not safe."),
            agreement=self._or_not(self._random.choice((Agreement.NOT_SOUGHT,)), None),
            not_sought_note=self._or_not("It is not safe."),
        )  # fmt: skip

    def _basis(self):
        subjects = tuple(
            SubjectBasis(
                subject=name, is_the_person=number == 0,
                article_6=self._or_not("6-1-e", ""),
                foundations=self._or_not(("children-act-2004-10-11",), ()),
                article_9=self._or_not("9-2-g-18", ""),
                without_consent_because=self._or_not("would-prejudice", ""),
                offence_alleged=self._or_not(YesNo.NO, None),
            )
            for number, name in enumerate(("Mia Thornton", "Family and household"))
        )  # fmt: skip
        return Basis(
            subjects=self._or_not(subjects, subjects[:1], ()),
            gateway=self._or_not("public-interest", ""),
            factors={one: self._or_not("Weighed.") for one in FACTORS},
        )

    def _recipient(self):
        return Recipient(
            organisation=self._or_not("Northtown Duty Team"),
            kind=self._or_not("children-social-care", ""), role=self._or_not("duty worker"),
            address_used=self._or_not("01632 960140"), checked_how=self._or_not("Rang back."),
            checked_on=self._or_not(
                date(2026, 11, 2), None, date(2026, 11, 23), date(2026, 8, 1)
            ),
        )  # fmt: skip

    def _choices(self):
        choices = {one.id: self._choice() for one in CONCERN.facts}
        left_out = self._or_not("", "f1", "f2", "f3")
        choices.pop(left_out, None)
        return choices

    def _choice(self):
        goes, proposed = self._random.random() < 0.7, self._random.random() < 0.7
        return Choice(
            goes=goes, proposed=proposed,
            reason=self._or_not("They need it." if goes else "They do not need it."),
            proposed_because=self._or_not("Usually needed."),
        )  # fmt: skip

    def _refusal(self):
        return NotSharing(
            reasons=self._or_not("Both accounts agree."), harm=self._or_not("Another injury."),
            also_done=self._or_not("Seen on Tuesday."), agreed_by=self._or_not("Lee Byrne"),
            agreed_role=self._or_not("deputy"),
            agreed_on=self._or_not(date(2026, 11, 20), None, date(2026, 11, 23)),
            review_on=self._or_not(date(2026, 11, 27), None, date(2026, 11, 21)),
        )  # fmt: skip


def is_accepted(draft):
    """Return whether the rules of the program let this decision through."""
    settled = FLOW.settled(draft)
    return not FLOW.problems(settled, "preview")


@pytest.mark.parametrize("often", [0.0, 0.005, 0.02, 0.1])
def test_no_decision_with_a_gap_can_be_recorded(often):
    maker, passed = Maker(f"gaps {often}", often), 0
    for _number in range(COUNT // 4):
        draft = maker.draft()
        gaps = gaps_in(draft)
        accepted = is_accepted(draft)
        assert not (accepted and gaps), gaps
        passed += accepted
    assert passed or often > 0.05


def test_each_gap_alone_is_found():
    tables = [(Decision.SHARE, ALWAYS | WHEN_SHARED), (Decision.NOT_YET, ALWAYS | WHEN_REFUSED)]
    for decision, table in tables:
        maker, met = Maker(f"one gap {decision}", 0.03), set()
        for _number in range(6_000):
            draft = replace(maker.draft(), decision=decision)
            gaps = gaps_in(draft)
            if len(gaps) == 1 and gaps[0] not in met:
                met.add(gaps[0])
                assert not is_accepted(draft), gaps
        assert met >= set(table) - {"P3 something goes"}


def test_a_decision_without_a_gap_is_accepted():
    maker = Maker("complete", 0.0)
    drafts = [maker.draft() for _number in range(400)]

    whole = [one for one in drafts if not gaps_in(one)]

    assert {one.decision for one in whole} == set(Decision)
    assert all(is_accepted(one) for one in whole)


def test_the_store_takes_no_decision_with_a_gap_and_nothing_is_sent_without_one(desk, clock):
    begun = desk.concerns.begin()
    begun.urgency = replace(
        CONCERN.urgency, immediate_danger=YesNo.NO, about_colleague=YesNo.NO,
        fgm=FgmScreen.NOT_RAISED, sexual_abuse=YesNo.NO, summary="Marks, and what she said.",
    )  # fmt: skip
    begun.person = replace(begun.person, name="Mia Thornton", born=date(2020, 2, 14))
    begun.relations = list(CONCERN.relations)
    begun.facts = [replace(one, noticed_by="L. Byrne") for one in CONCERN.facts]
    desk.concerns.save_draft(begun, "check", Caret())
    concern = desk.concerns.sign(begun)
    maker, recorded = Maker("in the store", 0.02), 0
    for number in range(80):
        draft = replace(maker.draft(), id=f"s{number}", concern_id=concern.id)
        draft.again_because = "They say that nothing arrived."
        gaps = gaps_in(draft)
        try:
            desk.sharings.decide(draft)
            recorded += 1
            assert not gaps
        except UserError:
            with pytest.raises(SituationError):
                desk.sharings.record_attempt(
                    draft.id, RouteKind.POST, AttemptState.CONFIRMED, clock.now(), proof="x"
                )
    assert recorded
    assert len(desk.concerns.get(concern.id).sharings) == recorded
