from datetime import date, time

import msgspec
import pytest
from gui_support import field, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from record_support import FRIDAY, begun, bruise, said, show, shown_wizard, texts

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    ContextTopic,
    Event,
    EventKind,
    Injury,
    Need,
    NeedTopic,
    Opinion,
)
from sgdesk.domain.people import PersonKind, Relation
from sgdesk.ids import new_id

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft)


def test_immediate_danger_shows_999_and_the_way_to_the_emergency_page(qtbot, wizard):
    press(qtbot, wizard, "urgency.immediate_danger=yes")

    assert "Telephone 999 now" in texts(wizard.frame.page)
    with qtbot.waitSignal(wizard.emergency_wanted):
        press(qtbot, wizard, "emergency")


def test_the_fgm_panel_says_whose_duty_it_is_and_names_its_source(wizard, draft):
    draft.urgency = msgspec.structs.replace(draft.urgency, fgm=FgmScreen.TOLD_BY_HER)

    page = show(wizard, "urgency")

    shown = texts(page)
    assert "the duty to report applies" in shown
    assert "It cannot be handed to the lead" in shown
    assert "Female Genital Mutilation Act 2003" in shown


@pytest.mark.parametrize("told", [FgmScreen.TOLD_BY_HER, FgmScreen.HEARD_FROM_OTHER])
def test_the_fgm_panel_gives_advice_first_and_names_its_sources_without_addresses(
    wizard, draft, told
):
    draft.urgency = msgspec.structs.replace(draft.urgency, fgm=told)

    shown = texts(show(wizard, "urgency"))

    assert "://" not in shown
    assert shown.index("On these answers the duty") < shown.index("Source: Female Genital")
    if told is FgmScreen.TOLD_BY_HER:
        assert shown.index("Write down who heard it") < shown.index("Source: Female Genital")


def test_the_addresses_of_the_sources_are_one_press_away(qtbot, wizard):
    page = show(wizard, "urgency")
    assert "://" not in texts(page)

    press(qtbot, page, "why:CHK-04")

    assert "://" in texts(page)


@pytest.mark.parametrize(
    ("screen", "kind"),
    [(FgmScreen.HEARD_FROM_OTHER, PersonKind.CHILD), (FgmScreen.TOLD_BY_HER, PersonKind.ADULT)],
)
def test_the_fgm_panel_says_when_the_duty_does_not_apply(wizard, draft, screen, kind):
    draft.urgency = msgspec.structs.replace(draft.urgency, fgm=screen)
    draft.person = msgspec.structs.replace(draft.person, kind=kind)

    assert "the duty to report to the police does not apply" in texts(show(wizard, "urgency"))


def test_a_concern_about_a_colleague_says_what_to_do_and_that_it_is_kept_apart(wizard, draft):
    draft.urgency = msgspec.structs.replace(draft.urgency, about_colleague=YesNo.YES)

    shown = texts(show(wizard, "urgency"))

    assert "designated officer" in shown
    assert "only the lead and the deputy can open it" in shown


def test_questions_about_a_child_are_not_asked_about_an_adult(qtbot, wizard):
    page = wizard.frame.page
    baby = field(page, QWidget, "urgency.baby_with_mark")
    asked = baby.isVisible()

    press(qtbot, wizard, "person.kind=adult")

    assert (asked, baby.isVisible()) == (True, False)
    assert "These answers change what happens next." in texts(page)


def test_why_we_ask_opens_the_reason_and_its_sources(qtbot, wizard):
    page = show(wizard, "person")
    before = texts(page)

    press(qtbot, page, "why:CHK-08")

    assert "Two identifiers find the right child" not in before
    assert "Two identifiers find the right child" in texts(page)
    assert "checked on" in texts(page)


def test_the_first_twelve_questions_are_open_and_the_rest_is_counted(wizard):
    page = show(wizard, "person")
    fold = field(page, QPushButton, "fold")

    assert fold.text() == "Show more about the person (12 questions, 0 answered)"
    open_fields = [
        one.objectName()
        for one in page.findChildren(QWidget)
        if one.objectName().startswith("person.")
        and ":" not in one.objectName()
        and "=" not in one.objectName()
        and one.isVisible()
    ]
    assert len(open_fields) == 12


