"""What was said, context, needs and the branches of the first page, in the real window."""

from datetime import UTC, date, datetime, time

import msgspec
import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from record_support import FRIDAY, Keyboard, begun, bruise, said, show, shown_wizard, texts

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Need,
    NeedTopic,
    Observation,
    ObservationTopic,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.people import Relation
from sgdesk.domain.teeth import ToothFinding, ToothState
from sgdesk.ids import new_id

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft)


def answer(wizard, **changes):
    wizard.draft.urgency = msgspec.structs.replace(wizard.draft.urgency, **changes)
    return texts(show(wizard, "urgency"))


def two_accounts(desk):
    return [
        bruise(desk),
        said("Karl Thornton", "She fell off the trampoline.", time(9, 38),
             explains="bruise, left cheek", happened_on=date(2026, 11, 11)),
        said("Karl Thornton", "She walked into a door.", time(10, 30),
             explains="bruise, left cheek", happened_on=date(2026, 11, 12)),
    ]  # fmt: skip


def test_a_changed_account_is_shown_beside_the_first_and_not_judged(wizard, draft, desk):
    draft.facts = two_accounts(desk)

    shown = texts(show(wizard, "said").findChild(QWidget, "explanations"))

    assert "About: bruise, left cheek" in shown
    assert shown.index("trampoline") < shown.index("a door")
    assert "Account 2 of 2 by this person" in shown
    assert "Karl Thornton has given 2 accounts, in different words." in shown
    assert "Said to have happened on different days" in shown
    assert "not judged" in shown


def test_a_comparison_is_kept_as_context_once(qtbot, wizard, draft, desk):
    draft.facts = two_accounts(desk)
    page = show(wizard, "said")

    press(qtbot, page, "compare-0")

    kept = draft.facts[-1]
    assert isinstance(kept, Context)
    assert kept.topic is ContextTopic.INCONSISTENCY
    assert kept.text.splitlines()[0] == (
        "20 Nov 2026 09:38, Karl Thornton: “She fell off the trampoline.”"
    )
    assert "This comparison is in the context." in texts(page)


def test_the_marks_that_an_explanation_may_be_about_are_offered(wizard, draft, desk):
    draft.facts = two_accounts(desk)
    page = show(wizard, "said")
    page.focus(f"{draft.facts[1].id}.explains")

    line = field(page, QLineEdit, f"{draft.facts[1].id}.explains")

    assert line.completer().model().index(0, 0).data() == "bruise, left cheek"


def test_a_saying_is_recorded_whole_by_keyboard(qtbot, wizard, draft):
    show(wizard, "said")
    keys = Keyboard(wizard)
    keys.push("add-saying")
    keys.type("Mia")
    keys.tab_to(".question")
    keys.type("How did you hurt your face?")
    keys.type("Daddy gets cross when it hurts.")
    keys.tab_to(".present")
    keys.type("nobody else")
    keys.tab_to(".noticed_by")
    keys.type("L. Byrne")
    keys.type("20 11 2026")
    keys.type("09:46")
    keys.push("fold")
    keys.tab_to(".demeanour")
    keys.type("Silent while the father was in the room")

    [saying] = draft.facts
    assert isinstance(saying, Saying)
    assert (saying.speaker, saying.words) == ("Mia", "Daddy gets cross when it hurts.")
    assert (saying.noticed_by, saying.noticed_on, saying.noticed_at) == (
        "L. Byrne", FRIDAY, time(9, 46)
    )  # fmt: skip
    assert "Demeanour: Silent while the father was in the room." in sentence(saying)


def test_how_long_after_it_was_heard_a_saying_was_written_down_is_shown(qtbot, wizard, desk, draft):
    heard = msgspec.structs.replace(said("Mia", "Ow.", time(9, 46)), recorded_at=desk.clock.now())
    draft.facts = [heard]

    assert "Written down" in texts(show(wizard, "said"))


def test_words_typed_later_are_shown_as_written_down_later(qtbot, wizard, desk, draft, clock):
    clock.at = datetime(2026, 11, 20, 9, 50, tzinfo=UTC)
    heard = msgspec.structs.replace(said("Mia", "", time(9, 46)), recorded_at=clock.now())
    draft.facts = [heard]
    page = show(wizard, "said")
    page.focus(f"{heard.id}.words")
    finish_pages(wizard)
    clock.at = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)
    assert "Written down" not in texts(page)

    field(page, QPlainTextEdit, f"{heard.id}.words").setPlainText("Ow.")
    press(qtbot, page, f"{heard.id}:close")

    assert "Written down 78 hours" in texts(page)


