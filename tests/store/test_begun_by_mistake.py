"""A concern that was begun by mistake is closed with a reason; it is kept, and comes back whole."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sharing_support import agency, at, rang, signed, typed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind
from sgdesk.domain.concern import Stage
from sgdesk.domain.entries import NoteDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.errors import SituationError, UserError

WHY = "Begun twice, see SG-2026-0001."


@pytest.fixture
def draft(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "seen", Caret("person.name", 3))
    return draft


def closed(desk, draft):
    desk.outcomes.close(draft.id, WHY)
    return desk.concerns.get(draft.id)


def test_it_stays_in_the_log_and_in_its_history_with_the_reason(desk, draft):
    view = closed(desk, draft)

    assert view.concern.stage is Stage.CLOSED
    last = view.history[-1]
    assert (last.what, last.who, last.detail) == (
        "Closed as begun by mistake", desk.user.name, WHY
    )  # fmt: skip
    assert [(row.reference, row.stage.text) for row in desk.log.register()] == [
        (draft.reference, "Closed")
    ]
    assert [row.line.id for row in desk.concerns.find(draft.reference)] == [draft.id]


def test_nothing_offers_to_go_on_with_it(desk, draft):
    view = closed(desk, draft)

    today = desk.today.view()
    assert (view.drafts, today.drafts, today.concerns) == ((), (), ())


def test_its_page_still_shows_what_was_typed(desk, draft):
    assert closed(desk, draft).concern.facts == tuple(
        desk.concerns.open_draft(draft.id).draft.facts
    )


def test_what_was_due_ends_with_that_reason(desk):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    assert desk.concerns.get(draft.id).dues

    view = closed(desk, draft)

    assert {due.closed_because for due in view.dues} == {WHY}
    assert desk.today.view().dues == ()


def test_opened_again_it_is_the_draft_it_was_and_what_is_urgent_is_due_again(desk, clock):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "seen", Caret("person.name", 3))
    due = {one.rule for one in desk.concerns.get(draft.id).dues}
    closed(desk, draft)
    clock.at += timedelta(hours=1)

    desk.outcomes.reopen(draft.id, "It was the right one.")

    view = desk.concerns.get(draft.id)
    assert view.concern.stage is Stage.DRAFT
    assert [one.flow for one in view.drafts] == ["record"]
    assert {one.rule for one in view.dues if one.closed_at is None} == due
    found = desk.concerns.open_draft(draft.id)
    assert (found.step, found.caret, found.draft.facts) == (
        "seen", Caret("person.name", 3), found.draft.facts
    )  # fmt: skip
    assert found.draft.person == draft.person
    assert view.is_only_begun
    desk.concerns.save_draft(found.draft, "seen", Caret())
    assert desk.concerns.sign(found.draft).signed_at is not None


@pytest.mark.parametrize("of", ["this desk", "one opened later"])
def test_what_is_typed_into_it_afterwards_is_refused_in_words(desk, locked, draft, of):
    closed(desk, draft)
    if of == "one opened later":
        desk.concerns._saved.clear()
    draft.urgency = replace(draft.urgency, summary="Typed since")

    for typing in (
        lambda: desk.concerns.save_draft(draft, "seen", Caret()),
        lambda: desk.concerns.sign(draft),
    ):
        with pytest.raises(SituationError, match="closed as begun by mistake"):
            typing()

    assert desk.concerns.get(draft.id).concern.stage is Stage.CLOSED


def call(desk, draft):
    rang(desk, draft, agency(desk), at(22, 10), at(22, 10, 5))


def tell_team(desk, draft):
    desk.entries.save_draft(NoteDraft(id="note", concern_id=draft.id), Caret())


def begin_file(desk, draft):
    file = AttachmentDraft(id="file", concern_id=draft.id, kind=AttachmentKind.PHOTO, title="Cheek")
    desk.attachments.save_draft(file, Caret())


def deal_with_a_due(desk, draft):
    draft.urgency = replace(draft.urgency, immediate_danger=YesNo.YES)
    desk.concerns.save_draft(draft, "urgency", Caret())
    desk.dues.close(desk.concerns.get(draft.id).dues[0].id, "Rang them.")


@pytest.mark.parametrize("deed", [call, tell_team, begin_file, deal_with_a_due])
def test_where_something_was_done_it_is_not_closed(desk, draft, deed):
    deed(desk, draft)

    assert not desk.concerns.get(draft.id).is_only_begun
    with pytest.raises(UserError, match="Something was done"):
        desk.outcomes.close(draft.id, WHY)
    assert desk.concerns.get(draft.id).concern.stage is Stage.DRAFT


def test_it_is_not_closed_without_a_reason_nor_twice(desk, draft):
    with pytest.raises(UserError, match="Say why"):
        desk.outcomes.close(draft.id, "  ")
    closed(desk, draft)
    with pytest.raises(SituationError, match="closed already"):
        desk.outcomes.close(draft.id, WHY)


def test_a_signed_concern_was_never_only_begun(desk):
    assert not desk.concerns.get(signed(desk).id).is_only_begun


# ------------------------------------------------------------------ as its draft says


def test_the_page_of_a_draft_shows_what_its_draft_says_now(desk, draft, clock):
    clock.at += timedelta(minutes=9)
    draft.urgency = replace(draft.urgency, summary="She told it herself")
    draft.presentation = replace(draft.presentation, left_with="Her aunt")
    draft.contact = replace(draft.contact, number="01632 960171")
    draft.facts = draft.facts[:1]
    desk.concerns.save_draft(draft, "seen", Caret())

    concern = desk.concerns.get(draft.id).concern

    assert concern.urgency.summary == "She told it herself"
    assert concern.presentation.left_with == "Her aunt"
    assert concern.contact.number == "01632 960171"
    assert [one.id for one in concern.facts] == [draft.facts[0].id]
    assert concern.changed_at == clock.at


def test_a_danger_that_is_said_again_after_it_was_opened_again_is_due_again(desk, clock):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    due = {line.due.rule for line in desk.dues.open(draft.id)}
    draft.urgency = replace(draft.urgency, immediate_danger=YesNo.NO)
    desk.concerns.save_draft(draft, "urgency", Caret())
    desk.outcomes.close(draft.id, WHY)
    clock.at += timedelta(days=1)
    desk.outcomes.reopen(draft.id, "It was none.")

    draft = desk.concerns.open_draft(draft.id).draft
    draft.urgency = replace(draft.urgency, immediate_danger=YesNo.YES)
    desk.concerns.save_draft(draft, "urgency", Caret())

    assert {line.due.rule for line in desk.dues.open(draft.id)} == due != set()


def test_a_record_whose_emergency_page_was_handed_over_was_no_mistake(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "urgency", Caret())
    emergency = desk.emergencies.begin()
    emergency.concern_id, emergency.what = draft.id, "A man shouted at a boy outside."
    desk.emergencies.record(emergency)

    with pytest.raises(UserError):
        desk.outcomes.close(draft.id, WHY)