def test_not_known_is_an_answer_of_its_own(wizard, draft):
    page = show(wizard, "person")
    button = page.findChild(QWidget, "person.language:unanswered")

    button.click()
    button.findChild(QMenu).actions()[0].trigger()

    assert draft.person.unanswered["language"] is Unanswered.NOT_KNOWN


def test_the_age_follows_from_the_date_of_birth(wizard):
    assert "6 years 9 months old on 22 Nov 2026." in texts(show(wizard, "person"))


def test_a_date_that_is_none_is_kept_as_it_was_typed(qtbot, wizard, draft):
    page = show(wizard, "person")
    born = field(page, QLineEdit, "person.born")

    born.setText("some time in spring")
    wizard.frame.go_on()

    assert (draft.person.born, draft.person.born_typed) == (None, "some time in spring")
    assert wizard.frame.step == "person"
    assert "Write day, month and year, such as 20 11 2019, or an age" in texts(wizard)


def test_a_person_around_is_added_changed_and_removed(qtbot, wizard, draft, asker):
    show(wizard, "family")
    press(qtbot, wizard, "add-relation")
    [rina] = draft.relations
    field(wizard, QLineEdit, f"{rina.id}.name").setText("Rina Thornton")
    field(wizard, QLineEdit, f"{rina.id}.relationship").setText("Mother")
    press(qtbot, wizard, f"{rina.id}.in_household=yes")
    press(qtbot, wizard, f"{rina.id}:close")

    assert "Rina Thornton, mother" in texts(wizard.frame.page)
    assert draft.relations[0].in_household is YesNo.YES

    asker.answers = [True]
    press(qtbot, wizard, f"{rina.id}:remove")
    assert draft.relations == []
    assert "Nobody has been added" in texts(wizard.frame.page)


def test_a_new_card_takes_the_focus_to_its_first_field(qtbot, wizard, draft):
    for step, name, first in (
        ("family", "add-relation", "name"),
        ("seen", "add-observation", "text"),
        ("said", "add-saying", "speaker"),
        ("chronology", "add-event", "happened_on"),
        ("context", "add-untreated", "text"),
        ("needs", "add-safety-net", "text"),
    ):
        show(wizard, step)
        press(qtbot, wizard, name)
        newest = draft.relations[-1] if step == "family" else draft.facts[-1]
        assert wizard.focusWidget().objectName() == f"{newest.id}.{first}"


def test_the_delay_is_worked_out_from_what_was_typed(wizard):
    page = show(wizard, "seen")

    field(page, QLineEdit, "presentation.event_on").setText("11 11 2026")

    assert "9 days (201 to 226 hours) between the event as described" in texts(page)


def test_nobody_is_asked_for_the_age_of_a_bruise(wizard, draft, desk):
    draft.facts = [bruise(desk)]
    page = show(wizard, "seen")
    page.focus(f"{draft.facts[0].id}.mark")

    fields = [one.lower() for one in Injury.__struct_fields__]
    assert not [one for one in fields if "age" in one or "old" in one]
    names = [one.accessibleName().lower() for one in page.findChildren(QLineEdit)]
    assert not [one for one in names if "age" in one.split()]


def test_explanations_stand_side_by_side_in_time_order(wizard, draft):
    draft.facts = [
        said("Mother", "She fell at school.", time(10, 20)),
        said("Father", "She fell off the trampoline.", time(9, 38)),
        said("Mia", "Good morning.", time(9, 0), is_explanation=False),
    ]

    page = show(wizard, "said")

    shown = texts(page.findChild(QWidget, "explanations"))
    assert shown.index("trampoline") < shown.index("at school")
    assert "Good morning" not in shown