def test_choosing_who_spoke_says_who_that_is(qtbot, wizard, draft):
    draft.relations = [
        Relation(id="k", name="Karl Thornton", relationship="Father"),
        Relation(id="r", name="Rina Thornton", relationship="Mother"),
    ]
    page = show(wizard, "said")
    press(qtbot, page, "add-saying")
    fact_id = draft.facts[0].id
    speaker = field(page, QLineEdit, f"{fact_id}.speaker")
    who = field(page, QLineEdit, f"{fact_id}.relationship")

    speaker.setText("Karl Thornton")
    assert (who.text(), draft.facts[0].relationship) == ("Father", "Father")
    speaker.setText("Rina Thornton")
    assert who.text() == "Mother"
    speaker.setText("Mia Thornton")
    assert who.text() == ""
    speaker.setText("grandmother")
    assert who.text() == "Grandmother"

    who.setText("A neighbour")
    speaker.setText("Karl Thornton")
    assert draft.facts[0].relationship == "A neighbour"


def test_barriers_are_ticked_and_advice_says_when_to_come_back(qtbot, wizard, draft):
    page = show(wizard, "needs")
    press(qtbot, page, "add-barrier")
    press(qtbot, page, f"{draft.facts[0].id}.barriers=Cost of travel or parking")
    press(qtbot, page, "add-safety-net")
    advice = draft.facts[1]
    page.focus(f"{advice.id}.return_if")
    field(page, QLineEdit, f"{advice.id}.return_if").setText("the face swells")
    field(page, QLineEdit, f"{advice.id}.review_on").setText("24 11 2026")

    barrier, advice = draft.facts
    assert barrier.barriers == ("Cost of travel or parking",)
    assert (advice.return_if, advice.review_on) == ("the face swells", date(2026, 11, 24))
    assert "Cost of travel or parking" in texts(page)


def test_an_opinion_is_of_whoever_writes_it_today_and_what_is_seen_next_is_not(
    qtbot, wizard, desk, draft
):
    seen = Observation(
        id=new_id(), text="Weight loss.", noticed_by="Lee Byrne", noticed_on=date(2026, 11, 10)
    )
    draft.facts = [seen]
    press(qtbot, show(wizard, "context"), "add-opinion")
    press(qtbot, show(wizard, "seen"), "add-observation")

    _seen, opinion, later = draft.facts
    assert (opinion.noticed_by, opinion.noticed_on) == (
        desk.user.name,
        wizard.frame.page.recording.today,
    )
    assert (later.noticed_by, later.noticed_on) == ("Lee Byrne", date(2026, 11, 10))


def test_words_with_quotation_marks_of_their_own_are_told_and_stay(qtbot, wizard, draft):
    draft.facts = [Saying(id=new_id(), speaker="Rosa Pereira")]
    page = show(wizard, "said")
    page.focus(f"{draft.facts[0].id}.words")
    finish_pages(wizard)
    editor = field(page, QPlainTextEdit, f"{draft.facts[0].id}.words")
    editor.setPlainText('"I walked into the cupboard."')
    editor.left.emit()

    assert draft.facts[0].words == '"I walked into the cupboard."'
    assert "no second pair is printed" in texts(page)
    assert sentence(draft.facts[0]).startswith('"I walked')


def test_a_tooth_is_offered_where_it_is_asked_what_is_explained(wizard, draft):
    chipped = ToothFinding(tooth="11", states=(ToothState.BROKEN,), surfaces="MI")
    draft.facts = [
        Observation(id=new_id(), topic=ObservationTopic.TEETH, teeth=(chipped,)),
        Saying(id=new_id(), speaker="Rosa Pereira", is_explanation=True),
    ]
    page = show(wizard, "said")
    page.focus(f"{draft.facts[1].id}.explains")
    finish_pages(wizard)
    line = field(page, QLineEdit, f"{draft.facts[1].id}.explains")

    offered = line.completer().model()
    assert [offered.data(offered.index(row, 0)) for row in range(offered.rowCount())] == [
        "broken or chipped, 11 (UR1, upper right central incisor)"
    ]


def test_a_level_of_need_is_written_by_a_person(qtbot, wizard, draft):
    page = show(wizard, "context")
    press(qtbot, page, "add-opinion")
    opinion = draft.facts[0]
    page.focus(f"{opinion.id}.level")
    field(page, QLineEdit, f"{opinion.id}.level").setText("Level 3, targeted")

    assert isinstance(draft.facts[0], Opinion)
    assert draft.facts[0].level == "Level 3, targeted"


