"""What was doubtful in a lawful basis is on the record of the decision."""

from datetime import date

import pypdfium2
from msgspec.structs import replace
from sharing_support import adult, agency, ready, signed

from sgdesk.domain.paper import PaperKind
from sgdesk.domain.practice import Policy
from sgdesk.domain.sharing.decision import Decision

NAMED = "none is named in Settings"


def printed(desk, concern, sharing):
    made = desk.printing.make(PaperKind.DISCLOSURE_RECORD, concern.id, sharing.id)
    document = pypdfium2.PdfDocument(made.pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).split())


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

    assert "To look at again in the lawful basis" in printed(desk, concern, sharing)


def test_a_decision_not_to_share_warns_of_nothing(desk):
    concern = signed(desk)
    sharing = decided(desk, concern, decision=Decision.NOT_YET)

    assert "To look at again" not in printed(desk, concern, sharing)