def test_exact_words_are_kept_to_the_letter(qtbot, wizard, draft):
    show(wizard, "said")
    press(qtbot, wizard, "add-saying")
    words = "  she always—“always”—hits me, probably…\n "

    field(wizard, QPlainTextEdit, f"{draft.facts[0].id}.words").setPlainText(words)

    assert draft.facts[0].words == words


def event(day, kind, ended):
    return Event(id=new_id(), happened_on=day, event=kind, attendance=ended)


def test_the_count_follows_the_rule_and_gaps_are_days(wizard, draft):
    missed, treatment = Attendance.NOT_BROUGHT, EventKind.TREATMENT
    draft.facts = [
        event(date(2026, 3, 4), treatment, missed),
        event(date(2025, 12, 11), EventKind.EXAMINATION, Attendance.ATTENDED),
        event(date(2026, 7, 15), treatment, Attendance.CANCELLED_BY_PRACTICE),
        event(FRIDAY, EventKind.EMERGENCY, Attendance.ATTENDED),
    ]
    page = show(wizard, "chronology")

    field(page, QLineEdit, "presentation.count_from").setText("11 12 2025")

    shown = texts(page)
    assert (
        "Not brought 1 of 1 planned since 11 Dec 2025; cancelled by the practice 1;"
        " emergencies attended 1."
    ) in shown
    assert shown.index("Thu 11 Dec 2025") < shown.index("Wed 4 Mar 2026")
    assert "83 days" in shown


def test_a_letter_is_no_appointment(wizard, draft):
    draft.facts = [event(FRIDAY, EventKind.EXAMINATION, Attendance.ATTENDED)]
    page = show(wizard, "chronology")
    name = draft.facts[0].id
    page.focus(f"{name}.event")

    kinds = field(page, QComboBox, f"{name}.event")
    kinds.setCurrentIndex(kinds.findText("Contact"))

    assert draft.facts[0].attendance is Attendance.NOT_AN_APPOINTMENT
    assert not field(page, QComboBox, f"{name}.attendance").isVisible()


def test_context_stands_in_the_order_of_its_topics(wizard, draft):
    draft.facts = [
        Opinion(id=new_id(), text="A paediatric opinion is needed.", because="accounts differ"),
        Context(id=new_id(), topic=ContextTopic.ADMINISTRATIVE, text="Two letters."),
        Context(id=new_id(), topic=ContextTopic.UNTREATED, text="Decay.", teeth="54, 64"),
    ]

    shown = texts(show(wizard, "context"))

    assert shown.index("Decay. Teeth 54, 64 (FDI).") < shown.index("Two letters.")
    assert shown.index("Two letters.") < shown.index("Because: accounts differ.")


def test_somebody_elses_data_is_named_with_those_of_the_family_page(qtbot, wizard, draft):
    draft.relations = [Relation(id=new_id(), name="Salma Begum")]
    show(wizard, "context")
    press(qtbot, wizard, "add-note")
    also = field(wizard, QLineEdit, f"{draft.facts[0].id}.also_about")

    qtbot.keyClick(also, Qt.Key.Key_Down)
    offered = also.completer().completionModel().index(0, 0).data()
    also.completer().popup().hide()

    assert offered == "Salma Begum"


def test_only_advice_asks_whether_it_was_understood(wizard, draft):
    draft.facts = [
        Need(id=new_id(), topic=NeedTopic.SAFETY_NET, text="Fever"),
        Need(id=new_id(), topic=NeedTopic.BARRIER, text="Father drives"),
    ]
    page = show(wizard, "needs")
    shown = []
    for need in draft.facts:
        page.focus(f"{need.id}.text")
        shown.append(field(page, QLineEdit, f"{need.id}.understood").isVisible())

    assert shown == [True, False]


def test_a_photograph_says_where_its_file_is_added(wizard, draft, desk):
    mark = bruise(desk, photo=YesNo.YES)
    draft.facts = [mark]
    page = show(wizard, "seen")

    page.focus(f"{mark.id}.photo_held")

    assert "The file itself is added at the end of this page" in texts(page)
