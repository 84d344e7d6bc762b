"""What was doubtful in a lawful basis is on the record of the decision."""

from datetime import date

from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import adult, agency, ready, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.kinds import Context, ContextTopic
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.practice import Policy
from sgdesk.domain.sharing.decision import Decision

NAMED = "none is named in Settings"


def printed(desk, concern, sharing, kind=PaperKind.DISCLOSURE_RECORD):
    made = desk.printing.make(kind, concern.id, sharing.id)
    return printed_words(made.pdf)


def with_policy(desk, policy):
    desk.setup.save_practice(replace(desk.practice, appropriate_policy=policy))


def decided(desk, concern, kind="children-social-care", decision=Decision.SHARE):
    to = agency(desk, kind=kind, name=f"Team {kind}")
    return desk.sharings.decide(ready(desk, concern, to, decision))


def test_a_missing_policy_document_is_on_the_record_even_once_there_is_one(desk):
    concern = signed(desk)
    sharing = decided(desk, concern)
    assert NAMED in printed(desk, concern, sharing)

    with_policy(desk, Policy("APD-1", "2", date(2027, 3, 1)))

    assert NAMED in printed(desk, concern, sharing)


def test_an_overdue_policy_document_is_on_the_record(desk):
    with_policy(desk, Policy("APD-1", "2", date(2026, 11, 1)))
    concern = signed(desk)

    text = printed(desk, concern, decided(desk, concern))

    assert "is overdue for review" in text


def test_an_adult_whose_risk_is_not_confirmed_is_on_the_record(desk):
    concern = adult(desk)
    sharing = decided(desk, concern, "adult-social-care")

    assert "To look at again" in printed(desk, concern, sharing)


def test_a_decision_not_to_share_warns_of_nothing(desk):
    concern = signed(desk)
    sharing = decided(desk, concern, decision=Decision.NOT_YET)

    assert "To look at again" not in printed(desk, concern, sharing)


def test_an_offence_that_nobody_alleges_to_the_police_is_on_the_record(desk):
    concern = signed(desk)
    to = agency(desk, kind="police", name="Weir County Police")
    draft = ready(desk, concern, to)
    assert "of nobody does it say that an offence is alleged" in printed(
        desk, concern, desk.sharings.decide(draft)
    )

    again = ready(desk, concern, to)
    alleged = [
        replace(one, offence_alleged=YesNo.YES, article_10="10-10") for one in again.basis.subjects
    ]
    again.basis = replace(again.basis, subjects=tuple(alleged))
    assert "that an offence is alleged" not in printed(desk, concern, desk.sharings.decide(again))


def test_who_needs_only_facts_is_not_told_what_the_worry_is_and_the_record_says_so(desk):
    advice = Context(id="advice", topic=ContextTopic.ADVICE, text="Brush twice.", noticed_by="AR")
    concern = signed(desk, facts=[advice])
    summary = concern.urgency.summary
    sharing = decided(desk, concern, "dentist")
    pack = printed(desk, concern, sharing, PaperKind.PACK)

    assert summary not in pack
    assert sharing.basis.gateway_factors not in pack
    assert "In short " + summary + " It tells more than the facts" in printed(
        desk, concern, sharing
    )
    whole = printed(desk, concern, decided(desk, concern), PaperKind.PACK)
    assert summary in whole
    assert sharing.basis.gateway_factors in whole
