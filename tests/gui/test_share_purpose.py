from datetime import UTC, date, datetime

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call, CallKind
from sgdesk.domain.sharing.decision import Decision
from sgdesk.ids import CallId
from ui.share.advice_cards import from_call


@pytest.fixture
def agency(desk):
    return northtown(desk)


@pytest.fixture
def concern(desk, agency):
    signed = signed_mia(desk)
    desk.calls.record(
        Call(
            id=CallId(""), concern_id=signed.id, kind=CallKind.CONSULTATION, spoke_to="R. Hale",
            role="named nurse", advice="Refer today; do not wait for the mother.",
            started_at=datetime(2026, 11, 20, 10, 30, tzinfo=UTC),
        )
    )  # fmt: skip
    return signed


@pytest.fixture
def wizard(qtbot, desk, concern, runner, asker):
    return opened(qtbot, desk, concern, runner, asker)


def opened(qtbot, desk, concern, runner, asker):
    wizard = wizard_over(desk, concern, runner, asker)
    qtbot.addWidget(wizard)
    wizard.resize(1093, 614)
    wizard.show()
    wizard.page.complete()
    return wizard


def names_of(wizard, start):
    every = wizard.page.findChildren(QAbstractButton)
    return [one.objectName() for one in every if one.objectName().startswith(start)]


def test_an_advice_call_on_record_is_taken_over_and_asks_whether_it_was_followed(qtbot, wizard):
    (take,) = names_of(wizard, "take-advice:")
    press(qtbot, wizard.page, take)

    (advice,) = wizard.draft.purpose.advisers
    assert (advice.name, advice.role, advice.given_on) == (
        "R. Hale", "named nurse", date(2026, 11, 20),
    )  # fmt: skip
    assert advice.said == "Refer today; do not wait for the mother."
    assert advice.followed is None
    assert not field(wizard.page, QAbstractButton, take).isVisible()


def test_what_an_advice_call_says_of_names_and_of_following_is_taken_over_too():
    taken = from_call(
        Call(
            id=CallId("c"), kind=CallKind.CONSULTATION, spoke_to="R. Hale", names_given=YesNo.NO,
            followed=YesNo.NO, not_followed_because="She came back the same day.",
        )
    )  # fmt: skip

    assert taken.without_names is YesNo.YES
    assert taken.followed is YesNo.NO
    assert taken.not_followed_because == "She came back the same day."
    assert from_call(Call(id=CallId("d"))).without_names is None


def test_advice_that_was_not_followed_needs_its_reason_and_is_a_link_to_it(qtbot, wizard):
    press(qtbot, wizard.page, names_of(wizard, "take-advice:")[0])
    id = wizard.draft.purpose.advisers[0].id
    press(qtbot, wizard.page, f"{id}.followed=no")
    field(wizard.page, QPlainTextEdit, "purpose.so_that").setPlainText("see her today at home now")

    press(qtbot, wizard, "next")

    assert wizard.step == "purpose"
    qtbot.waitUntil(field(wizard, QAbstractButton, f"problem:{id}.not_followed_because").isVisible)


def test_several_advisers_stand_in_the_draft_and_one_can_be_removed(qtbot, wizard):
    press(qtbot, wizard.page, "add-advice")
    press(qtbot, wizard.page, "add-advice")
    first, second = wizard.draft.purpose.advisers
    assert unnamed_fields(wizard.page) == []

    press(qtbot, wizard.page, f"remove-advice:{first.id}")

    assert wizard.draft.purpose.advisers == (second,)
    assert wizard.page.wrong() == {}