@pytest.mark.parametrize(
    ("topic", "shown"), [(ContextTopic.SUPPORT, True), (ContextTopic.HISTORY, False)]
)
def test_only_what_was_tried_asks_how_it_went(wizard, draft, topic, shown):
    draft.facts = [Context(id=new_id(), topic=topic, text="x")]
    page = show(wizard, "context")
    page.focus(f"{draft.facts[0].id}.text")

    asked = field(page, QPlainTextEdit, f"{draft.facts[0].id}.result")

    assert asked.isVisible() is shown


def test_the_whole_delay_is_shown_with_its_sum(wizard, draft):
    draft.presentation = msgspec.structs.replace(
        draft.presentation, event_on=date(2026, 11, 18), event_at=time(16, 0)
    )

    shown = texts(show(wizard, "seen"))

    assert "41 hours between the event as described" in shown
    assert "Together:" in shown


def test_a_mark_on_a_baby_puts_the_telephone_first_and_opens_the_emergency_page(qtbot, wizard):
    shown = answer(wizard, baby_with_mark=YesNo.YES)

    assert "Telephone first, whatever the explanation." in shown
    assert "seen by a paediatrician the same day" in shown
    assert "from general knowledge: check locally" in shown
    with qtbot.waitSignal(wizard.emergency_wanted):
        press(qtbot, wizard, "baby-emergency")


def test_fgm_says_how_old_she_is_and_that_the_time_counts_from_who_was_told(wizard):
    shown = answer(wizard, fgm=FgmScreen.TOLD_BY_HER)

    assert "She is 6 years old today." in shown
    assert "the days to report count from then" in shown


def test_fgm_asks_for_the_age_where_it_is_not_known(wizard, draft):
    draft.person = msgspec.structs.replace(draft.person, born=None)

    assert "Write her date of birth on the next page." in answer(wizard, fgm=FgmScreen.AT_RISK)


def test_a_colleague_is_not_questioned_before_advice(wizard):
    shown = answer(wizard, about_colleague=YesNo.YES)

    assert "Do not question the colleague" in shown
    assert "check locally" in shown


def test_the_special_duties_come_before_the_worry_is_written(wizard):
    page = show(wizard, "urgency")

    baby = field(page, QWidget, "urgency.baby_with_mark")
    worry = field(page, QWidget, "urgency.summary")

    assert baby.mapTo(page, baby.pos()).y() < worry.mapTo(page, worry.pos()).y()


def test_every_field_of_these_pages_has_a_name(wizard, draft, desk):
    draft.facts = [
        *two_accounts(desk), Need(id=new_id(), topic=NeedTopic.BARRIER), Opinion(id=new_id()),
        Context(id=new_id(), topic=ContextTopic.SUPPORT),
    ]  # fmt: skip
    for fact, step in zip(
        draft.facts[1:], ("said", "said", "needs", "context", "context"), strict=True
    ):
        page = show(wizard, step)
        page.focus(f"{fact.id}.text" if step != "said" else f"{fact.id}.words")

        assert unnamed_fields(page) == []


def test_the_boxes_of_barriers_are_read_out_with_their_question(qtbot, wizard, draft):
    page = show(wizard, "needs")
    press(qtbot, page, "add-barrier")

    finish_pages(page)
    names = [box.accessibleName() for box in page.findChildren(QCheckBox)]

    assert "What stands in the way: Fear of treatment" in names


def test_an_explanation_is_tied_to_marks_of_the_map_by_keyboard(wizard, draft, desk):
    mark = bruise(desk)
    draft.facts = [mark, two_accounts(desk)[1]]
    page = show(wizard, "said")
    fact_id = draft.facts[1].id
    page.focus(f"{fact_id}.is_explanation")
    finish_pages(page)

    Keyboard(wizard).push(f"{fact_id}.explains_marks={mark.id}")

    box = field(page, QCheckBox, f"{fact_id}.explains_marks={mark.id}")
    assert box.text() == "1 · Left cheek"
    assert draft.facts[1].explains_marks == (mark.id,)
    assert "Explains mark 1." in texts(show(wizard, "check"))
    assert "How it is said to have happened (Karl Thornton" in texts(show(wizard, "seen"))


def test_a_mark_made_meanwhile_can_be_explained_as_well(wizard, draft, desk):
    draft.facts = two_accounts(desk)
    fact_id = draft.facts[1].id
    show(wizard, "said").focus(f"{fact_id}.speaker")
    finish_pages(wizard)
    other = bruise(desk)

    show(wizard, "seen")
    draft.facts = [*draft.facts, other]
    page = show(wizard, "said")
    page.focus(f"{fact_id}.explains_marks={other.id}")
    finish_pages(page)

    assert field(page, QCheckBox, f"{fact_id}.explains_marks={other.id}").isVisible()