def test_what_could_be_done_without_names_leads_to_the_advice_call(qtbot, wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    wizard.show_step("necessary")
    wizard.page.complete()
    press(qtbot, wizard.page, "necessity.without_naming=yes")

    with qtbot.waitSignal(wizard.advice_asked):
        press(qtbot, wizard.page, "advice-call")

    assert wizard.draft.necessity.without_naming is YesNo.YES


def test_named_all_the_same_is_a_gap_without_a_reason(wizard, desk, agency):
    fill_decision(wizard, desk, agency)
    necessity = wizard.draft.necessity
    wizard.draft.necessity = type(necessity)(
        without_naming=YesNo.YES, risk_of_sharing="Trust", risk_of_not_sharing="Harm"
    )

    (gap,) = wizard.case.flow.problems(wizard.draft, "necessary")

    assert gap.field == "necessity.naming_needed_because"


def test_a_refusal_offers_what_was_weighed_as_the_harm_and_asks_who_agreed(
    qtbot, wizard, desk, agency
):
    fill_decision(wizard, desk, agency)
    press(qtbot, wizard, "not-yet")
    press(qtbot, wizard.page, "same-harm")

    assert wizard.draft.not_sharing.harm == "She stays in danger."
    missing = {one.field for one in wizard.case.flow.problems(wizard.draft, "not-sharing")}
    assert missing == {
        "not_sharing.reasons", "not_sharing.also_done", "not_sharing.agreed_by",
        "not_sharing.agreed_role", "not_sharing.agreed_on", "not_sharing.review_on",
    }  # fmt: skip


@pytest.fixture
def later(qtbot, desk, wizard, agency, concern, runner, asker):
    """The wizard over a second decision about the same concern."""
    fill_decision(wizard, desk, agency)
    desk.sharings.decide(wizard.draft)
    return opened(qtbot, desk, concern, runner, asker)


def test_a_later_sharing_starts_from_the_last_and_asks_the_purpose_anew(later, wizard):
    assert later.draft.after == wizard.draft.id
    assert later.draft.purpose.so_that == ""
    assert later.draft.consent == wizard.draft.consent
    assert later.draft.necessity.risk_of_sharing == "The family may stop coming."
    assert later.draft.necessity.without_naming is None
    assert later.draft.recipient.organisation == ""
    assert later.draft.choices == {}
    assert any("Northtown Duty Team" in one.text() for one in later.page.findChildren(QLabel))


def test_what_was_taken_over_is_a_gap_until_it_is_accepted_or_changed(qtbot, later):
    flow = later.case.flow
    assert [one.field for one in flow.problems(later.draft, "consent")] == ["accept.consent"]
    later.show_step("consent")
    press(qtbot, later.page, "accept.consent")
    assert flow.problems(later.draft, "consent") == []

    later.show_step("necessary")
    later.page.complete()
    box = field(later.page, QPlainTextEdit, "necessity.risk_of_sharing")
    box.setPlainText("They have stopped coming.")
    fields = {one.field for one in flow.problems(later.draft, "necessary")}
    assert fields == {"necessity.without_naming"}


def test_the_same_facts_for_the_same_team_are_questioned(later, wizard, desk, agency):
    fill_decision(later, desk, agency)
    flow = later.case.flow
    later.draft.accepted = ("consent", "basis", "necessary")

    assert "again_because" in {one.field for one in flow.problems(later.draft, "preview")}
    later.draft.again_because = "They say that nothing arrived."
    assert flow.problems(later.draft, "preview") == []
    later.show_step("minimum")
    finish_pages(later)
    assert field(later.page, QPlainTextEdit, "again_because").isVisible()


def test_a_recorded_decision_stays_as_it_was(later, wizard, desk, agency):
    before = desk.concerns.get(wizard.draft.concern_id).sharings[0].sharing
    fill_decision(later, desk, agency)
    later.draft.accepted = ("consent", "basis", "necessary")
    later.draft.again_because = "Nothing arrived."
    recorded = desk.sharings.decide(later.draft)

    first, second = (one.sharing for one in desk.concerns.get(wizard.draft.concern_id).sharings)
    assert first == before
    assert (second.id, second.after, second.version) == (recorded.id, first.id, 2)


def test_sharing_after_all_starts_from_not_yet_and_closes_its_review(desk, concern, agency, wizard):
    fill_decision(wizard, desk, agency)
    draft = wizard.draft
    draft.decision = Decision.NOT_YET
    draft.not_sharing = type(draft.not_sharing)(
        reasons="Both accounts agree.", harm="Another injury.", also_done="Seen on Tuesday.",
        agreed_by="Lee Byrne", agreed_role="deputy", agreed_on=date(2026, 11, 20),
        review_on=date(2026, 11, 27),
    )  # fmt: skip
    desk.sharings.decide(draft)
    review = [one.due for one in desk.dues.open(concern.id) if "NOTSHARED" in one.due.rule]

    again = desk.sharings.begin(concern.id)

    assert len(review) == 1
    assert again.purpose.so_that == draft.purpose.so_that
    assert again.decision is Decision.SHARE
    again.decision, again.not_sharing = Decision.NOT_YET, draft.not_sharing
    again.accepted = ("consent", "basis", "necessary")
    desk.sharings.decide(again)
    open_now = [one.due.id for one in desk.dues.open(concern.id) if "NOTSHARED" in one.due.rule]
    assert len(open_now) == 1
    assert open_now != [review[0].id]
